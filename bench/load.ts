import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

export const loadSeconds = 6

export type Load = { readonly perSecond: number; readonly perCpuSecond: number }

/** What a server answers in a few seconds, and how much of that in a second of its own processor time. */
export async function load(url: string, server: number, header?: string): Promise<Load> {
  const more = header === undefined ? [] : ['-H', header]
  const ask = async (duration: number) => {
    const wrk = spawn('taskset', ['-c', '1', 'wrk', '-t1', '-c16', `-d${duration}s`, ...more, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    wrk.stdout.on('data', (part) => {
      text += part
    })
    await once(wrk, 'close')
    if (text.includes('Non-2xx')) throw new Error(text)
    return Number(/(\d+) requests in/.exec(text)?.[1] ?? 0)
  }
  await ask(2)
  const before = cpuSecondsOf(server)
  const answered = await ask(loadSeconds)
  return { perSecond: answered / loadSeconds, perCpuSecond: answered / (cpuSecondsOf(server) - before) }
}

export const loadInWords = ({ perSecond, perCpuSecond }: Load): string =>
  `${perSecond.toFixed(0)} /s, ${perCpuSecond.toFixed(0)} a second of processor time`

export const moreAProcessorSecond = (a: Load, b: Load): Load => (a.perCpuSecond > b.perCpuSecond ? a : b)

/** All threads of a process. */
function cpuSecondsOf(id: number): number {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
