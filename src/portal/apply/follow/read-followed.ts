import type { Context } from 'hono'
import type { FileReference } from '../../../office/file-reference.ts'
import { dayOfInstant } from '../../../publications/instant.ts'
import { clockOf } from '../../../requests/case/listing-of.ts'
import type { OfficeCalendar } from '../../../requests/case/own-deadline.ts'
import type { Clock } from '../../../requests/clock/evaluate-clock.ts'
import { composeLetter } from '../../../requests/letters/compose-letter.ts'
import type { LetterKind } from '../../../requests/letters/letter-kind.ts'
import {
  type RemediesLastDays,
  remediesLastDays,
  replyReceivedOn,
} from '../../../requests/letters/remedies-last-days.ts'
import { remediesRoute } from '../../../requests/letters/remedies-route.ts'
import type { Day } from '../../../statute/day.ts'
import { openingsOf, visitedRequest } from '../../../storage/apply/portal-visits.ts'
import type { PortalRequest } from '../../../storage/apply/submit-request.ts'
import { agencyCalendar } from '../../../storage/calendars.ts'
import { fileNames } from '../../../storage/files/stored-files.ts'
import { type LoadedRequest, loadRequest } from '../../../storage/requests/load-request.ts'
import { readContent } from '../../../storage/requests/read-content.ts'
import type { Trx } from '../../../storage/storage.ts'
import { heldSecret } from '../answer-page.ts'
import type { ApplyingParts, ApplyScreen } from '../apply-screen.ts'
import { beijingInstant } from '../beijing-instant.ts'
import { asPortal } from '../draft-steps.ts'

/** A letter that the applicant may have, or a file that came with a reply. */
export type FollowedLetter = {
  readonly kind: LetterKind | 'supplied'
  readonly documentNumber: string | null
  readonly on: Day
  readonly file: FileReference
  readonly name: string
  /** When it was first opened here. */
  readonly openedAt: string | null
  /** Opening it is what serves it. */
  readonly serves: boolean
}

/** A request as whoever follows it sees it. */
export type Followed = {
  readonly sent: PortalRequest
  readonly loaded: LoadedRequest
  readonly content: string | null
  readonly calendar: OfficeCalendar
  readonly today: Day
  /** Null where no period runs here. */
  readonly clock: Clock | null
  readonly letters: readonly FollowedLetter[]
  readonly remedies: { readonly says: readonly string[]; readonly lastDays: RemediesLastDays | null } | null
}

/** The request that this browser visits; null where the visit is over. */
export async function readFollowed(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Followed | null> {
  const { agency } = screen
  const secret = heldSecret(c, 'visit', agency.id)
  if (secret === null) return null
  const today = dayOfInstant(beijingInstant(parts.now()))
  return await asPortal(parts, screen, async (trx) => {
    const sent = await visitedRequest(trx, agency.id, secret)
    if (!sent) return null
    const loaded = await loadRequest(trx, agency.id, sent.number, { for: 'reading' })
    const calendar = await agencyCalendar(trx, agency.id)
    return {
      ...{ sent, loaded, calendar, today },
      content: await readContent(trx, agency.id, sent.number),
      clock: clockOf(loaded.request, calendar, today),
      letters: await lettersFor(trx, agency.id, loaded),
      remedies: await remediesOf(trx, parts, screen, loaded, calendar, today),
    }
  })
}

/** Letters to the applicant that went out, and what a reply supplied here. A reply that was not served yet is none. */
async function lettersFor(trx: Trx, agencyId: number, { number, request, events }: LoadedRequest) {
  const served = new Set<string | null>()
  const supplied = new Map<FileReference, Day>()
  let approved: string | null = null
  let files: readonly FileReference[] = []
  for (const { event } of events) {
    if (event.type === 'approved') approved = event.documentNumber
    if (event.type === 'decided')
      files = event.decision.provision?.how === 'supplied' ? event.decision.provision.files : []
    if (event.type !== 'served') continue
    served.add(approved)
    // What is wanted on paper or to be read at the office does not lie here as well.
    if (event.method === 'portal') for (const file of files) supplied.set(file, event.on)
  }
  const sent = request.letters.filter(
    ({ kind, party, documentNumber }) => party === null && (kind !== 'reply' || served.has(documentNumber)),
  )
  const openings = await openingsOf(trx, agencyId, number)
  const names = await fileNames(trx, agencyId, [...sent.map(({ file }) => file), ...supplied.keys()])
  const current = request.approval?.documentNumber ?? null
  const letters = sent.map(
    ({ kind, documentNumber, on, file }): FollowedLetter => ({
      ...{ kind, documentNumber, on, file, name: names.get(file) ?? file },
      openedAt: openings.get(file) ?? null,
      serves:
        (kind === 'reply' && documentNumber === current && request.service?.method === 'portal') ||
        kind === 'feeNotice',
    }),
  )
  const handed = [...supplied].map(
    ([file, on]): FollowedLetter => ({
      ...{ kind: 'supplied', documentNumber: null, on, file, name: names.get(file) ?? file, serves: false },
      openedAt: openings.get(file) ?? null,
    }),
  )
  return [...letters, ...handed]
}

/** What a reply says of remedies, and their last days where the applicant has it in hand. */
async function remediesOf(
  trx: Trx,
  parts: ApplyingParts,
  { agency }: ApplyScreen,
  loaded: LoadedRequest,
  calendar: OfficeCalendar,
  today: Day,
): Promise<Followed['remedies']> {
  const { request, number } = loaded
  if (!request.service || !request.decision) return null
  const facts = await parts.letterFacts(trx, agency, loaded, 'reply', today)
  const events = loaded.events.map(({ event }) => event)
  const { letter } = composeLetter('reply', { number, events, calendar }, facts)
  const decided = events.findLast(({ type }) => type === 'decided')
  const receivedOn = replyReceivedOn(events)
  if (!decided || receivedOn === null) return { says: letter?.remedies ?? [], lastDays: null }
  // The days do not wait for names that the office has not set: the reply may have been written elsewhere.
  const { outcome, withheldParts } = request.decision
  const subject = { act: 'reply', outcome, partGrounds: withheldParts.map(({ ground }) => ground) } as const
  const { first } = remediesRoute(subject, loaded.request.approval?.on ?? decided.on, facts.remedies.settings)
  return { says: letter?.remedies ?? [], lastDays: remediesLastDays(first, receivedOn, calendar) }
}
