import { officeRoles } from '../../office/role.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { type Day, day } from '../../statute/day.ts'
import { foldEvents } from '../case/evolve.ts'
import { decideRequest } from '../decide/decide-request.ts'
import type { CommandOf, RequestCommand, RequestCommandType } from '../decide/request-command.ts'
import { sampleCommand, sampleDecision } from '../decide/sample-commands.ts'
import type { Decision, RequestEvent } from '../events/request-event.ts'
import type { LetterCase, LetterFacts } from './letter.ts'

/** Facts that lack nothing for any letter; tests change what they speak of. */
export const sampleFacts: LetterFacts = {
  agency: { name: '清河县水务局', level: 'county', kind: 'department', line: 'ordinary' },
  applicants: ['甲某'],
  content: '清河县2025年度河道治理项目验收报告',
  consulted: null,
  thirdParty: '乙建设工程有限公司',
  contact: '综合科 丙某 0000-0000000',
  payment: '通过非税收入缴款码缴纳，缴款码另附',
  documentNumber: '清水公函〔2026〕3号',
  draft: false,
  today: day('2026-03-02'),
  replyTitles: 'alike',
  remedies: {
    names: {
      ownGovernment: '清河县人民政府',
      superior: '河阳市水务局',
      court: '清河县人民法院',
      onlineChannel: '行政复议网上申请平台',
    },
    settings: { inquiryFirst: false, partsFirst: true, noReplyFirst: true, collectiveJurisdiction: false },
  },
}

/** A step of a sample case: the act, its day, and what differs from the sample. */
export type Step = {
  readonly [T in RequestCommandType]: readonly [type: T, on: string, change?: Partial<CommandOf<T>>]
}[RequestCommandType]

/** The case that these acts make, each of them one that is allowed; approvals are a second person's. */
export function sampleCase(...steps: readonly Step[]): LetterCase {
  const number = '2026-0012'
  let events: readonly RequestEvent[] = []
  for (const [type, on, change] of steps) {
    const command = { ...sampleCommand(type, day(on)), ...change } as RequestCommand
    const context = {
      today: day('2026-12-31'),
      number,
      calendar: nationalCalendar,
      actor: type === 'approve' ? 'leader' : 'clerk',
      roles: officeRoles,
    }
    const { events: added, refused } = decideRequest(foldEvents(events), command, context)
    if (refused) throw new Error(`${type}: ${refused.rule}`)
    events = [...events, ...added]
  }
  return { number, events, calendar: nationalCalendar }
}

/** A case whose reply is approved, or only drafted, after what came before it. */
export function sampleReply(
  decision: Partial<Decision>,
  before: readonly Step[] = [],
  end: 'approved' | 'drafted' = 'approved',
): LetterCase {
  const on = latest(before)
  return sampleCase(
    ['register', '2026-03-02'],
    ...before,
    ['decide', on, { decision: { ...sampleDecision, ...decision } }],
    ...(end === 'approved' ? ([['approve', on, { documentNumber: '清水公复〔2026〕1号' }]] as const) : []),
  )
}

function latest(steps: readonly Step[]): Day {
  return day(['2026-03-20', ...steps.map(([, on]) => on)].sort().at(-1) ?? '')
}
