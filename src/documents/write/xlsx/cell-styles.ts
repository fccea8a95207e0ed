import { element } from '../xml.ts'

export type CellStyle = {
  readonly face: string
  /** In points. */
  readonly size: number
  /** As a person would type it: `General`, `@` for text, `0`, `0.00`. */
  readonly numberFormat: string
  readonly horizontal: 'left' | 'center'
  /** Steps by which the text stands in from the left. */
  readonly indent: number
  readonly wrapped: boolean
  /** One character below the other. */
  readonly vertical: boolean
  readonly bordered: boolean
}

/** Numbers that the format itself gives to usual number formats; others are counted from `FIRST_OWN` on. */
const KNOWN_FORMATS: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '@': 49 }
const FIRST_OWN = 164

/** Face of cells that nobody wrote: its digits are the unit of column widths, so its family guides a substitute. */
const ordinaryFont = element(
  'font',
  {},
  element('sz', { val: 11 }),
  element('name', { val: 'Calibri' }),
  element('family', { val: 2 }),
)
const ordinaryStyle = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 } as const

/** What is written once and referred to by its number. */
class Numbered {
  readonly #places = new Map<string, number>()

  numberOf(xml: string): number {
    const place = this.#places.get(xml) ?? this.#places.size
    this.#places.set(xml, place)
    return place
  }

  /** All of them in one element that says how many there are. */
  toXml(name: string): string {
    return element(name, { count: this.#places.size }, ...this.#places.keys())
  }
}

/** The styles of one workbook, each written once. */
export class CellStyles {
  readonly #fonts = new Numbered()
  readonly #formats = new Map<string, number>()
  readonly #styles = new Numbered()

  constructor() {
    this.#fonts.numberOf(ordinaryFont)
    this.#styles.numberOf(element('xf', { ...ordinaryStyle, xfId: 0 }))
  }

  /** By which number a cell names its style. */
  numberOf(style: CellStyle): number {
    const { face, size, horizontal, indent, wrapped, vertical, bordered } = style
    const font = element('font', {}, element('sz', { val: size }), element('name', { val: face }))
    const alignment = element('alignment', {
      horizontal,
      vertical: 'center',
      ...(wrapped ? { wrapText: 1 } : {}),
      ...(vertical ? { textRotation: 255 } : {}),
      ...(indent > 0 ? { indent } : {}),
    })
    const format = {
      numFmtId: this.#formatNumber(style.numberFormat),
      fontId: this.#fonts.numberOf(font),
      fillId: 0,
      borderId: Number(bordered),
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyBorder: Number(bordered),
      applyAlignment: 1,
    }
    return this.#styles.numberOf(element('xf', format, alignment))
  }

  /** The part xl/styles.xml, once every style has its number. */
  toXml(): string {
    const own = [...this.#formats].map(([code, id]) => element('numFmt', { numFmtId: id, formatCode: code }))
    return element(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      own.length === 0 ? '' : element('numFmts', { count: own.length }, ...own),
      this.#fonts.toXml('fonts'),
      element('fills', { count: 2 }, fill('none'), fill('gray125')),
      element('borders', { count: 2 }, border(''), border('thin')),
      element('cellStyleXfs', { count: 1 }, element('xf', ordinaryStyle)),
      this.#styles.toXml('cellXfs'),
      element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
    )
  }

  #formatNumber(code: string): number {
    const known = KNOWN_FORMATS[code] ?? this.#formats.get(code)
    if (known !== undefined) return known
    const id = FIRST_OWN + this.#formats.size
    this.#formats.set(code, id)
    return id
  }
}

/** Programs take fill 0 and fill 1 for granted. */
const fill = (patternType: string) => element('fill', {}, element('patternFill', { patternType }))

function border(style: string): string {
  const black = element('color', { rgb: 'FF000000' })
  const sides = ['left', 'right', 'top', 'bottom'].map((side) =>
    style === '' ? element(side, {}) : element(side, { style }, black),
  )
  return element('border', {}, ...sides, element('diagonal', {}))
}
