import { linePitch, page, pageNumberDrop, typeSizes } from '../../../report/render/page-measures.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import { attachmentMark } from '../../../requests/letters/templates/attachment-list.ts'
import {
  attachmentIndents,
  besideLine,
  doubleLine,
  letterHead,
  letterRed,
  nameSize,
  signatureIndents,
  staysWhole,
} from '../letter/letter-measures.ts'
import { printableText } from '../printable-text.ts'
import { letterTemplate } from './letter-template.ts'
import type { Paper } from './set-paper.ts'

/** A letter as a paper to be set; a mark stands small at the head of each page. */
export function letterPaper(letter: Letter, mark?: string): Paper {
  const printed = {
    agency: printableText(letter.signature),
    numberLine: letter.numberLine === null ? null : printableText(letter.numberLine),
    title: printableText(letter.title),
    addressee: `${printableText(letter.addressee)}：`,
    attachments: (letter.attachments ?? []).map((line, at) => ({
      text: (at === 0 ? attachmentMark : '') + printableText(line),
      ...attachmentIndents(line, at),
    })),
    body: [...letter.paragraphs, ...letter.remedies].map(printableText),
    date: letter.date,
    note: printableText(letter.note),
  }
  return {
    template: letterTemplate,
    data: {
      ...printed,
      day: letter.on.split('-').map(Number),
      sizes: typeSizes,
      linePitch,
      page,
      pageNumberDrop,
      head: letterHead,
      red: letterRed,
      line: doubleLine,
      besideLine,
      mark: mark ?? null,
      wholeEnd: staysWhole(printed.body.at(-1) ?? '', letter),
      nameSize: nameSize(letter.signature),
      indents: signatureIndents(letter.signature, letter.date),
    },
    placeOf: (text) =>
      [
        printed.addressee,
        printed.agency,
        ...printed.body,
        ...printed.attachments.map(({ text: line }) => line),
        printed.note,
      ].find((one) => one.includes(text)) ?? text,
  }
}
