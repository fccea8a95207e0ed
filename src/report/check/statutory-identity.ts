import { type Identity, type IdentityId, identities } from '../../statute/identities.ts'

/** The identity that a rule checks, with its formula and its source, as `statute/` declares it. */
export function statutoryIdentity(id: IdentityId): Identity {
  const found = identities.find((identity) => identity.id === id)
  if (!found) throw new RangeError(`no identity ${id}`)
  return found
}
