import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { ApplicantIdentity } from '../applicant-identity.ts'
import type { RequestEvent } from '../events/request-event.ts'
import type { LetterFacts } from '../letters/letter.ts'
import type { Remedy } from '../remedies/remedy.ts'
import type { VolumeDocument } from './volume.ts'

/** An event with who recorded it and when. */
export type VolumeEvent = { readonly event: RequestEvent; readonly actor: string; readonly recordedOn: Day }

/** Everything a volume is made of. Who somebody is comes in here and nowhere else. */
export type VolumeMaterial = {
  readonly number: string
  readonly events: readonly VolumeEvent[]
  readonly calendar: Calendar
  /** Null where nobody is to be named. Third parties by what the case calls them, as far as they may be named. */
  readonly people: {
    readonly applicants: readonly ApplicantIdentity[]
    readonly agent: ApplicantIdentity | null
    readonly thirdParties: Readonly<Record<string, string>>
  } | null
  readonly content: string | null
  /** What was asked for before, under the version that it stood with. */
  readonly formerContents: readonly { readonly version: number; readonly content: string | null }[]
  readonly remedies: readonly Remedy[]
  /** Names of files that were handed over, by their digests. */
  readonly fileNames: Readonly<Record<string, string>>
  readonly facts: Omit<
    LetterFacts,
    'applicants' | 'agent' | 'attachments' | 'content' | 'consulted' | 'thirdParty' | 'draft' | 'today'
  >
}

/** A document before it is known what it proves. */
export type Draft = Omit<VolumeDocument, 'proves' | 'origin'>

/** A stored file as a document. Where nobody is named it is told of and left out, for it may name somebody. */
export function fileDocument(
  { people }: Pick<VolumeMaterial, 'people'>,
  file: string,
  draft: Omit<Draft, 'source'>,
): Draft {
  return { ...draft, source: { from: people ? 'file' : 'withheld', file } }
}
