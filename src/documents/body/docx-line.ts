import type { BodyRun, ItemBody } from '../../publications/item-body.ts'

type Field = { code: string; shown: boolean }

/** A row and a cell of a table while it is read. */
export type DocxRow = { before: number; gone: boolean; opened: boolean; head: boolean }
export type DocxCell = { span: number; merge: 'above' | 'left' | null; opened: boolean }

/** A paragraph of a docx while its runs are being read. */
export class DocxLine {
  style: string | null = null
  numId: string | null = null
  level: number | null = null
  outline: number | null = null
  align: string | null = null
  /** Its end was deleted in a tracked change. */
  runsOn = false
  /** What hangs on it: text boxes and pictures, which stand after it. */
  readonly hanging: (ItemBody | { readonly picture: string; readonly alt: string })[] = []
  readonly runs: BodyRun[] = []
  /** The address of the link that is open. */
  link: string | undefined = undefined
  readonly #fields: Field[] = []

  /** Goes on as the next paragraph, whose properties hold for the whole. */
  goOn(): this {
    Object.assign(this, { style: null, numId: null, level: null, outline: null, align: null })
    return this
  }

  write(text: string, bold: boolean): void {
    if (text === '' || this.#fields.some(({ shown }) => !shown)) return
    const href = this.link ?? this.#fields.map(({ code }) => linkOf(code)).findLast((one) => one !== undefined)
    this.runs.push({ text, ...(bold && { bold: true as const }), ...(href !== undefined && { href }) })
  }

  field(type: string): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') this.#fields.push({ code: '', shown: false })
    if (type === 'separate' && field) field.shown = true
    if (type === 'end') this.#fields.pop()
  }

  code(text: string): void {
    const field = this.#fields.at(-1)
    if (field && field.code.length < 5000) field.code += text
  }
}

/** `HYPERLINK "https://…"`; one within the document has `\l` and leads nowhere here. */
function linkOf(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1]
}
