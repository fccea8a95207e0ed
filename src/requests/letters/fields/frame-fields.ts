import { attachmentMark } from '../templates/attachment-list.ts'
import type { ElementField, FieldNames } from './element-fields.ts'
import type { FieldList } from './field-value.ts'

/** What fields are made from, of a letter of either procedure. */
export type FieldDefinition = {
  readonly to: keyof typeof addressees
  /** Elements that must stand in it, each with the article that asks for it, or null. */
  readonly elements: Readonly<Record<string, string | null | undefined>>
  /** Sentences that are always alike, each with its article. */
  readonly fixed: Readonly<Record<string, readonly [article: string, sentence: string]>>
  readonly contestedAs: string | null
}

/** Fields of a letter's frame, of what a case may have besides, and of the whole built-in text. */
export const frameFields = {
  title: '标题',
  number: '文号',
  you: '称呼',
  agent: '委托代理人',
  representative: '代表人',
  correctedOn: '补正收到日期',
  remedy: '重新处理依据',
  consultation: '征求意见情况',
  isPublic: '已主动公开',
  transferredFrom: '转送机关',
  transferReference: '转送文号',
  evidenceUntil: '提供证据期限',
  evidenceCount: '证据份数',
  transferredOn: '转送日期',
  otherContact: '接收机关联系方式',
  body: '正文',
  remedies: '救济告知',
  attachments: '附件',
  agencyName: '机关名称',
  date: '成文日期',
} as const

/** Lists of the frame: paragraphs, and what is attached. */
export const paragraphList: FieldList = { inner: ['段落'], needed: ['段落'], line: ({ 段落 = '' }) => 段落 }
export const attachmentFieldList: FieldList = {
  inner: ['附件标记', '序号', '名称'],
  needed: ['名称'],
  line: ({ 附件标记 = '', 序号 = '', 名称 = '' }) => `${附件标记}${序号}${名称}`,
}

/** What stands before the first attachment, and before the others so that names are below one another. */
export const attachmentMarks = [attachmentMark, '　　　'] as const

/** The element that a letter is addressed to. */
export const addressees = { applicant: 'applicant', party: 'party', agency: 'amendingAgency' } as const

/** Whom it is written to and whom to speak with stand outside the text. */
export function isInBody(id: string, to: FieldDefinition['to']): boolean {
  return id !== addressees[to] && id !== 'contact'
}

/** The fields of an element, by its id. */
export function fieldsOf({ elements }: FieldNames, id: string): readonly ElementField<never>[] {
  const found = elements[id]
  if (!found) throw new RangeError(`an element without a field: ${id}`)
  return found.fields
}
