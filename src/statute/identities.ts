import { type Citation, cite, type Sureness } from './citation.ts'

export type IdentityId = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8' | 'K9' | 'K10' | 'K11'

/** Something that must hold between figures of a report (勾稽关系). */
export type Identity = {
  readonly id: IdentityId
  /** Printed on the form itself, our own consequence of it, or merely to be expected. */
  readonly kind: 'official' | 'derived' | 'plausibility'
  /** The cells or words it speaks of. */
  readonly scope: string
  /** In the identifiers of the form. */
  readonly formula: string
  readonly citation: Citation
  readonly sureness: Sureness
}

/** K1 stands in the corner of table two. What the others follow from is cited; the form prints none of them. */
export const identities: readonly Identity[] = [
  {
    id: 'K1',
    kind: 'official',
    scope: 'requests, each column',
    formula: 'received + carriedIn = total + carriedOut',
    citation: cite('30号'),
    sureness: 'verified',
  },
  {
    id: 'K2',
    kind: 'derived',
    scope: 'requests, each column',
    formula: 'total = sum of the 21 outcome rows',
    citation: cite('30号'),
    sureness: 'derived',
  },
  {
    id: 'K3',
    kind: 'derived',
    scope: 'requests, each row',
    formula: 'total = naturalPerson + five kinds of organisation',
    citation: cite('30号'),
    sureness: 'derived',
  },
  // Functions that moved to another agency are the one good reason for a difference.
  {
    id: 'K4',
    kind: 'derived',
    scope: 'requests, each column, across years',
    formula: 'carriedIn(Y) = carriedOut(Y-1)',
    citation: cite('国办公开办函〔2019〕14号'),
    sureness: 'derived',
  },
  {
    id: 'K5',
    kind: 'derived',
    scope: 'remedies, each group',
    formula: 'total = upheld + overturned + otherResult + pending',
    citation: cite('30号'),
    sureness: 'derived',
  },
  {
    id: 'K6',
    kind: 'derived',
    scope: 'all cells',
    formula: 'counts are whole numbers >= 0; fees.amount >= 0, decimals allowed',
    citation: cite('30号'),
    sureness: 'derived',
  },
  {
    id: 'K7',
    kind: 'derived',
    scope: 'section 1 text against requests',
    formula: 'numbers told in words equal the table; none/zero in words means 0',
    citation: cite('条例50(2)'),
    sureness: 'derived',
  },
  {
    id: 'K8',
    kind: 'derived',
    scope: 'text against remedies',
    formula: 'as K7',
    citation: cite('条例50(3)'),
    sureness: 'derived',
  },
  {
    id: 'K9',
    kind: 'derived',
    scope: 'section 6 text against other.feeOverdue',
    formula: 'feeOverdue > 0 needs at least one fee notice',
    citation: cite('109号'),
    sureness: 'derived',
  },
  {
    id: 'K10',
    kind: 'derived',
    scope: "a government's report",
    formula: 'every cell = sum over its agencies',
    citation: cite('条例49¶2'),
    sureness: 'derived',
  },
  // Documents that lapse or are classed anew break it rightly.
  {
    id: 'K11',
    kind: 'plausibility',
    scope: 'proactive, across years',
    formula: 'inForce(Y) = inForce(Y-1) + issued(Y) - repealed(Y)',
    citation: cite('30号'),
    sureness: 'derived',
  },
]
