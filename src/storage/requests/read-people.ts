import type { RequestCase } from '../../requests/case/request-case.ts'
import { type ApplicantIdentity, readApplicant } from '../applicants.ts'
import type { Trx } from '../storage.ts'

/** Who applies, the representative first, and who acts for them; null for whom was erased, and where nobody acts. */
export type People = {
  readonly applicants: readonly (ApplicantIdentity | null)[]
  readonly agent: ApplicantIdentity | null
}

/** Reads the people of a case where they are sealed, which the audit chain keeps. */
export async function readPeople(
  trx: Trx,
  agencyId: number,
  { applicants, agent }: Pick<RequestCase, 'applicants' | 'agent'>,
): Promise<People> {
  const people: (ApplicantIdentity | null)[] = []
  for (const reference of applicants) people.push(await readApplicant(trx, agencyId, reference))
  return { applicants: people, agent: agent && (await readApplicant(trx, agencyId, agent.person)) }
}
