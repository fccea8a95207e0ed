import type { ApplicantKindId } from '../../../statute/applicant-kinds.ts'

/**
 * Whom a letter to the applicant is written to: always the applicant, with the agent who acts for them beside it. Joint
 * applicants are named by their representative, who stands first.
 */
export function addressApplicant(names: readonly string[], kind: ApplicantKindId, agent: string | null): string | null {
  const [first, ...others] = names
  if (first === undefined) return null
  const besides = [...(others.length > 0 ? [`代表人${first}`] : []), ...(agent === null ? [] : [`委托代理人${agent}`])]
  const all = others.length === 0 ? first : `${first}等${names.length}${kind === 'naturalPerson' ? '人' : '家单位'}`
  return besides.length === 0 ? all : `${all}（${besides.join('，')}）`
}
