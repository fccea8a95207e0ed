import type { ProblemWords, WarningWords } from './problem-words.ts'

const quote = (text: string) => (text === '' ? '' : `“${text}”`)

export const problemsZhCN: ProblemWords = {
  required: (p) => `“${p.column}”不能为空`,
  formula: (p) => `“${p.column}”是公式，公式一律不导入；请复制后“选择性粘贴”为数值`,
  cellError: (p) => `“${p.column}”是表格错误值${quote(p.value)}`,
  notADay: (p) => `“${p.column}”的${quote(p.value)}不是日期或没有这一天；请写成 2025-03-03、2025/3/3 或 2025年3月3日`,
  noDateStyle: (p) => `“${p.column}”是没有日期格式的数字${quote(p.value)}；请把单元格格式设为日期，或写成 2025-03-03`,
  future: (p) => `“${p.column}”${quote(p.value)}晚于今天（${p.allowed[0]}）`,
  notAllowedWord: (p) => `“${p.column}”的${quote(p.value)}不在可用词中；可用：${p.allowed.join(' | ')}`,
  notWhole: (p) => `“${p.column}”的${quote(p.value)}不是整数；可填 ${p.allowed[0]} 至 ${p.allowed[1]}`,
  outOfRange: (p) =>
    p.allowed.length > 0
      ? `“${p.column}”的${quote(p.value)}超出范围；可填 ${p.allowed[0]} 至 ${p.allowed[1]}`
      : `“${p.column}”的${quote(p.value)}超出范围`,
  notMoney: (p) => `“${p.column}”的${quote(p.value)}不是金额；只写不小于 0 的数字`,
  finerThanCent: (p) => `“${p.column}”的${quote(p.value)}精确到了分以下；最小到分`,
  tooLong: (p) => `“${p.column}”太长；最多 ${p.allowed[0]} 个字符`,
  controlCharacter: (p) => `“${p.column}”含有不可见的控制字符；请重新录入`,
  onlyOneOf: (p) => `填了“${p.other}”却没有填“${p.column}”；两项要么都填，要么都空`,
  needs: (p) => `填了“${p.other}”就必须填“${p.column}”`,
  before: (p) => `“${p.column}”${quote(p.value)}早于“${p.other}”（${p.allowed[0]}）`,
  notCovered: (p) => `“${p.column}”${quote(p.value)}早于 ${p.allowed[0]}，不适用现行《政府信息公开条例》，不能录入`,
  duplicateKey: (p) => `“${p.column}”${quote(p.value)}与第 ${p.allowed[0]} 行重复`,
  differsFromStored: (p) =>
    `“${p.column}”${quote(p.value)}已在库中且内容不同（${p.allowed.join('、')}）；确要更改请加 --update`,
  replyMovedToLaterYear: (p) =>
    `“${p.column}”由 ${p.allowed[0]} 改为以后年度的${quote(p.value)}会重复统计；` +
    '复议、诉讼后重新处理的，请保留原答复日期，另填“重新处理日期”',
  managedHere: (p) => `“${p.column}”${quote(p.value)}已在本系统办理，台账文件不能再更改它；请在系统中办理`,
}

export const warningsZhCN: WarningWords = {
  unknownColumn: (value) => `不认识的列“${value}”，未导入`,
  unknownSheet: (value) => `不认识的工作表“${value}”，未导入`,
  unknownRequest: (value) => `申请编号“${value}”不在台账中，请核对`,
  madeElsewhere: (value) => `牵头制作为“${value}”，该文件不计入本机关`,
  kindAgainstName: () => '申请人类型为自然人，但申请人像是单位名称，请核对',
  feeLapseWithoutNotice: () => '因逾期未缴费不再处理，但没有填写收费通知日期，请核对',
}
