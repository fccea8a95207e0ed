import { type Citation, cite } from './citation.ts'
import { proactiveBlocks } from './form-2021.ts'

/** One of the fifteen items that an agency must publish of its own motion. */
export type DisclosureItem = {
  readonly item: number
  readonly id: DisclosureItemId
  readonly title: string
  readonly citation: Citation
  /** Whether table one of the annual report counts it. */
  readonly countedInReport: boolean
}

export type DisclosureItemId = (typeof declared)[number][0]

const declared = [
  ['rules', '行政法规、规章和规范性文件'],
  ['agencyProfile', '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'],
  ['plans', '国民经济和社会发展规划、专项规划、区域规划及相关政策'],
  ['statistics', '国民经济和社会发展统计信息'],
  ['licencesAndServices', '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果'],
  [
    'penaltiesAndCoerciveMeasures',
    '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
  ],
  ['budgets', '财政预算、决算信息'],
  ['administrativeFees', '行政事业性收费项目及其依据、标准'],
  ['procurement', '政府集中采购项目的目录、标准及实施情况'],
  ['majorProjects', '重大建设项目的批准和实施情况'],
  ['livelihood', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'],
  ['emergencies', '突发公共事件的应急预案、预警信息及应对情况'],
  ['inspections', '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'],
  ['recruitment', '公务员招考的职位、名额、报考条件等事项以及录用结果'],
  ['otherRequired', '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息'],
] as const

/** 条例20, in its order. */
export const article20: readonly DisclosureItem[] = declared.map(([id, title], index) => {
  const citation = cite(`条例20(${index + 1})`)
  return {
    item: index + 1,
    id,
    title,
    citation,
    countedInReport: proactiveBlocks.some(({ article }) => article === citation),
  }
})
