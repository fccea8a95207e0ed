/** Where a case stands; which acts are possible follows from it (see `transitions`). */
export type Phase =
  /** Arrived by a channel that both sides confirm, and not confirmed yet: no period runs. */
  | 'unconfirmed'
  | 'handling'
  | 'awaitingCorrection'
  | 'awaitingPayment'
  /** A reply is drafted and waits for approval. */
  | 'decided'
  /** Approved, and not served yet. */
  | 'approved'
  | 'closed'
  /** Taken up anew after a remedy. */
  | 'reopened'
  /** The same request as another one, and handled there. */
  | 'joined'
  | 'archived'

export const phases: readonly Phase[] = [
  'unconfirmed',
  'handling',
  'awaitingCorrection',
  'awaitingPayment',
  'decided',
  'approved',
  'closed',
  'reopened',
  'joined',
  'archived',
]
