import type { CheckOutcome, DownloadFormat } from '../checker.ts'
import { type Html, html } from '../html.ts'
import { placeFindings } from '../place-findings.ts'
import type { View } from '../view.ts'
import { downloadForm } from './download-form.ts'
import { sections } from './sections.ts'
import { countBadges, verdict } from './verdict.ts'

/** `fold`: among several results only heads are shown at first. */
export type ResultPlace = {
  readonly base: string
  readonly downloads: readonly DownloadFormat[]
  readonly fold: 'open' | 'folded'
}

/** What became of one file, as a part of the page that stands alone: the script inserts the very same markup. */
export function result(view: View, name: string, outcome: CheckOutcome, place: ResultPlace): Html {
  return outcome.kind === 'refused' ? refused(view, name, outcome) : checked(view, name, outcome, place)
}

function refused(view: View, name: string, outcome: Extract<CheckOutcome, { kind: 'refused' }>): Html {
  return html`<div class="result result-refused" id="${view.slot}" tabindex="-1" data-verdict="${verdict(view, outcome)}">
<div class="result-head"><h3>${name}</h3><p class="badges">${countBadges(view, outcome)}</p></div>
<p class="refusal">${outcome.reason}</p></div>`
}

function checked(
  view: View,
  name: string,
  outcome: Extract<CheckOutcome, { kind: 'checked' }>,
  place: ResultPlace,
): Html {
  const { words, slot } = view
  const { report } = outcome
  const agency = report.agency === null ? words.unknownAgency : html`<span lang="zh-CN">${report.agency}</span>`
  return html`<details class="result" id="${slot}" data-verdict="${verdict(view, outcome)}"${place.fold === 'open' && html` open`}>
<summary class="result-head"><span class="result-name"><h3>${agency}</h3>
<span class="result-facts"><span>${report.year === null ? words.unknownYear : words.yearName(report.year)}</span> <span>${words.formNames[report.form]}</span> <span class="file-name">${name}</span></span></span>
<span class="badges">${countBadges(view, outcome)}</span></summary>
${downloadForm(view, name, report, place)}
${sections(view, report, outcome.text, placeFindings(outcome.findings))}
</details>`
}
