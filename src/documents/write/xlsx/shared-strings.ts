import { element, xmlText } from '../xml.ts'

/** The texts of one workbook, each kept once; cells name them by their number. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>()
  #uses = 0

  numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, number)
    this.#uses += 1
    return number
  }

  /** The part xl/sharedStrings.xml. */
  toXml(): string {
    const items = [...this.#numbers.keys()].map((text) =>
      element('si', {}, element('t', { 'xml:space': 'preserve' }, xmlText(withoutCodes(text)))),
    )
    return element(
      'sst',
      {
        xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        count: this.#uses,
        uniqueCount: this.#numbers.size,
      },
      ...items,
    )
  }
}

/** Readers take `_x0041_` for the character of that number, so the `_` that begins such a run is written by its own. */
const withoutCodes = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
