import { escapeLiteral } from 'pg'
import type { Acting } from '../storage.ts'

/** The statement by which the rest of a transaction, or what comes until the next such statement, is done as `who`. */
export function setActing({ agencies, actor, reason, settings = {} }: Acting): string {
  const wrong = agencies.find((id) => !Number.isInteger(id))
  if (wrong !== undefined) throw new TypeError(`not an agency id: ${wrong}`)
  const all = [
    ['app.agencies', agencies.length === 0 ? '' : `{${agencies.join(',')}}`],
    ['app.actor', actor],
    ['app.reason', reason ?? ''],
    ...Object.entries(settings),
  ] as const
  const set = all.map(([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`)
  return `select ${set.join(', ')}`
}
