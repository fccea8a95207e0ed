import { readdir } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { LogEntry } from './log.ts'
import { counter, durations, exposed, type Family, gauge } from './meters.ts'

/** What is asked of the parts of a server whenever its figures are read. */
export type ServerParts = {
  readonly version: string
  readonly ready: () => boolean
  readonly cache: () => {
    readonly hits: number
    readonly misses: number
    readonly pages: number
    readonly bytes: number
    readonly hears: boolean
  }
  readonly connections: () => {
    readonly total: number
    readonly idle: number
    readonly waiting: number
    readonly most: number
  }
  /** Rejects where the database does not answer. */
  readonly database: () => Promise<DatabaseFigures>
  /** Bytes that are free where the files of cases lie; null where that is not known. */
  readonly free: () => Promise<number | null>
}

export type DatabaseFigures = { readonly agencies: number; readonly auditEntries: number; readonly bytes: number }

export type ServerMeters = {
  /** Counts one answer. `kind` is a `RouteKind`, never an address. */
  readonly answered: (kind: string, status: number, ms: number) => void
  /** Counts what is told to the log. */
  readonly tell: (entry: LogEntry) => void
  /** All figures as Prometheus reads them. */
  readonly read: (parts: ServerParts) => Promise<string>
  readonly stop: () => void
}

/** How long reading figures waits for the database. */
const patienceMs = 2000

/** The figures of one server process. Counts of cases and pages, never which; nothing of whoever asks. */
export function makeServerMeters(now: () => Date = () => new Date()): ServerMeters {
  const requests = counter('gongkai_requests_total', 'Answers, by kind of page and class of status.', [
    'kind',
    'status',
  ])
  const spent = durations('gongkai_request_duration_seconds', 'Time until the answer began.', 'kind')
  const registered = counter('gongkai_registrations_total', 'Cases registered by this process.', ['procedure', 'by'])
  const reminders = counter('gongkai_reminders_total', 'Reminders by what came of them.', ['channel', 'state'])
  const publications = counter('gongkai_publications_by_clock_total', 'Items published or expired by the clock.', [
    'what',
    'state',
  ])
  const looks = counter('gongkai_job_runs_total', 'Runs of the work behind the answers.', ['job', 'state'])
  const errors = counter('gongkai_errors_total', 'Faults of the program that somebody met.', [])
  const lastGood = new Map<string, number>()
  const due = new Map<string, number>()
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()

  const counted = () => [requests, spent, registered, reminders, publications, looks, errors].map((one) => one.family())
  const jobs = (): readonly Family[] => {
    const byJob = (all: ReadonlyMap<string, number>) => [...all].map(([job, value]) => ({ labels: { job }, value }))
    return [
      gauge('gongkai_job_last_success_timestamp_seconds', 'When each job last went well.', byJob(lastGood)),
      gauge('gongkai_job_due', 'What each job found to do when it last looked.', byJob(due)),
    ]
  }
  const loop = (): Family => {
    const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - 0.01)
    const quantiles = [0.5, 0.9, 0.99].map((quantile) => ({
      labels: { quantile: String(quantile) },
      value: lag.count > 0 ? seconds(lag.percentile(quantile * 100)) : 0,
    }))
    const worst = { labels: { quantile: '1' }, value: lag.count > 0 ? seconds(lag.max) : 0 }
    lag.reset()
    return gauge('gongkai_event_loop_lag_seconds', 'Lateness of the event loop since it was last read.', [
      ...quantiles,
      worst,
    ])
  }
  return {
    answered(kind, status, ms) {
      requests.add([kind, `${Math.floor(status / 100)}xx`])
      spent.note(kind, ms / 1000)
    },
    tell(entry) {
      switch (entry.event) {
        case 'registered':
          return registered.add([entry.procedure, entry.by])
        case 'reminder':
          return reminders.add([entry.channel, entry.state])
        case 'publication':
          return publications.add([entry.what, entry.state])
        case 'error':
          return errors.add([])
        case 'failed':
          return looks.add([entry.job, 'failed'])
        case 'looked':
          looks.add([entry.job, 'done'])
          lastGood.set(entry.job, now().getTime() / 1000)
          due.set(entry.job, entry.due)
      }
    },
    async read(parts) {
      const [database, own] = await Promise.all([databaseFamilies(parts), processFamilies(parts)])
      return exposed([...own, ...cacheFamilies(parts), ...database, ...counted(), ...jobs(), loop()])
    },
    stop: () => void lag.disable(),
  }
}

