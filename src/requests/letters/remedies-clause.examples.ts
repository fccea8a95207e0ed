import type { OutcomeId } from '../../statute/outcomes.ts'
import type { AgencyRank } from './reconsideration-bodies.ts'
import type { RemediesClause } from './remedies-clause.ts'
import type { RemediesSubject, RouteSettings } from './remedies-route.ts'

/** A worked case. Names are those of 某县: its government, a superior called 上级机关, its court; served on paper. */
export type RemediesExample = {
  readonly title: string
  readonly subject: RemediesSubject
  /** Without it, 2026-03-02. */
  readonly on?: string
  /** Without it, a department of a county. */
  readonly agency?: AgencyRank
  readonly settings?: Partial<RouteSettings>
  readonly court?: string
  readonly collectiveJurisdiction?: true
  readonly servedOnline?: true
  readonly first: RemediesClause['first']
  /** Names that must stand in the clause, and no others of the three. */
  readonly bodies?: readonly ('某县人民政府' | '上级机关' | '本机关名称')[]
  readonly doubts?: RemediesClause['doubts']
}

const reply = (outcome: OutcomeId, ...partGrounds: readonly OutcomeId[]): RemediesSubject => ({
  act: 'reply',
  outcome,
  partGrounds,
})
const rank = (level: AgencyRank['level'], kind: AgencyRank['kind'], line: AgencyRank['line'] = 'ordinary') => ({
  level,
  kind,
  line,
})
const government = ['某县人民政府'] as const
const superior = ['上级机关'] as const
const either = 'either' as const
const first = 'reconsideration' as const

/** By outcome: each row of the form. */
const byOutcome: readonly RemediesExample[] = [
  { title: '予以公开', subject: reply('granted'), first: either },
  {
    title: '部分公开，其余部分属于第十六条',
    subject: reply('partlyGranted', 'withheld.processInformation'),
    settings: { partsFirst: true },
    first,
    doubts: ['partsUnsettled'],
  },
  {
    title: '部分公开，本机关不作前置处理',
    subject: reply('partlyGranted', 'withheld.stateSecret'),
    settings: { partsFirst: false },
    first: either,
    doubts: ['partsUnsettled'],
  },
  { title: '部分公开，其余部分不掌握', subject: reply('partlyGranted', 'unavailable.notHeld'), first: either },
  { title: '国家秘密', subject: reply('withheld.stateSecret'), first },
  { title: '法律行政法规禁止公开', subject: reply('withheld.forbiddenByLaw'), first },
  { title: '三安全一稳定', subject: reply('withheld.securityAndStability'), first },
  { title: '第三方合法权益', subject: reply('withheld.thirdPartyRights'), first },
  { title: '内部事务信息', subject: reply('withheld.internalAffairs'), first },
  { title: '过程性信息', subject: reply('withheld.processInformation'), first },
  { title: '行政执法案卷', subject: reply('withheld.enforcementFile'), first },
  {
    title: '行政查询事项，按可以选择处理',
    subject: reply('withheld.administrativeInquiry'),
    settings: { inquiryFirst: false },
    first: either,
    doubts: ['inquiryUnsettled'],
  },
  {
    title: '行政查询事项，按前置处理',
    subject: reply('withheld.administrativeInquiry'),
    settings: { inquiryFirst: true },
    first,
    doubts: ['inquiryUnsettled'],
  },
  { title: '不掌握', subject: reply('unavailable.notHeld'), first: either },
  { title: '需要另行制作', subject: reply('unavailable.wouldNeedCreation'), first: either },
  { title: '补正后仍不明确', subject: reply('unavailable.stillUnclear'), first: either },
  { title: '信访举报投诉', subject: reply('rejected.petition'), first: either },
  { title: '重复申请', subject: reply('rejected.repeat'), first: either },
  { title: '公开出版物', subject: reply('rejected.publishedMaterial'), first: either },
  { title: '大量反复申请', subject: reply('rejected.excessive'), first: either },
  { title: '确认或重新出具', subject: reply('rejected.reissue'), first: either },
  { title: '逾期不补正', subject: reply('other.correctionOverdue'), first: either },
  { title: '逾期不缴费', subject: reply('other.feeOverdue'), first: either },
  { title: '其他', subject: reply('other.remaining'), first: either },
  { title: '不顾第三方反对而公开', subject: { act: 'disclosureDespiteObjection' }, first: either },
  {
    title: '逾期不答复，按前置处理',
    subject: { act: 'noReply' },
    settings: { noReplyFirst: true },
    first,
    doubts: ['noReplyUnsettled'],
  },
  {
    title: '逾期不答复，按可以选择处理',
    subject: { act: 'noReply' },
    settings: { noReplyFirst: false },
    first: either,
    doubts: ['noReplyUnsettled'],
  },
].map((one) => ({ bodies: government, ...one }) as RemediesExample)

