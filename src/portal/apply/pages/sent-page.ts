import type { Clock } from '../../../requests/clock/evaluate-clock.ts'
import type { Submitted } from '../../../storage/apply/submit-request.ts'
import { type Html, html } from '../../html.ts'
import type { ApplyScreen } from '../apply-screen.ts'

/** The confirmation: number and code, the dates, what comes next. */
export function sentPage({ words, to }: ApplyScreen, sent: Submitted, clock: Clock, note: string | null): Html {
  const on = sent.submittedAt.slice(0, 10)
  const due = clock.dueOn ?? words.none
  const rows = [
    [words.sentAt, sent.submittedAt.slice(0, 19).replace('T', ' ')],
    [words.receivedOn, on],
    [words.dueOn, due],
  ] as const
  return html`<div class="apply-received"><h1>${words.sentTitle}</h1>${note !== null && html`<p role="status">${note}</p>`}
<dl class="apply-codes"><div><dt>${words.number}</dt><dd>${sent.number}</dd></div><div><dt>${words.code}</dt><dd>${sent.code ?? words.codeReplaced}</dd></div></dl>${sent.code !== null && html`<p class="apply-once">${words.sentOnce}</p>`}</div>
<dl class="apply-summary">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>${clock.provisional && html`<p class="quiet">${words.provisional}</p>`}
<div class="apply-ways"><form method="post" action="${to('follow/case/receipt/')}"><button class="button button-main">${words.receipt}</button></form><form method="post" action="${to('follow/case/open/')}"><input type="hidden" name="file" value="${sent.form}"><button class="button button-quiet">${words.sentForm}</button></form><a class="button button-quiet" href="${to('follow/case/')}">${words.followNow}</a></div>
<section aria-labelledby="next"><h2 id="next">${words.sentNext}</h2><ul>${words.nextSteps(clock.correctionNoticeDueOn, due).map((one) => html`<li>${one}</li>`)}</ul></section>`
}
