import { officeRoles } from '../../../office/role.ts'
import { day } from '../../../statute/day.ts'
import { sampleFacts } from '../../letters/sample-letter.ts'
import type { AmendmentCommand, AmendmentCommandOf, AmendmentCommandType } from '../amendment-command.ts'
import type { AmendmentEvent } from '../amendment-event.ts'
import { decideAmendment } from '../decide-amendment.ts'
import { foldAmendment } from '../evolve-amendment.ts'
import { sampleAmendmentCommand } from '../sample-amendments.ts'
import type { AmendmentLetterCase, AmendmentLetterFacts } from './amendment-letter.ts'

const { agency, contact, documentNumber, draft, today, remedies } = sampleFacts
/** Facts that lack nothing for any letter; tests change what they speak of. */
export const sampleAmendmentFacts: AmendmentLetterFacts = {
  agency,
  contact,
  documentNumber,
  draft,
  today,
  remedies,
  applicant: '甲某',
  agent: null,
}

/** A step of a sample case: the act, its day, and what differs from the sample. */
export type AmendmentStep = {
  readonly [T in AmendmentCommandType]: readonly [type: T, on: string, change?: Partial<AmendmentCommandOf<T>>]
}[AmendmentCommandType]

/** The case that these acts make, each of them one that is allowed; approvals are a second person's. */
export function sampleAmendment(...steps: readonly AmendmentStep[]): AmendmentLetterCase {
  let events: readonly AmendmentEvent[] = []
  for (const [type, on, change] of steps) {
    const command = { ...sampleAmendmentCommand(type, day(on)), ...change } as AmendmentCommand
    const actor = type === 'approve' ? 'leader' : 'clerk'
    const answer = decideAmendment(foldAmendment(events), command, {
      today: day('2026-12-31'),
      actor,
      roles: officeRoles,
    })
    if (!answer.events) throw new Error(`${type}: ${answer.refused.rule}`)
    events = [...events, ...answer.events]
  }
  return {
    number: '更2026-0007',
    events,
    record: '房屋登记簿记载的坐落和面积',
    claim: '应为河东街道12号，86.5平方米。',
  }
}
