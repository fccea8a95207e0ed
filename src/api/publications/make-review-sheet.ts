import { renderForm } from '../../documents/write/form/render-form.ts'
import { reviewSheet } from '../../publications/review-sheet.ts'
import type { Day } from '../../statute/day.ts'
import type { Storage } from '../../storage/open-storage.ts'
import { loadPublication } from '../../storage/publications/load-publication.ts'
import { loadBeside } from '../../storage/publications/publication-beside.ts'
import { readPublicationSettings } from '../../storage/publications/publication-settings.ts'

type Asked = {
  readonly agency: { readonly id: number; readonly name: string }
  readonly actor: string
  readonly number: string
  readonly format: 'docx' | 'pdf'
  readonly today: Day
}

/** The review of one item as a paper to be signed or filed (条例17). Refuses a number the agency does not have. */
export async function makeReviewSheet(
  storage: Storage,
  { agency, actor, number, format, today }: Asked,
): Promise<Uint8Array> {
  const sheet = await storage.transact({ agencies: [agency.id], actor }, async (trx) => {
    const { item, events } = await loadPublication(trx, agency.id, number, { for: 'reading' })
    const { dueOn, body } = await loadBeside(trx, agency.id, { number, item })
    const { reviewStages: stages } = await readPublicationSettings(trx, agency.id)
    const happened = events.map(({ event }) => event)
    return reviewSheet(agency.name, { number, item, events: happened, dueOn, stages, body, on: today })
  })
  // Set outside the transaction: a pdf takes its time.
  return await renderForm(sheet, format)
}
