import { allHeadings, type Heading } from './find-headings.ts'
import type { Line } from './lines/line.ts'
import { readTitle, type Title } from './read-title.ts'

/** So many headings in a row are a report, not a mention of one. */
const FEWEST_HEADINGS = 3
/** So many lines before the first heading may hold the title. */
const TITLE_REACH = 12
/** Enough to see that they differ, however many a file holds. */
const MOST_REPORTS = 40

/**
 * Whether the headings of the form begin anew under the title of another agency or year: two reports one behind the
 * other, also where their tables are blank or alike. `headings` are those of `allHeadings`.
 */
export function holdsTwoReports(lines: readonly Line[], headings = allHeadings(lines)): boolean {
  const titles: Title[] = []
  let floor = 0
  for (const run of cutRuns(headings)) {
    const start = run[0]?.line ?? 0
    const above = lines.slice(Math.max(floor, start - TITLE_REACH), start).map(({ original }) => original.trim())
    if (run.length >= FEWEST_HEADINGS) titles.push(readTitle(above, [], above))
    floor = run.at(-1)?.line ?? start
  }
  const told = titles.filter(({ title }) => title !== '')
  return told
    .slice(0, MOST_REPORTS)
    .some((one, index, some) => some.slice(0, index).some((other) => differ(one, other)))
}

function cutRuns(headings: readonly Heading[]): Heading[][] {
  const runs: Heading[][] = []
  for (const heading of headings) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && heading.number > last.number) run.push(heading)
    else if (!last || heading.number < last.number) runs.push([heading])
  }
  return runs
}

function differ(one: Title, other: Title): boolean {
  if (one.year !== null && other.year !== null && one.year !== other.year) return true
  if (one.agency === null || other.agency === null) return false
  return !one.agency.includes(other.agency) && !other.agency.includes(one.agency)
}
