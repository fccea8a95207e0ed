import { escapeLiteral } from 'pg'

/** One change, as the audit chain keeps it. Actor and reason are those of the transaction. */
export type AuditEntry = {
  readonly agencyId: number
  /** Verb and noun, `agency.added`. */
  readonly action: string
  /** What was changed, by its key in the ledger: never a person's name. */
  readonly subject: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Entries that wait for the end of their transaction. */
export class AuditQueue {
  #waiting: AuditEntry[] = []

  get size(): number {
    return this.#waiting.length
  }

  add(entries: readonly AuditEntry[]): void {
    for (const entry of entries) this.#waiting.push(entry)
  }

  /** The waiting entries as the JSON that `append_audit` reads, and none waiting after; null when there are none. */
  take(): string | null {
    if (this.#waiting.length === 0) return null
    const json = JSON.stringify(
      this.#waiting.map(({ agencyId, action, subject, before, after }) => ({
        agency_id: agencyId,
        action,
        subject,
        before,
        after,
      })),
    )
    this.#waiting = []
    return json
  }
}

/** The statement that adds waiting entries, as `take` gives them, to the chains. */
export function appendAuditText(entries: string): string {
  return `select append_audit(${escapeLiteral(entries)}::jsonb)`
}
