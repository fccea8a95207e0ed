import type { CheckOutcome } from '../checker.ts'
import { type Fragment, html } from '../html.ts'
import { makeView, type View } from '../view.ts'
import { type ResultPlace, result } from './result.ts'

export type CheckedFile = { readonly name: string; readonly outcome: CheckOutcome }

/** The part of the page that holds results; empty until there are any. The script fills the same places. */
export function resultsList(view: View, files: readonly CheckedFile[], place: ResultPlace): Fragment {
  const { words, language } = view
  const fold = files.length > 1 ? 'folded' : 'open'
  return html`<section class="results" id="results" aria-labelledby="results-title"${files.length === 0 && html` hidden`}>
<div class="results-head"><h2 id="results-title" tabindex="-1">${words.results}</h2><p class="quiet" id="progress">${files.length > 0 && words.overview(files.length)}</p><progress id="progress-bar" aria-label="${words.checking}" hidden></progress><button type="button" class="button button-quiet button-small" id="clear" hidden>${words.clear}</button></div>
<p class="only-spoken" id="announcer" role="status" aria-live="polite"></p>
<div id="result-places">${files.map(({ name, outcome }, index) => result(makeView(language, `f${index + 1}`), name, outcome, { ...place, fold }))}</div>
</section>`
}
