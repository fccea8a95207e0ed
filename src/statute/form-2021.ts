import { type ApplicantKindId, applicantKinds } from './applicant-kinds.ts'
import { type Citation, cite } from './citation.ts'
import { type OutcomeId, outcomes } from './outcomes.ts'

/**
 * The annual-report form in force since the report for 2021 (30号): six headings and 200 cells. Entry, computing,
 * checking, reading, rendering and help text are all driven by this one declaration.
 */
export const formSource: Citation = cite('30号')

/** The six section headings, in order; section n is `headings[n - 1]`. */
export const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const

/** The five aspects that section one must speak of, in order. */
export const fiveAspects = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const

// ── Section two: ten cells ──

const COUNT_COLUMNS = ['本年制发件数', '本年废止件数', '现行有效件数'] as const
const DECISIONS = ['本年处理决定数量'] as const

const proactiveDeclared = [
  {
    block: '第二十条第（一）项',
    article: cite('条例20(1)'),
    columns: COUNT_COLUMNS,
    rows: [
      { label: '规章', cells: ['regulations.issued', 'regulations.repealed', 'regulations.inForce'] },
      {
        label: '行政规范性文件',
        cells: ['normativeDocuments.issued', 'normativeDocuments.repealed', 'normativeDocuments.inForce'],
      },
    ],
  },
  {
    block: '第二十条第（五）项',
    article: cite('条例20(5)'),
    columns: DECISIONS,
    rows: [{ label: '行政许可', cells: ['licences.decisions'] }],
  },
  {
    block: '第二十条第（六）项',
    article: cite('条例20(6)'),
    columns: DECISIONS,
    rows: [
      { label: '行政处罚', cells: ['penalties.decisions'] },
      { label: '行政强制', cells: ['coerciveMeasures.decisions'] },
    ],
  },
  {
    block: '第二十条第（八）项',
    article: cite('条例20(8)'),
    columns: ['本年收费金额（单位：万元）'],
    rows: [{ label: '行政事业性收费', cells: ['fees.amount'] }],
  },
] as const

export type ProactiveCellId = (typeof proactiveDeclared)[number]['rows'][number]['cells'][number]

export type ProactiveBlock = {
  readonly block: string
  readonly article: Citation
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly ProactiveCellId[] }[]
}

/** First column head of every block of table one. */
export const proactiveRowHeader = '信息内容'
export const proactiveBlocks: readonly ProactiveBlock[] = proactiveDeclared

/** The ten cells of table one in reading order. `fees.amount` is money in 万元, the only decimal cell of the form. */
export const proactiveCells: readonly ProactiveCellId[] = proactiveDeclared.flatMap((block) =>
  block.rows.flatMap((row) => [...row.cells]),
)

// ── Section three: 25 rows of 7 columns ──

export type RequestColumnId = ApplicantKindId | 'total'
export type RequestRowId = 'received' | 'carriedIn' | OutcomeId | 'total' | 'carriedOut'

export const requestColumns: readonly { readonly id: RequestColumnId; readonly label: string }[] = [
  ...applicantKinds.map(({ id, label }) => ({ id, label })),
  { id: 'total', label: '总计' },
]

/** The 25 rows. `group` is the heading that several outcome rows share; rows of part 三 have `part: 'outcomes'`. */
export const requestRows: readonly {
  readonly id: RequestRowId
  readonly label: string
  readonly group: string | null
  readonly part: 'inflow' | 'outcomes' | 'outflow'
  readonly articles: readonly Citation[]
}[] = [
  {
    id: 'received',
    label: '一、本年新收政府信息公开申请数量',
    group: null,
    part: 'inflow',
    articles: [cite('条例27'), cite('条例31')],
  },
  { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量', group: null, part: 'inflow', articles: [] },
  ...outcomes.map(({ id, label, group, articles }) => ({ id, label, group, part: 'outcomes' as const, articles })),
  { id: 'total', label: '（七）总计', group: null, part: 'outcomes', articles: [] },
  { id: 'carriedOut', label: '四、结转下年度继续办理', group: null, part: 'outflow', articles: [] },
]

export const requestsCaption = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
export const applicantsHeader = '申请人情况'
export const organisationHeader = '法人或其他组织'
export const outcomesHeader = '三、本年度办理结果'

// ── Section four: three groups of five ──

export type RemedyGroupId = 'reconsideration' | 'litigationDirect' | 'litigationAfterReconsideration'
export type RemedyColumnId = 'upheld' | 'overturned' | 'otherResult' | 'pending' | 'total'

/** `parent` is the head printed above the group's own label; 行政复议 has none. */
export const remedyGroups: readonly {
  readonly id: RemedyGroupId
  readonly label: string
  readonly parent: string | null
}[] = [
  { id: 'reconsideration', label: '行政复议', parent: null },
  { id: 'litigationDirect', label: '未经复议直接起诉', parent: '行政诉讼' },
  { id: 'litigationAfterReconsideration', label: '复议后起诉', parent: '行政诉讼' },
]

export const remedyColumns: readonly { readonly id: RemedyColumnId; readonly label: string }[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'overturned', label: '结果纠正' },
  { id: 'otherResult', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计' },
]
