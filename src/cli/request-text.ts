import type { PresentedRequest } from '../api/requests/present-request.ts'
import type { Language } from '../refusals/refusal.ts'
import { isConfirmed } from '../requests/case/evolve.ts'
import { listingOf } from '../requests/case/listing-of.ts'
import { remedyWords } from '../requests/remedies/words/remedy-words.ts'
import { identityDocuments } from '../requests/volume/identity-rows.ts'
import { actWords, phaseWords } from '../requests/words/act-words.ts'
import { eventWords } from '../requests/words/event-words.ts'
import { letterKindWords, letterOriginWords } from '../requests/words/letter-words.ts'
import { shortLine } from '../requests/words/short-line.ts'
import { applicantKinds } from '../statute/applicant-kinds.ts'
import { outcomes } from '../statute/outcomes.ts'
import { receiptChannels } from '../statute/receipt-channels.ts'
import type { ApplicantIdentity } from '../storage/applicants.ts'
import type { Acted, ActingFor } from '../storage/requests/act-on-request.ts'
import type { RequestPage } from '../storage/requests/list-requests.ts'
import type { People } from '../storage/requests/read-people.ts'
import type { CommandContext } from './context.ts'
import { kebab } from './schema-options.ts'

type Words = {
  readonly due: (on: string) => string
  readonly own: (on: string) => string
  readonly answer: (on: string) => string
  readonly late: string
  readonly lapses: (on: string) => string
  readonly confirm: string
  readonly possible: string
  readonly none: string
  readonly next: (mark: string) => string
  readonly documentNumber: string
  readonly unanswered: string
  readonly answers: Readonly<Record<'consents' | 'objects' | 'partly' | 'silent', string>>
  readonly anonymous: string
  readonly agent: string
  readonly erased: string
  readonly anew: string
  readonly provisional: string
  readonly heads: readonly string[]
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    due: (on) => `答复期限 ${on}`,
    own: (on) => `本单位内部期限 ${on}`,
    answer: (on) => `答复（答辩）期限 ${on}`,
    late: '逾期',
    lapses: (on) => `申请人最迟 ${on} 补正或缴费`,
    confirm: '请当日与申请人确认收到，确认之日为收到之日',
    possible: '现在可以',
    none: '没有符合条件的申请。\n',
    next: (mark) => `还有更多，请加 --after '${mark}'\n`,
    documentNumber: '文号',
    unanswered: '未答复',
    answers: { consents: '同意公开', objects: '不同意公开', partly: '部分同意公开', silent: '逾期未答复' },
    anonymous: '申请人',
    agent: '代理人',
    anew: '重新办理结果',
    erased: '（已删除）',
    provisional: '（暂定）',
    heads: ['编号', '收到日期', '答复期限', '状态', '申请人类型', '申请内容'],
  },
  en: {
    due: (on) => `due on ${on}`,
    own: (on) => `own deadline ${on}`,
    answer: (on) => `to be answered by ${on}`,
    late: 'late',
    lapses: (on) => `the applicant has to correct or pay by ${on}`,
    confirm: 'confirm receipt with the applicant today; that day is the day of receipt',
    possible: 'possible now',
    none: 'No request matches.\n',
    next: (mark) => `There is more: add --after '${mark}'\n`,
    documentNumber: 'document number',
    unanswered: 'not answered',
    answers: { consents: 'consents', objects: 'objects', partly: 'consents in part', silent: 'silent' },
    anonymous: 'applicant',
    agent: 'agent',
    anew: 'answered anew',
    erased: '(erased)',
    provisional: ' (provisional)',
    heads: ['number', 'received', 'due', 'stands', 'applicant kind', 'content'],
  },
}

/** What an act has led to: where the case stands, its deadlines, and what can be done next. */
export function actDone(
  { number, request }: Acted,
  { calendar, today }: ActingFor,
  { language }: CommandContext,
): string {
  const own = words[language]
  const { dueOn, ownDueOn, lapsesOn, provisional } = listingOf(request, calendar, today)
  const counted = (on: string) => (provisional ? `${on}${own.provisional}` : on)
  const facts = [
    phaseWords[language][request.phase],
    ...(dueOn ? [own.due(counted(dueOn))] : []),
    ...(ownDueOn ? [own.own(counted(ownDueOn))] : []),
    // A day for payment is counted; one for a correction was told.
    ...(lapsesOn ? [own.lapses(request.phase === 'awaitingPayment' ? counted(lapsesOn) : lapsesOn)] : []),
    ...(request.phase === 'unconfirmed' && isConfirmed(request.channel) ? [own.confirm] : []),
  ]
  return `${number} ${facts.join(language === 'en' ? '; ' : '；')}\n`
}

