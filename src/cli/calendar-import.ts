import { basename } from 'node:path'
import { Refusal } from '../refusals/refusal.ts'
import { arrangementOf } from '../requests/calendar/read-calendar.ts'
import type { ArrangedDays } from '../statute/calendar/compose-calendar.ts'
import { findCalendar, importNotice, type MovedOfAgency, national } from '../storage/calendars.ts'
import type { MovedDeadline } from '../storage/requests/refresh-deadlines.ts'
import { requireFitText } from '../storage/requests/require-fit-text.ts'
import { calendarWords } from './calendar-words.ts'
import { formatOption, parseOptions, storageOptions, yearOption } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readCalendarFile } from './read-calendar-file.ts'

const usage = 'gongkai calendar import FILE [--layer NAME] [--year YEAR] [--source TEXT] [--dry-run]'

/** `gongkai calendar import`: a new holiday notice, or the days of a region, and which open cases it moves. */
export const calendarImport: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, layer: text, year: text, source: text, 'dry-run': { type: 'boolean' } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'FILE', usage })
  const layer = readLayer(values.layer)
  const format = formatOption(values.format)
  const told = await readCalendarFile(file)
  const year = values.year === undefined ? told.year : yearOption(values.year)
  if (values.source !== undefined) requireFitText({ source: values.source })
  const source = values.source ?? told.source ?? basename(file)
  return await withExistingStorage(args, context, async (storage) => {
    const actor = commandActor(context)
    const known = await storage.transact({ agencies: [], actor }, (trx) => findCalendar(trx, national))
    if (!known) throw new Error('there is no national calendar')
    const arranged = arrangementOf({ ...told, year }, layer, known)
    const keep = values['dry-run'] ? 'nothing' : 'all'
    const all = await importNotice(storage, actor, { ...arranged, layer, source }, context.today, keep)
    context.out(format === 'json' ? inJson(all, arranged, layer, keep) : inText(all, arranged, layer, keep, context))
    return 0
  })
}

function readLayer(name: string | undefined): string {
  if (name === undefined) return national
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) throw new Refusal('bad-option', { reason: `--layer ${name}` })
  return name
}

function inJson(all: readonly MovedOfAgency[], arranged: ArrangedDays, layer: string, keep: 'all' | 'nothing'): string {
  const { year, off, work } = arranged
  const agencies = all.map(({ agency, moved }) => ({
    agency: agency.code,
    moved: moved.map((one) => ({ ...one, because: reasonsOf(one, arranged) })),
  }))
  return `${JSON.stringify({ layer, year, off: off.length, work: work.length, kept: keep === 'all', agencies })}\n`
}

function inText(
  all: readonly MovedOfAgency[],
  arranged: ArrangedDays,
  layer: string,
  keep: 'all' | 'nothing',
  { language }: CommandContext,
): string {
  const words = calendarWords[language]
  const lines = all.flatMap(({ agency, moved }) =>
    moved.map(
      (one) => `  ${agency.code}\t${one.number}\t${words.moved(one)}\t${words.because(reasonsOf(one, arranged))}`,
    ),
  )
  return `${[words.head(layer, arranged, keep, lines.length), ...lines].join('\n')}\n`
}

/** The days of the notice that lie between the two deadlines' counts. */
function reasonsOf({ receivedOn, before, after }: MovedDeadline, { off, work }: ArrangedDays) {
  const last =
    [before, after]
      .map((on) => on ?? '')
      .sort()
      .at(-1) ?? ''
  const within = (on: string) => (receivedOn ?? '') < on && on <= last
  return { off: off.filter(within), work: work.filter(within) }
}
