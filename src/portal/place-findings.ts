import { cellAddresses, formatAddress } from '../report/report.ts'
import type { PresentedFinding } from '../statute/finding.ts'
import { headings, remedyColumns, remedyGroups, requestColumns, requestRows } from '../statute/form-2021.ts'

/** A finding with the number it carries on the screen; the number joins the mark at the place and the words. */
export type NumberedFinding = PresentedFinding & { readonly number: number; readonly place: Place }

/** Where on the screen a finding belongs. `section` 0 is title, lead, and the file as a whole. */
export type Place =
  | { readonly section: number; readonly kind: 'table'; readonly at: string }
  | { readonly section: number; readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly section: number; readonly kind: 'file'; readonly start: number; readonly end: number }
  | { readonly section: number; readonly kind: 'section' }

const tableSections: Readonly<Record<string, number>> = { proactive: 2, requests: 3, remedies: 4 }

/** Every address of a table that the screen draws: tables, their rows and columns, and the 200 cells. */
const tableAddresses: ReadonlySet<string> = new Set([
  ...Object.keys(tableSections),
  ...requestRows.map(({ id }) => `requests[${id}]`),
  ...requestColumns.map(({ id }) => `requests[][${id}]`),
  ...remedyGroups.map(({ id }) => `remedies[${id}]`),
  ...remedyColumns.map(({ id }) => `remedies[][${id}]`),
  ...cellAddresses.map(formatAddress),
])

/** Reads the contract's `where`; an address of no known shape belongs to the report as a whole. */
export function placeOf(where: string): Place {
  const table = /^(proactive|requests|remedies)(?:\[|$)/.exec(where)?.[1]
  if (table) {
    const section = tableSections[table] ?? 0
    return tableAddresses.has(where) ? { section, kind: 'table', at: where } : { section, kind: 'section' }
  }
  const text = /^text\[(\d+)\](?:@(\d+)-(\d+))?$/.exec(where)
  if (text) {
    const section = Number(text[1]) <= headings.length ? Number(text[1]) : 0
    const start = Number(text[2] ?? 0)
    const end = Number(text[3] ?? 0)
    return end > start ? { section, kind: 'text', start, end } : { section, kind: 'section' }
  }
  const file = /^@(\d+)-(\d+)$/.exec(where)
  if (file) return { section: 0, kind: 'file', start: Number(file[1]), end: Number(file[2]) }
  return { section: 0, kind: 'section' }
}

const severityRank = { error: 0, warning: 1, advice: 2 } as const

/** Numbers the findings from 1 in the order of the screen: by section, what fails before what is uncertain, worst first. */
export function placeFindings(findings: readonly PresentedFinding[]): readonly NumberedFinding[] {
  return findings
    .map((finding) => ({ finding, place: placeOf(finding.where) }))
    .sort(
      (a, b) =>
        a.place.section - b.place.section ||
        Number(a.finding.state === 'uncertain') - Number(b.finding.state === 'uncertain') ||
        severityRank[a.finding.severity] - severityRank[b.finding.severity] ||
        startOf(a.place) - startOf(b.place),
    )
    .map(({ finding, place }, index) => ({ ...finding, place, number: index + 1 }))
}

function startOf(place: Place): number {
  return place.kind === 'text' || place.kind === 'file' ? place.start : 0
}
