import type { LedgerColumn } from './column.ts'
import { documentKindWords, endedHowWords } from './words.ts'

const count = { type: 'whole', from: 0, to: 1_000_000_000 } as const

/** 公开文件: one row a document. */
export const documentColumns = [
  { id: 'title', heading: '标题', need: 'required', kind: { type: 'text', longest: 1000 }, help: '文件全称' },
  {
    id: 'documentNumber',
    heading: '文号',
    need: 'optional',
    kind: { type: 'text', longest: 200 },
    help: '有文号的必填，不得重复',
  },
  {
    id: 'kind',
    heading: '类别',
    need: 'required',
    kind: { type: 'word', words: documentKindWords },
    help: '从下拉框选择',
  },
  {
    id: 'madeOn',
    heading: '成文日期',
    need: 'required',
    kind: { type: 'day', future: 'refused' },
    help: '决定计入哪一年度的制发件数',
  },
  {
    id: 'publishedOn',
    heading: '发布日期',
    need: 'optional',
    kind: { type: 'day', future: 'refused' },
    help: '主动公开的日期',
  },
  {
    id: 'endedOn',
    heading: '终止日期',
    need: 'optional',
    kind: { type: 'day', future: 'allowed' },
    help: '废止或失效之日；有效期届满日可填将来的日期',
  },
  {
    id: 'endedHow',
    heading: '终止方式',
    need: 'optional',
    kind: { type: 'word', words: endedHowWords },
    help: '与终止日期同时填写；只有废止计入本年废止件数',
  },
  {
    id: 'leadMaker',
    heading: '牵头制作',
    need: 'optional',
    kind: { type: 'text', longest: 200 },
    help: '联合制发的填牵头机关全称；本机关不牵头的不计入本机关',
  },
] as const satisfies readonly LedgerColumn[]

/** 数量: what other units supply once a year. Several units may have a row each; their figures are added up. */
export const countColumns = [
  { id: 'year', heading: '年度', need: 'required', kind: { type: 'whole', from: 2019, to: 2999 }, help: '如 2025' },
  {
    id: 'licences.decisions',
    heading: '行政许可',
    need: 'optional',
    kind: count,
    help: '本年处理决定数量；没有的填 0',
  },
  {
    id: 'penalties.decisions',
    heading: '行政处罚',
    need: 'optional',
    kind: count,
    help: '本年处理决定数量；没有的填 0',
  },
  {
    id: 'coerciveMeasures.decisions',
    heading: '行政强制',
    need: 'optional',
    kind: count,
    help: '本年处理决定数量；没有的填 0',
  },
  {
    id: 'fees.amount',
    heading: '行政事业性收费（万元）',
    need: 'optional',
    kind: { type: 'money', unit: 'wanYuan' },
    help: '本年收费金额，单位万元，最多六位小数；没有的填 0',
  },
  {
    id: 'suppliedBy',
    heading: '提供单位',
    need: 'optional',
    kind: { type: 'text', longest: 200 },
    help: '提供数据的科室或单位；分别提供的一家一行，自动合计',
  },
] as const satisfies readonly LedgerColumn[]
