import { z } from 'zod'

/** Every query may also say in which language to answer. */
const lang = z.enum(['zh-CN', 'en']).optional()

/**
 * The query of a route: these names, `lang`, and no others. A name that is unknown is refused, for a condition that is mistyped
 * would otherwise be a list of everything. The message of that issue is the names that are known.
 */
export function queryOf<T extends z.core.$ZodLooseShape>(shape: T) {
  const whole = { ...shape, lang }
  const known = Object.keys(whole).join(', ')
  return z.strictObject(whole, { error: ({ code }) => (code === 'unrecognized_keys' ? known : undefined) })
}
