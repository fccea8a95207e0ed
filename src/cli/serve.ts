import { makeApi } from '../api/make-api.ts'
import { closeReaders, readForeignReportBytes } from '../documents/read-in-worker.ts'
import { listen } from '../portal/listen.ts'
import { makeChecker } from '../portal/make-checker.ts'
import { mender } from '../portal/mender.ts'
import { PageCache } from '../portal/page-cache.ts'
import { makePortal } from '../portal/portal.ts'
import { Refusal } from '../refusals/refusal.ts'
import { runReminders } from '../reminders/run-reminders.ts'
import { readSmtp } from '../reminders/smtp.ts'
import type { Storage } from '../storage/open-storage.ts'
import { hearPublic } from '../storage/public-changes.ts'
import { basePathOption } from './base-path-option.ts'
import { beijingDay, beijingTime } from './beijing-day.ts'
import { parseOptions, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { openCommandStorage } from './open-command-storage.ts'

type ServeOptions = { readonly host: string; readonly port: number; readonly basePath: string }

/** What the pages kept by a server may take up, plain and compressed together. */
const cachedBytes = 256 * 1024 * 1024

/** `gongkai serve`: opens the database, answers the pages and sends reminders until it is told to stop, then ends what it began. */
export const serve: Command = async (args, context) => {
  const { host, port, basePath } = readOptions(args)
  const smtp = readSmtp(context.env)
  const storage = await openCommandStorage(args, context)
  const cache = new PageCache(cachedBytes)
  const hearing = hearPublic(storage, { changed: (tags) => cache.drop(tags), lost: () => cache.dropAll() })
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
      log,
    })
    const server = await listen(bothOf(portal, api, basePath), host, port, (request, response) =>
      cache.answer(request, response),
    )
    const shown = host.includes(':') ? `[${host}]` : host
    context.out(`${words[context.language]} http://${shown}:${server.port}${basePath}\n`)
    const now = () => new Date()
    const moment = () => ({ day: today(), time: beijingTime(now()) })
    const reminders = runReminders({ storage, smtp, moment, now, log })
    await askedToStop()
    await Promise.all([server.close(), reminders.stop()])
    return 0
  } finally {
    closeReaders()
    // Its connection is lent for good: closing the database would wait for it.
    await hearing.stop()
    await storage.close()
  }
}

type Answering = { readonly fetch: (request: Request) => Response | Promise<Response> }

/** Programs are answered under `api/`, people everywhere else. */
function bothOf(portal: Answering, api: Answering, basePath: string): Answering {
  return {
    fetch: (request) => (new URL(request.url).pathname.startsWith(`${basePath}api/`) ? api : portal).fetch(request),
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
  const { port = '8080', host = '127.0.0.1', 'base-path': basePath } = parse(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Refusal('bad-option', { reason: `--port ${port} (0 … 65535)` })
  if (host === '') throw new Refusal('bad-option', { reason: '--host' })
  return { host, port: Number(port), basePath: basePathOption(basePath) }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseOptions({ args: [...args], options: { ...storageOptions, port: text, host: text, 'base-path': text } })
    .values
}
