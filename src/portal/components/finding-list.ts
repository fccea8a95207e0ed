import { ruleName } from '../../report/check/words/rule-names.ts'
import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import type { View } from '../view.ts'
import { findingId, lookIcons, lookOf, lookWord, placeId } from './marks.ts'

/** The findings of one section in words; those that could not be decided are folded behind their number. */
export function findingList(view: View, findings: readonly NumberedFinding[]): Fragment {
  const decided = findings.filter((finding) => finding.state === 'fails')
  const uncertain = findings.filter((finding) => finding.state === 'uncertain')
  return html`${decided.length > 0 && html`<ol class="findings">${joinAlike(decided).map((alike) => item(view, alike))}</ol>`}${
    uncertain.length > 0 &&
    html`<details class="fold"><summary>${view.words.uncertainFold(uncertain.length)}</summary><ol class="findings">${joinAlike(uncertain).map((alike) => item(view, alike))}</ol></details>`
  }`
}

type Alike = readonly [NumberedFinding, ...NumberedFinding[]]

/** Findings that say the very same thing stand once, with a way to each of their places. */
function joinAlike(findings: readonly NumberedFinding[]): readonly Alike[] {
  const told = new Map<string, [NumberedFinding, ...NumberedFinding[]]>()
  for (const finding of findings) {
    const sentence = JSON.stringify([finding.rule, finding.severity, finding.message, finding.suggestion])
    const alike = told.get(sentence)
    if (alike) alike.push(finding)
    else told.set(sentence, [finding])
  }
  return [...told.values()]
}

function item(view: View, [finding, ...others]: Alike): Fragment {
  const { words } = view
  const look = lookOf(finding)
  return html`<li class="finding finding-${look}" id="${findingId(view, finding)}" tabindex="-1">
<p class="finding-head"><span class="badge badge-${look}"><span aria-hidden="true">${lookIcons[look]}</span> ${lookWord(view, look)} ${finding.number}</span>${
    others.length === 0
      ? finding.place.kind !== 'section' && toPlace(view, finding, words.toPlace)
      : html` <span class="places">${words.toPlaces(others.length + 1)}${[finding, ...others].map((one) => toPlace(view, one, one.number))}</span>`
  } <span class="rule"><span class="only-spoken">${words.rule} </span>${ruleName(finding.rule, view.language)}</span></p>${
    // The marks of the others lead here too.
    others.map((one) => html`<span id="${findingId(view, one)}"></span>`)
  }
<p class="finding-words">${finding.message}</p>
${sides(view, finding)}${
  finding.suggestion && html`<p class="suggestion"><b>${words.suggestion}</b> ${finding.suggestion}</p>`
}
</li>`
}

function toPlace(view: View, finding: NumberedFinding, text: string | number): Fragment {
  const spoken = typeof text === 'number' ? view.words.toPlace : finding.number
  return html` <a class="to-place" href="#${placeId(view, finding)}">${text}<span class="only-spoken"> ${spoken}</span></a>`
}

function sides(view: View, { rule, left, right }: NumberedFinding): Fragment {
  if (left === undefined || right === undefined) return null
  const [one, other] = sideNames(view, rule)
  return html`<dl class="sides"><div><dt>${one}</dt><dd>${left}</dd></div><div><dt>${other}</dt><dd>${right}</dd></div></dl>`
}

function sideNames({ words }: View, rule: string): readonly [string, string] {
  if (rule === 'K7' || rule === 'K8') return [words.inWords, words.inTable]
  return [words.left, words.right]
}
