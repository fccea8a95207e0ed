import type { z } from 'zod'
import type { AmendmentLetterFacts } from '../../requests/amendments/letters/amendment-letter.ts'
import { personToldIn } from '../../requests/letters/compose-letter.ts'
import type { LetterFacts } from '../../requests/letters/letter.ts'
import type { LetterKind } from '../../requests/letters/letter-kind.ts'
import { notices } from '../../requests/letters/letter-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { Agency } from '../../storage/agencies.ts'
import type { LoadedAmendment } from '../../storage/amendments/load-amendment.ts'
import { readApplicant } from '../../storage/applicants.ts'
import { fileNames } from '../../storage/files/stored-files.ts'
import type { LoadedRequest } from '../../storage/requests/load-request.ts'
import { readContent } from '../../storage/requests/read-content.ts'
import type { Trx } from '../../storage/storage.ts'
import type { letterSettingsSchema } from './letter-settings.ts'

export type LetterSettings = z.output<typeof letterSettingsSchema>

/** Which letter of a case is asked for. */
export type WantedLetter = {
  readonly kind: LetterKind
  /** The consulted party that is meant, as the case calls it; null for the latest. */
  readonly consulted: string | null
  readonly draft: boolean
}

/** What the letter says and no event holds. Only whom it is written to is looked up, and the audit chain keeps that. */
export async function readLetterFacts(
  trx: Trx,
  agency: Agency,
  { number, request, events }: LoadedRequest,
  settings: LetterSettings,
  { kind, consulted, draft }: WantedLetter,
  today: Day,
): Promise<LetterFacts> {
  const nameOf = async (reference: string) => (await readApplicant(trx, agency.id, reference))?.name ?? null
  const toParty = kind !== 'reply' && notices[kind].to === 'party'
  const person = personToldIn(
    kind,
    events.map(({ event }) => event),
    consulted,
  )
  const names: (string | null)[] = []
  if (!toParty) for (const reference of request.applicants) names.push(await nameOf(reference))
  const agent = toParty || request.agent === null ? null : await nameOf(request.agent.person)
  const provision = kind === 'reply' ? request.decision?.provision : null
  const supplied = provision?.how === 'supplied' ? provision.files : []
  const fileNamed = await fileNames(trx, agency.id, supplied)
  return {
    ...settledFacts(agency, settings, today),
    applicants: names.every((name) => name !== null) ? names : [],
    agent,
    attachments: supplied.flatMap((file) => fileNamed.get(file) ?? []),
    content: await readContent(trx, agency.id, number),
    consulted,
    thirdParty: person === null ? null : await nameOf(person),
    draft,
  }
}

/** The same of a record amendment: who asks and who acts for them are looked up, for every letter of it names them. */
export async function readAmendmentLetterFacts(
  trx: Trx,
  agency: Agency,
  { amendment }: LoadedAmendment,
  settings: LetterSettings,
  draft: boolean,
  today: Day,
): Promise<AmendmentLetterFacts> {
  const nameOf = async (reference: string) => (await readApplicant(trx, agency.id, reference))?.name ?? null
  return {
    ...settledFacts(agency, settings, today),
    applicant: await nameOf(amendment.applicant),
    agent: amendment.agent && (await nameOf(amendment.agent.person)),
    draft,
  }
}

/** What letters say and no event holds, as far as agency and settings tell it; whoever writes to whom comes on top. */
export function settledFacts(
  agency: Agency,
  settings: LetterSettings,
  today: Day,
): Omit<LetterFacts, 'applicants' | 'agent' | 'attachments' | 'content' | 'consulted' | 'thirdParty' | 'draft'> {
  const { line, ownGovernment, superior, court, onlineChannel, collectiveJurisdiction, inquiryFirst, partsFirst } =
    settings
  return {
    agency: { name: agency.name, level: agency.level, kind: agency.kind, line },
    contact: settings.contact,
    payment: settings.payment,
    documentNumber: settings.documentNumber,
    today,
    replyTitles: settings.replyTitles,
    remedies: {
      names: { ownGovernment, superior, court, onlineChannel },
      settings: { collectiveJurisdiction, inquiryFirst, partsFirst, noReplyFirst: true },
    },
  }
}
