import { presentClock } from '../../../requests/clock/present-clock.ts'
import { letterKindWords } from '../../../requests/words/letter-words.ts'
import { addDays } from '../../../statute/day.ts'
import { deadlineCalendar } from '../../deadline/deadline-calendar.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { deadlineWordsIn } from '../../words/words.ts'
import type { ApplyScreen } from '../apply-screen.ts'
import { problemSummary } from '../form-parts.ts'
import { datesOf } from './dates-calendar.ts'
import { holidaysBetween } from './holidays-between.ts'
import type { Followed, FollowedLetter } from './read-followed.ts'

/** Number and code, to be told once a visit. */
export function followPage(
  { words, to }: ApplyScreen,
  {
    number,
    complaint,
    locked,
    note,
  }: {
    readonly number: string
    readonly complaint: string | null
    /** Nothing can be mended now: it is said, and no field is blamed. */
    readonly locked: boolean
    readonly note: string | null
  },
): Html {
  return html`<h1>${words.followTitle}</h1>${note !== null && html`<p class="apply-done" role="status">${note}</p>`}
${locked ? html`<p class="problem-summary" role="alert" tabindex="-1">${complaint}</p>` : problemSummary(words, complaint === null ? [] : [{ field: 'number', text: complaint }])}
<p>${words.followLead}</p>
<form method="post" action="${to('follow/')}" class="apply-form"><div class="apply-field"><label for="number">${words.number}</label><input id="number" name="number" value="${number}" maxlength="64" autocomplete="off" spellcheck="false"></div><div class="apply-field"><label for="code">${words.code}</label><span class="quiet" id="code-hint">${words.codeHint}</span><input id="code" name="code" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"></div><p class="apply-ways"><button class="button button-main">${words.follow}</button><a href="${to('follow/lost/')}">${words.lostLink}</a></p></form>`
}

export type CaseNotice = { readonly complaint: string | null; readonly done: string | null }

/** Where a request stands, and all that its applicant can do with it. */
export function casePage(screen: ApplyScreen, followed: Followed, { complaint, done }: CaseNotice): Html {
  const { words, to } = screen
  const { sent } = followed
  return html`<h1>${words.caseTitle(sent.number)}</h1>${done !== null && html`<p class="apply-done" role="status">${done}</p>`}
${problemSummary(words, complaint === null ? [] : [{ field: null, text: complaint }])}
${standing(screen, followed)}${correctPart(screen, followed)}${payPart(screen, followed)}${lettersPart(screen, followed)}${rightsPart(screen, followed)}${recordPart(screen, followed)}${coursePart(screen, followed)}${withdrawPart(screen, followed)}
<form method="post" action="${to('follow/leave/')}" class="apply-leave"><button class="button button-quiet">${words.leave}</button></form>`
}

function section(id: string, title: string, content: Fragment): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
}

function standing({ words, view }: ApplyScreen, { loaded, clock, sent, letters }: Followed): Html {
  const { request } = loaded
  const { phase, closing } = request
  const withdrawn = closing?.outcome === 'other.remaining' && request.service === null
  const lapsed = closing?.outcome === 'other.correctionOverdue' || closing?.outcome === 'other.feeOverdue'
  const ended = phase === 'closed' || phase === 'archived'
  const says = [
    words.phases[phase],
    ended &&
      letters.some(({ kind, serves, openedAt }) => kind === 'reply' && serves && openedAt === null) &&
      words.replyWaits,
    ended && withdrawn && words.withdrawnState,
    ended && lapsed && words.lapsedState,
    !ended && request.consultations.some(({ answer }) => !answer) && words.consulting,
    !ended && request.justification === 'asked' && words.justifying,
  ].filter((one) => one !== false)
  const due = clock?.dueOn ?? clock?.dueOnIfSilent ?? null
  const left = clock?.workingDaysLeft ?? null
  const rows: readonly (readonly [string, Fragment])[] = [
    [words.sentAt, sent.submittedAt.slice(0, 19).replace('T', ' ')],
    [words.receivedOn, request.receivedOn ?? words.none],
  ]
  const holidays = request.receivedOn && due ? holidaysBetween(addDays(request.receivedOn, 1), due) : []
  return section(
    'standing',
    words.standing,
    html`<div class="apply-standing${clock?.overdue && !ended && html` is-overdue`}">${says.map((one) => html`<p class="apply-phase">${one}</p>`)}${
      !ended &&
      html`<p class="apply-due">${due === null ? words.noDue : html`${words.dueOn} <strong>${due}</strong>`}${left !== null && due !== null && html` <span>${left < 0 ? words.overdue(-left) : words.daysLeft(left)}</span>`}</p>${clock?.provisional && html`<p class="quiet">${words.provisional}</p>`}`
    }</div><dl class="apply-summary">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>${
      !ended &&
      holidays.length > 0 &&
      html`<p>${words.holidays}</p><ul>${holidays.map(
        ({ holiday, from, to: until, worked }) =>
          html`<li>${words.holidayDays(words.holidayNames[holiday], from, until)}${worked.length > 0 && words.worked(worked.join(view.language === 'en' ? ', ' : '、'))}</li>`,
      )}</ul>`
    }`,
  )
}

