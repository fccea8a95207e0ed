import type { Reopening } from '../api/remedies/perform-remedy-act.ts'
import { remedyAnswer } from '../api/remedies/remedies-page.ts'
import type { Language } from '../refusals/refusal.ts'
import { decisionNamed } from '../requests/remedies/decision-named.ts'
import { type PresentedRemedy, presentRemedy } from '../requests/remedies/present-remedy.ts'
import type { Remedy } from '../requests/remedies/remedy.ts'
import { remedyWords } from '../requests/remedies/words/remedy-words.ts'
import type { Calendar } from '../statute/calendar/calendar.ts'
import type { CommandContext } from './context.ts'

type Words = {
  readonly due: (on: string) => string
  readonly late: string
  readonly provisional: string
  readonly undecided: string
  readonly notCounted: string
  readonly reopen: Readonly<Record<Reopening['procedure'], (command: string) => string>>
  readonly none: string
  readonly next: (mark: string) => string
  readonly heads: readonly string[]
  readonly yesNo: Readonly<Record<'yes' | 'no', string>>
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    due: (on) => `提交答复（答辩）期限 ${on}`,
    late: '（逾期）',
    provisional: '（暂定）',
    undecided: '无法计算期限：不知道适用的程序，或者当时的期限规定未收录',
    notCounted: '本机关为复议机关共同被告，不计入本机关年度报告',
    reopen: {
      request: (command) => `结果纠正，原申请可以重新办理（已计入年度报告的数不变，也不再重复计数）：\n  ${command}`,
      recordAmendment: (command) => `结果纠正，原更正申请可以重新办理：\n  ${command}`,
    },
    none: '没有符合条件的案件。\n',
    next: (mark) => `还有更多，请加 --after '${mark}'\n`,
    heads: ['案号', '类型', '申请编号', '立案日期', '答复（答辩）期限', '状态', '复议机关或法院'],
    yesNo: { yes: '是', no: '否' },
  },
  en: {
    due: (on) => `to be answered by ${on}`,
    late: ' (late)',
    provisional: ' (provisional)',
    undecided: 'no deadline can be counted: the procedure, or the law of that time, is not known',
    notCounted: 'co-defendant as the reconsideration body: not counted in the report of this agency',
    reopen: {
      request: (command) =>
        `Overturned: its request can be reopened. What was counted stays, and nothing is counted again:\n  ${command}`,
      recordAmendment: (command) => `Overturned: its record amendment can be reopened:\n  ${command}`,
    },
    none: 'No case matches.\n',
    next: (mark) => `There is more: add --after '${mark}'\n`,
    heads: ['case number', 'kind', 'request', 'filed', 'due', 'stands', 'body or court'],
    yesNo: { yes: 'yes', no: 'no' },
  },
}

/** What a change has led to: where the case stands, its last day, and what can follow. */
export function remedyDone(
  remedy: Remedy,
  calendar: Calendar,
  reopens: Reopening | null,
  agencyCode: string,
  format: 'text' | 'json',
  { language, today }: CommandContext,
): string {
  const own = words[language]
  const shown = presentRemedy(remedy, calendar, today, language)
  const { caseNumber, state, dueOn } = shown
  if (format === 'json') return `${JSON.stringify(remedyAnswer(shown, reopens))}\n`
  const facts = [
    standing(shown, language),
    ...(dueOn ? [own.due(marked(shown, language))] : []),
    ...(state === 'awaitingAnswer' && !dueOn ? [own.undecided] : []),
    ...(remedy.coDefendant === 'yes' ? [own.notCounted] : []),
  ]
  return `${caseNumber} ${facts.join(language === 'en' ? '; ' : '；')}\n${reopens ? `${reopeningInText(reopens, agencyCode, shown, language)}\n` : ''}`
}

/** Cases, columns parted by tabs. */
export function remediesInText(
  remedies: readonly Omit<PresentedRemedy, 'steps'>[],
  next: string | null,
  { language }: CommandContext,
): string {
  const own = words[language]
  if (remedies.length === 0) return own.none
  const lines = remedies.map((one) =>
    [
      one.caseNumber,
      remedyWords[language].kinds[one.kind],
      one.requestNumber ?? '',
      one.filedOn,
      marked(one, language),
      standing(one, language),
      one.body ?? '',
    ].join('\t'),
  )
  return `${[own.heads.join('\t'), ...lines].join('\n')}\n${next === null ? '' : own.next(next)}`
}

/** A case with all that is on record, the steps to its last day, and what can follow. */
export function remedyInText(
  shown: PresentedRemedy,
  reopens: Reopening | null,
  agencyCode: string,
  context: CommandContext,
): string {
  const { language } = context
  const own = words[language]
  const { fields, kinds, procedures, rawResults, results } = remedyWords[language]
  const { requestNumber, body, filedOn, copyReceivedOn, convertedOn, answeredOn, concludedOn } = shown
  const told: readonly (readonly [string, string | null])[] = [
    [fields.kind, kinds[shown.kind]],
    [fields.body, body],
    [fields.requestNumber, requestNumber],
    [fields.procedure, shown.procedure && procedures[shown.procedure]],
    [fields.filedOn, filedOn],
    [fields.copyReceivedOn, copyReceivedOn],
    [fields.convertedOn, convertedOn],
    [fields.answeredOn, answeredOn],
    [fields.concludedOn, concludedOn],
    [fields.rawResult, shown.rawResult && rawResults[shown.rawResult]],
    [fields.result, shown.result && results[shown.result]],
    [fields.coDefendant, shown.coDefendant && own.yesNo[shown.coDefendant]],
  ]
  const lines = [
    `${shown.caseNumber} ${standing(shown, language)}`,
    ...told.flatMap(([name, value]) => (value === null ? [] : [`  ${name}\t${value}`])),
    ...(shown.coDefendant === 'yes' ? [`  ${own.notCounted}`] : []),
    ...(shown.dueOn ? [`  ${own.due(marked(shown, language))}`] : []),
    ...(shown.state === 'awaitingAnswer' && !shown.dueOn ? [`  ${own.undecided}`] : []),
    ...shown.steps.map((step) => `  ${step.from}\t${step.to}\t${step.counted}\t${step.why}\t${step.article}`),
    ...(reopens ? [reopeningInText(reopens, agencyCode, shown, language)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function standing({ state, result }: Pick<PresentedRemedy, 'state' | 'result'>, language: Language): string {
  const { states, results } = remedyWords[language]
  return result ? `${states[state]} ${results[result]}` : states[state]
}

function marked(
  { dueOn, overdue, provisional }: Pick<PresentedRemedy, 'dueOn' | 'overdue' | 'provisional'>,
  language: Language,
): string {
  const own = words[language]
  return dueOn === null ? '' : `${dueOn}${provisional ? own.provisional : ''}${overdue ? own.late : ''}`
}

/** That it can be reopened, and by which command; of a record amendment nothing was counted. */
function reopeningInText(
  { number, procedure }: Reopening,
  agencyCode: string,
  remedy: Parameters<typeof decisionNamed>[0],
  language: Language,
): string {
  const noun = procedure === 'request' ? 'requests' : 'amendments'
  const named = inShell(decisionNamed(remedy))
  const command = `gongkai ${noun} reopen ${inShell(number)} --agency ${agencyCode} --remedy ${named} --until DAY --reasons TEXT`
  return words[language].reopen[procedure](command)
}

/** A word as it can be pasted into a shell, whatever was typed into it. */
function inShell(text: string): string {
  return /^[\p{L}\p{N}._-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
