import { lostTables } from '../../report/lost-tables.ts'
import type { PresentedFinding } from '../../statute/finding.ts'
import type { CheckOutcome } from '../checker.ts'
import { type Fragment, html } from '../html.ts'
import type { View } from '../view.ts'
import { type Look, lookIcons } from './marks.ts'

const looks: readonly Look[] = ['error', 'warning', 'advice', 'uncertain']

/** The result of one file in a few words, for the list and for the screen reader. */
export function verdict(view: View, outcome: CheckOutcome): string {
  if (outcome.kind === 'refused') return view.words.refused
  const told = [
    ...counted(outcome.findings).map(([look, count]) => view.words.counts[look](count)),
    ...(lostTables(outcome.report).length > 0 ? [view.words.figuresUnchecked] : []),
  ]
  return told.length === 0 ? view.words.passed : told.join(view.language === 'en' ? ', ' : '，')
}

/** The counts as badges with icon and text; a report without findings gets one that says so. */
export function countBadges(view: View, outcome: CheckOutcome): Fragment {
  if (outcome.kind === 'refused') return badge('error', view.words.refused)
  const all = counted(outcome.findings)
  const lost = lostTables(outcome.report).length > 0
  if (all.length === 0 && !lost)
    return html`<span class="badge badge-passed"><span aria-hidden="true">✓</span> ${view.words.passed}</span>`
  return [
    ...all.map(([look, count]) => badge(look, view.words.counts[look](count))),
    lost && badge('uncertain', view.words.figuresUnchecked),
  ]
}

function badge(look: Look, text: string): Fragment {
  return html`<span class="badge badge-${look}"><span aria-hidden="true">${lookIcons[look]}</span> ${text}</span> `
}

function counted(findings: readonly PresentedFinding[]): readonly (readonly [Look, number])[] {
  const lookOf = ({ state, severity }: PresentedFinding): Look => (state === 'uncertain' ? 'uncertain' : severity)
  return looks
    .map((look) => [look, findings.filter((finding) => lookOf(finding) === look).length] as const)
    .filter(([, count]) => count > 0)
}
