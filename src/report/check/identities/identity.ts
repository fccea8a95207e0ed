import { rowsAddedIn2021 } from '../../../statute/form-2019.ts'
import { type CellAddress, cellAt, formatAddress, type Report } from '../../report.ts'
import type { IdentityEvidence, RuleFinding, Term } from '../rule.ts'

/**
 * What a cell counts in an identity: a number or remark by its value, a dash as 0, a row the old form lacks as 0;
 * null when nothing certain stands there.
 */
export function countOf(report: Report, address: CellAddress): number | null {
  const cell = cellAt(report, address)
  switch (cell.kind) {
    case 'number':
    case 'remark':
      return cell.value
    case 'none':
      return 0
    case 'missing':
      return isLackedByOldForm(report, address) ? 0 : null
    case 'blank':
    case 'unreadable':
      return null
  }
}

function isLackedByOldForm(report: Report, address: CellAddress): boolean {
  if (report.form === '2021' || address.table !== 'requests' || !rowsAddedIn2021.includes(address.row)) return false
  const row = Object.values(report.requests[address.row])
  const collapsed = report.requests['other.remaining']
  return (
    row.every((cell) => cell.kind === 'missing') && Object.values(collapsed).some((cell) => cell.kind !== 'missing')
  )
}

/** One term of an identity: a cell, of this report unless `of` says another, added unless `sign` is -1. */
export type Addend = { readonly at: CellAddress; readonly of?: Report; readonly sign?: -1 }

type Side = { readonly sum: number; readonly terms: readonly Term[]; readonly uncertain: readonly string[] }

function addUp(report: Report, addends: readonly Addend[]): Side {
  let sum = 0
  const terms: Term[] = []
  const uncertain: string[] = []
  for (const { at, of, sign } of addends) {
    const count = countOf(of ?? report, at)
    if (count === null) uncertain.push(formatAddress(at))
    else if (count !== 0) {
      sum += (sign ?? 1) * count
      terms.push({ where: formatAddress(at), value: (sign ?? 1) * count })
    }
  }
  return { sum: roundMoney(sum), terms, uncertain }
}

/** Sums of 万元 with decimals, freed of binary dust. */
function roundMoney(sum: number): number {
  return Math.round(sum * 1e6) / 1e6
}

/** An equation between cells, as the contract writes it. */
export type Identity = {
  readonly where: string
  readonly left: readonly Addend[]
  readonly right: readonly Addend[]
  readonly formula: string
}

type IdentityFinding = RuleFinding<'K1'> & { readonly evidence: IdentityEvidence }

/**
 * Nothing when both sides agree. An identity none of whose cells holds anything is not spoken of: there is nothing to
 * compare, and `blank-cells` has said so once for the table.
 */
export function checkIdentity(report: Report, identity: Identity): readonly IdentityFinding[] {
  const left = addUp(report, identity.left)
  const right = addUp(report, identity.right)
  const uncertain = [...left.uncertain, ...right.uncertain]
  const { where, formula } = identity
  const evidence = { terms: { left: left.terms, right: right.terms }, uncertain }
  if (uncertain.length > 0) {
    if (isEmpty(report, identity)) return []
    return [{ where, state: 'uncertain', formula, evidence }]
  }
  if (left.sum === right.sum) return []
  return [{ where, left: left.sum, right: right.sum, formula, evidence }]
}

function isEmpty(report: Report, { left, right }: Identity): boolean {
  const holdsNothing = ({ at, of }: Addend) => ['blank', 'missing'].includes(cellAt(of ?? report, at).kind)
  return [...left, ...right].every(holdsNothing)
}
