import type { Language } from '../refusals/refusal.ts'
import { presentFinding } from '../report/check/present-finding.ts'
import { ruleName } from '../report/check/words/rule-names.ts'
import { lostTables } from '../report/lost-tables.ts'
import { cellAddresses, cellAt, formatAddress, type Report } from '../report/report.ts'
import type { Finding, PresentedFinding } from '../statute/finding.ts'
import { type CheckWords, checkWords } from './check-words.ts'
import type { CommandContext } from './context.ts'
import type { FileRead } from './read-report-files.ts'

const ORDER = ['error', 'warning', 'advice'] as const
/** Uncertain findings of one rule are told in one line with the first places. */
const PLACES_SHOWN = 3

const ansi = { error: '31', warning: '33', advice: '36', ok: '32', dim: '2', bold: '1' } as const

/** One file for people: a headline, what fails with its mending, then what could not be read or decided. */
export function printFindings(file: FileRead, findings: readonly Finding[], context: CommandContext): void {
  const words = checkWords[context.language]
  const paint = (style: keyof typeof ansi, text: string) =>
    context.colour ? `\u001b[${ansi[style]}m${text}\u001b[0m` : text
  if (file.kind === 'refused') {
    context.out(
      `${paint('bold', file.path)}\n  ${paint('error', words.refused)} ${file.refusal.words(context.language)}\n\n`,
    )
    return
  }
  const presented = findings.map((finding) => presentFinding(finding, context.language))
  const failing = presented.filter(({ state }) => state === 'fails')
  const uncertain = presented.filter(({ state }) => state === 'uncertain')
  const lines = [
    `${paint('bold', file.path)}`,
    `  ${headline(file.report, words)}  ${tally(failing, file.report, words, paint)}`,
    ...ORDER.flatMap((severity) =>
      failing
        .filter((finding) => finding.severity === severity)
        .reduce<readonly Told[]>(joinAlike, [])
        .flatMap(({ finding, count }) => [
          `  ${paint(severity, words.severities[severity])} ${paint('dim', ruleName(finding.rule, context.language))} ${finding.message}${count > 1 ? words.times(count) : ''}`,
          ...(finding.suggestion ? [`     ${paint('dim', '→')} ${finding.suggestion}`] : []),
        ]),
    ),
    ...[
      ...tablesNotFound(file.report, words),
      ...unreadable(file.report, words),
      ...undecided(uncertain, words, context.language),
    ].map((line) => `  ${paint('dim', line)}`),
  ]
  context.out(`${lines.join('\n')}\n\n`)
}

type Told = { readonly finding: PresentedFinding; readonly count: number }

/** Findings that say the very same thing are told once, with their number. */
function joinAlike(told: readonly Told[], finding: PresentedFinding): readonly Told[] {
  const at = told.findIndex(
    (one) => one.finding.message === finding.message && one.finding.suggestion === finding.suggestion,
  )
  return at < 0
    ? [...told, { finding, count: 1 }]
    : told.map((one, i) => (i === at ? { ...one, count: one.count + 1 } : one))
}

function headline({ agency, year, form }: Report, words: CheckWords): string {
  return [agency ?? words.noAgency, year === null ? words.noYear : words.year(year), words.forms[form]].join(' · ')
}

type Paint = (style: keyof typeof ansi, text: string) => string

function tally(failing: readonly PresentedFinding[], report: Report, words: CheckWords, paint: Paint): string {
  const counts = ORDER.map((severity) => ({
    severity,
    count: failing.filter((one) => one.severity === severity).length,
  }))
  const told = counts.filter(({ count }) => count > 0)
  const counted = told.map(({ severity, count }) => paint(severity, words.count(words.severities[severity], count)))
  // Figures that nobody could read are no figures that hold.
  if (lostTables(report).length > 0) return [...counted, paint('warning', words.figuresUnchecked)].join(' ')
  return told.length === 0 ? paint('ok', words.nothingFound) : counted.join(' ')
}

function tablesNotFound(report: Report, words: CheckWords): readonly string[] {
  const missing = lostTables(report)
  return missing.length === 0 ? [] : [words.tablesMissing(missing)]
}

function unreadable(report: Report, words: CheckWords): readonly string[] {
  const cells = cellAddresses.filter((address) => cellAt(report, address).kind === 'unreadable').map(formatAddress)
  return cells.length === 0 ? [] : [words.unreadable(cells.slice(0, PLACES_SHOWN), cells.length)]
}

function undecided(uncertain: readonly PresentedFinding[], words: CheckWords, language: Language): readonly string[] {
  const rules = [...new Set(uncertain.map(({ rule }) => rule))]
  return rules.map((rule) => {
    const places = uncertain.filter((finding) => finding.rule === rule).map(({ where }) => where)
    return words.undecided(ruleName(rule, language), places.slice(0, PLACES_SHOWN), places.length)
  })
}
