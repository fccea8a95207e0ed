import type {
  ProactiveCellId,
  RemedyColumnId,
  RemedyGroupId,
  RequestColumnId,
  RequestRowId,
} from '../../../statute/form-2021.ts'
import { remedyColumns, remedyGroups, requestColumns, requestRows } from '../../../statute/form-2021.ts'
import { normalise, skeleton } from '../lines/normalise.ts'

/** How reports really write the labels of the form, besides the statutory words: recognition data, not output. */

const labelKey = (label: string) => skeleton(normalise(label)).replace(/^(?:[一二三四五六七]|\d)(?=.{2})/, '')

const ROW_VARIANTS: Partial<Record<RequestRowId, readonly string[]>> = {
  received: ['本年新收申请数量', '本年新收政府信息公开申请', '本年度新收政府信息公开申请数量'],
  carriedIn: ['上年结转申请数量', '上年结转政府信息公开申请', '上年度结转政府信息公开申请数量'],
  partlyGranted: ['部分公开'],
  'withheld.forbiddenByLaw': ['其他法律行政止公开', '法律行政法规禁止公开', '其他法律法规禁止公开'],
  'rejected.petition': ['信访投诉举报类申请', '信访举报投诉类'],
  'rejected.publishedMaterial': ['要求提供公开出版物信息'],
  'other.correctionOverdue': ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正'],
  'other.feeOverdue': [
    '申请人逾期未按收费通知要求缴纳费用',
    '逾期未按收费通知要求缴纳费用',
    '逾期未缴纳费用',
    '逾期未缴费',
    '逾期不缴费',
  ],
  carriedOut: ['结转下年继续办理', '结转下年度办理', '结转下一年度继续办理'],
}

/** Rows whose words alone are too common to be taken without their number: 3.其他, （七）总计. */
const NUMBERED_ROWS: Partial<Record<RequestRowId, readonly string[]>> = {
  'other.remaining': ['3其他'],
  total: ['七总计', '七合计'],
}

export type RowKey = {
  readonly row: RequestRowId
  readonly key: string
  readonly ordinal: string
  readonly tolerance: number
}

/** 本年新收… and 上年结转… are three characters apart, 逾期不补正 and 逾期不缴费 two. */
const CLOSE_ROWS: readonly RequestRowId[] = ['received', 'carriedIn', 'other.correctionOverdue', 'other.feeOverdue']

/** How many characters a label may be off. `labels.test.ts` proves that no two rows come within reach of each other. */
function toleranceFor(row: RequestRowId, key: string): number {
  if (CLOSE_ROWS.includes(row)) return key.length >= 6 ? 1 : 0
  if (key.length >= 9) return 2
  return key.length >= 6 ? 1 : 0
}

export const rowKeys: readonly RowKey[] = requestRows
  .filter(({ id }) => !(id in NUMBERED_ROWS))
  .flatMap(({ id, label }) => {
    const ordinal = /^\d/.exec(label)?.[0] ?? ''
    return [labelKey(label), ...(ROW_VARIANTS[id] ?? [])].map((key) => ({
      row: id,
      key,
      ordinal,
      tolerance: toleranceFor(id, key),
    }))
  })
  .concat(
    Object.entries(NUMBERED_ROWS).flatMap(([row, keys]) =>
      keys.map((key) => ({ row: row as RequestRowId, key, ordinal: '', tolerance: 0 })),
    ),
  )
  .sort((a, b) => b.key.length - a.key.length)

/** Group heads of table two; numbers straight behind one are a subtotal or, for 其他处理 alone, the old form's row. */
export const GROUP_HEADS = ['不予公开', '无法提供', '不予处理', '其他处理', '本年度办理结果', '本年办理结果'] as const
export const OTHER_GROUP = '其他处理'

/** Skeletons of the heads of table two's columns. `group` is 法人或其他组织, which stands for five of them. */
export const columnKeys: ReadonlyMap<string, RequestColumnId | 'group'> = new Map<string, RequestColumnId | 'group'>([
  ...requestColumns.map(({ id, label }) => [label, id] as const),
  ['商业', 'business'],
  ['科研', 'researchInstitute'],
  ['社会公益', 'socialWelfare'],
  ['社会公益机构', 'socialWelfare'],
  ['法律服务', 'legalService'],
  ['合计', 'total'],
  ['法人或其他组织', 'group'],
  ['法人和其他组织', 'group'],
  ['法人及其他组织', 'group'],
  ['法人其他组织', 'group'],
])

/** Words of table two's head that name no column. */
export const REQUEST_HEAD_WORDS =
  /勾稽关系|申请人情况|第一项加第二项|第三项加第四项|办理结果|^项目$|^类别$|^指标$|^序号$/

export const PROACTIVE_ROWS: readonly {
  readonly keys: readonly string[]
  readonly cells: readonly ProactiveCellId[]
}[] = [
  {
    keys: ['行政规范性文件', '规范性文件'],
    cells: ['normativeDocuments.issued', 'normativeDocuments.repealed', 'normativeDocuments.inForce'],
  },
  { keys: ['规章'], cells: ['regulations.issued', 'regulations.repealed', 'regulations.inForce'] },
  { keys: ['行政许可'], cells: ['licences.decisions'] },
  { keys: ['行政处罚'], cells: ['penalties.decisions'] },
  { keys: ['行政强制'], cells: ['coerciveMeasures.decisions'] },
  { keys: ['行政事业性收费'], cells: ['fees.amount'] },
  { keys: ['其他对外管理服务事项', '政府集中采购'], cells: [] },
]

export type ProactiveColumn = 'issued' | 'repealed' | 'inForce' | 'decisions' | 'amount' | 'old' | 'other'

