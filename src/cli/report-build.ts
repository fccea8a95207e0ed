import { join } from 'node:path'
import { loadWriters, type ReportFormat, renderReport, reportFormats } from '../documents/write/render-report.ts'
import { titleOf } from '../report/render/title-of.ts'
import { cellAddresses, cellAt, type Report } from '../report/report.ts'
import { yearSpan } from '../statute/day.ts'
import type { ReportQuestion } from '../storage/ledger/report-of-year.ts'
import { buildWords } from './build-words.ts'
import {
  dayOption,
  formatOption,
  oneOf,
  parseOptions,
  requiredOption,
  storageOptions,
  yearOption,
} from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { fileNameOf } from './file-name-of.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage =
  'gongkai report build --agency CODE --year YEAR --out DIR [--formats docx,pdf,html,xlsx,json] [--as-of DAY]'

/**
 * `gongkai report build`: the annual report of an agency as files. All formats are made before the first is written, so
 * that a refusal leaves the folder as it was.
 */
export const reportBuild: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string' },
      formats: { type: 'string' },
      'as-of': { type: 'string' },
    },
  })
  const agency = requiredOption(values.agency, '--agency', usage)
  const year = yearOption(requiredOption(values.year, '--year', usage))
  const folder = requiredOption(values.out, '--out', usage)
  const formats = formatsOption(values.formats)
  const answer = formatOption(values.format)
  const asOf = dayOption('--as-of', values['as-of']) ?? context.today

  // Each begins the longest of its waits, for a thread and for the database, before it loads the rest of its modules.
  const [writers, { source, draftedFor, ...report }] = await Promise.all([
    loadWriters(formats),
    readReport(args, context, { agency, year, asOf }),
  ])
  const rendered = await renderReport(report, formats, writers)
  const files = [...rendered].map(([format, bytes]) => ({ format, file: join(folder, nameOf(report, format)), bytes }))
  await writeWholeFiles(files)
  const blanks = cellAddresses.filter((address) => cellAt(report, address).kind === 'blank').length
  if (source.kind === 'ledger' && source.asOf < yearSpan(year).last)
    context.err(buildWords[context.language].unfinished(year, source.asOf))
  if (blanks > 0) context.err(buildWords[context.language].blanks(blanks, agency, source.kind === 'ledger'))
  if (draftedFor) context.err(buildWords[context.language].drafted(draftedFor))
  if (answer === 'json') {
    const written = files.map(({ format, file, bytes }) => ({ format, file, bytes: bytes.length }))
    context.out(`${JSON.stringify({ agency, year, source: source.kind, files: written })}\n`)
  } else {
    for (const { file, bytes } of files) context.out(buildWords[context.language].written(file, bytes.length))
  }
  return 0
}

async function readReport(args: readonly string[], context: CommandContext, question: ReportQuestion) {
  const { commandActor, withExistingStorage } = await import('./open-command-storage.ts')
  const actor = commandActor(context)
  return await withExistingStorage(args, context, async (storage) => {
    const { reportOfYear } = await import('../storage/ledger/report-of-year.ts')
    return await reportOfYear(storage, { ...question, actor })
  })
}

/** The formats asked for, each once; all of them without the option. */
function formatsOption(value: string | undefined): readonly ReportFormat[] {
  if (value === undefined) return reportFormats
  const names = value.split(',').map((name) => name.trim().toLowerCase())
  return [...new Set(names.map((name) => oneOf('--formats', name, reportFormats)))]
}

/** Agency, year and name of the paper, as the office files it. */
function nameOf({ agency, year }: Report, format: ReportFormat): string {
  return fileNameOf(titleOf({ agency, year, preamble: { title: '', text: '' } }), format)
}
