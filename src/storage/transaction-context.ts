import type { FileFolder } from './files/file-folder.ts'
import type { ApplicantSealer } from './sealing/applicant-sealer.ts'
import type { InstallationKey } from './secrets/installation-key.ts'
import type { Acting, Trx } from './storage.ts'
import type { AuditQueue } from './transaction/audit-queue.ts'

/** What functions that take a transaction need besides it. */
export type TransactionContext = {
  readonly who: Acting
  readonly key: InstallationKey
  readonly sealer: ApplicantSealer
  readonly audit: AuditQueue
  readonly files: FileFolder
  /** Statements, with their values in them, that travel with the commit: they save a way to the server and back. */
  readonly last: string[]
}

const contexts = new WeakMap<Trx, TransactionContext>()

export function setContext(trx: Trx, context: TransactionContext): void {
  contexts.set(trx, context)
}

/** The context `transact` gave this transaction; one that did not come from `transact` is a bug. */
export function contextOf(trx: Trx): TransactionContext {
  const context = contexts.get(trx)
  if (!context) throw new Error('this transaction was not opened by Storage.transact')
  return context
}