/** Heads of table one's columns, longest first; `old` are columns of the form of 2019 that the form of 2021 lacks. */
export const PROACTIVE_COLUMNS: readonly (readonly [string, ProactiveColumn])[] = [
  ['本年收费金额', 'amount'],
  ['本年处理决定数量', 'decisions'],
  ['本年新制作数量', 'old'],
  ['本年新公开数量', 'old'],
  ['对外公开总数量', 'old'],
  ['上一年项目数量', 'old'],
  ['采购项目数量', 'old'],
  ['采购总金额', 'old'],
  ['本年制发件数', 'issued'],
  ['本年废止件数', 'repealed'],
  ['现行有效件数', 'inForce'],
  ['处理决定数量', 'decisions'],
  ['现行有效件', 'inForce'],
  ['本年制发数', 'issued'],
  ['本年废止数', 'repealed'],
  ['现行有效数', 'inForce'],
  ['制发件数', 'issued'],
  ['废止件数', 'repealed'],
  ['本年增减', 'old'],
  ['收费金额', 'amount'],
]
/** Heads of columns that somebody added beside those of the form. */
export const ADDED_COLUMN = /^(?:\d{4}年?)?(?:上年|上一年|去年|同比|较上年|增减|占比|备注|序号|比上年|与上年)/
/** Words before the name of a column that tell of another time than the report's year. */
export const PAST_YEAR = /(?:(?:上|去|前|往)一?年|历年|累计|同期)[\u4e00-\u9fff]{0,2}$/
export const THIS_YEAR = /(?:本年度?|当年|今年)$/
/** A head of nothing but a year: it divides the column above it, or stands for one beside it. */
export const BARE_YEAR = /^(?:本年度?|当年|今年|上一?年度?|去年|\d{4}年度?)(?:数|数量|数据|件数)?$/
/** Words before a label of table one that make another row of it. */
export const OTHER_ROW = /(?:其中|其他|其它|包括|不予|不准|撤销|撤回|注销|非|未|免予?|拟|党内|上年|去年)(?:行政)?$/
export const PROACTIVE_HEAD = '信息内容'
export const PROACTIVE_BLOCK = /^第.{1,4}条第.{1,3}项/

/** Words of a remark that tell which column a count torn out of its row belongs to. */
export const REMARK_COLUMNS: readonly (readonly [RegExp, ProactiveColumn])[] = [
  [/废止|失效/, 'repealed'],
  [/新制定|新制发/, 'issued'],
  [/现行有效/, 'inForce'],
]

export const remedyGroupKeys: readonly (readonly [string, RemedyGroupId])[] = [
  ...remedyGroups.map(({ id, label }) => [label, id] as const),
  ['复议后起诉', 'litigationAfterReconsideration'],
  ['未经复议直接诉讼', 'litigationDirect'],
]
export const remedyColumnKeys: readonly (readonly [string, RemedyColumnId])[] = [
  ...remedyColumns.map(({ id, label }) => [label, id] as const),
  ['合计', 'total'],
]

/** A line made of nothing but these words is the head of table three. */
export const REMEDY_HEAD =
  /^(?:行政复议|行政诉讼|未经复议直接起诉|未经复议直接诉讼|复议后起诉|结果维持|结果纠正|其他结果|尚未审结|总计|合计|结果|维持|纠正|其他|尚未|审结)+$/
export const REMEDY_WORD = /行政复议|行政诉讼|未经复议|复议后起诉|结果维持|结果纠正|尚未审结|维持|纠正/

/** Lines that open a passage of somebody's comparison of two reports: not the report itself. */
export const NOISE = /差异分析|数据差异|差异比对|勾稽校验|增减值/

/** What marks the form of 2019. */
export const OLD_FORM_WORDS = /本年新制作数量|本年新公开数量|对外公开总数量|上一年项目数量|政府集中采购/

/** Section n is told by the n-th pattern, on the skeleton without its number. */
export const HEADINGS: readonly RegExp[] = [
  /^(?:政府信息公开工作?)?总体(?:工作)?情况$|^(?:总体)?概[述况]$/,
  /^(?:行政机关|本机关)?(?:政府信息)?主动公开(?:的)?政府信息(?:的)?(?:工作)?情况$/,
  /^(?:行政机关|本机关)?(?:收到和处理|收到及处理|处理)政府信息公开(?:依)?申请(?:的)?(?:工作)?情况$/,
  /^(?:因)?政府信息公开(?:工作)?(?:被(?:申请)?)?行政复议(?:和|及|与)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的)?情况$/,
  /^(?:政府信息公开)?(?:工作)?(?:中)?(?:存在的?)?(?:主要)?(?:问题|不足|困难)(?:和|及|与|以及)?(?:下一步|今后)?(?:的)?(?:工作)?(?:改进|整改)(?:情况|措施|工作|打算|方向|计划)*$|^存在(?:的)?(?:主要)?问题(?:和|及)?(?:下一步工作|解决办法)(?:打算|计划)?$/,
  /^(?:其他)?需要?(?:说明|报告)的?(?:其他)?事项$|^其他(?:有关)?(?:需要)?(?:说明|报告)?(?:的)?(?:有关)?事项$|^其他需要报告的情况$/,
]
/** Each of those patterns needs one of these characters: most lines have none, and are no heading. */
export const HEADING_WORDS = /[况概改题项]/

export const HEADING_NUMBER =
  /^\s*(?:第?\s*[一二三四五六七八九十]{1,2}\s*[、.,，．:：]?(?:部分|章)?|\d{1,2}\s*[、.．,，](?!\d)|[(][一二三四五六][)])\s*/
