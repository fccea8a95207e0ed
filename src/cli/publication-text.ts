import type { PresentedPage } from '../api/publications/present-listed.ts'
import type { PresentedPublication } from '../api/publications/present-publication.ts'
import type { Timeliness } from '../publications/timeliness.ts'
import { fileWarningInWords } from '../publications/words/file-warning-words.ts'
import { publicationWords } from '../publications/words/publication-words.ts'
import { skippedHeadingInWords } from '../publications/words/skipped-heading-words.ts'
import type { Language } from '../refusals/refusal.ts'
import { daysBetween } from '../statute/day.ts'
import { validities } from '../statute/validity.ts'
import type { PublicationSettings } from '../storage/publications/publication-settings.ts'
import type { PublicationActed } from '../storage/publications/write-publication.ts'
import type { CommandContext } from './context.ts'
import { kebab } from './schema-options.ts'

type Words = {
  readonly heads: readonly string[]
  readonly none: string
  readonly next: (mark: string) => string
  readonly possible: string
  readonly withdraw: (by: string) => string
  readonly publishAt: (at: string) => string
  readonly published: (version: number, at: string) => string
  readonly index: string
  readonly heading: string
  readonly waits: (stage: string | null, secrecy: boolean) => string
  readonly timeliness: (one: Timeliness, days: number) => string
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    heads: ['编号', '形成日期', '应公开', '状态', '标题'],
    none: '没有符合条件的信息。\n',
    next: (mark) => `还有更多，请加 --after '${mark}'\n`,
    possible: '现在可以',
    withdraw: (by) => `处罚决定已被变更、撤销，应当在 ${by} 前撤下`,
    publishAt: (at) => `定于 ${at} 发布`,
    published: (version, at) => `已公开第 ${version} 版，${at}`,
    index: '索引号',
    heading: '标题层级',
    waits: (stage, secrecy) =>
      `待办：${[secrecy ? '保密审查' : '', stage ?? ''].filter((one) => one !== '').join('、')}`,
    timeliness: ({ by, state }, days) => {
      const there = by === null ? '' : `“${by}”`
      if (state === 'inTime') return by === null ? '' : `（${there}已公开）`
      if (state === 'late') return `（${there}晚了${days}天）`
      return `（${there}${by === null ? '' : '未登记网址，'}${state === 'overdue' ? `逾期${days}天` : `还有${days}天`}）`
    },
  },
  en: {
    heads: ['number', 'formed', 'due', 'stands', 'title'],
    none: 'No item matches.\n',
    next: (mark) => `There is more: add --after '${mark}'\n`,
    possible: 'possible now',
    withdraw: (by) => `the penalty was changed or annulled: withdraw it by ${by}`,
    publishAt: (at) => `to be published at ${at}`,
    published: (version, at) => `version ${version} is public since ${at}`,
    index: 'index number',
    heading: 'headings',
    waits: (stage, secrecy) =>
      `waits for ${[secrecy ? 'the secrecy review' : '', stage ?? ''].filter((one) => one !== '').join(', ')}`,
    timeliness: ({ by, state }, days) => {
      if (state === 'inTime') return by === null ? '' : ` (public on ${by})`
      const count = `${days} ${days === 1 ? 'day' : 'days'}`
      if (state === 'late') return ` (${count} late${by === null ? '' : ` on ${by}`})`
      return ` (${by === null ? '' : `no address on ${by} yet, `}${count} ${state === 'overdue' ? 'over' : 'left'})`
    },
  },
}

/** What an act has led to: where the item stands. */
export function publicationDone(
  { number, id, version, item }: PublicationActed,
  format: 'text' | 'json',
  { language }: CommandContext,
): string {
  const { phase, indexNumber, publishAt } = item
  if (format === 'json') return `${JSON.stringify({ number, id, version, phase, indexNumber })}\n`
  const facts = [
    publicationWords[language].phases[phase],
    ...(publishAt === null ? [] : [words[language].publishAt(publishAt)]),
    ...(phase === 'published' && indexNumber !== null ? [`${words[language].index} ${indexNumber}`] : []),
  ]
  return `${number} ${facts.join(language === 'en' ? '; ' : '；')}\n`
}

/** A page of items, columns parted by tabs. */
export function publicationsInText({ publications, next }: PresentedPage, context: CommandContext): string {
  const { language } = context
  const own = words[language]
  if (publications.length === 0) return own.none
  const lines = publications.map(({ number, formedOn, dueOn, timeliness, phase, title }) =>
    [
      number,
      formedOn,
      dueOn === null ? '' : `${dueOn}${standing(timeliness, context)}`,
      publicationWords[language].phases[phase],
      title,
    ].join('\t'),
  )
  return `${[own.heads.join('\t'), ...lines].join('\n')}\n${next === null ? '' : own.next(next)}`
}

