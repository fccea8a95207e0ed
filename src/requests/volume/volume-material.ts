import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { AmendmentEvent } from '../amendments/amendment-event.ts'
import type { ApplicantIdentity } from '../applicant-identity.ts'
import type { RequestEvent } from '../events/request-event.ts'
import type { LetterFacts } from '../letters/letter.ts'
import type { Remedy } from '../remedies/remedy.ts'
import type { DocumentKind, VolumeDocument } from './volume.ts'

/** What happened in a case of either procedure. */
export type CaseEvent = RequestEvent | AmendmentEvent

/** An event with who recorded it and when. */
export type VolumeEvent<E extends CaseEvent = RequestEvent> = {
  readonly event: E
  readonly actor: string
  readonly recordedOn: Day
}

/** What a volume of either procedure is made of. Who somebody is comes in here and nowhere else. */
export type CaseMaterial<E extends CaseEvent> = {
  readonly number: string
  readonly events: readonly VolumeEvent<E>[]
  /** Null where nobody is to be named. Third parties by what the case calls them, as far as they may be named. */
  readonly people: {
    readonly applicants: readonly ApplicantIdentity[]
    readonly agent: ApplicantIdentity | null
    readonly thirdParties: Readonly<Record<string, string>>
  } | null
  readonly remedies: readonly Remedy[]
  readonly facts: { readonly agency: { readonly name: string } }
}

/** Everything that the volume of a request is made of. */
export type VolumeMaterial = CaseMaterial<RequestEvent> & {
  readonly calendar: Calendar
  readonly content: string | null
  /** What was asked for before, under the version that it stood with. */
  readonly formerContents: readonly { readonly version: number; readonly content: string | null }[]
  /** Names of files that were handed over, by their digests. */
  readonly fileNames: Readonly<Record<string, string>>
  readonly facts: Omit<
    LetterFacts,
    'applicants' | 'agent' | 'attachments' | 'content' | 'consulted' | 'thirdParty' | 'draft' | 'today'
  >
}

/** A document before it is known what it proves. */
export type Draft<K extends DocumentKind = DocumentKind> = Omit<VolumeDocument, 'kind' | 'proves' | 'origin'> & {
  readonly kind: K
}

/** A stored file as a document. Where nobody is named it is told of and left out, for it may name somebody. */
export function fileDocument<K extends DocumentKind>(
  { people }: Pick<CaseMaterial<CaseEvent>, 'people'>,
  file: string,
  draft: Omit<Draft<K>, 'source'>,
): Draft<K> {
  return { ...draft, source: { from: people ? 'file' : 'withheld', file } } as Draft<K>
}
