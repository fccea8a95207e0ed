import type { Finding } from '../../statute/finding.ts'
import { headings } from '../../statute/form-2021.ts'
import type { Report, Section } from '../report.ts'

/**
 * The report with everything mended that needs no judgement: wrong words, doubled words and residue by what their
 * findings propose, the title's words, headings and their order as the form has them. Figures are never touched.
 * `findings` must be of this very report: their offsets count in its texts.
 */
export function mendReport(report: Report, findings: readonly Finding[]): Report {
  const edits = findings.flatMap(toEdit)
  const inSection = (number: number) => edits.filter((edit) => edit.section === number)
  const sections = report.sections.map(
    (section): Section => ({
      number: section.number,
      heading: headings[section.number - 1] ?? section.heading,
      text: applyEdits(section.text, inSection(section.number)),
    }),
  )
  return {
    ...report,
    preamble: mendPreamble(report, inSection(0)),
    sections: sections.toSorted((a, b) => a.number - b.number),
  }
}

type Edit = { readonly section: number; readonly start: number; readonly end: number; readonly proposed: string }

/** Rules whose findings point at the very words that `proposed` replaces. */
const REPLACING = ['title', 'residue', 'repetition', 'usage']

function toEdit({ rule, where, evidence }: Finding): readonly Edit[] {
  const place = /^text\[(\d+)\]@(\d+)-(\d+)$/.exec(where)
  const proposed = evidence?.proposed
  if (!REPLACING.includes(rule) || !place || typeof proposed !== 'string') return []
  return [{ section: Number(place[1]), start: Number(place[2]), end: Number(place[3]), proposed }]
}

/** Later places first, so that earlier offsets stay true; of two edits of the same words the first found wins. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const apart = edits.filter(
    (edit, i) => !edits.slice(0, i).some((other) => edit.start < other.end && edit.end > other.start),
  )
  return apart
    .toSorted((a, b) => b.start - a.start)
    .reduce((mended, { start, end, proposed }) => mended.slice(0, start) + proposed + mended.slice(end), text)
}

/** The title stands in the preamble's text too: both are mended alike. */
function mendPreamble({ preamble }: Report, edits: readonly Edit[]): Report['preamble'] {
  const at = preamble.text.indexOf(preamble.title)
  const end = at + preamble.title.length
  const ofTitle = at < 0 ? [] : edits.filter((edit) => edit.start >= at && edit.end <= end)
  const shifted = ofTitle.map((edit) => ({ ...edit, start: edit.start - at, end: edit.end - at }))
  return { title: applyEdits(preamble.title, shifted), text: applyEdits(preamble.text, edits) }
}
