import { setFlagsFromString } from 'node:v8'
import { Refusal } from '../refusals/refusal.ts'
import type { ImportTally } from '../report/ledger/import-tally.ts'
import { problemInWords, warningInWords } from '../report/ledger/problem-words.ts'
import { findSheet } from '../report/ledger/sheets.ts'
import { nationalCalendar } from '../statute/calendar/national-calendar.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { type ImportOptions, importLedgerFile } from './import-ledger-file.ts'
import { ledgerWords } from './ledger-words.ts'
import { commandActor, withCommandStorage } from './open-command-storage.ts'

const usage =
  'gongkai ledger import FILE… --agency CODE [--sheet ID] [--dry-run] [--update] [--skip-bad] [--confirm-empty]'

type FileResult = { readonly file: string; readonly tally: ImportTally | null; readonly refused: Refusal | null }
type Results = { readonly files: readonly FileResult[]; readonly undone: boolean }

/** Thrown to undo the transaction when rows are bad or the run is a trial; carries what was found. */
class Undo extends Error {
  readonly files: readonly FileResult[]

  constructor(files: readonly FileResult[]) {
    super('undone')
    this.files = files
  }
}

/** `gongkai ledger import`: reads workbooks and csv files into an agency's ledger; all rows of all files, or none. */
export const ledgerImport: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      sheet: { type: 'string' },
      'dry-run': { type: 'boolean' },
      update: { type: 'boolean' },
      'skip-bad': { type: 'boolean' },
      'confirm-empty': { type: 'boolean' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  if (positionals.length === 0) throw new Refusal('missing-argument', { name: 'FILE', usage })
  const format = formatOption(values.format)
  const progress = format === 'text' ? context.progress : undefined
  const options: Omit<ImportOptions, 'stopped'> = {
    sheet: values.sheet ?? null,
    changes: values.update ? 'recorded' : 'refused',
    emptySheets: values['confirm-empty'] ? 'emptyMeansNone' : 'ignored',
    today: context.today,
    calendar: nationalCalendar,
    onRead: ({ name }, rows) => progress?.(ledgerWords[context.language].reading(name, rows)),
  }
  // Sealing a name takes native memory that is given back only when its wrapper is collected: with a young space that
  // stays small that happens soon, and memory stays flat (350 → 240 MB over 100,000 rows).
  setFlagsFromString('--semi-space-growth-factor=1')
  return await withCommandStorage(args, context, async (storage, stopped) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const results: Results = await storage
      .transact(who, async (trx) => {
        const files: FileResult[] = []
        for (const file of positionals) {
          try {
            files.push({
              file,
              tally: await importLedgerFile(trx, agency, file, { ...options, stopped }),
              refused: null,
            })
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            files.push({ file, tally: null, refused: error })
          }
        }
        const bad = files.some(
          ({ tally, refused }) => refused || (tally && tally.problemCount > 0 && !values['skip-bad']),
        )
        if (bad || values['dry-run']) throw new Undo(files)
        return { files, undone: false }
      })
      .catch((error: unknown) => {
        if (error instanceof Undo) return { files: error.files, undone: true }
        throw error
      })
      .finally(() => progress?.(''))
    const dryRun = values['dry-run'] === true
    if (format === 'json')
      for (const result of results.files) context.out(`${inJson(result, results, dryRun, agency, context)}\n`)
    else
      for (const result of results.files)
        inText(result, results.undone && !dryRun ? 'undone' : 'imported', agency, context)
    return conclude(results, { dryRun, skipBad: values['skip-bad'] === true, format }, context)
  })
}

/** The closing sentence and the exit code: 2 when a file or a row kept all out, 1 when bad rows were passed over. */
function conclude(
  { files, undone }: Results,
  mode: { readonly dryRun: boolean; readonly skipBad: boolean; readonly format: 'text' | 'json' },
  context: CommandContext,
): number {
  const words = ledgerWords[context.language]
  const problems = files.reduce((sum, { tally }) => sum + (tally?.problemCount ?? 0), 0)
  const badRows = files.reduce(
    (sum, { tally }) => sum + (tally?.sheets.reduce((rows, one) => rows + one.bad, 0) ?? 0),
    0,
  )
  if (problems > 0 && !mode.skipBad)
    context.err(`${new Refusal('ledger-bad-rows', { count: problems }).words(context.language)}\n`)
  if (files.some(({ refused }) => refused) || (problems > 0 && !mode.skipBad)) return 2
  if (mode.format === 'text') {
    if (files.every(({ tally }) => tally?.rows === 0 && tally.problemCount === 0)) context.err(words.nothing)
    if (undone && mode.dryRun) context.err(words.dryRun)
  }
  if (badRows > 0 && !mode.dryRun) context.err(words.skipped(badRows))
  return badRows > 0 ? 1 : 0
}

function inText(
  { file, tally, refused }: FileResult,
  done: 'imported' | 'undone',
  agency: Agency,
  context: CommandContext,
): void {
  const words = ledgerWords[context.language]
  if (refused) context.err(`${file}: ${refused.words(context.language)}\n`)
  if (!tally) return
  const nameOf = (sheet: string) => findSheet(sheet)?.name ?? sheet
  context.out(words.heading(file, `${agency.name} ${agency.code}`))
  for (const sheet of tally.sheets) context.out(words.sheet(nameOf(sheet.sheet), sheet, done))
  const explained = new Map<string, number>()
  for (const problem of tally.problems) {
    const { sheet, row, letter, column, code } = problem
    // Twenty-one outcomes in every line would bury the rows: a column's words are told once.
    const list = `${sheet} ${column}`
    const told = code === 'notAllowedWord' ? explained.get(list) : undefined
    if (code === 'notAllowedWord' && told === undefined) explained.set(list, row)
    const shown = told === undefined ? problem : { ...problem, allowed: [words.allowedAbove(told)] }
    context.err(`${words.place(nameOf(sheet), row, letter)}${problemInWords(shown, context.language)}\n`)
  }
  if (tally.problemCount > tally.problems.length) context.err(words.more(tally.problemCount - tally.problems.length))
  for (const warning of tally.warnings)
    context.err(
      `${words.warning} ${words.place(nameOf(warning.sheet), warning.row, '')}${warningInWords(warning, context.language)}\n`,
    )
  if (tally.warningCount > tally.warnings.length)
    context.err(words.moreWarnings(tally.warningCount - tally.warnings.length))
}

function inJson(
  result: FileResult,
  { undone }: Results,
  dryRun: boolean,
  agency: Agency,
  context: CommandContext,
): string {
  const { file, tally, refused } = result
  return JSON.stringify({
    file,
    agency: agency.code,
    refused: refused?.words(context.language) ?? null,
    imported: !undone && tally !== null,
    dryRun,
    sheets: tally?.sheets ?? [],
    problemCount: tally?.problemCount ?? 0,
    problems: (tally?.problems ?? []).map(({ code, ...place }) => ({
      problem: code,
      ...place,
      message: problemInWords({ code, ...place }, context.language),
    })),
    warningCount: tally?.warningCount ?? 0,
    warnings: (tally?.warnings ?? []).map(({ code, ...place }) => ({
      warning: code,
      ...place,
      message: warningInWords({ code, ...place }, context.language),
    })),
  })
}