/** In time or not, and how many days are left, over, or were. */
function standing(timeliness: Timeliness | null, { today, language }: CommandContext): string {
  if (timeliness === null) return ''
  const { dueOn, on } = timeliness
  return words[language].timeliness(timeliness, Math.abs(daysBetween(on ?? today, dueOn)))
}

/** An item with its facts, its review, its events, and what can be done. */
export function publicationInText(shown: PresentedPublication, context: CommandContext): string {
  const { language } = context
  const own = words[language]
  const { acts, events, phases, attributes } = publicationWords[language]
  const { metadata, review, validity, published } = shown
  const validityLabel = validities.find(([id]) => id === validity?.validity)?.[language === 'en' ? 2 : 1]
  const lines = [
    `${shown.number} ${phases[shown.phase]}  ${metadata.title}`,
    `  ${attributes[shown.proposal.attribute]} · ${metadata.maker} · ${metadata.madeOn}${metadata.documentNumber === null ? '' : ` · ${metadata.documentNumber}`}`,
    ...(shown.indexNumber === null ? [] : [`  ${own.index}\t${shown.indexNumber}`]),
    ...(published === null
      ? []
      : [`  ${own.published(published.version, published.at)} ${validityLabel ?? ''}`.trimEnd()]),
    ...(shown.dueOn === null ? [] : [`  ${own.heads[2]}\t${shown.dueOn}${standing(shown.timeliness, context)}`]),
    ...(shown.withdrawBy === null ? [] : [`  ${own.withdraw(shown.withdrawBy)}`]),
    ...shown.attachments.flatMap(({ name, warnings }) =>
      warnings.map((warning) => `  ${name}\t${fileWarningInWords(warning, language)}`),
    ),
    ...shown.findings.map((one) => `  ${own.heading}\t${skippedHeadingInWords(one, language)}`),
    ...(shown.phase === 'reviewing' ? [`  ${own.waits(review.waiting, review.secrecy === null)}`] : []),
    '',
    ...shown.events.map(({ version, on, type, actor }) => `  ${version}\t${on}\t${events[type]}\t${actor}`),
    '',
    `  ${own.possible}\t${shown.allowed.map((act) => `${kebab(act)}（${acts[act]}）`).join(language === 'en' ? ', ' : '、')}`,
  ]
  return `${lines.join('\n')}\n`
}

/** How an agency reviews, numbers and looks again at what it publishes. */
export function publicationSettingsText(settings: Omit<PublicationSettings, 'code'>, language: Language): string {
  const { reviewStages, indexPattern, reassessMonths, applicantsToPropose, sharedPlatform, sharedSince } = settings
  const { withdrawnKept, draftsKept } = settings
  const chinese = language === 'zh-CN'
  const lines = chinese
    ? [
        `主动公开审核环节：${reviewStages.join(' → ')}（另有保密审查）`,
        `索引号格式：${indexPattern}`,
        `不公开信息定期评估：每 ${reassessMonths} 个月`,
        `同一信息多人申请的，${applicantsToPropose} 人起提出主动公开建议`,
        ...(sharedPlatform === null
          ? []
          : [`${sharedSince} 起应当公开的，以“${sharedPlatform}”上的发布日期为准，登记网址后才算`]),
        `已撤下信息的保管期限：${withdrawnKept === null ? '永久' : `${withdrawnKept} 年`}；未公开草稿（放弃的）：${draftsKept === null ? '永久' : `${draftsKept} 年`}`,
      ]
    : [
        `Review stages before publication: ${reviewStages.join(' → ')}, besides the secrecy review`,
        `Pattern of index numbers: ${indexPattern}`,
        `What is not published is looked at again every ${reassessMonths} months`,
        `Publication is proposed where ${applicantsToPropose} applicants or more ask for the same`,
        ...(sharedPlatform === null
          ? []
          : [
              `What is due from ${sharedSince} on is judged by its day on ${sharedPlatform}, once its address is recorded`,
            ]),
        `Withdrawn items are kept ${withdrawnKept === null ? 'for good' : `${withdrawnKept} years`}, drafts given up ${draftsKept === null ? 'for good' : `${draftsKept} years`}`,
      ]
  return `${lines.join('\n')}\n`
}
