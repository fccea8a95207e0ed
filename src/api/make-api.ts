import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { limits } from '../documents/limits.ts'
import type { Log, Procedure } from '../operation/log.ts'
import { newRequestId } from '../operation/request-id.ts'
import { loadAssets } from '../portal/load-assets.ts'
import { securityHeaders } from '../portal/security-headers.ts'
import type { Language } from '../refusals/refusal.ts'
import { addAmendmentRoutes } from './amendments/amendment-routes.ts'
import { answerError } from './answer-error.ts'
import { ApiComplaint } from './api-complaint.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { documentationPage } from './documentation-page.ts'
import { addFileRoutes } from './files/file-routes.ts'
import { addAmendmentLetterRoutes } from './letters/amendment-letter-routes.ts'
import { addLetterRoutes } from './letters/letter-routes.ts'
import { limitBody } from './limit-body.ts'
import { addNoticeRoutes } from './notices/notice-routes.ts'
import { addProposalRoutes } from './publications/proposal-routes.ts'
import { addPublicationPaperRoutes } from './publications/publication-paper-routes.ts'
import { addPublicationRoutes } from './publications/publication-routes.ts'
import { addRemedyRoutes } from './remedies/remedy-routes.ts'
import { addRequestRoutes } from './requests/request-routes.ts'
import { signIn } from './sign-in.ts'

/** A registration holds words, not files. */
const bodyLimitBytes = 1024 * 1024

/** The interface for programs, under `{basePath}api/`: its description, its readable page, and the routes of requests. */
export async function makeApi(parts: ApiParts): Promise<OpenAPIHono<ApiEnv>> {
  const assets = await loadAssets()
  const app = new OpenAPIHono<ApiEnv>({
    strict: false,
    defaultHook: (result, c) => {
      if (!result.success) throw fieldWrong(result.target, result.error, c.get('language'))
    },
  }).basePath(`${parts.basePath}api`)
  app.use(requestLog(parts.log), secureHeaders(securityHeaders), async (c, next) => {
    c.set('language', languageOf(c))
    c.header('cache-control', 'no-store')
    await next()
  })
  app.onError((error, c) => answerError(isNoJson(error) ? new ApiComplaint(400, 'not-json') : error, c, parts.log))
  app.notFound((c) => answerError(new ApiComplaint(404, 'not-found'), c, parts.log))
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })

  const describe = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: '公开：政府信息公开申请办理接口 · Gongkai: disclosure requests',
        version: '1',
        description:
          '本系统为非涉密系统，严禁处理国家秘密、工作秘密。 · This system is for non-secret information only.',
      },
    })
  let known: ReturnType<typeof describe> | null = null
  const described = () => {
    known ??= describe()
    return known
  }
  app.get('/openapi.json', (c) => c.json(described()))
  app.get('/', (c) =>
    c.html(
      documentationPage(described(), c.req.query('lang') === 'en' ? 'en' : 'zh-CN', parts.basePath, assets.version),
    ),
  )
  const signedIn = signIn(parts.storage)
  const cases = [
    'requests',
    'amendments',
    'remedies',
    'remedy-results',
    'publications',
    'publication-proposals',
    'publication-transfers',
  ]
  for (const path of [...cases, 'today', 'notices']) app.use(`/${path}/*`, signedIn, limitBody(bodyLimitBytes))
  app.use('/files/*', signedIn, limitBody(limits.uploadBytes))
  addRequestRoutes(app, parts)
  addAmendmentRoutes(app, parts)
  addRemedyRoutes(app, parts)
  addPublicationRoutes(app, parts)
  addProposalRoutes(app, parts)
  addPublicationPaperRoutes(app, parts)
  addNoticeRoutes(app, parts)
  addFileRoutes(app, parts)
  addLetterRoutes(app, parts)
  addAmendmentLetterRoutes(app, parts)
  return app
}

/** `?lang=`, else what the caller's Accept-Language begins with, else Chinese. */
function languageOf(c: Context): Language {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? ''
  return /^en\b/i.test(asked) ? 'en' : 'zh-CN'
}

function fieldWrong(part: string, error: z.core.$ZodError, language: Language): ApiComplaint {
  const [issue] = error.issues
  if (part === 'query' && issue?.code === 'unrecognized_keys')
    return new ApiComplaint(400, 'query-unknown', { names: issue.keys.join(', '), known: issue.message })
  const field = issue?.path.join('.') || 'body'
  const { localeError } = z.locales.zhCN()
  // A check of our own says itself what is right; what was sent does not come along, so that Chinese words cannot tell it.
  const own = language === 'en' || issue?.code === 'custom'
  const told = own ? issue?.message : issue && localeError?.(issue as z.core.$ZodRawIssue)
  const why = (typeof told === 'string' ? told : (told?.message ?? '')).replace('，实际接收 undefined', '')
  return new ApiComplaint(400, 'field-wrong', { field, why })
}

/** What Hono throws for a body that is no JSON, or is not said to be. */
function isNoJson(error: Error): boolean {
  return 'status' in error && (error.status === 415 || (error.status === 400 && /JSON/i.test(error.message)))
}

/** Routes that register, by their last step. */
const registering: Readonly<Record<string, Procedure>> = {
  requests: 'request',
  amendments: 'recordAmendment',
  remedies: 'remedy',
}

/** The route's pattern and not the address, which holds a case's number; never a word of what was posted. */
function requestLog(log: Log) {
  return async (c: Context<ApiEnv>, next: () => Promise<void>): Promise<void> => {
    const start = performance.now()
    const id = newRequestId()
    c.set('requestId', id)
    await next()
    const { method, routePath: route } = c.req
    const ms = Math.round(performance.now() - start)
    const { status } = c.res
    log({ event: 'request', method, route, kind: 'api', status, ms, id })
    const procedure = status === 201 ? registering[route.split('/').at(-1) ?? ''] : undefined
    if (procedure) log({ event: 'registered', procedure, by: 'api' })
  }
}
