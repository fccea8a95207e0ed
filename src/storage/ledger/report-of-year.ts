import { Refusal } from '../../refusals/refusal.ts'
import { computeTables } from '../../report/compute/compute-tables.ts'
import { type Period, periodOf } from '../../report/compute/year-figures.ts'
import { draftNarrative } from '../../report/narrative/draft-narrative.ts'
import type { Report } from '../../report/report.ts'
import type { AgencyKind } from '../../statute/agency-rank.ts'
import type { Day } from '../../statute/day.ts'
import { formForYear } from '../../statute/form-2019.ts'
import { type Agency, requireAgency } from '../agencies.ts'
import type { Storage, Trx } from '../storage.ts'
import { type Declaration, standingDeclaration } from './declared-reports.ts'
import { ledgerFigures } from './ledger-figures.ts'

/** Where the figures of a report come from: computed from the ledger, or declared by a person. */
export type ReportSource =
  | { readonly kind: 'ledger'; readonly asOf: Day }
  | { readonly kind: 'declared'; readonly by: string; readonly at: Date; readonly version: number }

export type ReportOfYear = Report & {
  readonly source: ReportSource
  /** The kind of agency the narrative was drafted for; null where a person declared the words too. */
  readonly draftedFor: AgencyKind | null
}

export type ReportQuestion = {
  /** The agency's code. */
  readonly agency: string
  readonly year: number
  /** Nothing that happened after this day is counted; days after 31 December change nothing. */
  readonly asOf: Day
  readonly actor?: string
}

/**
 * The annual report of an agency for a year: the figures a person declared, where one did, else those of the ledger, and
 * a narrative drafted from the same figures. Throws Refusal `agency-unknown`, `report-year-unknown` and
 * `year-not-begun`.
 */
export async function reportOfYear(storage: Storage, question: ReportQuestion): Promise<ReportOfYear> {
  const agency = await requireAgency(storage, question.agency)
  const period = requirePeriod(question.year, question.asOf)
  return await storage.transact({ agencies: [agency.id], actor: question.actor ?? 'report' }, (trx) =>
    readReport(trx, agency, period),
  )
}

/** The days a report for `year` covers, or the refusal that there is no form for it or that it has not begun. */
export function requirePeriod(year: number, asOf: Day): Period {
  if (!formForYear(year)) throw new Refusal('report-year-unknown', { year })
  const period = periodOf(year, asOf)
  if (!period) throw new Refusal('year-not-begun', { year, asOf })
  return period
}

/** As `reportOfYear`, inside a transaction of the caller. */
export async function readReport(trx: Trx, agency: Agency, period: Period): Promise<ReportOfYear> {
  const declared = await standingDeclaration(trx, agency.id, period.year)
  const figures = await ledgerFigures(trx, agency, period)
  const tables = declared?.tables ?? computeTables(figures)
  const extra = declared ? { documents: null, fees: null } : figures
  const drafted = draftNarrative({ agency, period, tables, documents: extra.documents, fees: extra.fees })
  return {
    agency: agency.name,
    year: period.year,
    form: '2021',
    ...tables,
    preamble: declared?.narrative?.preamble ?? drafted.preamble,
    sections: declared?.narrative?.sections ?? drafted.sections,
    source: sourceOf(declared, period),
    draftedFor: declared?.narrative ? null : agency.kind,
  }
}

function sourceOf(declared: Declaration | null, period: Period): ReportSource {
  return declared
    ? { kind: 'declared', by: declared.by, at: declared.at, version: declared.version }
    : { kind: 'ledger', asOf: period.last }
}
