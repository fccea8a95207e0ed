/**
 * A repetition, and what is left of it when mended. Earlier patterns claim their words first. `repeats` tells how many
 * characters come again, at least and at most, and how many stand between; the others need not be searched for.
 */
export type RepetitionPattern = {
  readonly pattern: RegExp
  readonly keeps: (match: RegExpMatchArray) => string
  readonly repeats: { readonly least: number; readonly most: number; readonly apart: 0 | 1 }
}

const exactly = (length: number) => ({ least: length, most: length, apart: 0 }) as const
const one = exactly(1)
const group = (number: number) => (match: RegExpMatchArray) => match[number] ?? ''

/** Two-character words that are never set twice on purpose; words that open a compound (工作人员, 信息化) are excepted below. */
const TWICE_BY_SLIP =
  '资金|情况|政府|进行|推进|加强|落实|提升|开展|及时|我局|我市|我县|我区|我镇|我乡|政策|部门|群众|要求|完善|健全|积极|不断|通过|根据|按照|围绕|结合|认真|严格|确保|实现|加大|存在|问题|措施|制度|内容|方面|渠道|平台|网站|申请|答复|办理|收到|受理|主动|条例|规定|年度|报告|依法|监督|保障|培训|宣传|解读|发布|更新|审核|审查'

export const repetitionPatterns: readonly RepetitionPattern[] = [
  // 政府信息公开的信息公开: what follows 的 repeats the end of what stands before it.
  {
    pattern: /(?:政府|政务)?(\p{Script=Han}{4,8})的\1/gu,
    keeps: (match) => match[0].slice(0, match[0].lastIndexOf('的')),
    repeats: { least: 4, most: 8, apart: 1 },
  },
  // Three characters and more set twice; a name with its own short form (鸭绿江…) does not repeat at once.
  { pattern: /(\p{Script=Han}{3,10})\1/gu, keeps: group(1), repeats: { least: 3, most: 10, apart: 0 } },
  { pattern: /((?:19|20)\d{2}年)\1/g, keeps: group(1), repeats: exactly(5) },
  {
    pattern: new RegExp(
      `(${TWICE_BY_SLIP})\\1(?!书|表|人|员|制|栏|目|性|单|者|量|率|站|中心|管理局|审批|部门|会议|机构|文件|办公)`,
      'g',
    ),
    keeps: group(1),
    repeats: exactly(2),
  },
  { pattern: /的的(?!确|士)/g, keeps: () => '的', repeats: one },
  { pattern: /(?<![于但可还就也都若如])是是(?!非|否|不是)/g, keeps: () => '是', repeats: one },
  { pattern: /(?<!为|罢)了了(?!解|然|事|结|却|断)/g, keeps: () => '了', repeats: one },
  { pattern: /(?<![温平柔暖祥])和和(?!气|睦|平|谐|美|善|解|蔼)/g, keeps: () => '和', repeats: one },
  { pattern: /与与(?!会|时)/g, keeps: () => '与', repeats: one },
  { pattern: /(乡|镇)\1(?=人民政府|政府|党委)/g, keeps: group(1), repeats: one },
]
