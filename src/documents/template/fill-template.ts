import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { FieldList, FieldValue, FieldValues } from '../../requests/letters/fields/field-value.ts'
import { fixedZip } from '../write/fixed-zip.ts'
import { corePropertiesXml } from '../write/office-parts.ts'
import { printableText } from '../write/printable-text.ts'
import { part } from '../write/xml.ts'
import type { OpenTemplate } from './open-template.ts'
import { lineFeedMark, splitParagraphs } from './split-paragraphs.ts'

export type TemplateData = {
  readonly values: FieldValues
  /** How each list reads where it is written as one field. */
  readonly lists: Readonly<Record<string, FieldList>>
  /** For the properties of the file, in place of those of whoever made the template. */
  readonly title: string
  readonly agency: string
  readonly on: string
}

export type FilledTemplate = {
  readonly bytes: Uint8Array
  /** Names of all tags that were found, also in text that nobody sees. */
  readonly tags: ReadonlySet<string>
}

/** Thrown where the template does not work out; templates are checked before they are kept. */
export class TemplateFault extends Error {}

const properties = 'docProps/'
const emptyProperties = (kind: string) =>
  part(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/${kind}-properties"/>`)

/**
 * A template with the values in their places, as text and nothing else: no expression is ever run, there are fields, loops
 * and conditions only. The same template and values give the same bytes.
 */
export function fillTemplate({ parts }: OpenTemplate, data: TemplateData): FilledTemplate {
  const tags = new Set<string>()
  const zip = new PizZip()
  for (const [name, bytes] of Object.entries(parts))
    if (!name.startsWith(properties)) zip.file(name, bytes, { binary: true, createFolders: false })
  const filled = filling(() => {
    const document = new Docxtemplater(zip, {
      paragraphLoop: true,
      errorLogging: false,
      nullGetter: () => '',
      parser: (tag) => {
        const name = tag.trim()
        tags.add(name)
        return {
          get: (scope: unknown, context) => valueIn(scope, name, data.lists, context.meta.part.module === 'loop'),
        }
      },
    })
    document.render(printable(data.values))
    return document.getZip()
  })
  const result: Record<string, Uint8Array> = {}
  for (const name of Object.keys(parts))
    result[name] = name.startsWith(properties)
      ? propertiesOf(name, data)
      : withLines(name, filled.file(name)?.asUint8Array() ?? new Uint8Array())
  return { bytes: fixedZip(result), tags }
}

function filling<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'properties' in error) throw new TemplateFault(explained(error))
    throw error
  }
}

function explained(error: Error): string {
  const { properties: told } = error as { properties?: { id?: string; errors?: readonly Error[] } }
  const inner = told?.errors?.map((one) => (one as { properties?: { id?: string } }).properties?.id ?? one.message)
  return [...new Set(inner ?? [told?.id ?? error.message])].join(', ')
}

/** The nearest scope that has the name says what it is. A list that is no loop is written out, a line an entry. */
function valueIn(scope: unknown, name: string, lists: TemplateData['lists'], loops: boolean): FieldValue | null {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return null
  const value = (scope as FieldValues)[name] ?? null
  if (loops || !Array.isArray(value)) return value
  return value.map((entry) => lists[name]?.line(entry) ?? '').join(lineFeedMark)
}

/** Line feeds of values as paragraphs. */
function withLines(name: string, bytes: Uint8Array): Uint8Array {
  const marked = /\.xml$/i.test(name) && Buffer.from(bytes).includes(lineFeedMark)
  return marked ? new TextEncoder().encode(splitParagraphs(new TextDecoder().decode(bytes))) : bytes
}

/** Values as text that every Word file can hold. */
function printable(values: FieldValues): FieldValues {
  const clean = (text: string) =>
    printableText(text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
      .replace(/^\n+|\n+$/g, '')
      .replace(/\n\s*\n/g, '\n')
      .replaceAll('\n', lineFeedMark)
  const cleaned = (value: FieldValue): FieldValue => {
    if (typeof value === 'string') return clean(value)
    if (typeof value === 'boolean') return value
    return value.map((entry) => Object.fromEntries(Object.entries(entry).map(([name, text]) => [name, clean(text)])))
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleaned(value)]))
}

function propertiesOf(name: string, { title, agency, on }: TemplateData): Uint8Array {
  if (/core\.xml$/i.test(name)) return part(corePropertiesXml(title, agency, new Date(`${on}T00:00:00Z`)))
  return emptyProperties(/custom\.xml$/i.test(name) ? 'custom' : 'extended')
}
