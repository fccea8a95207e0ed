import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isWorkingDay } from '../src/statute/calendar/calendar.ts'
import { nationalCalendar } from '../src/statute/calendar/national-calendar.ts'
import { day } from '../src/statute/day.ts'
import {
  applicantsHeader,
  headings,
  organisationHeader,
  outcomesHeader,
  proactiveBlocks,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
  requestsCaption,
} from '../src/statute/form-2021.ts'
import { identities } from '../src/statute/identities.ts'

/** The law as data, kept outside the repository beside the samples of real reports. */
const samples = process.env.GONGKAI_SAMPLES ?? fileURLToPath(new URL('../../shared/samples', import.meta.url))
const law = join(samples, '..', 'law')
const read = (name: string) => JSON.parse(readFileSync(join(law, name), 'utf8'))

if (!existsSync(join(law, 'form-2021.json'))) {
  test('law files: no folder of law beside the samples, so nothing to compare with', () => {})
} else {
  const form = read('form-2021.json')

  test('the form declared here has the words and the order of the law file', () => {
    assert.deepEqual(headings, form.headings)
    assert.deepEqual(
      proactiveBlocks.map(({ block, columns, rows }) => ({
        block,
        rows: rows.map(({ label, cells }) => ({
          label,
          cells: Object.fromEntries(cells.map((cell, index) => [cell, columns[index]])),
        })),
      })),
      form.proactive,
    )
    assert.deepEqual(requestColumns, form.requests.columns)
    assert.deepEqual(
      [requestsCaption, applicantsHeader, organisationHeader, outcomesHeader],
      [
        form.requests.caption,
        form.requests.columnHeader,
        form.requests.organisationHeader,
        form.requests.outcomeHeader,
      ],
    )
    assert.deepEqual(
      requestRows.map(({ id, label, group, articles }) => ({
        id,
        label,
        ...(group === null ? {} : { group }),
        articles: articles.map((citation) => citation.replace(/^条例/, '')),
      })),
      form.requests.rows.map(({ id, label, group, articles }: Record<string, unknown>) => ({
        id,
        label,
        ...(group ? { group } : {}),
        articles,
      })),
    )
    assert.deepEqual(
      remedyGroups.map(({ id, label, parent }) => ({ id, label: parent ? `${parent} · ${label}` : label })),
      form.remedies.groups,
    )
    assert.deepEqual(remedyColumns, form.remedies.columns)
  })

  test('the identities have the kinds, scopes and formulas of the law file', () => {
    assert.deepEqual(
      identities.map(({ id, kind, scope, formula }) => ({ id, kind, scope, rule: formula })),
      form.identities,
    )
  })

  test('the calendar has every day off and every worked day of the law file, and no other', () => {
    const years: Record<string, { off: string[]; work: string[] }> = read('holidays.json').years
    const listed = Object.values(years)
    assert.deepEqual([...nationalCalendar.off].sort(), listed.flatMap(({ off }) => off).sort())
    for (const on of listed.flatMap(({ work }) => work)) assert.ok(isWorkingDay(nationalCalendar, day(on)), on)
    const worked = new Set(listed.flatMap(({ work }) => work))
    for (const on of nationalCalendar.work) assert.ok(worked.has(on), on)
    assert.deepEqual([...nationalCalendar.years].map(String), Object.keys(years))
  })
}
