import type { PresentedAmendment } from '../api/amendments/present-amendment.ts'
import type { Language } from '../refusals/refusal.ts'
import { amendmentWords } from '../requests/amendments/words/amendment-words.ts'
import { letterOriginWords } from '../requests/words/letter-words.ts'
import { applicantKinds } from '../statute/applicant-kinds.ts'
import { receiptChannels } from '../statute/receipt-channels.ts'
import type { ListedAmendment } from '../storage/amendments/list-amendments.ts'
import type { AmendmentActed } from '../storage/amendments/write-amendment.ts'
import type { People } from '../storage/requests/read-people.ts'
import type { CommandContext } from './context.ts'
import { personInText, remedyLine } from './request-text.ts'
import { kebab } from './schema-options.ts'

type Words = {
  readonly heads: readonly string[]
  readonly waits: (days: number) => string
  readonly target: (on: string) => string
  readonly anew: (remedy: string, until: string) => string
  readonly record: string
  readonly claim: string
  readonly from: (agency: string, reference: string | null) => string
  readonly files: (count: number) => string
  readonly possible: string
  readonly none: string
  readonly next: (mark: string) => string
  readonly applicant: string
  readonly agent: string
  readonly erased: string
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    heads: ['编号', '收到日期', '已等待', '内部期限', '状态', '认为记录不准确的政府信息'],
    waits: (days) => `${days}天`,
    target: (on) => `本单位内部期限 ${on}（法律没有规定期限）`,
    anew: (remedy, until) => `根据${remedy}重新办理，期限 ${until}`,
    record: '有误的记录',
    claim: '要求更正为',
    from: (agency, reference) => `由${agency}转送${reference === null ? '' : `（${reference}）`}`,
    files: (count) => `证据材料 ${count} 份`,
    possible: '现在可以',
    none: '没有符合条件的更正申请。\n',
    next: (mark) => `还有更多，请加 --after '${mark}'\n`,
    applicant: '申请人',
    agent: '代理人',
    erased: '（已删除）',
  },
  en: {
    heads: ['number', 'arrived', 'waits', 'own day', 'stands', 'record'],
    waits: (days) => `${days} days`,
    target: (on) => `own day ${on} (the law sets none)`,
    anew: (remedy, until) => `handled anew by ${remedy}, until ${until}`,
    record: 'record',
    claim: 'should say',
    from: (agency, reference) => `transferred by ${agency}${reference === null ? '' : ` (${reference})`}`,
    files: (count) => `files of evidence: ${count}`,
    possible: 'possible now',
    none: 'No record amendment matches.\n',
    next: (mark) => `There is more: add --after '${mark}'\n`,
    applicant: 'applicant',
    agent: 'agent',
    erased: '(erased)',
  },
}

/** What an act has led to: where the case stands. */
export function amendmentDone(
  { number, version, amendment: { phase, closing, targetOn, reopening } }: AmendmentActed,
  format: 'text' | 'json',
  { language }: CommandContext,
): string {
  const result = closing?.result ?? null
  if (format === 'json') return `${JSON.stringify({ number, version, phase, result })}\n`
  const facts = [
    standing({ phase, result }, language),
    ...(closing === null && reopening ? [words[language].anew(reopening.remedy, reopening.until)] : []),
    ...(closing === null && targetOn !== null && targetOn !== reopening?.until
      ? [words[language].target(targetOn)]
      : []),
  ]
  return `${number} ${facts.join(language === 'en' ? '; ' : '；')}\n`
}

/** A page of cases, columns parted by tabs. */
export function amendmentsInText(
  {
    amendments,
    next,
  }: {
    readonly amendments: readonly (ListedAmendment & { readonly waitingDays: number | null })[]
    readonly next: string | null
  },
  { language }: CommandContext,
): string {
  const own = words[language]
  if (amendments.length === 0) return own.none
  const lines = amendments.map((one) =>
    [
      one.number,
      one.arrivedOn,
      one.waitingDays === null ? '' : own.waits(one.waitingDays),
      one.targetOn ?? '',
      standing(one, language),
      shortened(one.record ?? ''),
    ].join('\t'),
  )
  return `${[own.heads.join('\t'), ...lines].join('\n')}\n${next === null ? '' : own.next(next)}`
}

/** A case with its facts, its events, and what can be done. */
export function amendmentInText(
  shown: PresentedAmendment,
  people: People | null,
  { language }: CommandContext,
): string {
  const own = words[language]
  const chinese = language === 'zh-CN'
  const { acts, events, letters: kinds } = amendmentWords[language]
  const { transferredFrom, waitingDays, targetOn, reopening, letters } = shown
  const applicantKind = applicantKinds.find(({ id }) => id === shown.applicantKind)?.ledgerLabel
  const channel = receiptChannels.find(({ id }) => id === shown.channel)?.label
  const lines = [
    `${shown.number} ${standing(shown, language)}${waitingDays === null ? '' : ` ${own.waits(waitingDays)}`}`,
    `  ${chinese ? `${applicantKind} · ${channel}` : `${shown.applicantKind} · ${shown.channel}`} · ${shown.arrivedOn}`,
    ...(transferredFrom === null ? [] : [`  ${own.from(transferredFrom.agency, transferredFrom.reference)}`]),
    ...(people?.applicants ?? []).map((one) => `  ${own.applicant}\t${one ? personInText(one, language) : own.erased}`),
    ...(people?.agent ? [`  ${own.agent}\t${personInText(people.agent, language)}`] : []),
    `  ${own.record}\t${shown.record}`,
    `  ${own.claim}\t${shown.claim}`,
    `  ${own.files(shown.evidence.length)}`,
    ...(reopening === null ? [] : [`  ${own.anew(reopening.remedy, reopening.until)}`]),
    ...(targetOn === null || targetOn === reopening?.until ? [] : [`  ${own.target(targetOn)}`]),
    '',
    ...shown.events.map(({ version, on, type, actor }) => `  ${version}\t${on}\t${events[type]}\t${actor}`),
    '',
    ...letters.map(({ on, kind, documentNumber, origin, file }) => {
      const named = documentNumber === null ? kinds[kind] : `${kinds[kind]} ${documentNumber}`
      return `  ${on}\t${named}\t${letterOriginWords[language][origin]}\t${file}`
    }),
    ...(letters.length > 0 ? [''] : []),
    ...shown.remedies.map((one) => `  ${remedyLine(one, language)}`),
    ...(shown.remedies.length > 0 ? [''] : []),
    `${own.possible}: ${shown.allowed.map((act) => `${acts[act]} (${kebab(act)})`).join(chinese ? '、' : ', ')}`,
  ]
  return `${lines.join('\n')}\n`
}

function standing({ phase, result }: Pick<PresentedAmendment, 'phase' | 'result'>, language: Language): string {
  const { phases, results } = amendmentWords[language]
  return result === null ? phases[phase] : `${phases[phase]} ${results[result]}`
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
