import type { AgencyLevel } from '../../../statute/agency-rank.ts'
import { placeOf } from '../place-of.ts'
import type { IdentityEvidence, RuleFinding, Term } from '../rule.ts'
import type { RuleWords, Said } from './said.ts'

const tables = {
  proactive: '第二部分表格（主动公开）',
  requests: '第三部分表格（依申请公开）',
  remedies: '第四部分表格（复议诉讼）',
} as const

/** Where a finding stands, in the words of the form. */
export function placeZh(where: string): string {
  const place = placeOf(where)
  switch (place.kind) {
    case 'cell':
      return `“${place.row} × ${place.column}”`
    case 'row':
      return `“${place.row}”一行`
    case 'column':
      return `“${place.column}”一列`
    case 'table':
      return tables[place.table]
    case 'text':
      return place.section === 0 ? '标题和开头' : `“${place.heading ?? `第${place.section}部分`}”`
    case 'file':
      return '文件全文'
  }
}

const sum = (terms: readonly Term[]) =>
  terms.length === 0
    ? '0'
    : terms.map(({ value }, i) => (i === 0 ? `${value}` : value < 0 ? `－${-value}` : `＋${value}`)).join('')

const side = (terms: readonly Term[], total: number | undefined) =>
  terms.length > 1 ? `${sum(terms)}＝${total}` : `${total}`

/** An identity that fails, or that cannot be decided because of the cells named. */
function identity(
  finding: {
    readonly where: string
    readonly left?: number
    readonly right?: number
    readonly evidence: IdentityEvidence
  },
  words: { readonly formula: string; readonly left: string; readonly right: string; readonly mend: string },
): Said {
  const { evidence, left, right, where } = finding
  if (evidence.uncertain.length > 0) {
    return {
      message: `${placeZh(where)}无法核对（${words.formula}）：${listCells(evidence.uncertain)}没有可用的数字。`,
      suggestion: '请补齐这些数据（没有的填 0）后再核对。',
    }
  }
  return {
    message: `${placeZh(where)}不平：${words.left} ${side(evidence.terms.left, left)}，${words.right} ${side(evidence.terms.right, right)}（${words.formula}）。`,
    suggestion: words.mend,
  }
}

function listCells(cells: readonly string[]): string {
  const shown = cells.slice(0, 3).map(placeZh).join('、')
  return cells.length > 3 ? `${shown}等 ${cells.length} 格` : shown
}

const replace = ({ found, proposed }: { found: string; proposed?: string }) =>
  proposed === undefined ? undefined : proposed === '' ? `删去“${found}”。` : `改为“${proposed}”。`

const said = (message: string, suggestion: string | undefined): Said =>
  suggestion === undefined ? { message } : { message, suggestion }

const levels: Readonly<Record<AgencyLevel, string>> = {
  township: '乡镇（街道）',
  county: '县（区）',
  city: '市',
  province: '省',
  nation: '全国',
}

const topics: Readonly<Record<string, string>> = {
  received: '收到的申请',
  newlyReceived: '新收申请',
  carriedIn: '上年结转',
  answered: '办结（答复）',
  carriedOut: '结转下年',
  granted: '予以公开',
  partlyGranted: '部分公开',
  withheld: '不予公开',
  unavailable: '无法提供',
  rejected: '不予处理',
  other: '其他处理',
  naturalPerson: '自然人申请',
  organisations: '法人或其他组织申请',
  business: '商业企业申请',
  researchInstitute: '科研机构申请',
  socialWelfare: '社会公益组织申请',
  legalService: '法律服务机构申请',
}
const topicZh = (topic: string) =>
  topic
    .split('+')
    .map((part) => topics[part] ?? part)
    .join('、')

const remedies = { reconsideration: '行政复议', litigation: '行政诉讼', remedies: '行政复议、行政诉讼' } as const

const titleProblems: Readonly<Record<'missing' | 'words' | 'agency' | 'year', (found: string) => string>> = {
  missing: () => '没有找到标题。',
  words: (found) => `标题“${found}”不是规定的名称“政府信息公开工作年度报告”。`,
  agency: (found) => `标题“${found}”没有写明行政机关名称。`,
  year: (found) => `标题“${found}”没有写明年度。`,
}

