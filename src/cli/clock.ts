import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { Refusal } from '../refusals/refusal.ts'
import { evaluateClock } from '../requests/clock/evaluate-clock.ts'
import { presentClock } from '../requests/clock/present-clock.ts'
import { readClockCase } from '../requests/clock/read-clock-case.ts'
import type { Calendar } from '../statute/calendar/calendar.ts'
import { nationalCalendar } from '../statute/calendar/national-calendar.ts'
import { findCalendar as findStoredCalendar } from '../storage/calendars.ts'
import { clockText } from './clock-text.ts'
import { formatOption, parseOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

/** Longest case that is written over several lines. */
const longestCase = 1_000_000

/** `gongkai clock`: the due date of each case, one a line, and the steps that led to it. */
export const clock: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, lang: { type: 'string' }, data: { type: 'string' } },
  })
  const format = formatOption(values.format, 'json')
  const [file, stray] = positionals
  if (stray !== undefined) throw new Refusal('argument-unexpected', { argument: stray })
  const calendars = new Map<string, Calendar | null>([[nationalCalendar.name, nationalCalendar]])
  // Whoever names a data folder goes by the notices that were imported there.
  if (values.data !== undefined) calendars.clear()
  let exitCode = 0
  for await (const text of casesIn(file === undefined ? process.stdin : createReadStream(file), file ?? '-')) {
    const name = calendarNamed(text)
    if (!calendars.has(name)) calendars.set(name, await importedCalendar(name, args, context))
    exitCode = Math.max(exitCode, answer(text, format, context, calendars))
  }
  return exitCode
}

/** The calendar that a case names, `national` where it names none or cannot be read. */
function calendarNamed(text: string): string {
  const name = /"calendar"\s*:\s*"([^"\\]*)"/.exec(text)?.[1]
  return name ?? nationalCalendar.name
}

/** A calendar of this installation; null where there is no installation, or none of that name. */
async function importedCalendar(
  name: string,
  args: readonly string[],
  context: CommandContext,
): Promise<Calendar | null> {
  try {
    return await withExistingStorage(args, context, (storage) =>
      storage.transact({ agencies: [], actor: commandActor(context) }, (trx) => findStoredCalendar(trx, name)),
    )
  } catch (error) {
    if (error instanceof Refusal && error.id === 'data-folder-empty') return null
    throw error
  }
}

/** Prints the answer to one case; 1 with a problem, 2 when it could not be read. */
function answer(
  text: string,
  format: 'text' | 'json',
  context: CommandContext,
  calendars: ReadonlyMap<string, Calendar | null>,
): number {
  const { language } = context
  try {
    const given = readClockCase(parse(text), (name) => calendars.get(name) ?? null)
    const clock = presentClock(evaluateClock(given), given.calendar, language)
    context.out(format === 'json' ? `${JSON.stringify(clock)}\n` : clockText(clock, given, language))
    return clock.problems.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const words = error.words(language)
    if (format === 'json') context.out(`${JSON.stringify({ error: words })}\n`)
    else context.err(`${words}\n`)
    return 2
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('clock-not-json', {})
  }
}

/**
 * The cases of a stream, one a line. Where its first line is no whole JSON, the file may be one case over several lines;
 * if it is not that either, each line answers for itself.
 */
async function* casesIn(stream: Readable, file: string): AsyncGenerator<string> {
  const waiting: string[] = []
  let length = 0
  let deciding = true
  try {
    for await (const raw of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = raw.replace(/^\uFEFF/, '')
      if (line.trim() === '') continue
      if (deciding && !isWhole(line)) {
        waiting.push(line)
        length += line.length
        deciding = length <= longestCase
        continue
      }
      deciding = false
      yield* waiting.splice(0)
      yield line
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('file-missing', { file })
    throw error
  }
  const whole = waiting.join('\n')
  if (isWhole(whole)) yield whole
  else yield* waiting
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
