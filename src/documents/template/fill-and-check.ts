import type { FieldEntry, FieldList, FieldValue, FieldValues } from '../../requests/letters/fields/field-value.ts'
import { frameFields } from '../../requests/letters/fields/frame-fields.ts'
import { bare, type LetterFields, type LetterMust } from '../../requests/letters/fields/letter-fields.ts'
import { cleanText } from '../flow/clean-text.ts'
import { printableText } from '../write/printable-text.ts'
import { fillTemplate, type TemplateData } from './fill-template.ts'
import type { OpenTemplate } from './open-template.ts'
import { readLetterText } from './read-template-text.ts'

export type CheckedLetter = {
  readonly bytes: Uint8Array
  /** What does not stand in it though it must. */
  readonly missing: readonly LetterMust[]
  readonly tags: ReadonlySet<string>
  /** Lines in which braces are left that are no text of the case. */
  readonly unfilled: readonly string[]
}

/**
 * Fills a template and reads it back as a reader sees it. It is filled a second time with marks in place of values, so that a
 * value that stands somewhere else by chance, `15` or a name, is not taken for the field that is missing.
 */
export function fillAndCheck(
  template: OpenTemplate,
  { values, musts }: LetterFields,
  data: Omit<TemplateData, 'values'>,
): CheckedLetter {
  const kept = new Set(musts.filter(({ sentence }) => sentence !== null).map(({ field }) => field))
  const marks = new Marks()
  const marked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, kept.has(name) ? value : marks.of(value)]),
  )
  const probe = fillTemplate(template, { ...data, values: marked })
  const real = fillTemplate(template, { ...data, values })
  const probeText = readLetterText(probe.bytes, template.edges)
  const realText = readLetterText(real.bytes, template.edges)
  const texts = (atEdges: boolean, { body, edges }: typeof realText) =>
    [...body, ...(atEdges ? edges.flat() : [])].join('')
  const stands = (field: string, atEdges: boolean) => {
    const probed = texts(atEdges, probeText)
    const read = bare(texts(atEdges, realText))
    const needed = data.lists[field]?.needed
    const leaves = leavesOf(values[field], needed)
    return (
      leaves.length > 0 &&
      leavesOf(marked[field], needed).every((mark) => probed.includes(mark)) &&
      leaves.every((text) => read.includes(bare(cleanText(printableText(text)))))
    )
  }
  const isWhole = stands(frameFields.body, false)
  const holds = ({ field, sentence, inBody, atEdges }: LetterMust) =>
    (inBody && isWhole) ||
    (sentence === null
      ? stands(field, atEdges)
      : bare(texts(atEdges, realText)).includes(bare(cleanText(printableText(sentence)))))
  return {
    bytes: real.bytes,
    missing: musts.filter((must) => !holds(must)),
    tags: real.tags,
    unfilled: [...probeText.body, ...probeText.edges.flat()].filter((line) => /[{}]/.test(line)),
  }
}

/** Marks that stand for values: each once, of characters that no text holds. */
class Marks {
  #count = 0

  of(value: FieldValue): FieldValue {
    if (typeof value === 'string') return value === '' ? '' : this.#next()
    if (typeof value === 'boolean') return value
    return value.map((entry) =>
      Object.fromEntries(Object.entries(entry).map(([name, text]) => [name, text === '' ? '' : this.#next()])),
    )
  }

  #next(): string {
    this.#count++
    return `\ufdd1${this.#count}\ufdd2`
  }
}

function leavesOf(value: FieldValues[string] | undefined, needed: FieldList['needed'] | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: FieldEntry) => (needed ?? Object.keys(entry)).flatMap((name) => entry[name] || []))
}
