import { type Clock, evaluateClock } from '../../requests/clock/evaluate-clock.ts'
import { presentClock } from '../../requests/clock/present-clock.ts'
import { type Day, weekday } from '../../statute/day.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { View } from '../view.ts'
import type { DeadlineWords } from '../words/deadline-zh-cn.ts'
import { deadlineCalendar } from './deadline-calendar.ts'
import { type DeadlineQuery, type EventRow, eventChoices } from './read-deadline-query.ts'

/** Blank rows offered below those that are filled in. */
const blankRows = 2
const blank: EventRow = { event: '', on: '', second: '', days: '', party: '' }

/** The page that counts a due date: the form, and the answer to what its address says. It needs no script. */
export function deadlinePage(view: View, words: DeadlineWords, query: DeadlineQuery, action: string): Html {
  const { form, clockCase, complaint } = query
  return html`<div class="opening"><h1>${words.headline}</h1><p class="lead">${words.lead}</p></div>
${complaint !== null && html`<p class="complaint" role="alert">${complaint}</p>`}
<div class="deadline">
${clockCase && answer(view, words, clockCase)}
<form class="deadline-form" method="get" action="${action}">
${view.language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<fieldset class="deadline-receipt"><legend>${words.receipt}</legend>
<p class="field"><label for="channel">${words.channel}</label><select id="channel" name="channel">${receiptChannels.map(
    ({ id }) => html`<option value="${id}"${id === form.channel && html` selected`}>${words.channelNames[id]}</option>`,
  )}</select></p>
<p class="field"><label for="received">${words.received}</label>${dayInput('received', 'received', form.received, html` required`)}</p>
<p class="field"><label for="today">${words.today}</label>${dayInput('today', 'today', form.today, html` aria-describedby="today-hint"`)}<span class="quiet" id="today-hint">${words.todayHint}</span></p>
</fieldset>
<fieldset class="deadline-events" aria-describedby="happened-hint seconds-hint"><legend>${words.happened}</legend>
<p class="quiet" id="happened-hint">${words.happenedHint}</p>
<ol>${[...form.rows, ...Array.from({ length: blankRows }, () => blank)].map((row, at) => eventRow(words, row, at))}</ol>
<p class="quiet" id="seconds-hint">${words.secondsHint}</p>
</fieldset>
<p class="form-end"><button class="button button-main">${words.submit}</button> <span class="quiet">${words.privacy}</span></p>
</form>
</div>`
}

function eventRow(words: DeadlineWords, row: EventRow, at: number): Fragment {
  const id = (name: string) => `${name}-${at + 1}`
  const options = eventChoices.map(
    (choice) =>
      html`<option value="${choice}"${choice === row.event && html` selected`}>${words.events[choice]}</option>`,
  )
  const second = words.seconds[row.event as keyof typeof words.seconds] ?? words.second
  return html`<li class="event-row">
<p class="field field-event"><label for="${id('event')}">${at + 1}. ${words.event}</label><select id="${id('event')}" name="event"><option value="">${words.none}</option>${options}</select></p>
<p class="field"><label for="${id('on')}">${words.on}</label>${dayInput(id('on'), 'on', row.on)}</p>
<p class="field"><label for="${id('second')}">${second}</label>${dayInput(id('second'), 'second', row.second)}</p>
<p class="field field-days"><label for="${id('days')}">${words.days}</label><input id="${id('days')}" name="days" inputmode="numeric" maxlength="3" value="${row.days}"></p>
<p class="field"><label for="${id('party')}">${words.party}</label><input id="${id('party')}" name="party" maxlength="100" value="${row.party}" autocomplete="off"></p>
</li>`
}

function dayInput(id: string, name: string, value: string, more: Fragment = null): Fragment {
  return html`<input type="date" id="${id}" name="${name}" value="${value}" min="2018-01-01" max="2058-12-31"${more}>`
}

function answer(view: View, words: DeadlineWords, clockCase: NonNullable<DeadlineQuery['clockCase']>): Fragment {
  const clock = evaluateClock(clockCase)
  const { steps, problems } = presentClock(clock, clockCase.calendar, view.language)
  return html`<section class="deadline-answer" aria-labelledby="answer-title">
<h2 id="answer-title">${words.answer}</h2>
${verdict(words, clock)}
${
  problems.length > 0 &&
  html`<div class="deadline-problems"><h3>${words.problems}</h3><ul>${problems.map(
    ({ event, message, article }) =>
      html`<li>${words.problemAt(event === null ? null : event + 1, message)} <span class="quiet" lang="zh-CN">${article}</span></li>`,
  )}</ul></div>`
}
<h3>${words.steps}</h3>
<div class="table-box" tabindex="0" role="region" aria-label="${words.steps}"><table class="deadline-steps">
<thead><tr><th scope="col">${words.from}</th><th scope="col">${words.counted}</th><th scope="col">${words.why}</th><th scope="col">${words.article}</th></tr></thead>
<tbody>${steps.map(
    ({ from, to, counted, why, article }) =>
      html`<tr><td class="step-days">${from}${to !== from && html`<span class="step-to"> – ${to ?? words.untilUnknown}</span>`}</td><td class="step-counted" data-unit=" ${words.unit}">${counted}</td><td>${why}</td><td lang="zh-CN">${article}</td></tr>`,
  )}</tbody></table></div>
${deadlineCalendar(words, clock, clockCase)}
</section>`
}

/** The due date first, as large as its worth, then what else is to be known today. */
function verdict(words: DeadlineWords, clock: Clock): Fragment {
  const { state, dueOn, dueOnIfSilent, provisional, lapsesOn, consultations, correctionNoticeDueOn } = clock
  const told = (on: Day) => words.date(on, weekday(on))
  const notes = [
    state === 'consulting' && dueOn === null && words.waitsHint,
    state === 'consulting' &&
      dueOn === null &&
      (dueOnIfSilent === null ? words.neverSilent : words.ifSilent(told(dueOnIfSilent))),
    (state === 'awaitingCorrection' || state === 'awaitingPayment') && words.noDueHint,
    lapsesOn !== null && words.lapsesOn(told(lapsesOn)),
    ...consultations.map(({ party, dueOn }) => dueOn !== null && words.consultationUntil(party, told(dueOn))),
    state === 'running' && clock.steps.length === 2 && words.correctionNoticeDueOn(told(correctionNoticeDueOn)),
  ].filter((note) => note !== false)
  return html`<div class="deadline-verdict${clock.overdue && html` is-overdue`}">
<p class="deadline-state">${words.states[state]}</p>
<p class="deadline-due"><span class="quiet">${words.dueOn}</span> <strong>${dueOn === null ? (state === 'consulting' ? words.notCertain : words.noDue) : told(dueOn)}</strong></p>
<p class="deadline-left">${leftWords(words, clock)}</p>
${notes.map((note) => html`<p>${note}</p>`)}
${provisional && html`<p class="deadline-provisional">${words.provisional}</p>`}
</div>`
}

function leftWords(words: DeadlineWords, { state, dueOn, overdue, workingDaysLeft }: Clock): string {
  if (dueOn === null) return ''
  if (state === 'closed') return overdue ? words.repliedLate : words.repliedInTime
  if (overdue) return words.overdueBy(-(workingDaysLeft ?? 0))
  return workingDaysLeft === 0 ? words.lastDay : words.left(workingDaysLeft ?? 0)
}
