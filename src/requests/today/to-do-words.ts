import type { Language } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { phaseWords } from '../words/act-words.ts'
import { type ToDoCase, type ToDoReason, toDoReasons } from './to-do.ts'

type Counted = { readonly reason: ToDoReason; readonly cases: readonly ToDoCase[] }

const heads: Readonly<Record<Language, Readonly<Record<ToDoReason, string>>>> = {
  'zh-CN': {
    overdue: '已逾期',
    dueToday: '今天到期',
    unconfirmed: '待与申请人确认收到（应当日确认）',
    lapsed: '申请人逾期未补正或者未缴费，可以办结',
    ownDue: '内部期限已到',
    dueSoon: '即将到期',
    toApprove: '待审批',
    toServe: '待送达',
  },
  en: {
    overdue: 'Overdue',
    dueToday: 'Due today',
    unconfirmed: 'Receipt to be confirmed with the applicant, on the day of arrival',
    lapsed: 'The applicant has let the day pass: may be closed',
    ownDue: 'Past your own deadline',
    dueSoon: 'Due soon',
    toApprove: 'To approve',
    toServe: 'To serve',
  },
}

/** A text ready to paste into an office chat: numbers and days only, no name and no content. */
export function toDoText(agency: string, today: Day, found: readonly Counted[], language: Language): string {
  const chinese = language === 'zh-CN'
  const title = chinese ? `【${agency}】依申请公开待办（${today}）` : `${agency}: disclosure requests to do (${today})`
  const parts = toDoReasons.flatMap((reason) => {
    const cases = found.find((one) => one.reason === reason)?.cases ?? []
    if (cases.length === 0) return []
    return [
      chinese ? `${heads[language][reason]} ${cases.length} 件：` : `${heads[language][reason]}: ${cases.length}`,
      ...cases.map((one) => `  ${one.number} ${told(one, reason, language)}`),
    ]
  })
  const nothing = chinese ? '今天没有待办事项。' : 'Nothing to do today.'
  return `${[title, ...(parts.length === 0 ? [nothing] : parts)].join('\n')}\n`
}

function told({ phase, arrivedOn, dueOn, lapsesOn }: ToDoCase, reason: ToDoReason, language: Language): string {
  const chinese = language === 'zh-CN'
  const stands = phaseWords[language][phase]
  switch (reason) {
    case 'unconfirmed':
      return chinese ? `${arrivedOn} 到达` : `arrived on ${arrivedOn}`
    case 'lapsed':
      return chinese ? `${lapsesOn} 届满，${stands}` : `until ${lapsesOn}, ${stands}`
    default:
      return dueOn === null ? stands : chinese ? `答复期限 ${dueOn}，${stands}` : `due on ${dueOn}, ${stands}`
  }
}
