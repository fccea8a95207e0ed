import { type Citation, cite } from '../../../statute/citation.ts'
import type { LetterDefinition } from '../define-letter.ts'
import type { ElementId } from '../elements.ts'
import { attachmentMark } from '../templates/attachment-list.ts'
import { replyElements } from '../templates/reply-parts.ts'
import { elementFields, fixedFieldNames } from './element-fields.ts'
import type { FieldList } from './field-value.ts'
import type { LetterVariant } from './letter-variants.ts'

/** A field that the template of a letter may hold. */
export type VariantField = {
  readonly name: string
  readonly list: FieldList | null
  /** Whether a template without it, or without what it says, is refused. */
  readonly mandatory: boolean
  readonly article: Citation | null
  /** The sentences that a field of a fixed statement says, which may also be typed out; empty for other fields. */
  readonly sentences: readonly string[]
  /** The whole built-in text says it too. */
  readonly inBody: boolean
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
  body: '正文',
  remedies: '救济告知',
  attachments: '附件',
  agencyName: '机关名称',
  date: '成文日期',
} as const

const paragraphs: FieldList = { inner: ['段落'], needed: ['段落'], line: ({ 段落 = '' }) => 段落 }
const attachments: FieldList = {
  inner: ['附件标记', '序号', '名称'],
  needed: ['名称'],
  line: ({ 附件标记 = '', 序号 = '', 名称 = '' }) => `${附件标记}${序号}${名称}`,
}
/** What stands before the first attachment, and before the others so that names are below one another. */
export const attachmentMarks = [attachmentMark, '　　　'] as const

/** Elements of a decision that a reply may tell also where it need not. */
export const optionalInReplies: readonly ElementId[] = ['reasons', 'otherWay']

/** Every field of a letter, the mandatory ones with their articles, in the order in which a letter comes to them. */
export function fieldsOfVariant({ kind, definition }: LetterVariant): readonly VariantField[] {
  const reply = kind === 'reply'
  const toApplicant = definition === null || definition.to === 'applicant'
  const declared = definition?.elements ?? replyElements
  const bare = { list: null, mandatory: false, article: null, sentences: [], inBody: false }
  const optional = (name: string): VariantField => ({ ...bare, name })
  const must = (name: string, article: Citation | null): VariantField => ({ ...bare, name, article, mandatory: true })
  const handsOver = reply && (definition === null || 'provision' in definition.elements)
  const more = reply && definition !== null ? optionalInReplies.filter((id) => !(id in declared)) : []
  return [
    optional(frameFields.title),
    reply ? must(frameFields.number, cite('条例45')) : optional(frameFields.number),
    ...Object.entries(declared).flatMap(([id, article]) => {
      // Of all replies alike only the built-in text says what each of them must say.
      const own = definition !== null || id === 'applicant' || id === 'contact'
      return ofElement(id as ElementId, own, article === null ? null : cite(article))
    }),
    ...(definition === null ? [] : ofFixed(definition)),
    ...more.flatMap((id) => ofElement(id, false, null)),
    ...(toApplicant ? [frameFields.you, frameFields.agent, frameFields.representative].map(optional) : []),
    ...(toApplicant && 'receivedOn' in declared ? [frameFields.correctedOn, frameFields.remedy].map(optional) : []),
    ...(reply ? [optional(frameFields.consultation)] : []),
    ...(handsOver && definition !== null ? [optional(frameFields.isPublic)] : []),
    { ...bare, name: frameFields.body, list: paragraphs, mandatory: definition === null },
    ...(definition === null || definition.contestedAs !== null
      ? [{ ...must(frameFields.remedies, cite('条例51')), list: paragraphs }]
      : []),
    ...(handsOver ? [{ ...must(frameFields.attachments, cite('条例36(2)')), list: attachments }] : []),
    must(frameFields.agencyName, null),
    must(frameFields.date, null),
  ]
}

function ofElement(id: ElementId, mandatory: boolean, article: Citation | null): readonly VariantField[] {
  const inBody = isInBody(id)
  return elementFields[id].fields.map(({ name, list }) => ({
    name,
    list: list ?? null,
    mandatory,
    article,
    sentences: [],
    inBody,
  }))
}

/** Whom it is written to and whom to speak with stand outside the text. */
export function isInBody(id: string): boolean {
  return id !== 'applicant' && id !== 'party' && id !== 'contact'
}

/** Fixed statements by the names of their fields; where a letter has one or another, both go by one name. */
function ofFixed({ fixed }: LetterDefinition): readonly VariantField[] {
  const fields = new Map<string, VariantField>()
  for (const [key, [article, sentence]] of Object.entries(fixed)) {
    const name = fixedFieldNames[key]
    if (name === undefined) throw new RangeError(`a fixed sentence without a field: ${key}`)
    const before = fields.get(name)
    const sentences = [...(before?.sentences ?? []), sentence]
    fields.set(name, {
      name,
      list: null,
      mandatory: true,
      article: before?.article ?? cite(article),
      sentences,
      inBody: true,
    })
  }
  return [...fields.values()]
}
