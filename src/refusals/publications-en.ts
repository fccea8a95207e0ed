import type { publicationsZhCN } from './publications-zh-cn.ts'
import type { RefusalDetails } from './refusal.ts'

/** Wishes about publications that are turned down, in English. */
export const publicationsEn: Readonly<Record<keyof typeof publicationsZhCN, (details: RefusalDetails) => string>> = {
  'publication-destroyed': (d) =>
    `The period of keeping of item ${d.number} was over and it was destroyed by list ${d.list}. Of one that was public the trace of its withdrawal is left.`,
  'publication-unknown': (d) => `There is no item ${d.number}. Check the number.`,
  'attachment-missing': (d) => `The content of the file ${d.name} is gone: it cannot be published. Add the file again.`,
  'text-file-kind': () =>
    'A text is read from a .docx, .doc, .html, .txt or .md file. Save it as one of these, or attach this file.',
  'picture-without-alt': (d) =>
    `${d.count} pictures have no alternative text: ${d.pictures}. Write it in Word, or name each with --alt NAME=TEXT.`,
  'picture-unknown': (d) => `The text has no picture named ${d.name}. It has: ${d.known}.`,
  'picture-kind': (d) =>
    `The picture ${d.name} is neither PNG nor JPEG, and browsers cannot show it. Save it as PNG and put it into the document again.`,
  'body-not-accepted': (d) =>
    `The text cannot be kept (${d.place}: ${d.why}). Divide it into several items, or attach the larger tables.`,
  'body-empty': (d) => `${d.file} holds no words that could be a text. Check the file; attach a scan.`,
  'proposal-unknown': (d) => `There is no proposal ${d.number}. Check the number.`,
  'proposal-decided': (d) => `The proposal ${d.number} is decided already.`,
  'suggestion-unanswered': (d) =>
    `${d.number} is an applicant's suggestion and has to be answered. Say the answer with --answer.`,
  'attachment-unprepared': (d) =>
    `The file ${d.digest} has no copy for the public yet, free of its properties. Submit the item again.`,
  'attachment-not-public-kind': (d) =>
    `${d.name} cannot be a public attachment. Use pdf, docx, xlsx, csv or a picture (png, jpg, gif, webp).`,
  'figure-no-picture': (d) => `The picture ${d.name} in the text is no picture. Use png, jpg, gif or webp.`,
  'import-too-many-rows': (d) => `At most ${d.limit} rows are imported at once. Divide the file.`,
  'import-no-rows': () => 'The sheet has no row to import. Fill in rows below the headings; examples are passed over.',
  'import-headings': (d) =>
    `The headings of the sheet ${d.sheet} are incomplete or wrong: ${d.headings}. gongkai publications template writes an empty sheet.`,
  'import-folder-missing': () => 'The sheet names files. Say with --folder where they are.',
  'import-file-outside': (d) => `The file ${d.name} is not in the folder of --folder and is not imported.`,
  'import-nothing-to-publish': () => 'There is neither a text nor a file. Name one at least.',
  'package-not-reviewed': (d) =>
    `${d.number} has not passed its review and may not be put on another platform. Finish the review first.`,
  'package-without-text': (d) => `${d.number} has files and no text. Write all of them with --as package.`,
  'platform-not-set': () =>
    'No platform is named. Add --platform NAME, or set one: gongkai agency settings --shared-platform NAME.',
  'address-list-empty': (d) =>
    `${d.file} holds no address. Give a table with the columns 网址 (address) and 标题 (title).`,
  'export-folder-full': (d) =>
    `The folder ${d.folder} is not empty. Choose an empty one, so that nothing old is mixed in.`,
  'export-damaged': (d) => `${d.place} of the export is incomplete or was changed; nothing was read. Export anew.`,
  'catalogue-no-heads': () =>
    'No head of a standard catalogue was found: it has columns such as 公开事项, 公开内容, 公开依据, 公开时限, 公开主体.',
  'catalogue-empty': () => 'The catalogue has a head and no entries. Check the file.',
  'catalogue-too-long': (d) => `The catalogue has more than ${d.limit} entries. Check whether it is the right file.`,
  'catalogue-entry-unknown': (d) =>
    `The catalogue has no entry ${d.entry}. gongkai publications catalogue coverage shows their places.`,
  'catalogue-not-imported': () => 'No catalogue was imported yet: gongkai publications catalogue import.',
  'editor-not-built': () => 'The editor is not built. Run npm ci and try again.',
  'proposal-without-subject': (d) =>
    `${d.number} does not say yet what is to be published. Name it with --subject, without a word of who asked.`,
  'transfer-list-unknown': (d) => `There is no transfer list ${d.list}.`,
  'transfer-quarter': (d) => `${d.quarter} is no quarter: write it as 2026Q3.`,
  'transfer-quarter-runs': (d) => `${d.quarter} ends on ${d.last}; draw its transfer list up after that day.`,
  'transfer-nothing': (d) => `In ${d.quarter} there is nothing to hand to ${d.recipient}: no list is needed.`,
  'index-pattern-wrong': (d) =>
    `${d.pattern} is no pattern of index numbers: use {code}, {year}, {month}, and one {serial}, as in {serial:5}.`,
}
