import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'
import type { SheetRow } from './volume.ts'

/** The rows that say something. */
export function saidRows(all: readonly (SheetRow | null)[]): readonly SheetRow[] {
  return all.filter((row): row is SheetRow => row !== null && row[1].trim() !== '')
}

/** Several entries are numbered, one stands by itself. */
export function listedRows(label: string, items: readonly string[]): readonly SheetRow[] {
  return items.map((item, at) => [items.length > 1 ? `${label}${at + 1}` : label, item])
}

/** Who applies, by kind, and how it came. */
export function arrivalRows(
  kind: (typeof applicantKinds)[number]['id'],
  channel: (typeof receiptChannels)[number]['id'],
): readonly SheetRow[] {
  return [
    ['申请人类型', applicantKinds.find(({ id }) => id === kind)?.ledgerLabel ?? kind],
    ['收到渠道', receiptChannels.find(({ id }) => id === channel)?.label ?? channel],
  ]
}
