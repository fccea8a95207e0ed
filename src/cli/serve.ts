import { isIP } from 'node:net'
import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { makeApi } from '../api/make-api.ts'
import { closeReaders, readForeignReportBytes } from '../documents/read-in-worker.ts'
import type { ReadLetterFacts } from '../portal/apply/apply-screen.ts'
import { listen } from '../portal/listen.ts'
import { makeChecker } from '../portal/make-checker.ts'
import { mender } from '../portal/mender.ts'
import { PageCache } from '../portal/page-cache.ts'
import { makePortal } from '../portal/portal.ts'
import { readSiteSettings } from '../portal/site/settings/read-site-settings.ts'
import { Refusal } from '../refusals/refusal.ts'
import { runPublications } from '../reminders/run-publications.ts'
import { runReminders } from '../reminders/run-reminders.ts'
import { readSmtp } from '../reminders/smtp.ts'
import { eraseExpiredDrafts } from '../storage/apply/request-drafts.ts'
import { sweepFiles } from '../storage/files/sweep-files.ts'
import { readLetterSettings } from '../storage/letters/letter-settings.ts'
import type { Storage } from '../storage/open-storage.ts'
import { hearPublic } from '../storage/public-changes.ts'
import { addressUnsaid } from './address-unsaid.ts'
import { basePathOption } from './base-path-option.ts'
import { beijingDay, beijingTime } from './beijing-day.ts'
import { parseOptions, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { sweptInWords } from './files-sweep.ts'
import { openCommandStorage } from './open-command-storage.ts'

type ServeOptions = {
  readonly host: string
  readonly port: number
  readonly basePath: string
  /** File that says how the public portal looks; null without one. */
  readonly site: string | null
  /** Addresses of proxies whose word on who asks is taken. */
  readonly trustedProxies: readonly string[]
}

/** What the pages kept by a server may take up, plain and compressed together. */
const cachedBytes = 256 * 1024 * 1024

/** `gongkai serve`: opens the database, answers the pages, sends reminders and publishes what is due until it is told to stop, then ends what it began. */
export const serve: Command = async (args, context) => {
  const { host, port, basePath, site, trustedProxies } = readOptions(args)
  const settings = site === null ? null : await readSiteSettings(site, context.language)
  const smtp = readSmtp(context.env)
  const storage = await openCommandStorage(args, context)
  const cache = new PageCache(cachedBytes)
  const hearing = hearPublic(storage, {
    changed: (tags) => cache.drop(tags),
    begun: () => cache.hearAgain(),
    lost: () => cache.goDeaf(),
  })
  try {
    const log = (line: string) => context.err(`${new Date().toISOString()} ${line}\n`)
    const today = () => beijingDay(new Date())
    const api = await makeApi({ storage, basePath, today, log })
    const portal = await makePortal({
      check: makeChecker(readForeignReportBytes),
      mend: mender,
      basePath,
      healthy: () => isHealthy(storage, context),
      ready: async () => cache.hears && (await isHealthy(storage, context)),
      today,
      storage,
      cache,
      ...(settings && { settings }),
      applying: { now: () => new Date(), letterFacts, trustedProxies },
      log,
    })
    const server = await listen(bothOf(portal, api, basePath), host, port, (request, response) =>
      cache.answer(request, response),
    )
    // Heard from before the address is told: whoever reads it may say so at once.
    const asked = askedToStop()
    const shown = host.includes(':') ? `[${host}]` : host
    if (!settings?.address) context.err(addressUnsaid[context.language])
    context.out(`${words[context.language]} http://${shown}:${server.port}${basePath}\n`)
    const now = () => new Date()
    const moment = () => ({ day: today(), time: beijingTime(now()) })
    const erasing = eraseHourly(storage, log)
    const reminders = runReminders({ storage, smtp, moment, now, log })
    const sweeping = sweepAtStart(storage, context, log)
    const publications = runPublications({ storage, today, log })
    await asked
    const stopping = [server, reminders, publications, erasing].map((one) => ('stop' in one ? one.stop() : one.close()))
    await Promise.all([...stopping, sweeping])
    return 0
  } finally {
    closeReaders()
    // Its connection is lent for good: closing the database would wait for it.
    await hearing.stop()
    await storage.close()
  }
}

/** Bytes that a killed process left; it goes on beside the answers, and a server that could not do it serves all the same. */
async function sweepAtStart(storage: Storage, { language }: CommandContext, log: (line: string) => void) {
  try {
    const swept = await sweepFiles(storage, 'system:files', new Date())
    if (swept.removed > 0 || swept.foreign) log(`files ${sweptInWords(swept, language).trimEnd()}`)
  } catch (error) {
    log(`files ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What letters on the portal say, as the agency has settled it for all its letters. */
const letterFacts: ReadLetterFacts = async (trx, agency, loaded, kind, today) => {
  const settings = letterSettingsSchema.parse(await readLetterSettings(trx, agency.id))
  return await readLetterFacts(trx, agency, loaded, settings, { kind, consulted: null, draft: false }, today)
}

const hour = 3_600_000

/** Erases drafts whose time is over: now, and every hour. */
function eraseHourly(storage: Storage, log: (line: string) => void): { readonly stop: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  const erase = () => {
    last = eraseExpiredDrafts(storage).catch((error: unknown) => log(`drafts not erased: ${String(error)}`))
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

async function isHealthy(storage: Storage, context: CommandContext): Promise<boolean> {
  try {
    // An empty transaction is begun and committed by the database itself.
    await storage.transact({ agencies: [], actor: 'serve:health' }, async () => {})
    return true
  } catch (error) {
    context.err(`health ${error instanceof Error ? error.message : String(error)}\n`)
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

function readOptions(args: readonly string[]): ServeOptions {
  const {
    port = '8080',
    host = '127.0.0.1',
    'base-path': basePath,
    'trust-proxy': proxies = '',
    site = null,
  } = parse(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Refusal('bad-option', { reason: `--port ${port} (0 … 65535)` })
  if (host === '') throw new Refusal('bad-option', { reason: '--host' })
  const trustedProxies = proxies.split(',').filter((one) => one !== '')
  if (trustedProxies.some((one) => isIP(one) === 0))
    throw new Refusal('bad-option', { reason: `--trust-proxy ${proxies}` })
  return { host, port: Number(port), basePath: basePathOption(basePath), site, trustedProxies }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseOptions({
    args: [...args],
    options: { ...storageOptions, port: text, host: text, 'base-path': text, site: text, 'trust-proxy': text },
  }).values
}
