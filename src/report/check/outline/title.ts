import { cite } from '../../../statute/citation.ts'
import type { Report } from '../../report.ts'
import type { EvidenceOf, Rule } from '../rule.ts'
import { NAME_IN_TITLE, REMARK_IN_TITLE, titleRepairs, YEAR_IN_TITLE } from './title-words.ts'

/** The title names the agency, the year and 政府信息公开工作年度报告. */
export const title: Rule<'title'> = {
  id: 'title',
  severity: 'error',
  sources: [cite('30号'), cite('条例50')],
  check: (report) => {
    const raw = report.preamble.title
    const found = tidy(raw)
    if (found === '') return [{ where: 'text[0]@0-0', evidence: { problem: 'missing', found: '' } }]
    const where = placeOfTitle(report)
    return problemsOf(found, report).map((evidence) => ({ where, evidence }))
  },
}

/** The title in one line: white space is the printer's. */
function tidy(text: string): string {
  return text.replace(/\s/g, '')
}

function problemsOf(found: string, report: Report): readonly EvidenceOf['title'][] {
  const problems: EvidenceOf['title'][] = []
  if (!NAME_IN_TITLE.test(found)) {
    const proposed = repair(found)
    problems.push(proposed === null ? { problem: 'words', found } : { problem: 'words', found, proposed })
  }
  if (!YEAR_IN_TITLE.test(found)) problems.push({ problem: 'year', found })
  if (!namesAgency(found, report)) problems.push({ problem: 'agency', found })
  return problems
}

function repair(found: string): string | null {
  for (const { pattern, right } of titleRepairs) {
    const proposed = found.replace(pattern, right)
    if (proposed !== found && NAME_IN_TITLE.test(proposed)) return proposed
  }
  return null
}

/** Something stands in the title beside year, name and remarks that can be an agency. */
function namesAgency(found: string, report: Report): boolean {
  if (report.agency !== null && found.includes(tidy(report.agency))) return true
  const rest = found.replace(YEAR_IN_TITLE, '').replace(REMARK_IN_TITLE, '')
  return /\p{Script=Han}{2}/u.test(rest)
}

function placeOfTitle({ preamble }: Report): string {
  const start = Math.max(0, preamble.text.indexOf(preamble.title))
  return `text[0]@${start}-${start + preamble.title.length}`
}
