import { z } from 'zod'
import { type Language, Refusal } from '../refusals/refusal.ts'

/** As much of JSON Schema as our own schemas come to. */
type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** A field of a schema that an option fills; `list` is given again for each element, `json` as one text. */
type Leaf = {
  readonly path: readonly string[]
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'json'
  readonly words: readonly string[]
}

/**
 * The options that fill the fields of a schema: `--working-days 10`, `--decision.outcome granted`, `--items a --items b`,
 * and `--json` for all of it at once.
 */
export function optionsOf(schema: z.ZodType): Readonly<Record<string, { type: 'string'; multiple: boolean }>> {
  const leaves = leavesOf(z.toJSONSchema(schema, { io: 'input' }) as Schema, [])
  return Object.fromEntries([
    ...leaves.map((leaf) => [nameOf(leaf), { type: 'string', multiple: leaf.kind === 'list' } as const]),
    ['json', { type: 'string', multiple: false } as const],
  ])
}

/** What the options say, as the schema reads it. Throws Refusal with the option that is wrong. */
export function readBySchema<T extends z.ZodType>(
  schema: T,
  values: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
  language: Language,
): z.output<T> {
  const given: Record<string, unknown> = { ...defaults, ...jsonOption(values.json) }
  const leaves = leavesOf(z.toJSONSchema(schema, { io: 'input' }) as Schema, [])
  for (const leaf of leaves) {
    const value = values[nameOf(leaf)]
    if (value !== undefined) put(given, leaf.path, readValue(leaf, value))
  }
  const { localeError } = language === 'en' ? z.locales.en() : z.locales.zhCN()
  const read = schema.safeParse(given, { error: localeError })
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.path.filter((part) => typeof part === 'string') ?? []
  // An object that is missing is told by its first field, which is an option.
  const leaf = leaves.find((one) => path.every((part, at) => one.path[at] === part))
  const known = issue?.code === 'unrecognized_keys' ? null : leaf
  const option = `--${(known && nameOf(known)) || nameOf({ path }) || 'json'}`
  const options = leaves.map((one) => `--${nameOf(one)}${one.kind === 'list' ? '…' : ''}`).join(' ')
  if (known && issue && valueAt(given, issue.path) === undefined)
    throw new Refusal('field-missing', { option, options })
  const choices = known?.path.length === path.length ? known.words.map(kebab).join(' | ') : ''
  throw new Refusal('option-not-accepted', { option, why: choices || (issue?.message ?? '') })
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  )
}

function leavesOf(schema: Schema, path: readonly string[]): readonly Leaf[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(({ type }) => type !== 'null')
  if (choices.length > 0) {
    const all = choices.flatMap((choice) => leavesOf(choice, path))
    // A field by which the choices are told apart has in each of them one word.
    return [...Map.groupBy(all, nameOf).values()].flatMap((same) => {
      const [first] = same
      return first ? [{ ...first, words: [...new Set(same.flatMap(({ words }) => words))] }] : []
    })
  }
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
  const words = (schema.enum ?? [schema.const]).filter((one) => typeof one === 'string')
  return [{ path, kind: kindOf(schema), words }]
}

function kindOf({ type, items }: Schema): Leaf['kind'] {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type !== 'array') return 'text'
  return items?.type === 'string' ? 'list' : 'json'
}

/** `workingDays` → `working-days`; the parts of a path are parted by dots. */
function nameOf({ path }: Pick<Leaf, 'path'>): string {
  return path.map(kebab).join('.')
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function readValue({ kind, words }: Leaf, value: unknown): unknown {
  switch (kind) {
    case 'number':
      return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
    case 'boolean':
      return value === 'true' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value
    case 'json':
      return parseJson(String(value))
    default:
      // A word may be written as options are: `extension-notice`.
      return words.find((word) => kebab(word) === value) ?? value
  }
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) target[first] = value
  else {
    const inner = target[first]
    const object = typeof inner === 'object' && inner !== null ? { ...inner } : {}
    put(object as Record<string, unknown>, rest, value)
    target[first] = object
  }
}

function jsonOption(text: unknown): Readonly<Record<string, unknown>> {
  if (typeof text !== 'string') return {}
  const read = parseJson(text)
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Refusal('option-not-accepted', { option: '--json', why: '{…}' })
  return read as Readonly<Record<string, unknown>>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('option-not-accepted', { option: '--json', why: 'JSON' })
  }
}
