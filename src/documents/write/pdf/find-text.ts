import type { ReportLayout } from '../../../report/render/report-layout.ts'

/** Characters shown on each side of what was looked for. */
const CONTEXT = 10

/** Where `wanted` stands first, in its own words: what is printed around it, or the cell it stands in. */
export function findText(layout: ReportLayout, wanted: string): string {
  const title = layout.titleLines.join('')
  if (title.includes(wanted)) return around(title, wanted)
  for (const block of layout.blocks) {
    if (block.kind === 'paragraph') {
      const text = block.heading + block.rest
      if (text.includes(wanted)) return around(text, wanted)
      continue
    }
    const cell = block.rows.flatMap((row) => row.cells).find((one) => one.text.includes(wanted))
    if (cell) return cell.address ?? cell.text
  }
  return wanted
}

function around(text: string, wanted: string): string {
  const [before = '', ...after] = text.split(wanted)
  return [...before].slice(-CONTEXT).join('') + wanted + [...after.join(wanted)].slice(0, CONTEXT).join('')
}