/** A page of cases, columns parted by tabs. */
export function listInText({ requests, next }: RequestPage, { language }: CommandContext): string {
  const own = words[language]
  if (requests.length === 0) return own.none
  const lines = requests.map((one) =>
    [
      one.number,
      one.receivedOn ?? '',
      one.dueOn ? `${one.dueOn}${one.provisional ? own.provisional : ''}` : '',
      phaseWords[language][one.phase],
      language === 'en' ? one.applicantKind : applicantKinds.find(({ id }) => id === one.applicantKind)?.ledgerLabel,
      shortLine(one.content ?? '', 40),
    ].join('\t'),
  )
  return `${[own.heads.join('\t'), ...lines].join('\n')}\n${next === null ? '' : own.next(next)}`
}

/** A case with its facts, its events, its clock, and what can be done. */
export function requestInText(shown: PresentedRequest, people: People | null, { language }: CommandContext): string {
  const own = words[language]
  const chinese = language === 'zh-CN'
  const kind = applicantKinds.find(({ id }) => id === shown.applicantKind)?.ledgerLabel
  const channel = receiptChannels.find(({ id }) => id === shown.channel)?.label
  const outcome = outcomes.find(({ id }) => id === shown.outcome)?.words
  const anew = outcomes.find(({ id }) => id === shown.newOutcome)
  const provisional = shown.clock?.state !== 'closed' && shown.clock?.provisional
  const counted = (on: string) => (provisional ? `${on}${own.provisional}` : on)
  const lines = [
    `${shown.number} ${phaseWords[language][shown.phase]}${shown.outcome ? ` ${chinese ? outcome : shown.outcome}` : ''}`,
    `  ${chinese ? `${kind} · ${channel}` : `${shown.applicantKind} · ${shown.channel}`} · ${shown.receivedOn ?? shown.arrivedOn}`,
    ...(people?.applicants ?? []).map((one) => `  ${own.anonymous}\t${one ? personInText(one, language) : own.erased}`),
    ...(people?.agent ? [`  ${own.agent}\t${personInText(people.agent, language)}`] : []),
    ...(shown.content === null ? [] : [`  ${shown.content}`]),
    ...(shown.dueOn === null ? [] : [`  ${own.due(counted(shown.dueOn))}`]),
    ...(shown.ownDueOn === null ? [] : [`  ${own.own(counted(shown.ownDueOn))}`]),
    ...(shown.documentNumber === null ? [] : [`  ${own.documentNumber}\t${shown.documentNumber}`]),
    ...shown.dispatches.map(
      ({ unit, dueOn, answer }) => `  ${[unit, dueOn ?? '', answer ? answer.on : own.unanswered].join('\t')}`,
    ),
    ...shown.consultations.map(
      ({ party, sentOn, answer }) => `  ${[party, sentOn, answer ? own.answers[answer] : own.unanswered].join('\t')}`,
    ),
    ...(anew ? [`  ${own.anew}\t${chinese ? anew.words : anew.id}\t${shown.newRepliedOn ?? ''}`] : []),
    '',
    ...shown.events.map(
      ({ version, on, type, actor }) => `  ${version}\t${on}\t${eventWords[language][type]}\t${actor}`,
    ),
    '',
    ...shown.letters.map(({ on, kind, party, documentNumber, origin, file }) => {
      const named = [letterKindWords[language][kind], party, documentNumber].filter((one) => one !== null).join(' ')
      return `  ${on}\t${named}\t${letterOriginWords[language][origin]}\t${file}`
    }),
    ...(shown.letters.length > 0 ? [''] : []),
    ...(shown.clock?.steps ?? []).map(
      (step) => `  ${step.from}\t${step.to ?? ''}\t${step.counted}\t${step.why}\t${step.article}`,
    ),
    ...(shown.clock?.problems ?? []).map(({ message, article }) => `  ${message}\t${article}`),
    ...(shown.remedies.length === 0 ? [] : ['']),
    ...shown.remedies.map((one) => `  ${remedyLine(one, language)}`),
    '',
    `${own.possible}: ${shown.allowed.map((act) => `${actWords[language][act]} (${kebab(act)})`).join(chinese ? '、' : ', ')}`,
  ]
  return `${lines.join('\n')}\n`
}

/** A remedy of a case in one line: where it stands, and until when the agency has to answer. */
export function remedyLine(one: PresentedRequest['remedies'][number], language: Language): string {
  const { kinds, states, results } = remedyWords[language]
  const due = one.dueOn
    ? [`${words[language].answer(one.dueOn)}${one.provisional ? words[language].provisional : ''}`]
    : []
  const late = one.overdue ? [words[language].late] : []
  return [
    one.caseNumber,
    kinds[one.kind],
    states[one.state],
    ...due,
    ...late,
    ...(one.result ? [results[one.result]] : []),
  ].join('\t')
}

/** Who somebody is, in one line. */
export function personInText({ document, ...told }: ApplicantIdentity, language: Language): string {
  const kind = document && (language === 'en' ? document.kind : identityDocuments[document.kind])
  const { name, ...rest } = told
  return [name, ...(document ? [`${kind} ${document.number}`] : []), ...Object.values(rest)].join(' ')
}