function correctPart({ words, to }: ApplyScreen, { loaded, clock, content }: Followed): Fragment {
  if (loaded.request.phase !== 'awaitingCorrection') return null
  const asked = loaded.events.findLast(({ event }) => event.type === 'correctionRequested')?.event
  const items = asked?.type === 'correctionRequested' ? asked.items : []
  return section(
    'correct',
    words.correctTitle,
    html`<p>${words.correctItems}</p><ol lang="zh-CN">${items.map((item) => html`<li>${item}</li>`)}</ol>${clock?.lapsesOn && html`<p><strong>${words.correctUntil(clock.lapsesOn)}</strong></p>`}
<form method="post" action="${to('follow/case/correct/')}" class="apply-form" enctype="multipart/form-data"><input type="hidden" name="seen" value="${loaded.version}"><div class="apply-field"><label for="content">${words.correctContent}</label><textarea id="content" name="content" rows="8">
${content}</textarea></div><div class="apply-field apply-file"><label for="proof">${words.correctFile}</label><span class="quiet" id="proof-hint">${words.filesHint}</span><input type="file" id="proof" name="proof" accept="image/jpeg,image/png,application/pdf" multiple aria-describedby="proof-hint"></div><p><button class="button button-main">${words.correctSend}</button></p></form>`,
  )
}

function payPart({ words }: ApplyScreen, { loaded, clock }: Followed): Fragment {
  const { phase, fee } = loaded.request
  if (phase !== 'awaitingPayment' || !fee) return null
  return section(
    'pay',
    words.payTitle,
    html`<p><strong>${words.payAmount((fee.cents / 100).toFixed(2))}</strong></p><p>${clock?.lapsesOn ? words.payUntil(clock.lapsesOn) : words.payAfterOpening}</p>`,
  )
}

function lettersPart(screen: ApplyScreen, { letters }: Followed): Html {
  const { words } = screen
  const toSign = letters.filter(({ serves, openedAt }) => serves && openedAt === null).map(({ kind }) => kind)
  return section(
    'letters',
    words.letters,
    letters.length === 0
      ? html`<p class="quiet">${words.noLetters}</p>`
      : html`${toSign.includes('reply') && html`<p>${words.openHint}</p>`}${toSign.includes('feeNotice') && html`<p>${words.openHintFee}</p>`}<ul class="apply-letters">${letters.map((letter) => letterRow(screen, letter))}</ul>`,
  )
}

