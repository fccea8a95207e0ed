import { formatNumber, type NumberFormat } from '../format-number.ts'

const types: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const styles: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
}
const commaAfter: ReadonlySet<NumberFormat> = new Set(['chineseCounting', 'ideographDigital'])

/** The numbers before the items of an `<ol>`. */
export class ListCounter {
  readonly #format: NumberFormat
  #next: number

  private constructor(format: NumberFormat, start: number) {
    this.#format = format
    this.#next = start
  }

  /**
   * Null for a list whose numbers do not show for certain: site style sheets take them away from bare lists, so only
   * a list that itself names its type, start or style is counted.
   */
  static of(attributes: { type: string | null; start: string | null; style: string | null }): ListCounter | null {
    const { type, start, style } = attributes
    const named = /list-style(?:-type)?\s*:[^;]*?\b([a-z]+(?:-[a-z]+)*)/i.exec(style ?? '')?.[1]?.toLowerCase()
    if (named === 'none' || (type === null && start === null && named === undefined)) return null
    const format = named === undefined ? types[type ?? '1'] : styles[named]
    const first = Number.parseInt(start ?? '1', 10)
    return format ? new ListCounter(format, Number.isNaN(first) ? 1 : first) : null
  }

  /** The number of the next item with its punctuation; `value` is the item's own attribute. */
  next(value: string | null): string {
    const own = Number.parseInt(value ?? '', 10)
    if (!Number.isNaN(own)) this.#next = own
    const text = formatNumber(this.#next++, this.#format)
    return commaAfter.has(this.#format) ? `${text}、` : `${text}. `
  }
}
