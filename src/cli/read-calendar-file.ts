import { decodeText } from '../documents/text/decode-text.ts'
import { openTableFile } from '../documents/workbook/open-table-file.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { SheetCell } from '../report/ledger/sheet-cell.ts'
import { kindInWords, readCalendarIcs, readCalendarJson, type ToldDays } from '../requests/calendar/read-calendar.ts'
import { type Day, parseDay } from '../statute/day.ts'
import { readWholeFile } from './read-whole-file.ts'

/** The days of a json, ics, xlsx or csv file. A sheet has a day in its first column and 休 or 班 in its second. */
export async function readCalendarFile(file: string): Promise<ToldDays> {
  const bytes = await readWholeFile(file)
  if (/\.(xlsx|csv)$/i.test(file)) return readSheets(bytes, file)
  const text = decodeText(bytes)
  return /^\s*BEGIN:VCALENDAR/i.test(text) ? readCalendarIcs(text) : readCalendarJson(text)
}

function readSheets(bytes: Uint8Array, file: string): ToldDays {
  const off: Day[] = []
  const work: Day[] = []
  for (const sheet of openTableFile(bytes, file))
    for (const { cells } of sheet.rows()) {
      const on = dayIn(cells.get(0))
      const kind = textIn(cells.get(1))
      // A heading, or an empty row.
      if (!on) {
        if (/\d/.test(textIn(cells.get(0)))) throw new Refusal('calendar-day-wrong', { value: textIn(cells.get(0)) })
        continue
      }
      if (kindInWords(kind) === 'off') off.push(on)
      else work.push(on)
    }
  return { year: null, off, work, source: null }
}

function dayIn(cell: SheetCell | undefined): Day | null {
  return cell?.kind === 'day' ? cell.day : parseDay(textIn(cell))
}

function textIn(cell: SheetCell | undefined): string {
  return cell && 'text' in cell ? cell.text.trim() : ''
}
