import { cite } from './citation.ts'
import type { Dated } from './dated.ts'
import { day } from './day.ts'

/** A band of the processing fee: what each item or page in it costs, in yuan. `to` is null where it has no end. */
export type FeeBand = { readonly from: number; readonly to: number | null; readonly yuanEach: number }

/**
 * 按件 and 按量, of which an agency takes one for a request, never both. Both are progressive on what exceeds a band.
 * Items: of one applicant in one calendar month. Pages: of one request; a page is one side of A4 or smaller.
 */
export type FeeScale = {
  readonly items: {
    readonly bands: readonly FeeBand[]
    /** From the last band on, each further `every` items cost `more` yuan each more than those before. */
    readonly thenEvery: number
    readonly more: number
  }
  readonly pages: { readonly bands: readonly FeeBand[] }
}

/** 109号. How a page is counted, and that pages are not added up over requests, was not read in the text. */
export const feeScales: readonly Dated<FeeScale>[] = [
  {
    value: {
      items: {
        bands: [
          { from: 1, to: 10, yuanEach: 0 },
          { from: 11, to: 30, yuanEach: 100 },
          { from: 31, to: 40, yuanEach: 200 },
        ],
        thenEvery: 10,
        more: 100,
      },
      pages: {
        bands: [
          { from: 1, to: 30, yuanEach: 0 },
          { from: 31, to: 100, yuanEach: 10 },
          { from: 101, to: 200, yuanEach: 20 },
          { from: 201, to: null, yuanEach: 40 },
        ],
      },
    },
    from: day('2021-01-01'),
    citation: cite('109号'),
    sureness: 'verified',
    checkedOn: day('2026-11-22'),
  },
]
