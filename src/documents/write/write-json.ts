import type { Report } from '../../report/report.ts'

/**
 * The `report` of the contract under its own name, with title and lead as `preamble`: a file that `report check` reads
 * like any other. Cells keep value, kind and text.
 */
export function writeJson({
  agency,
  year,
  form,
  preamble,
  sections,
  proactive,
  requests,
  remedies,
}: Report): Uint8Array {
  const report = { agency, year, form, preamble, sections, proactive, requests, remedies }
  return new TextEncoder().encode(`${JSON.stringify({ report }, null, 1)}\n`)
}
