import type { Report } from '../../report.ts'
import { type TextView, viewText } from './text-view.ts'

const made = new WeakMap<Report, readonly TextView[]>()

/** Whether `text` says itself that something was left out (……): what it does not say may stand there. */
export function isExcerpt(text: string): boolean {
  return /(?:^|[\n，。：；])…{2,}/.test(text)
}

/** Title and lead (section 0), then the sections in the order of the file. Made once per report. */
export function viewsOf(report: Report): readonly TextView[] {
  const known = made.get(report)
  if (known) return known
  const views = [
    viewText(0, report.preamble.text),
    ...report.sections.map(({ number, text }) => viewText(number, text)),
  ]
  made.set(report, views)
  return views
}
