import type { Register } from '../../../office/register.ts'
import type { VolumePaper } from './volume-paper.ts'

/** Width of the text of a page, in millimetres. */
const textWidth = 165

/** A register as a paper of the same make as those of a volume: a table with lines to be signed, its pages numbered. */
export function registerPaper({
  agency,
  title,
  lead,
  heads,
  widths,
  left = [],
  rows,
  signatures,
  on,
}: Register): VolumePaper {
  const shares = widths.reduce((sum, one) => sum + one, 0)
  return {
    title,
    agency,
    on,
    numbered: true,
    parts: [
      {
        kind: 'table',
        title,
        rowsAbove: [],
        lead,
        columns: heads.map((head, at) => ({
          ...{ head, width: ((widths[at] ?? 0) / shares) * textWidth, size: 10.5, center: !left.includes(at) },
        })),
        rows,
        notes: [],
        signature: [],
        signers: signatures,
      },
    ],
  }
}
