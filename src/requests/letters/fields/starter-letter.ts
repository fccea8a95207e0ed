import { day } from '../../../statute/day.ts'
import { amendmentFieldNames } from '../../amendments/letters/fields/amendment-element-fields.ts'
import { amendmentStarterText } from '../../amendments/letters/fields/amendment-starter-text.ts'
import type { Letter } from '../letter.ts'
import { replyTitle } from '../letter-kinds.ts'
import { contactNote } from '../templates/frame.ts'
import { requestFieldNames } from './element-fields.ts'
import { paragraphsWhere, tag } from './fields-in-text.ts'
import { addressees, fieldsOf, frameFields } from './frame-fields.ts'
import type { LetterVariant } from './letter-variants.ts'
import { requestStarterText } from './request-starter-text.ts'
import { fieldsOfVariant } from './variant-fields.ts'

/**
 * The built-in letter with a field wherever it says something of a case: its text is written as for a case whose values can
 * be told apart from everything else, and these are then replaced by the fields that say them.
 */
export function starterLetter(variant: LetterVariant): Letter {
  const fieldNames = variant.procedure === 'request' ? requestFieldNames : amendmentFieldNames
  const names = fieldsOfVariant(variant).map(({ name }) => name)
  const handsOver = names.includes(frameFields.attachments)
  const tagOf = (id: string) => tag(fieldsOf(fieldNames, id)[0]?.name ?? '')
  return {
    title: titleOf(variant),
    addressee: tagOf(addressees[variant.definition?.to ?? 'applicant']),
    number: null,
    numberLine: tag(frameFields.number),
    draft: false,
    paragraphs: [
      ...textOf(variant),
      ...(names.includes(frameFields.remedies) ? paragraphsWhere(frameFields.remedies, [tag('段落')]) : []),
      ...(handsOver ? paragraphsWhere(frameFields.attachments, [['附件标记', '序号', '名称'].map(tag).join('')]) : []),
    ],
    remedies: [],
    signature: tag(frameFields.agencyName),
    on: day('2019-05-15'),
    date: tag(frameFields.date),
    note: contactNote(tagOf('contact')),
  }
}

/** Decisions on record amendments are called by what they decide. */
function titleOf({ kind, definition }: LetterVariant): string {
  if (kind === 'reply') return replyTitle
  return definition?.title ?? tag(frameFields.title)
}

function textOf(variant: LetterVariant): readonly string[] {
  if (variant.definition === null) return paragraphsWhere(frameFields.body, [tag('段落')])
  return variant.procedure === 'request'
    ? requestStarterText(variant.definition)
    : amendmentStarterText(variant.definition)
}
