import { escapeLiteral } from 'pg'
import type { Acting } from '../storage.ts'

/** The statement by which the rest of a transaction, or what comes until the next such statement, is done as `who`. */
export function setActing({ agencies, actor, reason }: Acting): string {
  const wrong = agencies.find((id) => !Number.isInteger(id))
  if (wrong !== undefined) throw new TypeError(`not an agency id: ${wrong}`)
  const settings = [
    ['app.agencies', agencies.length === 0 ? '' : `{${agencies.join(',')}}`],
    ['app.actor', actor],
    ['app.reason', reason ?? ''],
  ] as const
  const set = settings.map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
  return `select ${set.join(', ')}`
}
