import { z } from 'zod'
import {
  metadataSchema,
  publicationActSchemas,
  publicationProposalSchema,
} from '../api/publications/publication-schemas.ts'
import { openTableFile } from '../documents/workbook/open-table-file.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import type { LedgerValue } from '../report/ledger/column.ts'
import { type HeadingMatch, matchHeadings } from '../report/ledger/match-headings.ts'
import { cellProblemInWords } from '../report/ledger/problem-words.ts'
import { readCell } from '../report/ledger/read-cell.ts'
import { columnLetters, type SheetRow } from '../report/ledger/sheet-cell.ts'
import { exampleMark, explanationMark } from '../report/ledger/sheets.ts'
import type { Day } from '../statute/day.ts'
import type { PublicationProposal } from '../storage/publications/write-publication.ts'
import { publicationSheet } from './publication-sheet.ts'

/** What is wrong with a row, where, in words. */
export type RowProblem = {
  readonly sheet: string
  readonly row: number
  readonly letter: string
  readonly words: string
}

/** A row that is good by itself: its proposal without text and files, and what those are called. */
export type ImportRow = {
  readonly row: number
  readonly letters: Readonly<Record<string, string>>
  readonly proposal: Omit<PublicationProposal, 'content'> & {
    readonly metadata: PublicationProposal['content']['metadata']
  }
  readonly text: string | null
  readonly attachments: readonly string[]
  readonly former: { readonly platform: string; readonly publishedOn: Day; readonly address: string | null } | null
}

export type ReadRows = {
  readonly sheet: string
  readonly rows: readonly ImportRow[]
  readonly problems: readonly RowProblem[]
}

const headingRows = 10
/** Rows of one file: what a small site has published in its life. */
const mostRows = 20_000

/** The items of a workbook or csv file. Throws Refusal where there are none; what is wrong with a row stands in `problems`. */
export function readPublicationSheet(bytes: Uint8Array, file: string, today: Day, language: Language): ReadRows {
  const sheets = openTableFile(bytes, file)
  const source = sheets.find(({ name }) => name.trim() === publicationSheet.name) ?? sheets[0]
  if (!source) throw new Refusal('workbook-empty')
  let match: HeadingMatch | null = null
  let looked = 0
  const rows: ImportRow[] = []
  const problems: RowProblem[] = []
  for (const row of source.rows()) {
    if (!match) {
      const found = matchHeadings(publicationSheet, row)
      if (found && 'refused' in found) throw headingRefusal(found)
      match = found
      if (!match && ++looked >= headingRows) break
      continue
    }
    const read = readRow(match, row, source.name, today, language)
    if (read === null) continue
    if ('problems' in read) problems.push(...read.problems)
    else rows.push(read)
    if (rows.length > mostRows) throw new Refusal('import-too-many-rows', { limit: mostRows })
  }
  if (!match) throw new Refusal('ledger-no-headings', { sheet: source.name, rows: headingRows })
  if (rows.length === 0 && problems.length === 0) throw new Refusal('import-no-rows')
  return { sheet: source.name, rows, problems }
}

function headingRefusal(found: Exclude<ReturnType<typeof matchHeadings>, HeadingMatch | null>): Refusal {
  const sheet = publicationSheet.name
  switch (found.refused) {
    case 'missing':
      return new Refusal('import-headings', { sheet, headings: found.headings.join('、') })
    case 'twice':
      return new Refusal('import-headings', { sheet, headings: `${found.heading} ×2` })
    case 'misspelled':
      return new Refusal('import-headings', { sheet, headings: `${found.heading} → ${found.meant}` })
  }
}

function readRow(
  match: HeadingMatch,
  row: SheetRow,
  sheet: string,
  today: Day,
  language: Language,
): ImportRow | { readonly problems: readonly RowProblem[] } | null {
  const cells = match.columns.map(({ at }) => row.cells.get(at))
  const words = cells.map((cell) => (cell?.kind === 'text' ? cell.text.trim() : ''))
  if (cells.every((cell, at) => cell === undefined || (cell.kind === 'text' && words[at] === ''))) return null
  if (words.some((one) => one.startsWith(exampleMark) || one.startsWith(explanationMark))) return null
  const letters = Object.fromEntries(match.columns.map(({ at, column }) => [column.id, columnLetters(at)]))
  const problems: RowProblem[] = []
  const complain = (column: string, told: string) =>
    problems.push({ sheet, row: row.number, letter: letters[column] ?? '', words: told })
  const values: Record<string, LedgerValue> = {}
  for (const { at, column } of match.columns) {
    const reading = readCell(column, row.cells.get(at), today)
    if ('value' in reading) values[column.id] = reading.value
    else complain(column.id, cellProblemInWords(reading.problem, publicationSheet.columns, language))
  }
  const together = (one: string, others: readonly string[]) => {
    for (const other of others)
      if (values[one] && values[other] === null)
        complain(
          other,
          cellProblemInWords({ code: 'needs', column: other, other: one }, publicationSheet.columns, language),
        )
  }
  if (values.attribute !== 'proactive') together('attribute', ['ground', 'reasons'])
  together('formerDay', ['formerPlatform'])
  together('formerPlatform', ['formerDay'])
  together('formerAddress', ['formerDay'])
  if (problems.length > 0) return { problems }
  const list = (id: string) =>
    String(values[id] ?? '')
      .split(/[;；\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
  const { localeError } = language === 'en' ? z.locales.en() : z.locales.zhCN()
  const judge = <T extends z.ZodType>(
    schema: T,
    given: unknown,
    columnOf: (path: readonly PropertyKey[]) => string,
  ) => {
    const read = schema.safeParse(given, { error: localeError })
    if (read.success) return read.data
    for (const issue of read.error.issues) {
      const column = columnOf(issue.path)
      const heading = publicationSheet.columns.find(({ id }) => id === column)?.heading ?? column
      complain(column, language === 'en' ? `${heading}: ${issue.message}` : `“${heading}”：${issue.message}`)
    }
    return null
  }
  const metadataNames = Object.keys(metadataSchema.shape)
  const metadata = judge(
    metadataSchema,
    Object.fromEntries(
      metadataNames.flatMap((name): [string, unknown][] => {
        if (name === 'jointMakers' || name === 'keywords') return [[name, list(name)]]
        return values[name] === undefined || values[name] === null ? [] : [[name, values[name]]]
      }),
    ),
    (path) => String(path[0]),
  )
  const { attribute, ground, reasons } = values
  const told = judge(
    publicationProposalSchema.omit({ content: true }),
    {
      on: today,
      unit: values.unit,
      formedOn: values.formedOn,
      proposal: attribute === 'proactive' ? { attribute } : { attribute, ground, reasons },
    },
    (path) => String(path.at(-1) ?? path[0]),
  )
  const former =
    values.formerDay === null || values.formerDay === undefined
      ? null
      : judge(
          publicationActSchemas.recordElsewhere,
          {
            on: today,
            platform: values.formerPlatform,
            publishedOn: values.formerDay,
            ...(values.formerAddress ? { address: values.formerAddress } : {}),
          },
          (path) => ({ platform: 'formerPlatform', address: 'formerAddress' })[String(path[0])] ?? 'formerDay',
        )
  if (!metadata || !told || problems.length > 0) return { problems }
  return {
    row: row.number,
    letters,
    proposal: { ...told, metadata: metadata as ImportRow['proposal']['metadata'] },
    text: (values.text as string | null | undefined) ?? null,
    attachments: list('attachments'),
    former: former && { platform: former.platform, publishedOn: former.publishedOn, address: former.address },
  }
}