const residues = {
  bookmark: '文字里留下了 Word 书签',
  field: '文字里留下了 Word 域代码',
  reference: '文字里留下了失效的引用',
  placeholder: '占位符没有填写',
  hint: '模板提示没有删除',
  markup: '文字里留下了网页代码',
  encoding: '文字里有乱码',
} as const

/** Chinese words of every rule. */
export const zhCN: RuleWords = {
  K1: (finding) =>
    identity(finding, {
      formula: '第一项＋第二项＝第三项总计＋第四项',
      left: '新收＋上年结转',
      right: '办理总计＋结转下年',
      mend: '请对照办件台账，更正这一列的新收、结转或办理结果。',
    }),
  K2: (finding) =>
    identity(finding, {
      formula: '（七）总计＝（一）至（六）各行之和',
      left: '（七）总计',
      right: '各行之和',
      mend: '请核对这一列的各项办理结果和总计。',
    }),
  K3: (finding) =>
    identity(finding, {
      formula: '总计＝自然人＋五类法人或其他组织',
      left: '总计',
      right: '各列之和',
      mend: '请核对这一行各类申请人的数量和总计。',
    }),
  K5: (finding) =>
    identity(finding, {
      formula: '总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
      left: '总计',
      right: '四项之和',
      mend: '请核对这一组的案件数量和总计。',
    }),
  K6: ({ where, evidence }) => ({
    message:
      evidence.problem === 'negative'
        ? `${placeZh(where)}填的是负数 ${evidence.text}。`
        : `${placeZh(where)}填的是小数 ${evidence.text}，件数应为整数。`,
    suggestion: '请核对原始数据后更正。',
  }),
  K4: (finding) =>
    identity(finding, {
      formula: '本年“上年结转”＝上年报告的“结转下年度继续办理”',
      left: '本年填',
      right: '上年报告为',
      mend: '请核对两年的结转数量；因机构改革接续办理的，请说明。',
    }),
  K7: ({ where, left, right, evidence }) => ({
    message: `${placeZh(where)}写“${evidence.found}”，即${topicZh(evidence.topic)} ${left} 件，而表格中为 ${right}。`,
    suggestion: '请核对后使文字与表格一致；口径不同的，请写明口径。',
  }),
  K8: ({ where, left, right, evidence }) => ({
    message: `${placeZh(where)}写“${evidence.found}”，即${remedies[evidence.topic]} ${left} 件，而第四部分表格中为 ${right}。`,
    suggestion: '请核对后使文字与表格一致；口径不同的，请写明口径。',
  }),
  K9: ({ where, left, evidence }) => ({
    message:
      evidence.notices === 'denied'
        ? `表格中有 ${left} 件因逾期未缴费不再处理，${placeZh(where)}却写没有发出收费通知。`
        : `表格中有 ${left} 件因逾期未缴费不再处理，${placeZh(where)}没有写收费通知。`,
    suggestion: '请写明发出收费通知的件数、总金额和实际收取金额，或更正表格。',
  }),
  K11: (finding) =>
    identity(finding, {
      formula: '本年现行有效＝上年现行有效＋本年制发－本年废止',
      left: '本年现行有效',
      right: '推算应为',
      mend: '请核对；因到期失效或重新归类而不同的，可保留。',
    }),
  K10: (finding) => {
    const base = identity(finding, {
      formula: '政府数据＝所属各机关同一格之和',
      left: '政府报告',
      right: '各机关之和',
      mend: '请核对汇总，或请相关机关更正。',
    })
    const names = finding.evidence.agencies.filter(Boolean)
    return names.length === 0
      ? base
      : {
          message: `${placeZh(finding.where)}无法汇总核对：${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 个机关` : ''}没有可用的数字。`,
          suggestion: '请有关机关补齐数据。',
        }
  },
  title: ({ evidence }) => said(titleProblems[evidence.problem](evidence.found), titleMend(evidence)),
  'year-mismatch': ({ where, evidence }) => ({
    message: `${placeZh(where)}写“${evidence.found}”，年度与本报告不符。`,
    suggestion: `如指本年度，改为“${evidence.proposed}”。`,
  }),
  'heading-missing': ({ evidence }) => ({
    message: `缺少“${evidence.heading}”这一部分。`,
    suggestion: '请按规定格式补上这一部分；确无内容的，写明没有。',
  }),
  'heading-order': ({ evidence }) => ({
    message: `六个部分的顺序不对：现为${evidence.found.map((n) => `第${n}部分`).join('、')}。`,
    suggestion: '请按一至六的顺序排列。',
  }),
  'heading-number': ({ evidence }) => ({
    message: `“${evidence.heading}”的序号写成“${evidence.found}”。`,
    suggestion: `序号改为“${evidence.proposed}”。`,
  }),
  'five-aspects': ({ evidence }) => ({
    message: `“一、总体情况”没有写到：${evidence.missing.join('、')}。`,
    suggestion: '总体情况应写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。',
  }),
  'fee-statement': () => ({
    message: '没有说明信息处理费收取情况。',
    suggestion:
      '请在“六、其他需要报告的事项”写明发出收费通知的件数、总金额和实际收取金额；没有的，写明未收取信息处理费。',
  }),
  residue: ({ where, evidence }) =>
    said(`${placeZh(where)}：${residues[evidence.kind]}“${evidence.found}”。`, replace(evidence) ?? '请填写或删除。'),
  'wrong-level': ({ where, evidence }) => ({
    message: `${placeZh(where)}写“${evidence.found}”，超出了本机关所在的${levels[evidence.own]}级范围。`,
    suggestion: '请改为本机关、本地区的工作；这类话常是套用上级报告留下的。',
  }),
  repetition: ({ where, evidence }) => said(`${placeZh(where)}：“${evidence.found}”有重复。`, replace(evidence)),
  usage: ({ where, evidence }) => said(`${placeZh(where)}：“${evidence.found}”用词不当。`, replace(evidence)),
  'blank-cells': ({ where, evidence }) => ({
    message:
      evidence.count === evidence.of
        ? `${placeZh(where)} ${evidence.of} 格全部空白。`
        : `${placeZh(where)} ${evidence.of} 格中有 ${evidence.count} 格空白：${listCells(evidence.cells)}。`,
    suggestion: '没有发生的请填 0，不要留空；填 0 前请确认。',
  }),
  'old-form': ({ where, evidence }) => ({
    message:
      evidence.sign === 'rows'
        ? `${placeZh(where)}用的是 2019 年的旧格式。`
        : `${placeZh(where)}引用的“${evidence.found}”已被国办公开办函〔2021〕30号取代。`,
    suggestion: '请改用国办公开办函〔2021〕30号规定的格式。',
  }),
  accountability: ({ evidence }) => ({
    message: `政府的报告没有写到：${evidence.missing.join('、')}。`,
    suggestion: '请在监督保障部分写明工作考核、社会评议和责任追究结果情况（条例第五十条）；没有的，写明没有。',
  }),
  'narrative-sum': ({ where, left, right, evidence }) => ({
    message:
      evidence.problem === 'sum'
        ? `${placeZh(where)}：“${evidence.found}”各分项 ${evidence.parts.join('＋')}＝${right}，与总数 ${left} 不符。`
        : `${placeZh(where)}：“${evidence.found}”写 ${left}%，按件数计算为 ${right}%。`,
    suggestion: '请核对分项与总数。',
  }),
  'rate-100': ({ where, right, evidence }) => ({
    message: `${placeZh(where)}写“${evidence.found}”，而表格中有 ${right} 件结转下年度继续办理。`,
    suggestion: '如均在期限内答复，可写“按时办结率100%”。',
  }),
  late: ({ evidence }) => ({
    message: evidence.binding
      ? `报告于 ${evidence.publishedOn} 公布，晚于法定期限 ${evidence.deadline}（条例第四十九条）。`
      : `报告于 ${evidence.publishedOn} 公布，晚于上级政府报告的期限 ${evidence.deadline}。`,
    suggestion: evidence.binding
      ? '请说明原因，下一年度按时公布。'
      : '条例没有规定乡镇的期限，建议提前，以便县级汇总。',
  }),
  copied: ({ evidence }) => ({
    message: `“${evidence.heading}”与上年报告有 ${evidence.similarity}% 相同。`,
    suggestion: '请按本年实际情况重写，避免内容雷同。',
  }),
}

function titleMend({ problem, proposed }: RuleFinding<'title'>['evidence']): string {
  if (proposed !== undefined) return `改为“${proposed}”。`
  return problem === 'agency' || problem === 'year' || problem === 'missing'
    ? '标题应写明机关名称、年度和“政府信息公开工作年度报告”。'
    : '标题应为“〔机关名称〕〔年度〕年政府信息公开工作年度报告”。'
}
