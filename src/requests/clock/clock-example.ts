import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { ClockState } from './evaluate-clock.ts'

/**
 * A worked case: counted by hand over the arrangements as they were published, and reviewed line by line. `says` is what
 * the clock must say, as far as written. Adding a case needs no programming.
 */
export type ClockExample = {
  readonly title: string
  readonly today: string
  readonly received: string
  readonly channel?: ReceiptChannelId
  /** The national calendar as it was known on this day; without it, as it is known now. */
  readonly knownOn?: string
  readonly layer?: { readonly off: readonly string[]; readonly work: readonly string[] }
  readonly events?: readonly Readonly<Record<string, unknown>>[]
  readonly says: {
    readonly state?: ClockState
    readonly dueOn?: string | null
    readonly dueOnIfSilent?: string | null
    readonly provisional?: boolean
    readonly workingDaysLeft?: number | null
    readonly overdue?: boolean
    readonly correctionNoticeDueOn?: string
    readonly consultations?: readonly { readonly party: string; readonly dueOn: string | null }[]
    readonly paymentDueOn?: string | null
    readonly lapsesOn?: string | null
    /** First and last day and working days of each step. */
    readonly steps?: readonly (readonly [from: string, to: string | null, counted: number])[]
    readonly problems?: readonly string[]
  }
}
