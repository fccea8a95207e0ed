import type { PublicAgency } from '../../storage/publications/public-items.ts'

/** An organ with those below it. */
export type AgencyBranch = { readonly agency: PublicAgency; readonly below: readonly AgencyBranch[] }

/** Organs as a tree by parent, governments first and then by code. One whose parent is not here stands at the top. */
export function agencyTree(agencies: readonly PublicAgency[]): readonly AgencyBranch[] {
  const known = new Set(agencies.map(({ id }) => id))
  const byParent = Map.groupBy(agencies, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const branches = (parentId: number | null): readonly AgencyBranch[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => rank(a) - rank(b))
      .map((agency) => ({ agency, below: branches(agency.id) }))
  return branches(null)
}

const rank = ({ kind }: PublicAgency): number => (kind === 'government' ? 0 : 1)

/** The organs of a tree in reading order, each with how deep it stands. */
export function inTreeOrder(
  branches: readonly AgencyBranch[],
  depth = 0,
): readonly { readonly agency: PublicAgency; readonly depth: number }[] {
  return branches.flatMap(({ agency, below }) => [{ agency, depth }, ...inTreeOrder(below, depth + 1)])
}