const byDay: readonly RemediesExample[] = [
  {
    title: '2023年12月31日：不前置，部门可以向本级政府或者上级部门申请',
    subject: reply('withheld.stateSecret'),
    on: '2023-12-31',
    first: either,
    bodies: ['某县人民政府', '上级机关'],
  },
  {
    title: '2024年1月1日：前置，只向本级政府申请',
    subject: reply('withheld.stateSecret'),
    on: '2024-01-01',
    first,
    bodies: government,
  },
  {
    title: '2025年5月31日：司法解释施行前，无法提供是否前置有疑问',
    subject: reply('unavailable.notHeld'),
    on: '2025-05-31',
    first: either,
    bodies: government,
    doubts: ['scopeBeforeInterpretation'],
  },
  {
    title: '2025年6月1日：司法解释施行，无法提供可以直接起诉',
    subject: reply('unavailable.notHeld'),
    on: '2025-06-01',
    first: either,
    bodies: government,
  },
]

const granted = { subject: reply('granted'), first: either } as const

const byAgency: readonly RemediesExample[] = [
  {
    title: '海关、金融、税务、国家安全：上一级主管部门',
    ...granted,
    agency: rank('city', 'department', 'vertical'),
    bodies: superior,
  },
  {
    title: '司法局：本级政府或者上级司法行政部门',
    ...granted,
    agency: rank('county', 'department', 'justice'),
    bodies: ['某县人民政府', '上级机关'],
  },
  { title: '乡镇政府：上一级政府，基层法院', ...granted, agency: rank('township', 'government'), bodies: superior },
  {
    title: '县政府：上一级政府，中级法院',
    ...granted,
    agency: rank('county', 'government'),
    court: '某市中级人民法院',
    bodies: superior,
  },
  {
    title: '县政府写基层法院：提示',
    ...granted,
    agency: rank('county', 'government'),
    bodies: superior,
    doubts: ['courtLevel'],
  },
  {
    title: '县政府由集中管辖法院受理：不提示',
    ...granted,
    agency: rank('county', 'government'),
    collectiveJurisdiction: true,
    bodies: superior,
  },
  {
    title: '县级部门写中级法院：提示',
    ...granted,
    court: '某市中级人民法院',
    bodies: government,
    doubts: ['courtLevel'],
  },
  {
    title: '省级政府：自己',
    ...granted,
    agency: rank('province', 'government'),
    court: '某市中级人民法院',
    bodies: ['本机关名称'],
  },
  {
    title: '国务院部门：自己，条文未核对',
    ...granted,
    agency: rank('nation', 'department'),
    court: '某市中级人民法院',
    bodies: ['本机关名称'],
    doubts: ['bodyUnverified'],
  },
  { title: '网上送达：写明网上复议渠道', ...granted, servedOnline: true, bodies: government },
]

export const remediesExamples: readonly RemediesExample[] = [...byOutcome, ...byDay, ...byAgency]
