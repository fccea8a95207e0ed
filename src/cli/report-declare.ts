import { openTableFile } from '../documents/workbook/open-table-file.ts'
import { workbookDocument } from '../documents/workbook/workbook-document.ts'
import { renderReport } from '../documents/write/render-report.ts'
import { Refusal } from '../refusals/refusal.ts'
import { declaredTables } from '../report/compute/declared-tables.ts'
import { readReport } from '../report/read/read-report.ts'
import { cellAddresses, makeTables, type Report } from '../report/report.ts'
import { yearSpan } from '../statute/day.ts'
import { headings } from '../statute/form-2021.ts'
import { requireAgency } from '../storage/agencies.ts'
import { type DeclaredNarrative, declareReport, withdrawDeclaration } from '../storage/ledger/declared-reports.ts'
import { sheetsHandedIn } from '../storage/ledger/ledger-figures.ts'
import { formatOption, parseOptions, requiredOption, storageOptions, yearOption } from './command-options.ts'
import type { Command } from './context.ts'
import { declareWords } from './declare-words.ts'
import { commandActor, withCommandStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage =
  'gongkai report declare FILE.json|xlsx --agency CODE --year YEAR [--by WHO] · --template OUT.xlsx · --withdraw --agency CODE --year YEAR'

/** `gongkai report declare`: puts 200 figures that a person answers for in the place of the ledger's. */
export const reportDeclare: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      year: { type: 'string' },
      by: { type: 'string' },
      template: { type: 'string' },
      withdraw: { type: 'boolean' },
    },
  })
  const words = declareWords[context.language]
  if (values.template !== undefined) {
    await writeTemplate(values.template)
    context.out(words.templateWritten(values.template))
    return 0
  }
  const code = requiredOption(values.agency, '--agency', usage)
  const year = yearOption(requiredOption(values.year, '--year', usage))
  const format = formatOption(values.format)
  const by = values.by?.trim() || commandActor(context)
  const [file] = positionals
  if (!values.withdraw && (file === undefined || positionals.length > 1))
    throw new Refusal('missing-argument', { name: 'FILE', usage })
  const declared = file === undefined || values.withdraw ? null : await readDeclared(file, year)

  return await withCommandStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const stated = declared?.report.agency
    if (stated && stated !== agency.name) throw new Refusal('declared-other-agency', { stated, name: agency.name })
    return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      if (!declared) {
        const withdrawn = await withdrawDeclaration(trx, agency.id, year, by)
        if (format === 'json') context.out(`${JSON.stringify({ agency: code, year, withdrawn })}\n`)
        else context.out(withdrawn ? words.withdrawn(agency.name, year) : words.nothingToWithdraw(agency.name, year))
        return 0
      }
      const ledger = [...(await sheetsHandedIn(trx, agency.id, yearSpan(year).first))]
      // The form as it was written, untouched, would put 200 blanks in the place of the ledger.
      if (declared.blanks === cellAddresses.length && ledger.length > 0) throw new Refusal('declared-blank', { code })
      const version = await declareReport(trx, agency.id, year, { by, ...declared })
      if (format === 'json')
        context.out(`${JSON.stringify({ agency: code, year, version, by, blanks: declared.blanks, ledger })}\n`)
      else context.out(words.declared(agency.name, year, version, by, declared.blanks))
      if (ledger.length > 0) context.err(words.insteadOfLedger)
      return 0
    })
  })
}

type Declared = ReturnType<typeof declaredTables> & {
  readonly report: Report
  readonly narrative: DeclaredNarrative | null
}

async function readDeclared(file: string, year: number): Promise<Declared> {
  if (!/\.(json|xlsx)$/i.test(file)) throw new Refusal('declared-other-kind', { file })
  const bytes = await readWholeFile(file)
  const report = readReport(
    /\.json$/i.test(file)
      ? { format: 'json', text: new TextDecoder().decode(bytes), blocks: [] }
      : workbookDocument(openTableFile(bytes, file)),
  )
  if (report.year !== null && report.year !== year)
    throw new Refusal('declared-other-year', { stated: report.year, year })
  const { preamble, sections } = report
  return { report, ...declaredTables(report), narrative: sections.length > 0 ? { preamble, sections } : null }
}

/** The form itself with 200 blank cells, as `report build` writes it. */
async function writeTemplate(out: string): Promise<void> {
  if (!/\.xlsx$/i.test(out)) throw new Refusal('bad-option', { reason: `--template ${out} (.xlsx)` })
  const blank: Report = {
    agency: null,
    year: null,
    form: '2021',
    ...makeTables(() => ({ value: null, kind: 'blank', text: '' })),
    preamble: { title: '', text: '' },
    sections: headings.map((heading, at) => ({ number: at + 1, heading, text: '' })),
  }
  const bytes = (await renderReport(blank, ['xlsx'])).get('xlsx')
  if (!bytes) throw new Error('no xlsx was rendered')
  await writeWholeFiles([{ file: out, bytes }])
}
