import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Log } from '../operation/log.ts'
import { exposition } from '../operation/meters.ts'
import { newRequestId } from '../operation/request-id.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import type { Day } from '../statute/day.ts'
import type { Storage } from '../storage/open-storage.ts'
import { addApplyingRoutes } from './apply/add-applying-routes.ts'
import type { ApplyingParts } from './apply/apply-screen.ts'
import { answerFromCache, cacheAnswer } from './cached-answer.ts'
import { type Checker, downloadFormats, type Mender, tableNames } from './checker.ts'
import { checkPage } from './components/check-page.ts'
import { layout } from './components/layout.ts'
import { messagePage } from './components/message-page.ts'
import { result } from './components/result.ts'
import type { CheckedFile } from './components/results-list.ts'
import { correctedFile } from './corrected-file.ts'
import { correctedName } from './corrected-name.ts'
import { deadlinePage } from './deadline/deadline-page.ts'
import { readDeadlineQuery } from './deadline/read-deadline-query.ts'
import type { Html } from './html.ts'
import { keepPages } from './keep-pages.ts'
import { type Assets, loadAssets } from './load-assets.ts'
import { type MetricsGate, mayReadMetrics } from './metrics-gate.ts'
import type { PageKeeper } from './page-cache.ts'
import { pageFrame } from './page-frame.ts'
import type { PortalEnv } from './portal-env.ts'
import { readCheckForm } from './read-check-form.ts'
import { routeKind } from './route-kind.ts'
import { securityHeaders } from './security-headers.ts'
import { addSiteRoutes } from './site/add-site-routes.ts'
import { notFoundPage } from './site/addresses.ts'
import { makeSite } from './site/make-site.ts'
import { addSearchRoutes } from './site/search/add-search-routes.ts'
import type { SiteSettings } from './site/settings/site-settings.ts'
import { unpackReport } from './unpack-report.ts'
import { makeView, type View } from './view.ts'
import { deadlineWordsIn } from './words/words.ts'

/** What the portal is made of. `basePath` begins and ends with a slash; `healthy` says whether the database answers. */
export type PortalParts = {
  readonly check: Checker
  readonly mend: Mender
  readonly basePath: string
  readonly healthy: () => Promise<boolean>
  /** Whether this process is to be sent requests; where nothing is told, when the database answers. */
  readonly ready?: () => Promise<boolean>
  readonly today: () => Day
  /** Where what is published is read from; without it there is the report check alone. */
  readonly storage?: Storage
  /** Keeps pages as they were sent; without it each is made anew. */
  readonly cache?: PageKeeper
  /** How the public portal looks within the site around it. */
  readonly settings?: SiteSettings
  /** What applying on the portal takes besides; without it requests are made on paper. */
  readonly applying?: Pick<ApplyingParts, 'now' | 'letterFacts' | 'trustedProxies' | 'behind' | 'sendMail'>
  /** Who may read the figures of this server, and the figures; without it nobody may. */
  readonly metrics?: MetricsGate & { readonly trustedProxies: readonly string[]; readonly read: () => Promise<string> }
  /** Loaded here where nobody has yet. */
  readonly assets?: Assets
  /** What an operator is told. Never a file's name or words. */
  readonly log: Log
}

/** All files of one post together, in bytes. */
const uploadLimit = 50 * 1024 * 1024

const revalidate = 'no-cache'
const forever = 'public, max-age=31536000, immutable'

