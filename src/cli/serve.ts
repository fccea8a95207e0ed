import { statfs } from 'node:fs/promises'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import manifest from '../../package.json' with { type: 'json' }
import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { makeApi } from '../api/make-api.ts'
import { closeReaders, readForeignReportBytes } from '../documents/read-in-worker.ts'
import { makeBehind } from '../operation/behind.ts'
import { type Log, type LogFormat, logFormats, logLine } from '../operation/log.ts'
import { makeServerMeters, type ServerMeters } from '../operation/server-meters.ts'
import type { CodeMail, ReadLetterFacts } from '../portal/apply/apply-screen.ts'
import { listen } from '../portal/listen.ts'
import { makeChecker } from '../portal/make-checker.ts'
import { mender } from '../portal/mender.ts'
import { addressRanges, type MetricsGate } from '../portal/metrics-gate.ts'
import { PageCache } from '../portal/page-cache.ts'
import { makePortal } from '../portal/portal.ts'
import { routeKind } from '../portal/route-kind.ts'
import { readSiteSettings } from '../portal/site/settings/read-site-settings.ts'
import { Refusal } from '../refusals/refusal.ts'
import { runPublications } from '../reminders/run-publications.ts'
import { runReminders } from '../reminders/run-reminders.ts'
import { sendMail } from '../reminders/send-mail.ts'
import { readSmtp, type Smtp } from '../reminders/smtp.ts'
import { eraseExpiredDrafts } from '../storage/apply/request-drafts.ts'
import { sweepFiles } from '../storage/files/sweep-files.ts'
import { readLetterSettings } from '../storage/letters/letter-settings.ts'
import type { Storage } from '../storage/open-storage.ts'
import { readOperationFigures } from '../storage/operation-figures.ts'
import { hearPublic } from '../storage/public-changes.ts'
import { addressUnsaid } from './address-unsaid.ts'
import { basePathOption } from './base-path-option.ts'
import { beijingDay, beijingTime } from './beijing-day.ts'
import { oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { sweptInWords } from './files-sweep.ts'
import { openCommandStorage, storageOptionsOf } from './open-command-storage.ts'

type ServeOptions = {
  readonly host: string
  readonly port: number
  readonly basePath: string
  /** File that says how the public portal looks; null without one. */
  readonly site: string | null
  /** Addresses of proxies whose word on who asks is taken. */
  readonly trustedProxies: readonly string[]
  readonly logFormat: LogFormat
  /** Who may read the figures; null for nobody. */
  readonly metrics: MetricsGate | null
  /** How long requests are still taken after the server was told to stop, while it says that it is not ready. */
  readonly drainMs: number
  /** How long answers under way may take from then on. */
  readonly graceMs: number
}

/** What the pages kept by a server may take up, plain and compressed together. */
const cachedBytes = 256 * 1024 * 1024

/** How long work behind the answers may take once all answers are out. */
const behindMs = 5000

/** `gongkai serve`: opens the database, answers the pages, sends reminders and publishes what is due until it is told to stop, then ends what it began. */
export const serve: Command = async (args, context) => {
  const options = readOptions(args, context)
  const { host, port, basePath, site, trustedProxies, metrics } = options
  const settings = site === null ? null : await readSiteSettings(site, context.language)
  const smtp = readSmtp(context.env)
  const meters = makeServerMeters()
  const log = logTo(context, options.logFormat, meters)
  const uncaught = endOnCrash(log)
  if (options.logFormat === 'json') tellWarnings(log)
  const storage = await openCommandStorage(args, context)
  const cache = new PageCache(cachedBytes, {
    kindOf: (path) => routeKind(path, basePath),
    answered: meters.answered,
  })
  const hearing = hearPublic(storage, {
    changed: (tags) => cache.drop(tags),
    begun: () => cache.hearAgain(),
    lost: () => cache.goDeaf(),
  })
  const behind = makeBehind()
  const ending = new AbortController()
  let leaving = false
  try {
    const today = () => beijingDay(new Date())
    const api = await makeApi({ storage, basePath, today, log })
    const read = () =>
      meters.read({
        version: manifest.version,
        ready: () => cache.hears && !leaving,
        cache: () => ({ ...cache.figures, hears: cache.hears }),
        connections: storage.connections,
        database: () => readOperationFigures(storage),
        free: () => freeBytes(storageOptionsOf(args, context).dataDir),
      })
    const portal = await makePortal({
      check: makeChecker(readForeignReportBytes),
      mend: mender,
      basePath,
      healthy: () => isHealthy(storage, log),
      ready: async () => !leaving && cache.hears && (await isHealthy(storage, log)),
      today,
      storage,
      cache,
      ...(settings && { settings }),
      ...(metrics && { metrics: { ...metrics, trustedProxies, read } }),
      applying: {
        now: () => new Date(),
        letterFacts,
        trustedProxies,
        behind: behind.add,
        sendMail: mailer(smtp, ending.signal),
      },
      log,
    })
    const answering = counting(bothOf(portal, api, basePath), basePath, meters)
    const server = await listen(answering, host, port, (request, response) => cache.answer(request, response))
    // Heard from before the address is told: whoever reads it may say so at once.
    const asked = askedToStop()
    const shown = host.includes(':') ? `[${host}]` : host
    if (!settings?.address && options.logFormat === 'text') context.err(addressUnsaid[context.language])
    context.out(`${words[context.language]} http://${shown}:${server.port}${basePath}\n`)
    log({ event: 'listening', port: server.port, siteAddress: settings?.address ?? null })
    const now = () => new Date()
    const moment = () => ({ day: today(), time: beijingTime(now()) })
    const erasing = eraseHourly(storage, log)
    const reminders = runReminders({ storage, smtp, moment, now, log })
    const sweeping = sweepAtStart(storage, context, log)
    const publications = runPublications({ storage, today, log })
    await asked
    leaving = true
    log({ event: 'stopping' })
    server.letGo()
    const jobs = [reminders, publications, erasing].map((job) => job.stop())
    if (options.drainMs > 0) await wait(options.drainMs)
    await server.close({ graceMs: options.graceMs, cut: (answers) => log({ event: 'cut', answers }) })
    const impatient = setTimeout(() => ending.abort(), behindMs)
    await behind.done(behindMs + 1000)
    clearTimeout(impatient)
    // A job that waits for a lock of somebody else holds nothing up: closing the database ends it.
    await Promise.race([Promise.all([...jobs, sweeping]), wait(behindMs, undefined, { ref: false })])
    return 0
  } finally {
    closeReaders()
    // Its connection is lent for good: closing the database would wait for it.
    await hearing.stop()
    await storage.close()
    meters.stop()
    log({ event: 'stopped' })
    uncaught.stop()
  }
}

/** Writes what is told, and counts it. */
function logTo({ err }: CommandContext, format: LogFormat, meters: ServerMeters): Log {
  return (entry) => {
    meters.tell(entry)
    const line = logLine(format, entry, new Date())
    if (line !== null) err(`${line}\n`)
  }
}

/** Node writes its warnings in words of its own, between lines that a program reads. */
function tellWarnings(log: Log): void {
  process.removeAllListeners('warning')
  process.on('warning', (error) => log({ event: 'warning', error }))
}

/** A fault that nothing caught ends the process: it is told by its mark, for the system would print its message. */
function endOnCrash(log: Log): { readonly stop: () => void } {
  const end = (error: unknown) => {
    log({ event: 'crash', error })
    process.exit(2)
  }
  process.on('uncaughtException', end)
  return { stop: () => void process.off('uncaughtException', end) }
}

/** Sends mail over the installation's server; null where it has none. What went wrong is told by its kind: mail servers repeat addresses. */
function mailer(smtp: Smtp | null, stopped: AbortSignal): ((mail: CodeMail) => Promise<void>) | null {
  if (!smtp) return null
  return async (mail) => {
    const problem = await sendMail(smtp, mail, stopped)
    if (problem) throw Object.assign(new Error('a mail did not go out'), { code: problem.is })
  }
}

/** Counts each answer that had to be made, by the kind of what was asked for. */
function counting(answering: Answering, basePath: string, meters: ServerMeters): Answering {
  return {
    async fetch(request, connection) {
      const begun = performance.now()
      const kind = routeKind(new URL(request.url).pathname, basePath)
      const response = await answering.fetch(request, connection)
      meters.answered(kind, response.status, performance.now() - begun)
      return response
    },
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Bytes that a killed process left; it goes on beside the answers, and a server that could not do it serves all the same. */
async function sweepAtStart(storage: Storage, { language }: CommandContext, log: Log) {
  try {
    const swept = await sweepFiles(storage, 'system:files', new Date())
    if (swept.removed > 0 || swept.foreign)
      log({ event: 'swept', ...swept, words: sweptInWords(swept, language).trimEnd() })
    log({ event: 'looked', job: 'files', due: swept.removed })
  } catch (error) {
    log({ event: 'failed', job: 'files', error })
  }
}

/** What letters on the portal say, as the agency has settled it for all its letters. */
const letterFacts: ReadLetterFacts = async (trx, agency, loaded, kind, today) => {
  const settings = letterSettingsSchema.parse(await readLetterSettings(trx, agency.id))
  return await readLetterFacts(trx, agency, loaded, settings, { kind, consulted: null, draft: false }, today)
}

const hour = 3_600_000

/** Erases drafts whose time is over: now, and every hour. */
function eraseHourly(storage: Storage, log: Log): { readonly stop: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  const erase = () => {
    last = eraseExpiredDrafts(storage)
      .then((due) => log({ event: 'looked', job: 'drafts', due }))
      .catch((error: unknown) => log({ event: 'failed', job: 'drafts', error }))
  }
  erase()
  const timer = setInterval(erase, hour)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}

type Answering = { readonly fetch: (request: Request, connection?: object) => Response | Promise<Response> }

/** Programs are answered under `api/`, people everywhere else. */
function bothOf(portal: Answering, api: Answering, basePath: string): Answering {
  return {
    fetch: (request, connection) =>
      (new URL(request.url).pathname.startsWith(`${basePath}api/`) ? api : portal).fetch(request, connection),
  }
}

const words = { 'zh-CN': '公开已启动：', en: 'Gongkai is running:' } as const

async function isHealthy(storage: Storage, log: Log): Promise<boolean> {
  try {
    // An empty transaction is begun and committed by the database itself.
    await storage.transact({ agencies: [], actor: 'serve:health' }, async () => {})
    return true
  } catch (error) {
    log({ event: 'failed', job: 'health', error })
    return false
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, as the system does it. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

const usage = 'gongkai serve [--metrics-from ADDRESS,…] [--log text|json]'

function readOptions(args: readonly string[], { env }: CommandContext): ServeOptions {
  const values = parse(args)
  const { port = '8080', host = '127.0.0.1', site = null } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Refusal('bad-option', { reason: `--port ${port} (0 … 65535)` })
  if (host === '') throw new Refusal('bad-option', { reason: '--host' })
  const trustedProxies = listed(values['trust-proxy'])
  if (trustedProxies.some((one) => isIP(one) === 0))
    throw new Refusal('bad-option', { reason: `--trust-proxy ${values['trust-proxy']}` })
  return {
    ...{ host, port: Number(port), basePath: basePathOption(values['base-path']), site, trustedProxies },
    logFormat: oneOf('--log', values.log ?? (env.GONGKAI_LOG || 'text'), logFormats),
    metrics: metricsGate(values['metrics-from'], env.GONGKAI_METRICS_TOKEN),
    drainMs: secondsOption('--drain', values.drain, 0) * 1000,
    graceMs: secondsOption('--grace', values.grace, 8) * 1000,
  }
}

/** Null where neither is told: then nobody may read the figures. */
function metricsGate(from: string | undefined, token: string | undefined): MetricsGate | null {
  if (token && !/^[\x21-\x7e]{24,}$/.test(token))
    throw new Refusal('bad-option', { reason: 'GONGKAI_METRICS_TOKEN (≥ 24: A-Z a-z 0-9 - _)' })
  if (from === undefined && !token) return null
  const ranges = from === undefined ? null : addressRanges(listed(requiredOption(from, '--metrics-from', usage)))
  if (from !== undefined && ranges === null) throw new Refusal('bad-option', { reason: `--metrics-from ${from}` })
  return { token: token || null, from: ranges }
}

const listed = (values = '') => values.split(',').filter((one) => one !== '')

function secondsOption(option: string, value: string | undefined, usual: number): number {
  if (value === undefined) return usual
  if (!/^\d{1,3}$/.test(value)) throw new Refusal('bad-option', { reason: `${option} ${value} (0 … 999)` })
  return Number(value)
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const own = { port: text, host: text, 'base-path': text, site: text, 'trust-proxy': text }
  const running = { log: text, 'metrics-from': text, drain: text, grace: text }
  return parseOptions({ args: [...args], options: { ...storageOptions, ...own, ...running } }).values
}
