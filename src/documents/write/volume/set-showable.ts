import { Refusal } from '../../../refusals/refusal.ts'
import type { PdfTask } from '../pdf/pdf-answer.ts'
import type { PaperSetter } from '../pdf/write-pdf-apart.ts'

const geta = '〓'

/** Sets a paper; what an applicant wrote must not stop a volume, so a character without a face becomes a sign for it, and is told in `unshown`. */
export async function setShowable(setter: PaperSetter, task: PdfTask, unshown: Set<string>): Promise<Uint8Array> {
  try {
    return await setter.set(task)
  } catch (error) {
    if (!(error instanceof Refusal) || error.id !== 'missing-glyph') throw error
    const missing = [...String(error.details.characters)].filter((one) => one !== ' ' && one !== geta)
    if (missing.length === 0) throw error
    for (const one of missing) unshown.add(one)
    return await setShowable(setter, withoutCharacters(task, new Set(missing)) as PdfTask, unshown)
  }
}

function withoutCharacters(value: unknown, missing: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return [...value].map((one) => (missing.has(one) ? geta : one)).join('')
  if (Array.isArray(value)) return value.map((one) => withoutCharacters(one, missing))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutCharacters(inner, missing)]))
}
