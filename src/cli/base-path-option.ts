import { Refusal } from '../refusals/refusal.ts'

/** `--base-path`, as it begins every address: begins and ends with a slash. */
export function basePathOption(text = '/'): string {
  const parts = text.split('/').filter((part) => part !== '')
  const plain = parts.every((part) => /^[\w-][\w.-]*$/.test(part))
  if (!text.startsWith('/') || !plain) throw new Refusal('bad-option', { reason: `--base-path ${text}` })
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}
