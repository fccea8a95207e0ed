import type { Language } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { amendmentWords } from '../amendments/words/amendment-words.ts'
import { remedyWords } from '../remedies/words/remedy-words.ts'
import { phaseWords } from '../words/act-words.ts'
import type { AmendmentToDo, AmendmentToDoReason } from './amendment-to-do.ts'
import type { PublicationToDo, PublicationToDoReason } from './publication-to-do.ts'
import type { RemedyToDo, RemedyToDoReason } from './remedy-to-do.ts'
import type { ToDoCase, ToDoReason } from './to-do.ts'
import { isUrgent, type WorkToday } from './work-today.ts'

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

const remedyHeads: Readonly<Record<Language, Readonly<Record<RemedyToDoReason, string>>>> = {
  'zh-CN': {
    overdue: '复议诉讼答复（答辩）已逾期',
    dueToday: '复议诉讼答复（答辩）今天到期',
    dueSoon: '复议诉讼答复（答辩）即将到期',
    toReopen: '复议诉讼结果纠正，原申请待重新办理',
  },
  en: {
    overdue: 'Reconsideration and litigation: your reply is overdue',
    dueToday: 'Reconsideration and litigation: your reply is due today',
    dueSoon: 'Reconsideration and litigation: your reply is due soon',
    toReopen: 'Overturned, and the request waits to be reopened',
  },
}

const amendmentHeads: Readonly<Record<Language, Readonly<Record<AmendmentToDoReason, string>>>> = {
  'zh-CN': {
    pastTarget: '更正申请已过内部期限（或者重新办理的期限）',
    toApprove: '更正申请待审批',
    toServe: '更正申请待送达（告知）',
    waitingLong: '更正申请等待超过30天，没有设定内部期限',
  },
  en: {
    pastTarget: 'Record amendments past their target day',
    toApprove: 'Record amendments to approve',
    toServe: 'Record amendments to serve, or to tell the applicant of',
    waitingLong: 'Record amendments that have been waiting for more than 30 days, without a target day',
  },
}

const publicationHeads: Readonly<Record<Language, Readonly<Record<PublicationToDoReason, string>>>> = {
  'zh-CN': {
    overdue: '主动公开已逾期',
    dueToday: '主动公开今天到期',
    dueSoon: '主动公开即将到期',
    elsewhereOverdue: '集约化平台上的公开已逾期（未登记网址）',
    elsewhereDueToday: '集约化平台上的公开今天到期（未登记网址）',
    elsewhereDueSoon: '集约化平台上的公开即将到期（未登记网址）',
    scheduleMissed: '定时发布未能完成',
    toTakeDown: '处罚决定被变更、撤销，应当撤下',
    toReview: '主动公开待审查（审核）',
    referred: '主动公开已报请确定，待答复',
    toPublish: '主动公开待发布',
    scheduled: '主动公开定时发布中',
    ending: '有效期即将届满',
    toReassess: '不公开的信息应当定期评估',
    proposed: '多人申请同一信息，建议主动公开',
    suggested: '申请人建议主动公开，应当答复',
  },
  en: {
    overdue: 'Publication is overdue',
    dueToday: 'Publication is due today',
    dueSoon: 'Publication is due soon',
    elsewhereOverdue: 'Overdue on the shared platform: no address recorded',
    elsewhereDueToday: 'Due today on the shared platform: no address recorded',
    elsewhereDueSoon: 'Due soon on the shared platform: no address recorded',
    scheduleMissed: 'Scheduled, and not published at its hour',
    toTakeDown: 'Penalties changed or annulled, to withdraw',
    toReview: 'Publications to review',
    referred: 'Publications referred, not answered yet',
    toPublish: 'Approved, to publish',
    scheduled: 'Scheduled publications',
    ending: 'Validity ends soon',
    toReassess: 'Not published, to assess again',
    proposed: 'Several asked for the same: publication is proposed',
    suggested: 'Applicants suggest publication, to be answered',
  },
}

function publicationTold({ on, waitsFor }: PublicationToDo, language: Language): string {
  const told = [...(on === null ? [] : [on]), ...(waitsFor === null ? [] : [waitsFor])]
  return told.length === 0 ? '' : ` ${told.join(language === 'zh-CN' ? '，' : ', ')}`
}

