import type { Clock, ClockCase } from '../../requests/clock/evaluate-clock.ts'
import { type Fragment, html } from '../html.ts'
import type { DeadlineWords } from '../words/deadline-zh-cn.ts'
import { clockMonths, type DayMark, type MarkedDay, type Month } from './clock-months.ts'

/** Two years of months: longer periods are postponed ones, whose months say nothing. */
const mostMonths = 24

/** The months of a clock as small tables, each day marked with what it is to the count, and the marks explained. */
export function deadlineCalendar(words: DeadlineWords, clock: Clock, { calendar, today }: ClockCase): Fragment {
  const { months, cut } = clockMonths(clock.steps, clock.dueOn ?? clock.dueOnIfSilent, calendar, mostMonths)
  const used = new Set(months.flatMap(({ weeks }) => weeks.flat().map((one) => one?.mark ?? null)))
  const legend = (Object.keys(words.marks) as DayMark[]).filter((mark) => used.has(mark))
  return html`<h3>${words.months}</h3>
<ul class="month-legend">${legend.map((mark) => html`<li><span class="day-sample day-${mark}" aria-hidden="true"></span>${words.marks[mark]}</li>`)}</ul>
<div class="months">${months.map((month) => monthTable(words, month, today))}</div>
${cut && html`<p class="quiet">${words.cut}</p>`}`
}

function monthTable(words: DeadlineWords, { year, month, weeks }: Month, today: string): Fragment {
  return html`<table class="month"><caption>${words.monthName(year, month)}</caption>
<thead><tr>${words.weekdays.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((one) => (one === null ? html`<td></td>` : dayCell(words, one, today)))}</tr>`)}</tbody></table>`
}

function dayCell(words: DeadlineWords, { on, mark, number, unusual }: MarkedDay, today: string): Fragment {
  const spoken = [
    unusual === 'off' && words.offSpoken,
    unusual === 'worked' && words.workedSpoken,
    mark !== null && words.marks[mark],
    number !== null && words.countedDay(number),
  ].filter((word) => word !== false)
  return html`<td class="day${mark !== null && html` day-${mark}`}${unusual === 'off' && html` day-off`}"${on === today && html` aria-current="date"`}>${Number(on.slice(8))}${unusual !== null && html`<sup aria-hidden="true">${words[unusual]}</sup>`}${spoken.length > 0 && html`<span class="only-spoken"> ${spoken.join(' ')}</span>`}</td>`
}
