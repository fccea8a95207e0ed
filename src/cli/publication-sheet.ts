import type { LedgerColumn, Word } from '../report/ledger/column.ts'
import { exampleMark } from '../report/ledger/sheets.ts'
import { article20 } from '../statute/article-20.ts'
import { genres } from '../statute/genres.ts'
import { type PublicationLimitId, publicationLimitIds } from '../statute/publication-limits.ts'
import { themePath, themes } from '../statute/themes.ts'

const text = (longest: number) => ({ type: 'text', longest }) as const
const pastDay = { type: 'day', future: 'refused' } as const
const word = (words: readonly Word[]) => ({ type: 'word', words }) as const

const kinds: readonly Word[] = [
  { id: 'regulation', label: '规章' },
  { id: 'normativeDocument', label: '行政规范性文件', also: ['规范性文件'] },
  { id: 'other', label: '其他' },
]

const attributes: readonly Word[] = [
  { id: 'proactive', label: '主动公开' },
  { id: 'onRequest', label: '依申请公开' },
  { id: 'notDisclosed', label: '不予公开' },
]

const limitLabels: Readonly<Record<PublicationLimitId, string>> = {
  ordinary: '一般信息（20个工作日）',
  budget: '部门预决算（批复后20日）',
  licenceDecision: '行政许可决定（7个工作日）',
  penaltyDecision: '行政处罚决定（7个工作日）',
  penaltyWithdrawal: '处罚变更撤销（3日）',
  policyInterpretation: '政策解读（3个工作日）',
}

type Row = readonly [id: string, heading: string, need: LedgerColumn['need'], kind: LedgerColumn['kind'], help: string]

const declared: readonly Row[] = [
  ['title', '标题', 'required', text(200), '信息的全称'],
  ['maker', '发文机关', 'required', text(200), '制作机关；联合发文的写牵头机关'],
  ['unit', '拟制科室', 'required', text(200), '提出公开属性的科室'],
  ['madeOn', '成文日期', 'required', pastDay, '文件落款日期'],
  ['formedOn', '形成日期', 'required', pastDay, '信息形成或者变更之日，公开期限从这一天起算'],
  ['attribute', '公开属性', 'required', word(attributes), '从下拉框选择'],
  ['ground', '不公开依据', 'optional', text(200), '公开属性不是主动公开的必填，如 条例16¶1'],
  ['reasons', '不公开理由', 'optional', text(2000), '公开属性不是主动公开的必填'],
  ['text', '正文文件', 'optional', text(200), '文件夹里的文件名：docx、html、txt、md'],
  ['attachments', '附件', 'optional', text(5000), '文件夹里的文件名，几个附件用分号隔开'],
  ['documentNumber', '文号', 'optional', text(200), '没有文号的不填'],
  ['summary', '内容概述', 'optional', text(500), '标题说不清的，用一两句话说明'],
  ['jointMakers', '联合发文机关', 'optional', text(2000), '牵头机关以外的机关，用分号隔开'],
  ['kind', '文件类别', 'optional', word(kinds), '年报表一按它计数；不填为其他'],
  [
    'theme',
    '主题分类',
    'optional',
    word(
      themes.map((theme) => ({
        id: theme.id,
        label: `${theme.id} ${themePath(theme)}`,
        also: [theme.id, themePath(theme)],
      })),
    ),
    '从下拉框选择，或者写编号，如 2.1',
  ],
  ['genre', '体裁', 'optional', word(genres.map(([id, label]) => ({ id, label }))), '从下拉框选择'],
  [
    'item',
    '条例第二十条',
    'optional',
    word(article20.map(({ id, item, title }) => ({ id, label: `（${item}）${title}`, also: [String(item), title] }))),
    '属于哪一项，从下拉框选择，或者写项号 1 至 15',
  ],
  [
    'limit',
    '公开期限',
    'optional',
    word(publicationLimitIds.map((id) => ({ id, label: limitLabels[id] }))),
    '不填为一般信息',
  ],
  ['keywords', '关键词', 'optional', text(2000), '用分号隔开'],
  ['validUntil', '有效期至', 'optional', { type: 'day', future: 'allowed' }, '文件自己写明有效期的填写'],
  ['formerPlatform', '原发布平台', 'optional', text(200), '已经在别处发布的，写平台或者网站名称'],
  ['formerDay', '原发布日期', 'optional', pastDay, '在原平台发布的日期；只作为在别处发布的事实记录'],
  ['formerAddress', '原网址', 'optional', text(2000), '原来的公开网址'],
]

/** 公开信息: one row an item, as a file is filled, matched, judged and told of. */
export const publicationSheet = {
  name: '公开信息',
  columns: declared.map(([id, heading, need, kind, help]): LedgerColumn => ({ id, heading, need, kind, help })),
  examples: [
    {
      title: `${exampleMark}关于设置政府信息查阅点的通知`,
      maker: '某某县人民政府办公室',
      unit: '综合科',
      madeOn: '2026-03-02',
      formedOn: '2026-03-02',
      attribute: '主动公开',
      text: '通知.docx',
      attachments: '附件1.xlsx；附件2.pdf',
      documentNumber: '某政办发〔2026〕3号',
      kind: '行政规范性文件',
      theme: '2.1',
      genre: '通知',
      item: '1',
    },
  ],
}
