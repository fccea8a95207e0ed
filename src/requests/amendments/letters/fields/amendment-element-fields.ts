import {
  elementFields,
  type FieldNames,
  type FieldsOfElement,
  onDay,
  quotedText,
  standMark,
  text,
} from '../../../letters/fields/element-fields.ts'
import { sentence } from '../../../letters/templates/punctuation.ts'
import type { AmendmentElementId, AmendmentElements } from '../amendment-letter.ts'

/** What an office writes in its templates for each element of a letter about a record amendment. */
const amendmentElementFields: { readonly [K in AmendmentElementId]: FieldsOfElement<AmendmentElements[K]> } = {
  applicant: elementFields.applicant,
  requestNumber: elementFields.requestNumber,
  arrivedOn: onDay('收到更正申请日期', 40),
  record: quotedText('记录不准确的信息', 41),
  claim: quotedText('要求更正的内容', 42),
  evidenceWanted: {
    fields: [
      {
        name: '需要的证据',
        entries: (items) => items.map((item, at) => ({ 序号: String(at + 1), 证据: sentence(item) })),
        list: { inner: ['序号', '证据'], needed: ['证据'], line: ({ 序号, 证据 }) => `${序号}. ${证据}` },
      },
    ],
    stand: [standMark(43)],
  },
  amendingAgency: text('有权更正的机关', 44),
  amendingContact: text('有权更正的机关联系方式', 45),
  amendedTo: quotedText('更正后的记录', 46),
  amendedSince: onDay('更正日期', 47),
  reasons: elementFields.reasons,
  contact: elementFields.contact,
}

/** The names that letters of record amendments have. */
export const amendmentFieldNames: FieldNames = {
  elements: amendmentElementFields,
  fixed: { basis: '法律依据', told: '转送告知' },
}
