import type { FeeBand, FeeScale } from '../../statute/fee-bands.ts'

/** What is charged: items beyond those the applicant has had this calendar month, or the pages of one request. */
export type Charged =
  | { readonly by: 'items'; readonly count: number; readonly already: number }
  | { readonly by: 'pages'; readonly count: number }

/** The part of the fee that falls into one band: numbers `from` to `to` of the month's items, or of the pages. */
export type ChargedBand = {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly yuanEach: number
  readonly yuan: number
}

export type ProcessingFee = { readonly yuan: number; readonly bands: readonly ChargedBand[] }

/** More than anybody can ask for in a month; the bands of items have no end. */
export const mostCharged = 100_000

/**
 * The processing fee in yuan (109号), with the bands it falls into; bands without a share are left out. Counts are whole
 * numbers, `count` from 0 and both together up to `mostCharged`; else RangeError.
 */
export function processingFee(scale: FeeScale, charged: Charged): ProcessingFee {
  const already = charged.by === 'items' ? charged.already : 0
  const last = already + charged.count
  for (const number of [already, charged.count])
    if (!Number.isInteger(number) || number < 0) throw new RangeError(`not a count: ${number}`)
  if (last > mostCharged) throw new RangeError(`more than ${mostCharged}`)
  const bands: ChargedBand[] = []
  for (const band of charged.by === 'items' ? itemBands(scale, last) : scale.pages.bands) {
    const from = Math.max(band.from, already + 1)
    const to = Math.min(band.to ?? last, last)
    const count = to - from + 1
    if (count > 0) bands.push({ from, to, count, yuanEach: band.yuanEach, yuan: count * band.yuanEach })
  }
  return { yuan: bands.reduce((sum, { yuan }) => sum + yuan, 0), bands }
}

/** The declared bands, then as many more of the same width as it takes to reach `last`. */
function itemBands({ items }: FeeScale, last: number): readonly FeeBand[] {
  const bands = [...items.bands]
  for (let top = bands.at(-1); top?.to && top.to < last; top = bands.at(-1))
    bands.push({ from: top.to + 1, to: top.to + items.thenEvery, yuanEach: top.yuanEach + items.more })
  return bands
}