function cacheFamilies({ cache }: ServerParts): readonly Family[] {
  const { hits, misses, pages, bytes, hears } = cache()
  return [
    { ...total('gongkai_page_cache_hits_total', 'Answers from pages that were kept.'), samples: [{ value: hits }] },
    { ...total('gongkai_page_cache_misses_total', 'Public pages that had to be made.'), samples: [{ value: misses }] },
    gauge('gongkai_page_cache_entries', 'Pages kept.', pages),
    gauge('gongkai_page_cache_bytes', 'Bytes of the pages kept, plain and compressed.', bytes),
    gauge('gongkai_page_cache_hears', 'Whether changes are heard of: 0 keeps nothing.', Number(hears)),
  ]
}

async function databaseFamilies({ connections, database }: ServerParts): Promise<readonly Family[]> {
  const { total: all, idle, waiting, most } = connections()
  const states = { total: all, idle, waiting }
  const pool = [
    gauge(
      'gongkai_database_connections',
      'Connections of the pool, and who waits for one.',
      Object.entries(states).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge('gongkai_database_connections_most', 'Connections that the pool may have.', most),
  ]
  const begun = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs)
  })
  const told = await Promise.race([database().catch(() => null), late])
  clearTimeout(timer)
  if (!told) return [...pool, gauge('gongkai_database_up', 'Whether the database answers.', 0)]
  return [
    ...pool,
    gauge('gongkai_database_up', 'Whether the database answers.', 1),
    gauge('gongkai_database_answer_seconds', 'How long it took for these figures.', (performance.now() - begun) / 1000),
    gauge('gongkai_database_bytes', 'Size of the database.', told.bytes),
    gauge('gongkai_agencies', 'Agencies of this installation.', told.agencies),
    gauge('gongkai_audit_entries', 'Entries of all audit chains: never fewer than before.', told.auditEntries),
  ]
}

async function processFamilies({ version, ready, free }: ServerParts): Promise<readonly Family[]> {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const left = await free()
  const open = await openFiles()
  const cpu = (name: string, microseconds: number, help: string): Family => ({
    ...total(name, help),
    samples: [{ value: microseconds / 1e6 }],
  })
  return [
    gauge('gongkai_build_info', 'Version of this program and of Node.', [
      { labels: { version, node: process.version }, value: 1 },
    ]),
    gauge('gongkai_ready', 'Whether requests are to be sent here.', Number(ready())),
    gauge('process_start_time_seconds', 'When the process began.', Date.now() / 1000 - process.uptime()),
    cpu('process_cpu_user_seconds_total', user, 'Processor time in the program.'),
    cpu('process_cpu_system_seconds_total', system, 'Processor time in the system for it.'),
    cpu('process_cpu_seconds_total', user + system, 'Processor time.'),
    gauge('process_resident_memory_bytes', 'Memory in use.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    gauge('nodejs_heap_size_total_bytes', 'Heap.', heapTotal),
    gauge('nodejs_external_memory_bytes', 'Memory outside the heap, pages kept among it.', external),
    ...(open === null ? [] : [gauge('process_open_fds', 'Open files and connections.', open)]),
    ...(left === null ? [] : [gauge('gongkai_data_free_bytes', 'Free where the files of cases lie.', left)]),
  ]
}

const total = (name: string, help: string) => ({ name, help, type: 'counter' }) as const

/** Null where the system does not say. */
async function openFiles(): Promise<number | null> {
  try {
    return (await readdir('/proc/self/fd')).length
  } catch {
    return null
  }
}
