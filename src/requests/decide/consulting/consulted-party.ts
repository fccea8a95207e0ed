import type { Consulted, RequestCase } from '../../case/request-case.ts'

/** The latest consultation of a party; undefined where there was none. */
export function consultedParty({ consultations }: RequestCase, party: string): Consulted | undefined {
  return consultations.findLast((one) => one.party === party)
}
