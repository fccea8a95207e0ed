import { officialDay } from '../../office/official-day.ts'
import type { Remedy } from './remedy.ts'

/** The decision or judgment that ended a case, as a letter names it: whose, of which day, its number and its kind. */
export function decisionNamed({
  kind,
  body,
  caseNumber,
  concludedOn,
}: Pick<Remedy, 'kind' | 'body' | 'caseNumber' | 'concludedOn'>): string {
  const reconsideration = kind === 'reconsideration'
  const whose = body ?? (reconsideration ? '行政复议机关' : '人民法院')
  const when = concludedOn === null ? '' : officialDay(concludedOn)
  return `${whose}${when}作出的${caseNumber}${reconsideration ? '行政复议决定' : '行政判决'}`
}
