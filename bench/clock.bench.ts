import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { evaluateClock } from '../src/requests/clock/evaluate-clock.ts'
import { readClockCase } from '../src/requests/clock/read-clock-case.ts'
import { nationalCalendar } from '../src/statute/calendar/national-calendar.ts'
import { addDays, day } from '../src/statute/day.ts'
import type { BenchRow } from './bench.ts'

const rounds = 7
const cases = 1000
const evaluations = 200_000

/** Evaluations of ten-event cases in one thread, problems and steps included; then the whole command over a file of cases. */
export async function run(): Promise<BenchRow[]> {
  const given = Array.from({ length: cases }, (_, at) => readClockCase(tenEvents(at), () => nationalCalendar))
  const wrong = given.map(evaluateClock).filter(({ problems, state }) => problems.length > 0 || state !== 'closed')
  if (wrong.length > 0) throw new Error(`${wrong.length} of the cases are not what they should be`)
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage().user
    for (let at = 0; at < evaluations; at++) evaluateClock(given[at % cases] ?? given[0] ?? failed())
    rates.push(evaluations / ((process.cpuUsage().user - start) / 1e6))
  }
  const [first = 0] = rates
  const median = rates.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const { lines, seconds } = runCommand()
  return [
    {
      figure: 'clock: ten-event cases, one core, warm',
      value: `${Math.round(median)} a second`,
      bar: '≥ 200000',
      held: median >= 200_000,
      baseline: 'none',
      remarks: `processor time, median of ${rounds} rounds of ${evaluations}; steps and problems included; first round, cold, ${Math.round(first)}`,
    },
    {
      figure: '`gongkai clock` over a file, words and JSON included',
      value: `${Math.round(lines / seconds)} cases a second`,
      bar: 'none',
      held: true,
      baseline: 'none',
      remarks: `${lines} ten-event cases on standard input, start of the program included`,
    },
  ]
}

/** A correction, two consultations, an extension and what goes with them, each case a day later than the one before. */
function tenEvents(shift: number): object {
  const on = (text: string) => addDays(day(text), (shift % 200) * 7)
  return {
    today: on('2022-01-20'),
    receipt: { channel: 'email', on: on('2021-08-02') },
    events: [
      { type: 'correctionRequested', on: on('2021-08-06'), until: on('2021-08-27') },
      { type: 'corrected', on: on('2021-08-18') },
      { type: 'consultationSent', on: on('2021-08-23'), with: 'thirdParty', party: 'A', receivedOn: on('2021-08-25') },
      { type: 'consultationSent', on: on('2021-08-24'), with: 'coMaker', party: 'B', receivedOn: on('2021-08-25') },
      { type: 'consultationAnswered', on: on('2021-09-03'), party: 'A' },
      { type: 'justificationRequested', on: on('2021-09-04'), until: on('2021-09-10') },
      { type: 'justified', on: on('2021-09-06') },
      { type: 'extended', on: on('2021-09-07'), workingDays: 20 },
      { type: 'consultationAnswered', on: on('2021-09-08'), party: 'B' },
      { type: 'replied', on: on('2021-10-20') },
    ],
  }
}

function runCommand(): { lines: number; seconds: number } {
  const lines = 50_000
  const input = Array.from({ length: lines }, (_, at) => `${JSON.stringify(tenEvents(at))}\n`).join('')
  const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [program, 'clock'], { input, maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`gongkai clock ended with ${status}`)
  return { lines, seconds: (performance.now() - start) / 1000 }
}

function failed(): never {
  throw new Error('no case')
}
