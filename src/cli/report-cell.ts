import { Refusal } from '../refusals/refusal.ts'
import { cellAt, parseAddress } from '../report/report.ts'
import { requireAgency } from '../storage/agencies.ts'
import { cellRows } from '../storage/ledger/ledger-cell-rows.ts'
import { readReport, requirePeriod } from '../storage/ledger/report-of-year.ts'
import { rowInWords } from './cell-row-words.ts'
import { cellWords } from './cell-words.ts'
import { dayOption, requiredOption, yearOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { subjectOptions } from './subject-options.ts'

const usage =
  "gongkai report cell --agency CODE --year YEAR 'requests[granted][business]' [--as-of DAY] [--limit N] [--after MARK]"
const PAGE = 1000

/** `gongkai report cell`: a cell of the report and the rows of the ledger behind it. */
export const reportCell: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const own = { year: text, 'as-of': text, limit: text, after: text }
  const { code, subject: where, format, values } = subjectOptions(args, 'CELL', usage, own)
  const year = yearOption(requiredOption(values.year, '--year', usage))
  const address = parseAddress(where)
  if (!address) throw new Refusal('cell-unknown', { where })
  const asOf = dayOption('--as-of', values['as-of']) ?? context.today
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
  if (values.limit !== undefined && !(Number.isInteger(limit) && limit >= 1))
    throw new Refusal('bad-option', { reason: `--limit ${values.limit} (1, 2, 3 …)` })
  const period = requirePeriod(year, asOf)
  const words = cellWords[context.language]

  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const { source, ...report } = await readReport(trx, agency, period)
      const cell = cellAt(report, address)
      const head = { agency: agency.code, year, asOf: period.last, where, cell, source: source.kind }
      if (format === 'json') context.out(`${JSON.stringify(head).slice(0, -1)},"rows":[`)
      else context.out(words.head(agency.name, year, where, cell, source))
      let shown = 0
      let mark = values.after ?? null
      // Declared figures have no rows behind them, whatever the ledger says.
      let more = source.kind === 'ledger'
      while (more && shown < limit) {
        const page = await cellRows(trx, agency, period, address, { after: mark, limit: Math.min(PAGE, limit - shown) })
        for (const row of page.rows)
          context.out(
            format === 'json'
              ? `${shown++ === 0 ? '' : ','}${JSON.stringify(row)}`
              : inText(rowInWords(row, address, context.language), shown++),
          )
        more = page.next !== null
        mark = page.next
      }
      if (format === 'json') context.out(`],"shown":${shown},"next":${JSON.stringify(more ? mark : null)}}\n`)
      else context.out(words.foot(shown, more ? mark : null))
    })
    return 0
  })
}

/** Columns parted by tabs, a line of their names before the first row. */
function inText(row: ReadonlyMap<string, string>, at: number): string {
  const line = `${[...row.values()].join('\t')}\n`
  return at === 0 ? `${[...row.keys()].join('\t')}\n${line}` : line
}
