import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import type { View } from '../view.ts'

export type Look = 'error' | 'warning' | 'advice' | 'uncertain'

/** How a finding looks; what could not be decided looks the same whatever its severity. */
export function lookOf(finding: NumberedFinding): Look {
  return finding.state === 'uncertain' ? 'uncertain' : finding.severity
}

const worstFirst: readonly Look[] = ['error', 'warning', 'advice', 'uncertain']

/** The gravest look among findings that share a place; null when there are none. */
export function worstLook(findings: readonly NumberedFinding[]): Look | null {
  return worstFirst.find((look) => findings.some((finding) => lookOf(finding) === look)) ?? null
}

/** Shapes differ as well as colours: a cross, a triangle, a circle, a question. */
export const lookIcons: Readonly<Record<Look, string>> = { error: '✕', warning: '!', advice: 'i', uncertain: '?' }

export function lookWord(view: View, look: Look): string {
  return look === 'uncertain' ? view.words.uncertain : view.words.severity[look]
}

export const findingId = (view: View, finding: NumberedFinding): string => `${view.slot}-n${finding.number}`
export const placeId = (view: View, finding: NumberedFinding): string => `${view.slot}-at${finding.number}`

/** The small numbered links that stand at the place of each finding and lead to its words. */
export function marks(view: View, findings: readonly NumberedFinding[]): Fragment {
  return findings.map((finding) => {
    const look = lookOf(finding)
    const spoken = view.words.markLabel(lookWord(view, look), finding.number)
    return html`<a class="mark mark-${look}" id="${placeId(view, finding)}" href="#${findingId(view, finding)}" aria-label="${spoken}" title="${finding.message}"><span aria-hidden="true">${lookIcons[look]}</span>${finding.number}</a>`
  })
}
