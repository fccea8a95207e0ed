import { errorMark } from './error-mark.ts'

/** What the program does of itself beside answering. */
export type Job = 'publications' | 'reminders' | 'drafts' | 'files' | 'search' | 'receipt' | 'query code' | 'health'

/**
 * What a server tells its operator. No member has room for what a person typed: routes are patterns, errors are told by their mark,
 * and nothing names a case, an agency, an address or who asks.
 */
export type LogEntry =
  /** `siteAddress`: null where nobody said by which the public comes here, so that some of what needs it is missing. */
  | { readonly event: 'listening'; readonly port: number; readonly siteAddress: string | null }
  | { readonly event: 'stopping' | 'stopped' }
  /** Answers that took too long after the server was told to stop, and were cut off. */
  | { readonly event: 'cut'; readonly answers: number }
  | {
      readonly event: 'request'
      readonly method: string
      readonly route: string
      /** See `routeKind`. */
      readonly kind: string
      readonly status: number
      readonly ms: number
      readonly id: string
    }
  /** A bug, under the id that whoever met it was shown. */
  | { readonly event: 'error'; readonly id: string; readonly error: unknown }
  /** What ends the process. */
  | { readonly event: 'crash'; readonly error: unknown }
  /** What Node warns of. */
  | { readonly event: 'warning'; readonly error: unknown }
  | { readonly event: 'registered'; readonly procedure: Procedure; readonly by: 'portal' | 'api' }
  | {
      readonly event: 'reminder'
      readonly channel: string
      readonly kind: string
      readonly state: 'sent' | 'nothing' | 'waiting' | 'givenUp' | 'failed'
      readonly problem?: string
    }
  | {
      readonly event: 'publication'
      readonly what: 'publish' | 'expire'
      readonly state: 'done' | 'failed'
      readonly problem?: string
    }
  /** A look of a job that went well; `due` is what it found to do. */
  | { readonly event: 'looked'; readonly job: Job; readonly due: number }
  | { readonly event: 'failed'; readonly job: Job; readonly error: unknown }
  | { readonly event: 'swept'; readonly removed: number; readonly foreign: boolean; readonly words: string }

export type Procedure = 'request' | 'recordAmendment' | 'remedy'

/** Takes what is told. Never throws, and never waits. */
export type Log = (entry: LogEntry) => void

export type LogFormat = 'text' | 'json'
export const logFormats: readonly LogFormat[] = ['text', 'json']

/** One line without its end, or null for what is counted and not written. */
export function logLine(format: LogFormat, entry: LogEntry, now: Date): string | null {
  if (entry.event === 'looked') return null
  if (format === 'json') return JSON.stringify({ time: now.toISOString(), level: levelOf(entry), ...plainOf(entry) })
  const words = inWords(entry)
  return words === null ? null : `${now.toISOString()} ${words}`
}

function levelOf(entry: LogEntry): 'info' | 'warn' | 'error' {
  switch (entry.event) {
    case 'error':
    case 'crash':
    case 'failed':
      return 'error'
    case 'request':
      return entry.status >= 500 ? 'error' : 'info'
    case 'cut':
    case 'warning':
      return 'warn'
    case 'swept':
      return entry.foreign ? 'warn' : 'info'
    case 'reminder':
      return ['givenUp', 'failed'].includes(entry.state) ? 'error' : entry.state === 'waiting' ? 'warn' : 'info'
    case 'publication':
      return entry.state === 'failed' ? 'error' : 'info'
    default:
      return 'info'
  }
}

function plainOf(entry: LogEntry): object {
  if ('error' in entry) return { ...entry, error: errorMark(entry.error) }
  if (entry.event !== 'swept') return entry
  const { words: _, ...plain } = entry
  return plain
}

/** As people have read it from the first day on; null for what they are told otherwise, or not at all. */
function inWords(entry: LogEntry): string | null {
  switch (entry.event) {
    case 'request':
      return `${entry.method} ${entry.route} ${entry.status} ${entry.ms} ms`
    case 'error':
      return `error ${entry.id} ${markInWords(entry.error)}`
    case 'warning':
      return `warning ${markInWords(entry.error)}`
    case 'crash':
      return `crash ${markInWords(entry.error)}`
    case 'failed':
      return `${entry.job} ${markInWords(entry.error)}`
    case 'reminder':
      return `reminder ${entry.channel} ${entry.kind} ${entry.state}${entry.problem === undefined ? '' : ` ${entry.problem}`}`
    case 'publication':
      return `publication ${entry.what} ${entry.state}${entry.problem === undefined ? '' : ` ${entry.problem}`}`
    case 'swept':
      return `files ${entry.words}`
    case 'cut':
      return `cut ${entry.answers}`
    case 'listening':
    case 'stopping':
    case 'stopped':
    case 'registered':
    case 'looked':
      return null
  }
}

function markInWords(error: unknown): string {
  const { name, code, at, of } = errorMark(error)
  const told = [name, code, ...Object.entries(of).map(([what, which]) => `${what}=${which}`)].filter(Boolean).join(' ')
  return [told, ...at.map((frame) => `    at ${frame}`)].join('\n')
}
