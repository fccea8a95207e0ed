import { addDays, type Day } from '../../../statute/day.ts'
import type { ApplyScreen } from '../apply-screen.ts'
import type { Followed } from './read-followed.ts'

/** A day to know of. */
export type CaseDate = { readonly what: 'dueOn' | 'correctBy' | 'payBy' | 'reconsiderBy' | 'sueBy'; readonly on: Day }

/** The days that matter to the applicant now. */
export function datesOf({ clock, remedies, loaded }: Followed): readonly CaseDate[] {
  const { phase } = loaded.request
  const open = phase !== 'closed' && phase !== 'archived'
  const lapses = phase === 'awaitingCorrection' ? 'correctBy' : 'payBy'
  const days: readonly (readonly [CaseDate['what'], Day | null | undefined])[] = [
    ['dueOn', open ? clock?.dueOn : null],
    [lapses, open ? clock?.lapsesOn : null],
    ['reconsiderBy', remedies?.lastDays?.reconsiderationUntil],
    ['sueBy', remedies?.lastDays?.litigationUntil],
  ]
  return days.flatMap(([what, on]) => (on ? [{ what, on }] : []))
}

/** The days as a calendar file (RFC 5545): whole days, with a reminder three days before. */
export function datesCalendar({ words, agency }: ApplyScreen, followed: Followed): string {
  const { number } = followed.sent
  const stamp = `${followed.today.replaceAll('-', '')}T000000Z`
  const events = datesOf(followed).flatMap(({ what, on }) => [
    'BEGIN:VEVENT',
    `UID:${what}-${followed.sent.form.slice(0, 32)}@gongkai`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${words.calendarName(number)} ${words.calendar[what]}`)}`,
    `DESCRIPTION:${escaped(agency.name)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(words.calendar[what])}`,
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Gongkai//Gongkai//ZH', ...events, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** No line has more than 75 bytes; a longer one goes on behind a blank. */
function folded(line: string): string {
  let [made, bytes] = ['', 0]
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    if (bytes + size > 74) [made, bytes] = [`${made}\r\n `, 1]
    made += sign
    bytes += size
  }
  return made
}
