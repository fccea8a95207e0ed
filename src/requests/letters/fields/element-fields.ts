import { officialDay } from '../../../office/official-day.ts'
import type { Day } from '../../../statute/day.ts'
import type { ElementId, Elements } from '../elements.ts'
import { feeScale, yuanOf } from '../templates/fee-notice.ts'
import { clause, inLine, sentence } from '../templates/punctuation.ts'
import { receiptWays } from '../templates/receipt.ts'
import { provided, searched, withheldPartLine, withheldPartWords } from '../templates/reply-parts.ts'
import type { FieldEntry, FieldList } from './field-value.ts'

/** A field by its name, and what it says of an element; `you` is how the applicant is spoken to. */
export type ElementField<V> =
  | { readonly name: string; readonly says: (value: V, you: string) => string; readonly list?: never }
  | { readonly name: string; readonly entries: (value: V) => readonly FieldEntry[]; readonly list: FieldList }

/** The fields of an element, and a value that stands for any: what it says is found again in a built-in text. */
export type FieldsOfElement<V> = { readonly fields: readonly ElementField<V>[]; readonly stand: V }

/** The fields of any element; whoever calls them hands over a value of the right kind. */
export type FieldsOfAnyElement = { readonly fields: readonly ElementField<never>[]; readonly stand: unknown }

/** What a procedure's letters call their elements and fixed sentences in a template. */
export type FieldNames = {
  readonly elements: Readonly<Record<string, FieldsOfAnyElement>>
  readonly fixed: Readonly<Record<string, string>>
}

/** Characters that no text of an office holds (private use), so that one can be told from all others. */
export const standMark = (at: number) => String.fromCodePoint(0xe100 + at)
export const standDay = (at: number) => `9${String(at).padStart(3, '0')}-01-01` as Day
export const standNumber = (at: number) => 900_000 + at

/** An element that is one field: a text within a sentence, one in quotation marks, a day, a number. */
export const text = (name: string, at: number): FieldsOfElement<string> => ({
  fields: [{ name, says: clause }],
  stand: standMark(at),
})
export const quotedText = (name: string, at: number): FieldsOfElement<string> => ({
  fields: [{ name, says: inLine }],
  stand: standMark(at),
})
export const onDay = (name: string, at: number): FieldsOfElement<Day> => ({
  fields: [{ name, says: officialDay }],
  stand: standDay(at),
})
const number = (name: string, at: number): FieldsOfElement<number> => ({
  fields: [{ name, says: String }],
  stand: standNumber(at),
})

/** What an office writes in its templates for each element of a letter, and what then stands there. */
export const elementFields: { readonly [K in ElementId]: FieldsOfElement<Elements[K]> } = {
  applicant: { fields: [{ name: '申请人', says: (name) => name }], stand: standMark(0) },
  agencyName: text('机关名称', 1),
  requestNumber: text('登记编号', 2),
  content: quotedText('申请内容', 3),
  channel: { fields: [{ name: '收到方式', says: (channel) => receiptWays[channel] }], stand: 'inPerson' },
  receivedOn: onDay('收到日期', 5),
  dueOn: onDay('答复期限', 6),
  correctionItems: {
    fields: [
      {
        name: '补正事项',
        entries: (items) => items.map((item, at) => ({ 序号: String(at + 1), 事项: sentence(item) })),
        list: { inner: ['序号', '事项'], needed: ['事项'], line: ({ 序号, 事项 }) => `${序号}. ${事项}` },
      },
    ],
    stand: [standMark(7)],
  },
  correctionUntil: onDay('补正期限', 8),
  excess: text('超出合理范围的事实', 9),
  justificationUntil: onDay('说明理由期限', 10),
  extensionDays: number('延长工作日', 11),
  newDueOn: onDay('延长后答复期限', 12),
  postponedUntil: onDay('延迟答复期限', 13),
  postponementReasons: text('延迟答复理由', 14),
  party: { fields: [{ name: '被征求意见方', says: (name) => name }], stand: standMark(15) },
  information: quotedText('所涉信息', 16),
  consultationPeriod: number('提出意见工作日', 17),
  consultedOn: onDay('征求意见日期', 18),
  disclosed: quotedText('决定公开内容', 19),
  disclosureReasons: { fields: [{ name: '决定公开理由', says: sentence }], stand: standMark(20) },
  feeBands: { fields: [{ name: '收费标准', says: feeScale }], stand: { by: 'items', bands: [] } },
  feeAmount: { fields: [{ name: '收费金额', says: yuanOf }], stand: standNumber(22) * 100 },
  payment: text('缴纳方式', 23),
  paymentPeriod: number('缴纳工作日', 24),
  noticeOn: onDay('告知日期', 25),
  withdrawnOn: onDay('撤回日期', 26),
  contact: text('联系方式', 27),
  reasons: { fields: [{ name: '事实和理由', says: sentence }], stand: standMark(28) },
  provision: {
    fields: [{ name: '提供方式', says: provided }],
    stand: { how: 'supplied', files: [], description: standMark(29) },
  },
  withheldParts: {
    fields: [
      {
        name: '不公开部分',
        entries: (parts) =>
          parts.map((part, at) => {
            const words = withheldPartWords(part)
            return {
              序号: String(at + 1),
              部分: words.part,
              理由: words.reasons,
              类别: words.ground,
              依据: words.article,
            }
          }),
        list: {
          inner: ['序号', '部分', '理由', '类别', '依据'],
          needed: ['部分', '理由', '依据'],
          line: ({ 序号 = '', 部分 = '', 理由 = '', 类别 = '', 依据 = '' }) =>
            withheldPartLine({ number: 序号, part: 部分, reasons: 理由, ground: 类别, article: 依据 }),
        },
      },
    ],
    stand: [{ part: standMark(30), ground: 'withheld.thirdPartyRights', reasons: standMark(31) }],
  },
  search: {
    fields: [{ name: '检索情况', says: searched }],
    stand: { places: [standMark(32)], words: [standMark(33)], by: '', on: standDay(34) },
  },
  rightAgency: {
    fields: [
      { name: '负责机关', says: ({ name }) => clause(name) },
      { name: '负责机关联系方式', says: ({ contact }) => clause(contact) },
    ],
    stand: { name: standMark(35), contact: standMark(36) },
  },
  otherWay: text('办理途径', 37),
  earlierReply: text('原答复文号', 38),
}

/** What a fixed sentence is called in a template, by its name in the definition. */
const fixedFieldNames: Readonly<Record<string, string>> = {
  basis: '法律依据',
  ground: '法律依据',
  alreadyPublic: '法律依据',
  disclosed: '法律依据',
  rest: '不予提供告知',
  counting: '期限计算告知',
  consequence: '后果告知',
  period: '重新计算期限告知',
  approval: '延长依据和批准',
  consultation: '征求意见期间告知',
  pause: '期间扣除告知',
  form: '答复形式告知',
  silence: '逾期未提出意见告知',
  publicInterest: '公共利益告知',
  dispute: '收费异议告知',
}

/** The names that letters of disclosure requests have. */
export const requestFieldNames: FieldNames = { elements: elementFields, fixed: fixedFieldNames }
