import type { Language } from '../refusals/refusal.ts'
import type { ClockCase, ClockState } from '../requests/clock/evaluate-clock.ts'
import type { PresentedClock } from '../requests/clock/present-clock.ts'

type Words = {
  readonly states: Readonly<Record<ClockState, string>>
  readonly due: (clock: PresentedClock) => readonly string[]
  readonly problem: string
  readonly to: string
  readonly open: string
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    states: {
      running: '办理中',
      awaitingCorrection: '等待补正',
      consulting: '征求意见中',
      awaitingPayment: '等待缴费',
      closed: '已办结',
    },
    due: ({ dueOn, dueOnIfSilent, workingDaysLeft, overdue, lapsesOn, provisional, consultations }) => [
      ...(dueOn === null ? [] : [`答复期限 ${dueOn}${leftZh(workingDaysLeft, overdue)}`]),
      ...(dueOn === null && dueOnIfSilent !== null ? [`如对方都不答复，答复期限 ${dueOnIfSilent}`] : []),
      ...consultations.map(
        ({ party, dueOn }) => `征求意见${party && `“${party}”`} ${dueOn === null ? '未定期限' : `至 ${dueOn} 止`}`,
      ),
      ...(lapsesOn === null ? [] : [`申请人最迟 ${lapsesOn} 补正或缴费`]),
      ...(provisional ? ['所涉日期有尚未公布放假安排的，暂按周末推算，公布后可能变动'] : []),
    ],
    problem: '问题',
    to: '至',
    open: '未定',
  },
  en: {
    states: {
      running: 'running',
      awaitingCorrection: 'awaiting correction',
      consulting: 'consulting',
      awaitingPayment: 'awaiting payment',
      closed: 'closed',
    },
    due: ({ dueOn, dueOnIfSilent, workingDaysLeft, overdue, lapsesOn, provisional, consultations }) => [
      ...(dueOn === null ? [] : [`due on ${dueOn}${leftEn(workingDaysLeft, overdue)}`]),
      ...(dueOn === null && dueOnIfSilent !== null ? [`due on ${dueOnIfSilent} if nobody answers`] : []),
      ...consultations.map(
        ({ party, dueOn }) =>
          `consultation${party && ` of ${party}`} ${dueOn === null ? 'without a period' : `until ${dueOn}`}`,
      ),
      ...(lapsesOn === null ? [] : [`the applicant has to correct or pay by ${lapsesOn}`]),
      ...(provisional ? ['provisional: some of the days are not settled by a holiday notice yet'] : []),
    ],
    problem: 'problem',
    to: 'to',
    open: 'open',
  },
}

/** A clock for people, to be printed for the file: where it stands, each step with its article, then what is wrong. */
export function clockText(clock: PresentedClock, { receipt }: ClockCase, language: Language): string {
  const { states, due, problem, to, open } = words[language]
  const lines = [
    `${receipt.on} ${[states[clock.state], ...due(clock)].join(language === 'en' ? '; ' : '；')}`,
    ...clock.steps.map(
      (step) =>
        `  ${step.from}${step.to === step.from ? '' : ` ${to} ${step.to ?? open}`}\t${step.counted}\t${step.why}\t${step.article}`,
    ),
    ...clock.problems.map(({ message, article }) => `  ${problem}\t${message}\t${article}`),
  ]
  return `${lines.join('\n')}\n\n`
}

function leftZh(left: number | null, overdue: boolean): string {
  if (left === null) return overdue ? '，逾期答复' : ''
  return left < 0 ? `，已逾期 ${-left} 个工作日` : `，还剩 ${left} 个工作日`
}

function leftEn(left: number | null, overdue: boolean): string {
  if (left === null) return overdue ? ', replied too late' : ''
  return left < 0 ? `, overdue by ${-left} working days` : `, ${left} working days left`
}