function letterRow({ words, view, to }: ApplyScreen, letter: FollowedLetter): Html {
  const { kind, name, documentNumber, on, file, openedAt, serves } = letter
  const title = kind === 'supplied' ? words.supplied : letterKindWords[view.language][kind]
  return html`<li><div><span class="apply-letter">${title}</span> <span class="quiet" lang="zh-CN">${[name, documentNumber].filter(Boolean).join('　')}</span><br><span class="quiet">${words.letterOn(on)}${openedAt !== null && html` · ${words.openedAt(openedAt.slice(0, 16).replace('T', ' '))}`}</span></div><form method="post" action="${to('follow/case/open/')}"><input type="hidden" name="file" value="${file}"><button class="button ${serves && openedAt === null ? 'button-main' : 'button-quiet'}" aria-label="${serves && openedAt === null ? words.openService : words.open} ${title} ${on}">${serves && openedAt === null ? words.openService : words.open}</button></form></li>`
}

function rightsPart({ words }: ApplyScreen, followed: Followed): Html {
  const { remedies, clock, loaded } = followed
  const { phase } = loaded.request
  const open = phase !== 'closed' && phase !== 'archived'
  const says: readonly Fragment[] = open
    ? [clock?.overdue ? words.rights.overdueRight : words.rights.waiting]
    : remedies === null
      ? [words.rights.reply]
      : [
          remedies.says.length === 0
            ? words.rights.reply
            : remedies.says.map((one) => html`<span lang="zh-CN">${one}</span>`),
          remedies.lastDays === null
            ? words.daysFromReceipt
            : html`${words.reconsiderationUntil(remedies.lastDays.reconsiderationUntil)}`,
          remedies.lastDays !== null &&
            (remedies.lastDays.litigationUntil === null
              ? words.reconsiderationFirst
              : words.litigationUntil(remedies.lastDays.litigationUntil)),
          remedies.lastDays?.provisional && words.provisional,
        ]
  return section(
    'rights',
    words.rightsTitle,
    says.map((one) => one !== false && one !== null && html`<p>${one}</p>`),
  )
}

function recordPart({ words, to }: ApplyScreen, followed: Followed): Html {
  return section(
    'record',
    words.record,
    html`<div class="apply-ways"><form method="post" action="${to('follow/case/evidence/')}"><button class="button button-quiet">${words.evidence}</button></form>${datesOf(followed).length > 0 && html`<form method="post" action="${to('follow/case/dates/')}"><button class="button button-quiet">${words.ics}</button></form>`}</div><p class="quiet">${words.evidenceHint}</p>`,
  )
}

function coursePart({ words, view }: ApplyScreen, { clock, loaded, calendar, today }: Followed): Fragment {
  const { receivedOn, channel, clockEvents } = loaded.request
  if (!clock || receivedOn === null) return null
  const terms = deadlineWordsIn(view.language)
  const { steps } = presentClock(clock, calendar, view.language)
  return html`<details class="apply-course"><summary>${words.course}</summary><div class="table-scroll" tabindex="0" role="region" aria-label="${words.course}"><table class="deadline-steps"><thead><tr><th scope="col">${terms.from}</th><th scope="col">${terms.counted}</th><th scope="col">${terms.why}</th><th scope="col">${terms.article}</th></tr></thead><tbody>${steps.map(
    ({ from, to: until, counted, why, article }) =>
      html`<tr><td class="step-days">${from}${until !== from && html` – ${until ?? terms.untilUnknown}`}</td><td class="step-counted" data-unit=" ${terms.unit}">${counted}</td><td>${why}</td><td lang="zh-CN">${article}</td></tr>`,
  )}</tbody></table></div>${deadlineCalendar(terms, clock, { today, calendar, receipt: { channel, on: receivedOn }, events: clockEvents })}</details>`
}

function withdrawPart({ words, to }: ApplyScreen, { loaded }: Followed): Fragment {
  const { phase } = loaded.request
  if (phase === 'closed' || phase === 'archived' || phase === 'joined' || phase === 'unconfirmed') return null
  return html`<details class="apply-withdraw"><summary>${words.withdrawTitle}</summary><p>${words.withdrawHint}</p><form method="post" action="${to('follow/case/withdraw/')}" class="apply-form"><input type="hidden" name="seen" value="${loaded.version}"><label class="apply-option"><input type="checkbox" name="sure" value="yes"> <span>${words.withdrawConfirm}</span></label><p><button class="button button-quiet">${words.withdraw}</button></p></form></details>`
}
