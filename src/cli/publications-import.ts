import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { keepFile } from '../api/files/keep-file.ts'
import { preparePublicFiles } from '../api/publications/prepare-public-files.ts'
import { inspectAttachment } from '../documents/attachment/inspect-attachment.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { officeRoles } from '../office/role.ts'
import type { ItemBody } from '../publications/item-body.ts'
import { Refusal } from '../refusals/refusal.ts'
import { parseDay } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { PublicationRefused } from '../storage/publications/publication-refused.ts'
import { actOnPublication, proposePublication } from '../storage/publications/write-publication.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { readExport } from './exported-item.ts'
import { keepBody, noteInWords, prepareBody, type ReadyBody, withoutTitle } from './import-body.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { type ImportRow, type RowProblem, readPublicationSheet } from './read-publication-sheet.ts'
import { readWholeFile } from './read-whole-file.ts'

const usage =
  'gongkai publications import FILE.xlsx|EXPORT --agency CODE [--folder DIR] [--dry-run] [--format text|json]'

type ReadyRow = ImportRow & {
  readonly body: ReadyBody | null
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Thrown to undo the transaction: the write path turned rows down, or the run is a trial. */
class Undone extends Error {
  readonly problems: readonly RowProblem[]

  constructor(problems: readonly RowProblem[]) {
    super('undone')
    this.problems = problems
  }
}

/** `gongkai publications import`: a workbook of items with a folder of their files; all rows, or none and every bad one told. */
export const publicationsImport: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: text, folder: text, 'dry-run': { type: 'boolean' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'FILE.xlsx', usage })
  const format = formatOption(values.format)
  const exported = await isFolder(file)
  const { sheet, rows, problems } = exported
    ? { sheet: basename(file), rows: [], problems: [] }
    : readPublicationSheet(await readWholeFile(file), file, context.today, context.language)
  try {
    const found = [...problems]
    const ready: ReadyRow[] = exported ? await exportedRows(file, context) : []
    for (const row of rows) {
      const one = await readyRow(row, values.folder, sheet, context)
      if ('problems' in one) found.push(...one.problems)
      else ready.push(one)
    }
    if (found.length > 0) return tell(format, context, { sheet, items: [], problems: found, dryRun: values['dry-run'] })
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      const who = { agencies: [agency.id], agencyId: agency.id, actor: commandActor(context) }
      // Files first: one whose row is turned down belongs to nothing, and nothing is shown of it.
      const kept: {
        row: ReadyRow
        body: Awaited<ReturnType<typeof keepBody>> | null
        attachments: { file: string; name: string }[]
      }[] = []
      if (values['dry-run']) for (const row of ready) kept.push({ row, body: trialBody(row), attachments: [] })
      else
        for (const row of ready) {
          const attachments = []
          for (const { name, bytes: content } of row.files)
            attachments.push({ file: (await keepFile(storage, who, name, content)).digest, name })
          const body = row.body && withoutTitle(await keepBody(storage, who, row.body), row.proposal.metadata.title)
          await preparePublicFiles(storage, who, { body, attachments })
          kept.push({ row, body, attachments })
        }
      const items: { row: number; number: string; title: string }[] = []
      try {
        await storage.transact(who, async (trx) => {
          const refused: RowProblem[] = []
          for (const { row, body, attachments } of kept) {
            const { metadata, ...told } = row.proposal
            try {
              const acting = { today: context.today, roles: officeRoles }
              const { number } = await proposePublication(
                trx,
                agency.id,
                { ...told, content: { metadata, body, attachments } },
                acting,
              )
              if (row.former) {
                const command = { type: 'recordElsewhere', on: context.today, ...row.former } as const
                await actOnPublication(trx, agency.id, { number, command, seen: null }, acting)
              }
              items.push({ row: row.row, number, title: metadata.title })
            } catch (error) {
              if (!(error instanceof PublicationRefused || error instanceof Refusal)) throw error
              refused.push({ sheet, row: row.row, letter: '', words: error.words(context.language) })
            }
          }
          if (refused.length > 0 || values['dry-run']) throw new Undone(refused)
        })
      } catch (error) {
        if (!(error instanceof Undone)) throw error
        if (error.problems.length > 0)
          return tell(format, context, { sheet, items: [], problems: error.problems, dryRun: false })
      }
      return tell(format, context, { sheet, items, problems: [], dryRun: values['dry-run'] })
    })
  } finally {
    closeReaders()
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

/** The items of an export, as drafts again; that they were published before is a fact of another platform. */
async function exportedRows(folder: string, { today }: CommandContext): Promise<ReadyRow[]> {
  const { agency, items } = await readExport(folder)
  return items
    .filter(({ phase }) => phase !== 'dropped')
    .map(({ unit, formedOn, proposal, metadata, body, firstPublishedAt, files }, at) => {
      const pictures = files.filter(({ use }) => use === 'picture')
      const publishedOn = parseDay(firstPublishedAt?.slice(0, 10) ?? '')
      const alts = new Map(
        body?.flatMap((block) => (block.type === 'figure' ? [[block.file, block.alt] as const] : [])),
      )
      return {
        row: at + 1,
        letters: {},
        proposal: { on: today, unit, formedOn, proposal, metadata: metadata as ImportRow['proposal']['metadata'] },
        text: null,
        attachments: [],
        former: publishedOn && { platform: agency, publishedOn, address: null },
        body: body && {
          body,
          notes: [],
          alts,
          pictures: pictures.map(({ digest, name, bytes }) => ({
            reference: digest,
            name,
            bytes,
            alt: null,
            after: '',
          })),
        },
        files: files.filter(({ use }) => use === 'attachment').map(({ name, bytes }) => ({ name, bytes })),
      }
    })
}

/** What a trial puts on record and takes back: the words, without pictures and files, which nothing has kept. */
function trialBody({ body }: ReadyRow): ItemBody {
  const words = body?.body.filter(({ type }) => type !== 'figure') ?? []
  return words.length > 0 ? words : [{ type: 'paragraph', runs: [{ text: '附件' }] }]
}

/** The row with the files that it names, read and judged; nothing is stored. */
async function readyRow(
  row: ImportRow,
  folder: string | undefined,
  sheet: string,
  context: CommandContext,
): Promise<ReadyRow | { readonly problems: readonly RowProblem[] }> {
  const problems: RowProblem[] = []
  const tried = async <T>(column: string, name: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const letter = row.letters[column] ?? ''
      problems.push({ sheet, row: row.row, letter, words: `${name}: ${error.words(context.language)}` })
      return null
    }
  }
  const { text } = row
  const body =
    text === null ? null : await tried('text', text, async () => prepareBody(await readBeside(folder, text), text))
  for (const note of body?.notes ?? []) context.err(`${sheet} ${row.row}: ${noteInWords(note, context.language)}`)
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const name of row.attachments) {
    const bytes = await tried('attachments', name, async () => {
      const content = await readBeside(folder, name)
      inspectAttachment(content, basename(name))
      return content
    })
    if (bytes) files.push({ name: basename(name), bytes })
  }
  if (text === null && row.attachments.length === 0)
    problems.push({
      sheet,
      row: row.row,
      letter: '',
      words: new Refusal('import-nothing-to-publish').words(context.language),
    })
  return problems.length > 0 ? { problems } : { ...row, body, files }
}

