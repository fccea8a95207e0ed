import { cleanText } from '../flow/clean-text.ts'
import type { FlowItem } from '../flow/flow.ts'

/** A paragraph while its runs are being read. */
export class ParagraphDraft {
  style: string | null = null
  numId: string | null = null
  level: number | null = null
  /** Its end was deleted in a tracked change. */
  runsOn = false
  readonly boxes: FlowItem[] = []
  readonly #pieces: string[] = []
  /** For each open field whether its code, not yet its result, is being read. */
  readonly #fields: boolean[] = []

  /** Goes on as the next paragraph, whose properties hold for the whole. */
  goOn(): this {
    Object.assign(this, { style: null, numId: null, level: null })
    return this
  }

  /** Text inside a field's code is not shown. */
  write(text: string): void {
    if (!this.#fields.includes(true)) this.#pieces.push(text)
  }

  field(type: string): void {
    if (type === 'begin') this.#fields.push(true)
    if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false
    if (type === 'end') this.#fields.pop()
  }

  /** Its lines without the spaces around them and without empty ones; the label stands before the first. */
  lines(label: string): string[] {
    const lines = cleanText(this.#pieces.join(''))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return lines.map((line, i) => (i === 0 ? label + line : line))
  }
}