/** The public pages: what is published, the report check with its downloads, the assets. A posted report does not outlive its answer. */
export async function makePortal(parts: PortalParts): Promise<Hono<PortalEnv>> {
  const { check, basePath: base, log } = parts
  const assets = parts.assets ?? (await loadAssets(parts.settings))
  const whole = (view: View, content: ReturnType<typeof checkPage>) =>
    layout(view, pageFrame(view, base, assets.version), content)
  const firstScreens = await eachLanguage((language) => {
    const view = makeView(language, 'page')
    return cacheAnswer(
      String(whole(view, checkPage(view, { mode: 'server', base }, [], null))),
      'text/html; charset=utf-8',
    )
  })
  const app = new Hono<PortalEnv>()
  if (parts.cache) app.use(keepPages(parts.cache))
  app.use(requestLog(log, base), secureHeaders(securityHeaders))

  const site =
    parts.storage &&
    makeSite({
      ...{ storage: parts.storage, base, assets: assets.version },
      ...(parts.settings && { settings: parts.settings }),
    })
  const checkScreen = (c: Context) => answerFromCache(firstScreens[languageOf(c)], c.req.raw, revalidate)
  if (parts.storage)
    addSearchRoutes(app, {
      ...{ storage: parts.storage, base, assets: assets.version },
      ...(parts.settings && { settings: parts.settings }),
    })
  if (parts.storage && parts.applying) {
    const { storage, applying, settings } = parts
    addApplyingRoutes(app, { ...applying, storage, base, assets: assets.version, log, ...(settings && { settings }) })
  }
  if (site) addSiteRoutes(app, site, { base, checkScreen, moment: () => parts.cache?.moment ?? 0 })
  else app.get(base, checkScreen)
  app.get(`${base}check`, checkScreen)
  app.get(`${base}deadline`, (c) => {
    const { searchParams } = new URL(c.req.url)
    const view = makeView(languageOf(c), 'page')
    const words = deadlineWordsIn(view.language)
    const query = readDeadlineQuery(searchParams, parts.today(), words)
    const frame = pageFrame(view, base, assets.version, { name: 'deadline', query: searchParams })
    const page = layout(view, frame, deadlinePage(view, words, query, `${base}deadline`))
    return answer(c, page, query.complaint === null ? 200 : 422)
  })
  app.get(`${base}assets/:version/:file`, (c) => {
    const asset = assets.files.get(c.req.param('file'))
    return asset ? answerFromCache(asset, c.req.raw, forever) : c.notFound()
  })
  app.get(`${base}healthz`, async (c) => {
    const healthy = await parts.healthy()
    return c.json({ status: healthy ? 'ok' : 'database-unreachable' }, healthy ? 200 : 503)
  })
  app.get(`${base}readyz`, async (c) => {
    const ready = await (parts.ready ?? parts.healthy)()
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503)
  })

  app.get(`${base}metrics`, async (c) => {
    const { metrics } = parts
    if (!metrics || !mayReadMetrics(c, metrics, metrics.trustedProxies)) return c.notFound()
    return c.body(await metrics.read(), 200, { 'content-type': exposition, 'cache-control': 'no-store' })
  })

  const limit = bodyLimit({
    maxSize: uploadLimit,
    onError: (c) => {
      const view = makeView(languageOf(c), 'page')
      return complain(c, view, view.words.tooLarge, 413)
    },
  })

  app.post(`${base}check`, limit, async (c) => {
    const language = languageOf(c)
    const view = makeView(language, 'page')
    const order = await readCheckForm(await postedForm(c), view.words)
    if (order.kind === 'complaint') return complain(c, view, order.sentence, 422)
    const files: CheckedFile[] = []
    for (const file of order.files) {
      files.push({ name: file.name, outcome: await check(file, order.settings, language) })
    }
    const [first] = files
    if (wantsPart(c) && first) {
      const slot = /^f\d{1,6}$/.exec(c.req.query('slot') ?? '')?.[0] ?? 'f1'
      return answer(
        c,
        result(makeView(language, slot), first.name, first.outcome, {
          base,
          downloads: downloadFormats,
          fold: 'folded',
        }),
      )
    }
    return answer(c, whole(view, checkPage(view, { mode: 'server', base }, files, null)))
  })

  app.post(`${base}corrected`, limit, async (c) => {
    const form = await postedForm(c)
    const view = makeView(form.get('lang') === 'en' ? 'en' : 'zh-CN', 'page')
    const report = unpackReport(String(form.get('report') ?? ''))
    const format = downloadFormats.find((one) => one === form.get('format'))
    if (!report || !format) return complain(c, view, view.words.staleReport, 422)
    const confirmed = form.getAll('zeroIn')
    const bytes = await parts.mend(
      report,
      format,
      tableNames.filter((table) => confirmed.includes(table)),
    )
    return correctedFile(bytes, format, correctedName(view.words, String(form.get('name') ?? ''), format))
  })

  app.notFound(async (c) => {
    if (site && (await site.isOpen())) {
      const english = new URL(c.req.url).pathname.startsWith(`${base}en/`)
      const { page, status } = await site.render(notFoundPage, english ? 'en' : 'zh-CN')
      return c.html(page, status, { 'cache-control': 'no-cache' })
    }
    const view = makeView(languageOf(c), 'page')
    const { notFoundTitle, notFound } = view.words
    return answer(c, whole(view, messagePage(view, base, notFoundTitle, notFound)), 404)
  })
  app.onError((error, c) => {
    const view = makeView(languageOf(c), 'page')
    if (error instanceof Refusal) return complain(c, view, error.words(view.language), 422)
    // Whoever left before the upload was through gets no answer, and is no fault of ours to report.
    if (c.req.raw.signal.aborted) return new Response(null, { status: 499 })
    const id = c.get('requestId') ?? newRequestId()
    log({ event: 'error', id, error })
    const words = view.words.failed(id)
    if (wantsPart(c)) return c.text(words, 500, { 'cache-control': 'no-store' })
    return answer(c, whole(view, messagePage(view, base, view.words.failedTitle, words)), 500)
  })
  return app

  /** Says what is wrong with the form: as a sentence for the script, on the page itself for everybody else. */
  function complain(c: Context, view: View, sentence: string, status: 413 | 422): Response {
    if (wantsPart(c)) return c.text(sentence, status, { 'cache-control': 'no-store' })
    return answer(c, whole(view, checkPage(view, { mode: 'server', base }, [], sentence)), status)
  }
}

/** The form that was posted. A body that is no form at all holds no fields, and is answered like an empty form. */
async function postedForm(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

async function eachLanguage<T>(make: (language: Language) => Promise<T>): Promise<Readonly<Record<Language, T>>> {
  return { 'zh-CN': await make('zh-CN'), en: await make('en') }
}

const languageOf = (c: Context): Language => (c.req.query('lang') === 'en' ? 'en' : 'zh-CN')
const wantsPart = (c: Context): boolean => c.req.query('part') === 'result'

/** Answers that hold what somebody posted are kept by nobody. */
function answer(c: Context, page: Html, status: 200 | 404 | 413 | 422 | 500 = 200): Response {
  return c.html(String(page), status, { 'cache-control': 'no-store' })
}

function requestLog(log: Log, base: string) {
  return async (c: Context<PortalEnv>, next: () => Promise<void>): Promise<void> => {
    const start = performance.now()
    const id = newRequestId()
    c.set('requestId', id)
    await next()
    // The route's pattern, not the address: an address may hold anything a person typed.
    const { method, routePath: route } = c.req
    const kind = routeKind(new URL(c.req.url).pathname, base)
    if (kind === 'asset' || kind === 'health' || kind === 'metrics') return
    log({ event: 'request', method, route, kind, status: c.res.status, ms: Math.round(performance.now() - start), id })
  }
}
