import { printCitation } from '../office/print-citation.ts'
import type { Register } from '../office/register.ts'
import type { Citation } from '../statute/citation.ts'
import type { Day } from '../statute/day.ts'
import { resolveCitation } from '../statute/resolve-citation.ts'
import { findTheme, themePath } from '../statute/themes.ts'
import type { ItemBody } from './item-body.ts'
import { personalInWords } from './personal-information.ts'
import type { PublicationCase } from './publication-case.ts'
import type { PublicationEvent, PublicationEventOf } from './publication-event.ts'
import { skippedHeadings } from './skipped-headings.ts'
import { skippedHeadingInWords } from './words/skipped-heading-words.ts'
import { zhCN } from './words/zh-cn.ts'

/** Where somebody signs on paper what is not on record yet. */
const toSign = '\n\n签名：　　　　　　　　　　　年　　月　　日'

/**
 * 政府信息公开审查呈批单: what is to be published, by which ground it is not, and who said what of it in this round of review.
 * What nobody has said yet is left blank, to be signed on paper. `stages`: those of the agency, for a draft not submitted.
 */
export function reviewSheet(
  agency: string,
  {
    number,
    item,
    events,
    dueOn,
    stages,
    body,
    on,
  }: {
    readonly number: string
    readonly item: PublicationCase
    readonly events: readonly PublicationEvent[]
    readonly dueOn: Day | null
    readonly stages: readonly string[]
    /** The text that is reviewed. */
    readonly body?: ItemBody | null
    readonly on: Day
  },
): Register {
  const { metadata, attachments } = item.content
  const { title, documentNumber, maker, jointMakers, madeOn, theme, summary } = metadata
  const found = theme === null ? null : findTheme(theme)
  const round = lastRound(events)
  const submitted = round.find((one) => one.type === 'submitted')
  const passed = round.filter((one) => one.type === 'stagePassed')
  const secrecy = round.filter((one) => one.type === 'secrecyReviewed')
  const returned = events.filter((one) => one.type === 'returned')
  const decided = round.findLast((one) => one.type === 'published' || one.type === 'keptFromPublic')
  const row = (label: string, text: string | null | undefined) => (text ? [[label, text]] : [])
  return {
    agency,
    title: '政府信息公开审查呈批单',
    lead: `编号 ${number}。依照《中华人民共和国政府信息公开条例》第十七条，公开政府信息前应当依法审查。`,
    heads: ['事项', '内容'],
    widths: [34, 131],
    left: [1],
    rows: [
      ['标题', title],
      ...row('内容概述', summary),
      ['发文机关', [maker, ...jointMakers].join('、')],
      ...row('发文字号', documentNumber),
      ...row('索引号', item.indexNumber),
      ...row('主题分类', found && themePath(found)),
      ['成文日期', madeOn],
      ['形成（变更）日期', item.formedOn],
      ...row('应当公开的期限', dueOn),
      ...row('附件', attachments.map((one, at) => `${at + 1}. ${one.name}`).join('\n')),
      ...row(
        '标题层级（提示）',
        skippedHeadings(body ?? null)
          .map((one) => skippedHeadingInWords(one, 'zh-CN'))
          .join('\n'),
      ),
      ['拟制', `${item.unit}　${personOf(item.draftedBy)}　${item.draftedOn}`],
      ['公开属性', attributeOf(item)],
      ...returned.map(({ on: day, by, reasons }) => ['退回修改', `${reasons}\n${personOf(by)}　${day}`]),
      ...row('送审', submitted?.on),
      ...secrecy.map((one) => ['保密审查', secrecyOf(one)]),
      ...(secrecy.at(-1)?.result === undefined || secrecy.at(-1)?.result === 'unsure'
        ? [['保密审查', `依据：\n结论：□ 可以公开　□ 不得公开　□ 不能确定，报　　　　　　确定${toSign}`]]
        : []),
      ...(submitted?.stages ?? stages).map((stage, at) => {
        const one = passed[at]
        return [stage, one ? `${one.remarks ?? '同意。'}\n${signedOf(one)}` : `意见：${toSign}`]
      }),
      ...(decided ? [['办理结果', outcomeOf(decided)]] : []),
    ],
    signatures: [],
    on,
  }
}

/** What happened since it was drafted or revised last. */
function lastRound(events: readonly PublicationEvent[]): readonly PublicationEvent[] {
  const from = events.findLastIndex(({ type }) => type === 'proposed' || type === 'revised')
  const round = events.slice(from)
  const returned = round.findLastIndex(({ type }) => type === 'returned')
  return round.slice(returned + 1)
}

function attributeOf({ proposal }: PublicationCase): string {
  const name = zhCN.attributes[proposal.attribute]
  return proposal.attribute === 'proactive'
    ? name
    : `${name}\n依据：${groundOf(proposal.ground)}\n理由：${proposal.reasons}`
}

/** In full where the law is at hand; another law as it was cited. */
const groundOf = (ground: Citation) => (resolveCitation(ground) ? printCitation(ground) : ground)

function secrecyOf(event: PublicationEventOf<'secrecyReviewed'>): string {
  const { basis, result, referredTo, personalInformation } = event
  return [
    `依据：${basis}`,
    `结论：${zhCN.secrecy[result]}${referredTo === null ? '' : `，报${referredTo}确定`}`,
    ...(personalInformation
      ? [
          `疑似个人信息：${personalInformation.found.map(personalInWords).join('；')}`,
          `仍予公开的理由：${personalInformation.reason}`,
        ]
      : []),
    signedOf(event),
  ].join('\n')
}

function outcomeOf(event: PublicationEventOf<'published' | 'keptFromPublic'>): string {
  return event.type === 'published'
    ? `${event.at.slice(0, 16).replace('T', ' ')} 发布，索引号 ${event.indexNumber}`
    : `${event.on} 登记不主动公开`
}

function signedOf({ by, on, approval }: PublicationEventOf<'stagePassed' | 'secrecyReviewed'>): string {
  return approval.medium === 'onPaper'
    ? `${approval.name}　${on}（纸质签批，由 ${personOf(by)} 登记）`
    : `${personOf(by)}　${on}`
}

/** An account without the way by which it came in. */
const personOf = (account: string) => account.replace(/^cli:/, '')