/** A heading with its number of cases, and a line for each of them. */
export type ToDoPart = { readonly head: string; readonly urgent: boolean; readonly lines: readonly string[] }

/** What wants somebody today in words, what cannot wait first: numbers and days only, no name and no content. */
export function toDoParts(
  { toDo, remedies, amendments, publications = [] }: WorkToday,
  today: Day,
  language: Language,
): readonly ToDoPart[] {
  const part = (head: string, urgent: boolean, lines: readonly string[]) => ({
    head: language === 'zh-CN' ? `${head} ${lines.length} 件` : `${head}: ${lines.length}`,
    urgent,
    lines,
  })
  const parts = [
    ...toDo.map(({ reason, cases }) => {
      const lines = cases.map((one) => `${one.number} ${told(one, reason, today, language)}`)
      return part(heads[language][reason], isUrgent(reason), lines)
    }),
    ...remedies.map(({ reason, cases }) => {
      const lines = cases.map((one) => `${one.caseNumber} ${remedyTold(one, reason, language)}`)
      return part(remedyHeads[language][reason], isUrgent(reason), lines)
    }),
    ...amendments.map(({ reason, cases }) => {
      const lines = cases.map((one) => `${one.number} ${amendmentTold(one, language)}`)
      return part(amendmentHeads[language][reason], isUrgent(reason), lines)
    }),
    ...publications.map(({ reason, cases }) => {
      const lines = cases.map((one) => `${one.number}${publicationTold(one, language)}`)
      return part(publicationHeads[language][reason], isUrgent(reason), lines)
    }),
  ]
  return [...parts.filter(({ urgent }) => urgent), ...parts.filter(({ urgent }) => !urgent)]
}

/** A text ready to paste into an office chat. */
export function toDoText(agency: string, today: Day, work: WorkToday, language: Language): string {
  const chinese = language === 'zh-CN'
  const title = chinese ? `【${agency}】依申请公开待办（${today}）` : `${agency}: disclosure requests to do (${today})`
  const parts = toDoParts(work, today, language)
  const colon = chinese ? '：' : ''
  const lines = parts.flatMap(({ head, lines: own }) => [`${head}${colon}`, ...own.map((line) => `  ${line}`)])
  return `${[title, ...(parts.length === 0 ? [nothingToDo[language]] : lines)].join('\n')}\n`
}

export const nothingToDo: Readonly<Record<Language, string>> = {
  'zh-CN': '今天没有待办事项。',
  en: 'Nothing to do today.',
}

function told(
  { phase, arrivedOn, dueOn, lapsesOn }: ToDoCase,
  reason: ToDoReason,
  today: Day,
  language: Language,
): string {
  const chinese = language === 'zh-CN'
  const stands = phaseWords[language][phase]
  switch (reason) {
    case 'unconfirmed':
      if (arrivedOn < today)
        return chinese ? `${arrivedOn} 到达，已过当日` : `arrived on ${arrivedOn}, that day is over`
      return chinese ? `${arrivedOn} 到达` : `arrived on ${arrivedOn}`
    case 'lapsed':
      return chinese ? `${lapsesOn} 届满，${stands}` : `until ${lapsesOn}, ${stands}`
    default:
      return dueOn === null ? stands : chinese ? `答复期限 ${dueOn}，${stands}` : `due on ${dueOn}, ${stands}`
  }
}

function amendmentTold({ phase, arrivedOn, targetOn }: AmendmentToDo, language: Language): string {
  const stands = amendmentWords[language].phases[phase]
  if (language === 'en')
    return targetOn === null ? `arrived on ${arrivedOn}, ${stands}` : `target day ${targetOn}, ${stands}`
  return targetOn === null ? `${arrivedOn} 收到，${stands}` : `期限 ${targetOn}，${stands}`
}

function remedyTold(
  { kind, requestNumber, dueOn, concludedOn }: RemedyToDo,
  reason: RemedyToDoReason,
  language: Language,
) {
  const chinese = language === 'zh-CN'
  const what = remedyWords[language].kinds[kind]
  if (reason === 'toReopen')
    return chinese
      ? `${what}，${concludedOn} 审结，原申请 ${requestNumber}`
      : `${what}, concluded on ${concludedOn}, request ${requestNumber}`
  return chinese ? `${what}，期限 ${dueOn}` : `${what}, due on ${dueOn}`
}
