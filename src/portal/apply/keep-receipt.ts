import { type LetterFormat, renderLetter, renderLetterStanding } from '../../documents/write/letter/render-letter.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { composeLetter } from '../../requests/letters/compose-letter.ts'
import type { Day } from '../../statute/day.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { storeFile } from '../../storage/files/stored-files.ts'
import { actOnRequest } from '../../storage/requests/act-on-request.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import type { ApplyingParts, ApplyScreen } from './apply-screen.ts'
import { asPortal } from './draft-steps.ts'

/**
 * Composes the receipt and keeps it as the letter that went out. The request is received already: where this fails the log says so,
 * and it is tried again when the applicant asks for the receipt.
 */
export async function keepReceipt(
  parts: ApplyingParts,
  screen: ApplyScreen,
  number: string,
  today: Day,
): Promise<void> {
  try {
    await composeAndKeep(parts, screen, number, today)
  } catch (error) {
    parts.log({ event: 'failed', job: 'receipt', error })
  }
}

async function composeAndKeep(parts: ApplyingParts, screen: ApplyScreen, number: string, today: Day): Promise<void> {
  const { agency, words } = screen
  const composed = await asPortal(parts, screen, async (trx) => {
    const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
    if (loaded.request.letters.some(({ kind }) => kind === 'receipt')) return null
    const facts = await parts.letterFacts(trx, agency, loaded, 'receipt', today)
    const contact = facts.contact ?? words.fallbackContact(agency.name)
    const events = loaded.events.map(({ event }) => event)
    const calendar = await agencyCalendar(trx, agency.id)
    return composeLetter('receipt', { number, events, calendar }, { ...facts, contact })
  })
  if (composed === null) return
  if (composed.refused) throw new Error(`the receipt lacks something: ${JSON.stringify(composed.refused)}`)
  const { letter } = composed
  const { bytes, format } = await rendered(letter)
  await asPortal(parts, screen, async (trx) => {
    const file = { name: `${letter.title}.${format}`, mediaType: mediaTypes[format], content: bytes }
    const { digest } = await storeFile(trx, agency.id, file)
    const sent = { kind: 'receipt', party: null, documentNumber: null, file: digest, origin: 'composed' } as const
    const acting = { today, calendar: await agencyCalendar(trx, agency.id), roles: ['clerk'] } as const
    await actOnRequest(
      trx,
      agency.id,
      { number, command: { type: 'keepLetter', on: today, ...sent }, seen: null },
      acting,
    )
  })
}

const mediaTypes: Readonly<Record<LetterFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** As a pdf, else, where a character of a rare name has no face here, as a Word file. */
async function rendered(
  letter: Parameters<typeof renderLetter>[0],
): Promise<{ bytes: Uint8Array; format: LetterFormat }> {
  try {
    return { bytes: await renderLetterStanding(letter), format: 'pdf' }
  } catch (error) {
    if (!(error instanceof Refusal && error.id === 'missing-glyph')) throw error
    return { bytes: await renderLetter(letter, 'docx'), format: 'docx' }
  }
}
