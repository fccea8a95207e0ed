import type { Zip } from '../zip.ts'
import { isOn } from './on-off.ts'
import { readXml } from './read-xml.ts'
import { type RunLook, withProperty } from './run-look.ts'

export type NumberingReference = { readonly numId: string; readonly level: number | null }

type Style = {
  basedOn: string | null
  name: string
  numId: string | null
  level: number | null
  outline: number | null
  align: string | null
  look: RunLook
}

/** What a style of paragraphs says besides numbers and looks: its name, its level in the outline (0 is the highest), where it stands. */
export type ParagraphStyle = {
  readonly name: string
  readonly outline: number | null
  readonly align: string | null
}

/** What styles say about numbering and the look of characters, with what they inherit. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #looks = new Map<string | null, RunLook>()
  #defaultParagraph: string | null = null

  static read(zip: Zip, part: string | null): Styles {
    const styles = new Styles()
    if (part) styles.#read(zip, part)
    return styles
  }

  numbering(id: string | null): NumberingReference | null {
    let level: number | null = null
    for (const style of this.#line(id ?? this.#defaultParagraph)) {
      level ??= style.level
      if (style.numId !== null) return { numId: style.numId, level }
    }
    return null
  }

  paragraph(id: string | null): ParagraphStyle {
    const line = [...this.#line(id ?? this.#defaultParagraph)]
    return {
      name: line[0]?.name ?? '',
      outline: line.find(({ outline }) => outline !== null)?.outline ?? null,
      align: line.find(({ align }) => align !== null)?.align ?? null,
    }
  }

  /** Of the characters that a style of characters or, by default, of paragraphs is given to. */
  look(id: string | null): RunLook {
    const known = this.#looks.get(id)
    if (known) return known
    const line = [...this.#line(id ?? this.#defaultParagraph)]
    const look: RunLook = Object.assign({}, ...line.toReversed().map((style) => style.look))
    this.#looks.set(id, look)
    return look
  }

  /** The style and those it is based on, nearest first. */
  *#line(id: string | null): Generator<Style> {
    const seen = new Set<string>()
    for (let next = id; next !== null && !seen.has(next); ) {
      seen.add(next)
      const style = this.#styles.get(next)
      if (!style) return
      yield style
      next = style.basedOn
    }
  }

  #read(zip: Zip, part: string): void {
    let style: Style | null = null
    const within: string[] = []
    readXml(zip, part, {
      open: (name, attribute) => {
        const parent = within.at(-1)
        within.push(name)
        if (name === 'w:style') {
          style = { basedOn: null, name: '', numId: null, level: null, outline: null, align: null, look: {} }
          const id = attribute('styleId')
          if (id === undefined) return
          this.#styles.set(id, style)
          if (attribute('type') === 'paragraph' && isOn(attribute('default') ?? '0')) this.#defaultParagraph = id
        }
        if (!style) return
        const value = attribute('val')
        if (name === 'w:basedOn') style.basedOn = value ?? null
        if (name === 'w:name') style.name = value ?? ''
        if (name === 'w:outlineLvl' && parent === 'w:pPr') style.outline = Number(value)
        if (name === 'w:jc' && parent === 'w:pPr') style.align = value ?? null
        if (name === 'w:numId' && parent === 'w:numPr') style.numId = value ?? null
        if (name === 'w:ilvl' && parent === 'w:numPr') style.level = Number(value)
        if (parent === 'w:rPr' && within.at(-3) === 'w:style') style.look = withProperty(style.look, name, value)
      },
      close: (name) => {
        within.pop()
        if (name === 'w:style') style = null
      },
      text() {},
    })
  }
}
