import { agencyKinds, agencyLevels } from '../statute/agency-rank.ts'
import { type Day, parseDay } from '../statute/day.ts'
import type { CheckSettings, NamedFile } from './checker.ts'
import type { Words } from './words/zh-cn.ts'

/** What `FormData` holds under a name. */
type FormField = ReturnType<FormData['get']> & {}

/** A posted form: what to check and how, or one sentence that says what is wrong with the form itself. */
export type CheckOrder =
  | { readonly kind: 'order'; readonly files: readonly NamedFile[]; readonly settings: CheckSettings }
  | { readonly kind: 'complaint'; readonly sentence: string }

/** Most files that one post may hold; the script sends one at a time and knows no such end. */
const mostFiles = 200

/** Reads the fields of the check form; an empty file field is how a browser says that nothing was chosen. */
export async function readCheckForm(form: FormData, words: Words): Promise<CheckOrder> {
  const complaint = (sentence: string): CheckOrder => ({ kind: 'complaint', sentence })
  const level = oneOf(agencyLevels, form.get('level'))
  if (level === undefined) return complaint(words.badSetting(words.level))
  const kind = oneOf(agencyKinds, form.get('kind'))
  if (kind === undefined) return complaint(words.badSetting(words.kind))
  const publishedOn = readDay(form.get('publishedOn'))
  if (publishedOn === undefined) return complaint(words.badSetting(words.publishedOn))

  const files = await filesOf(form.getAll('files'))
  const pasted = form.get('pasted')
  if (typeof pasted === 'string' && pasted.trim() !== '') {
    files.push({ name: `${words.pastedName(1)}.txt`, bytes: new TextEncoder().encode(pasted) })
  }
  const [previous] = await filesOf(form.getAll('previous'))
  if (files.length === 0) return complaint(words.nothingChosen)
  if (files.length > mostFiles) return complaint(words.tooManyFiles(mostFiles))
  if (previous && files.length > 1) return complaint(words.previousNeedsOne)
  return { kind: 'order', files, settings: { level, kind, publishedOn, previous: previous ?? null } }
}

async function filesOf(values: readonly FormField[]): Promise<NamedFile[]> {
  const chosen = values.filter((value) => typeof value !== 'string').filter(({ name, size }) => name !== '' || size > 0)
  return Promise.all(chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

/** The value, null when nothing was said, undefined when something else was said. */
function oneOf<K extends string>(allowed: readonly K[], value: FormField | null): K | null | undefined {
  if (value === null || value === '') return null
  return allowed.find((one) => one === value)
}

function readDay(value: FormField | null): Day | null | undefined {
  if (value === null || value === '') return null
  return parseDay(String(value)) ?? undefined
}
