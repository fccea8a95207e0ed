import { type Log, logFormats, logLine } from './log.ts'

/** Gathers everything that an operator would read, in both forms. Tests only. */
export function logInto(lines: string[]): Log {
  return (entry) => {
    for (const format of logFormats) {
      const line = logLine(format, entry, new Date())
      if (line !== null) lines.push(line)
    }
  }
}

/** Shows faults where whoever runs the tests sees them. */
export const showFaults: Log = (entry) => {
  if ('error' in entry) console.error(entry.event, entry.error)
}
