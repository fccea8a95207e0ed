import type { ApplicantKindId } from '../../../statute/applicant-kinds.ts'

/** How a letter speaks to whoever applies. */
export function speakTo(kind: ApplicantKindId, count: number): string {
  if (kind !== 'naturalPerson') return '贵单位'
  return count > 1 ? '你们' : '您'
}