/** A file of the folder and of nowhere else, whatever a name or a link in the folder says. */
async function readBeside(folder: string | undefined, name: string): Promise<Uint8Array> {
  if (folder === undefined) throw new Refusal('import-folder-missing')
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, name.replaceAll('\\', '/')))
    if (!path.startsWith(root + sep)) throw new Refusal('import-file-outside', { name })
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('file-missing', { file: name })
    throw error
  }
}

type Told = {
  readonly sheet: string
  readonly items: readonly { readonly row: number; readonly number: string; readonly title: string }[]
  readonly problems: readonly RowProblem[]
  readonly dryRun: boolean | undefined
}

function tell(format: 'text' | 'json', context: CommandContext, { items, problems, dryRun = false }: Told): number {
  const english = context.language === 'en'
  if (format === 'json') context.out(`${JSON.stringify({ items, problems, dryRun })}\n`)
  else {
    for (const { sheet, row, letter, words } of problems)
      context.err(
        english
          ? `${sheet}, row ${row}${letter && `, column ${letter}`}: ${words}\n`
          : `${sheet} 第 ${row} 行${letter && ` ${letter} 列`}：${words}\n`,
      )
    for (const { row, number, title } of items) context.out(`${row}\t${number}\t${title}\n`)
    if (problems.length > 0)
      context.err(
        english
          ? `${problems.length} problems; nothing was imported.\n`
          : `有 ${problems.length} 处问题，一条也没有导入。\n`,
      )
    else if (dryRun) context.err(english ? 'A trial: nothing was written.\n' : '只是试运行，没有写入。\n')
  }
  return problems.length > 0 ? 2 : 0
}
