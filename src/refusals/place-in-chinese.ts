/** Fields that people write, as a clerk calls them. */
const fields: Readonly<Record<string, string>> = {
  content: '申请内容',
  record: '所涉记录',
  claim: '更正请求',
  applicants: '申请人',
  applicant: '申请人',
  agent: '代理人',
  person: '被征求意见人',
  name: '姓名或者名称',
  document: '证件',
  number: '编号',
  address: '地址',
  postcode: '邮编',
  phone: '电话',
  email: '电子邮箱',
  fax: '传真',
  legalRepresentative: '法定代表人',
  contactPerson: '联系人',
  caseNumber: '案号',
  requestNumber: '申请编号',
  body: '复议机关或者法院',
  remedy: '据以重新办理的决定、判决',
  reason: '理由',
  reasons: '理由',
  items: '事项',
  unit: '科室',
  question: '转办事项',
  opinion: '意见',
  information: '征求意见的信息',
  contact: '联系方式',
  payment: '缴费方式',
  documentNumber: '文号',
  approvedBy: '批准人',
  witnesses: '监销人',
  fileName: '文件名',
  title: '标题',
  summary: '内容概述',
  maker: '发文机关',
  jointMakers: '联合发文机关',
  keywords: '关键词',
  text: '正文',
  attachments: '附件',
  basis: '依据',
  platform: '平台',
  referredTo: '报送的部门',
  remarks: '意见',
}

/** Parts of a place that say nothing to a clerk: which one of several, and what holds the field. */
const passedOver = /^(?:\d+|identity|decision|approval)$/

/** The place of a field, such as `applicants.0.name`, in words; one that has none as it is. */
export function placeInChinese(place: string | number | undefined): string {
  const words = String(place)
    .split('.')
    .filter((part) => !passedOver.test(part))
    .map((part) => fields[part])
  return words.length === 0 || words.includes(undefined) ? String(place) : words.join('的')
}
