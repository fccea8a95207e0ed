import { loadWriters, type ReportFormat, renderReport } from '../documents/write/render-report.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import { checkReport } from '../report/check/check-report.ts'
import { titleOf } from '../report/render/title-of.ts'
import { cellAddresses, cellAt, type Report } from '../report/report.ts'
import { yearSpan } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readReport, requirePeriod } from '../storage/ledger/report-of-year.ts'
import { publishReport } from '../storage/publications/public-reports.ts'
import { formatOption, parseOptions, requiredOption, storageOptions, yearOption } from './command-options.ts'
import type { Command } from './context.ts'
import { fileNameOf } from './file-name-of.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai report publish --agency CODE --year YEAR [--note TEXT] [--despite TEXT]'

const formats = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const satisfies readonly ReportFormat[]

const mediaTypes: Readonly<Record<(typeof formats)[number], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/**
 * `gongkai report publish`: builds the annual report of a year that is over and freezes it as what the public sees. A report
 * with blanks or with errors is refused; `--despite` says, for the audit chain, why an error stands.
 */
export const reportPublish: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, agency: text, year: text, note: text, despite: text },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const year = yearOption(requiredOption(values.year, '--year', usage))
  const format = formatOption(values.format)
  const note = values.note === undefined ? null : requiredOption(values.note, '--note', usage)
  const despite = values.despite === undefined ? null : requiredOption(values.despite, '--despite', usage)
  const period = requirePeriod(year, context.today)
  if (period.last < yearSpan(year).last) throw new Refusal('report-year-not-over', { year })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { source: _, draftedFor, ...report } = await storage.transact(who, (trx) => readReport(trx, agency, period))
    requireComplete(report, code, year)
    const errors = checkReport(report, { level: agency.level, kind: agency.kind }).filter(
      ({ severity, state }) => severity === 'error' && state === 'fails',
    )
    if (errors.length > 0 && despite === null)
      throw new Refusal('report-has-errors', {
        count: errors.length,
        rules: [...new Set(errors.map(({ rule }) => rule))].join(', '),
      })
    const rendered = await renderReport(report, formats, await loadWriters(formats))
    const title = titleOf({ agency: report.agency, year, preamble: { title: '', text: '' } })
    const files = formats.flatMap((one) => {
      const content = rendered.get(one)
      return content ? [{ format: one, name: fileNameOf(title, one), mediaType: mediaTypes[one], content }] : []
    })
    const published = await storage.transact(who, (trx) => publishReport(trx, agency, { year, note, files, despite }))
    if (draftedFor) context.err(words[context.language].drafted)
    context.out(
      format === 'json'
        ? `${JSON.stringify({ ...published, agencyId: undefined, agency: code })}\n`
        : words[context.language].published(title, published.version, published.publishedAt),
    )
    return 0
  })
}

function requireComplete(report: Report, agency: string, year: number): void {
  const blanks = cellAddresses.filter((address) => cellAt(report, address).kind !== 'number').length
  if (blanks > 0) throw new Refusal('report-has-blanks', { count: blanks, agency, year })
}

type Words = {
  readonly published: (title: string, version: number, at: string) => string
  readonly drafted: string
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    published: (title, version, at) => `已公开 ${title}，第 ${version} 版，${at}\n`,
    drafted:
      '注意：文字部分是程序起草的，不是本机关填报的。请核对；需要改的，用 gongkai report declare 申报后带 --note 重新公开。\n',
  },
  en: {
    published: (title, version, at) => `Published ${title}, version ${version}, at ${at}\n`,
    drafted:
      'Note: its words were drafted by the program, not declared by the agency. Read them; to change them, declare the report and publish again with --note.\n',
  },
}
