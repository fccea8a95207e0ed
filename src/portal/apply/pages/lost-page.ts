import { type Fragment, type Html, html } from '../../html.ts'
import type { ApplyScreen } from '../apply-screen.ts'
import { problemSummary } from '../form-parts.ts'
import { officePart } from './office-part.ts'

export type LostState = {
  /** Whether the installation sends mail. */
  readonly byMail: boolean
  readonly done: boolean
  readonly complaint: string | null
  /** Nothing can be mended now. */
  readonly locked: boolean
  /** What was typed, to stand there again. */
  readonly number?: string
  /** The first field that was left blank. */
  readonly blank?: string
}

/** How a new query code is had: by mail where the installation sends any, and at the office. The same for everybody who asked. */
export function lostPage(
  screen: ApplyScreen,
  { byMail, done, complaint, locked, number = '', blank = 'number' }: LostState,
): Html {
  const { words, guide, to } = screen
  return html`<h1>${words.lostTitle}</h1>${done && byMail && html`<p class="apply-done" role="status">${words.lostDone}</p>`}
${locked ? html`<p class="problem-summary" role="alert" tabindex="-1">${complaint}</p>` : problemSummary(words, complaint === null ? [] : [{ field: blank, text: complaint }])}
<p>${words.lostLead}</p>${byMail && !done && mailPart(screen, number)}
<section aria-labelledby="visit"><h2 id="visit">${words.lostVisitTitle}</h2><ul>${words.lostVisit.map((one) => html`<li>${one}</li>`)}</ul>${officePart(words, guide)}</section>
<p><a href="${to('follow/')}">${words.followTitle}</a></p>`
}

function mailPart({ words, to }: ApplyScreen, number: string): Fragment {
  const field = (id: string, label: string, hint: string | null, most: number, value = '') =>
    html`<div class="apply-field"><label for="${id}">${label}</label>${hint !== null && html`<span class="quiet" id="${id}-hint">${hint}</span>`}<input id="${id}" name="${id}" value="${value}" maxlength="${String(most)}" autocomplete="off" spellcheck="false"${hint !== null && html` aria-describedby="${id}-hint"`}></div>`
  return html`<section aria-labelledby="mail"><h2 id="mail">${words.lostMailTitle}</h2><p>${words.lostMailHint}</p>
<form method="post" action="${to('follow/lost/')}" class="apply-form">${field('number', words.number, null, 64, number)}${field('document', words.lostDocument, words.lostDocumentHint, 64)}${field('contact', words.lostContact, null, 200)}<p><button class="button button-main">${words.lostSend}</button></p></form></section>`
}
