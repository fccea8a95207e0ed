import { spawnSync } from 'node:child_process'
import type { BenchRow } from './bench.ts'

/** The row of a figure that this machine cannot measure, with what it lacks. */
export function notMeasured(figure: string, remarks: string): BenchRow {
  return { figure: `not measured: ${figure}`, value: '—', bar: '—', held: true, baseline: '—', remarks }
}

/** Whether a program is there to be run. */
export const hasProgram = (name: string): boolean => spawnSync('which', [name]).status === 0
