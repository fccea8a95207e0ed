import type { Numbering } from '../docx/numbering.ts'
import type { Styles } from '../docx/styles.ts'
import type { DocxLine } from './docx-line.ts'

/** What Word puts before a line by itself: nothing, a bullet, or the text of a number, which is counted with it. */
export function labelOfLine(
  line: DocxLine,
  styles: Styles,
  numbering: Numbering,
): { readonly kind: 'none' | 'bullet' } | { readonly kind: 'text'; readonly text: string } {
  const styled = styles.numbering(line.style)
  const numId = line.numId ?? styled?.numId
  if (numId === undefined || numId === '0') return { kind: 'none' }
  const level = line.level ?? (line.style ? numbering.levelOfStyle(numId, line.style) : null) ?? styled?.level ?? 0
  const text = numbering.next(numId, level)
  if (text !== '') return { kind: 'text', text }
  return { kind: numbering.isBullet(numId, level) ? 'bullet' : 'none' }
}
