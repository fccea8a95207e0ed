import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { publicChannel } from './show-to-public.ts'

/** Tells every server process that what the public sees of an agency has changed, once the transaction is through. */
export function notifyPublic(trx: Trx, agencyId: number, what: 'guide' | 'report'): void {
  contextOf(trx).last.push(`notify ${publicChannel}, '${agencyId}:${what}'`)
}
