import { closeReaders } from '../documents/read-in-worker.ts'
import { Refusal } from '../refusals/refusal.ts'
import { presentFinding } from '../report/check/present-finding.ts'
import { followsYear } from '../report/check/previous-year.ts'
import type { CheckContext } from '../report/check/rule.ts'
import { lostTables } from '../report/lost-tables.ts'
import type { Report } from '../report/report.ts'
import { agencyKinds, agencyLevels } from '../statute/agency-rank.ts'
import type { Finding } from '../statute/finding.ts'
import { checkWords } from './check-words.ts'
import { dayOption, formatOption, oneOf, parseOptions, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { printFindings } from './print-findings.ts'
import { type FileRead, readFilesInOrder, readReportFile } from './read-report-files.ts'

const usage =
  'gongkai report check FILE… [--previous FILE] [--level township|county|city|province|nation] [--kind government|department] [--published-on DAY] [--format text|json]'

/** `gongkai report check`: reads annual reports, checks them, and prints each as soon as those before it are printed. */
export const reportCheck: Command = async (args, context) => {
  const { values, positionals: files } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      previous: { type: 'string' },
      level: { type: 'string' },
      kind: { type: 'string' },
      'published-on': { type: 'string' },
      ...storageOptions,
    },
  })
  if (files.length === 0) throw new Refusal('missing-argument', { name: 'FILE', usage })
  const format = formatOption(values.format)
  const publishedOn = dayOption('--published-on', values['published-on'])
  if (values.previous !== undefined && files.length > 1) throw new Refusal('previous-needs-one-file')
  const known: CheckContext = {
    ...(values.level !== undefined && { level: oneOf('--level', values.level, agencyLevels) }),
    ...(values.kind !== undefined && { kind: oneOf('--kind', values.kind, agencyKinds) }),
    ...(publishedOn && { publishedOn }),
  }

  try {
    const previous = values.previous === undefined ? null : await readPrevious(values.previous, context)
    let exitCode = 0
    const tally = { files: 0, failing: 0, unread: 0, refused: 0 }
    for await (const file of readFilesInOrder(files, { ...known, ...(previous && { previous }) }, context)) {
      if (file.kind === 'read' && previous) {
        demandYearBefore(previous, file.report)
        tellOtherAgency(previous, file.report, context)
      }
      const findings = file.kind === 'read' ? file.findings : []
      if (format === 'json') context.out(`${JSON.stringify(toJson(file, findings, context))}\n`)
      else printFindings(file, findings, context)
      tally.files++
      if (file.kind === 'refused') tally.refused++
      else if (findings.some(failsTheReport)) tally.failing++
      else if (lostTables(file.report).length > 0) tally.unread++
      if (file.kind === 'refused') exitCode = 2
      else if (exitCode === 0 && findings.some(failsTheReport)) exitCode = 1
    }
    if (format === 'text' && tally.files > 1) context.out(checkWords[context.language].summary(tally))
    return exitCode
  } finally {
    closeReaders()
  }
}

async function readPrevious(path: string, context: CommandContext): Promise<Report> {
  const file = await readReportFile(path, {}, context)
  if (file.kind === 'read') return file.report
  throw new Refusal('previous-refused', { file: path, reason: file.refusal.words(context.language) })
}

function demandYearBefore(previous: Report, report: Report): void {
  if (!followsYear(report, previous)) {
    throw new Refusal('previous-of-other-year', { found: previous.year ?? '?', wanted: (report.year ?? 0) - 1 })
  }
}

/** An agency may have another name than last year, so this is told, not refused. */
function tellOtherAgency(previous: Report, report: Report, context: CommandContext): void {
  if (previous.agency && report.agency && previous.agency !== report.agency)
    context.err(checkWords[context.language].otherAgency(previous.agency, report.agency))
}

function failsTheReport({ severity, state }: Finding): boolean {
  return severity === 'error' && state === 'fails'
}

/** One line of the JSON answer, as the contract has it; `preamble` is what `text[0]` counts in. */
function toJson(file: FileRead, findings: readonly Finding[], { language }: CommandContext): object {
  if (file.kind === 'refused') {
    return { file: file.path, refused: file.refusal.words(language), report: null, lostTables: [], findings: [] }
  }
  const { agency, year, form, preamble, sections, proactive, requests, remedies } = file.report
  return {
    file: file.path,
    refused: null,
    report: { agency, year, form, preamble, sections, proactive, requests, remedies },
    lostTables: lostTables(file.report),
    findings: findings.map((finding) => presentFinding(finding, language)),
  }
}
