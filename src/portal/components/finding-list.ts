import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import type { View } from '../view.ts'
import { findingId, lookIcons, lookOf, lookWord, placeId } from './marks.ts'

/** The findings of one section in words; those that could not be decided are folded behind their number. */
export function findingList(view: View, findings: readonly NumberedFinding[]): Fragment {
  const decided = findings.filter((finding) => finding.state === 'fails')
  const uncertain = findings.filter((finding) => finding.state === 'uncertain')
  return html`${decided.length > 0 && html`<ol class="findings">${decided.map((one) => item(view, one))}</ol>`}${
    uncertain.length > 0 &&
    html`<details class="fold"><summary>${view.words.uncertainFold(uncertain.length)}</summary><ol class="findings">${uncertain.map((one) => item(view, one))}</ol></details>`
  }`
}

function item(view: View, finding: NumberedFinding): Fragment {
  const { words } = view
  const look = lookOf(finding)
  const hasPlace = finding.place.kind !== 'section'
  return html`<li class="finding finding-${look}" id="${findingId(view, finding)}" tabindex="-1">
<p class="finding-head"><span class="badge badge-${look}"><span aria-hidden="true">${lookIcons[look]}</span> ${lookWord(view, look)} ${finding.number}</span>${
    hasPlace &&
    html` <a class="to-place" href="#${placeId(view, finding)}">${words.toPlace}<span class="only-spoken"> ${finding.number}</span></a>`
  } <span class="rule"><span class="only-spoken">${words.rule} </span>${finding.rule}</span></p>
<p class="finding-words">${finding.message}</p>
${sides(view, finding)}${
  finding.suggestion && html`<p class="suggestion"><b>${words.suggestion}</b> ${finding.suggestion}</p>`
}
</li>`
}

function sides(view: View, { left, right }: NumberedFinding): Fragment {
  if (left === undefined || right === undefined) return null
  const { words } = view
  return html`<dl class="sides"><div><dt>${words.left}</dt><dd>${left}</dd></div><div><dt>${words.right}</dt><dd>${right}</dd></div></dl>`
}
