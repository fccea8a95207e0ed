import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { z } from 'zod'
import { amendmentTransitions } from '../../requests/amendments/amendment-transitions.ts'
import { amendmentWords } from '../../requests/amendments/words/amendment-words.ts'
import { addDays } from '../../statute/day.ts'
import { listAmendments } from '../../storage/amendments/list-amendments.ts'
import { loadAmendment } from '../../storage/amendments/load-amendment.ts'
import { type AmendmentActed, registerAmendment } from '../../storage/amendments/write-amendment.ts'
import type { ApiCaller } from '../../storage/api-tokens.ts'
import { readApplicant } from '../../storage/applicants.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { remediesOfAmendment } from '../../storage/remedies/list-remedies.ts'
import { answerOnce } from '../answer-once.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { answerOf, errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { readVersion } from '../read-version.ts'
import { identitiesSchema } from '../requests/answer-schemas.ts'
import { requireScope } from '../sign-in.ts'
import {
  type AmendmentActName,
  amendmentActedSchema,
  amendmentActSchemas,
  amendmentPageSchema,
  amendmentRegistrationSchema,
  amendmentSchema,
} from './amendment-schemas.ts'
import { type AmendmentActFields, performAmendmentAct } from './perform-amendment-act.ts'
import { presentAmendment, presentAmendmentPage } from './present-amendment.ts'

const security = [{ token: [] }]
const number = z.string().min(1).max(64).meta({ example: '更2026-0001' })
const keyed = z.object({ 'idempotency-key': z.string().optional() })
const seen = keyed.extend({ 'if-match': z.string().optional() })

const register = createRoute({
  method: 'post',
  path: '/amendments',
  summary: '登记更正申请（条例41） · register a record amendment',
  security,
  request: { headers: keyed, body: { required: true, ...json(amendmentRegistrationSchema, '') } },
  responses: { 201: json(amendmentActedSchema, '已登记 · registered'), ...errors },
})

const list = createRoute({
  method: 'get',
  path: '/amendments',
  summary: '更正申请列表 · list record amendments',
  security,
  request: {
    query: queryOf({
      open: z.enum(['true', 'false']).optional(),
      pastTarget: z.enum(['true', 'false']).optional(),
      waiting: z.coerce.number().int().min(0).max(9999).optional(),
      search: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      after: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(amendmentPageSchema, '一页更正申请 · a page of record amendments'), ...errors },
})

const show = createRoute({
  method: 'get',
  path: '/amendments/{number}',
  summary: '一件更正申请的经过和可以办理的事项 · one record amendment',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(amendmentSchema, '更正申请 · the record amendment'), ...errors },
})

const identity = createRoute({
  method: 'get',
  path: '/amendments/{number}/identity',
  summary: '更正申请人身份（查询留痕） · who asks for the amendment; the audit chain keeps that it was read',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(identitiesSchema, '申请人 · the applicant'), ...errors },
})

const actRoute = (act: AmendmentActName) =>
  createRoute({
    method: 'post',
    path: `/amendments/{number}/${act}`,
    summary: `更正申请：${amendmentWords['zh-CN'].acts[act]}（${amendmentTransitions[act].article}） · record amendment: ${amendmentWords.en.acts[act]}`,
    security,
    request: {
      params: z.object({ number }),
      headers: seen,
      body: { required: true, ...json(amendmentActSchemas[act], '') },
    },
    responses: { 200: json(amendmentActedSchema, '已办理 · done'), ...errors },
  } satisfies RouteConfig)

/** The routes of record amendments: as those of requests, with scopes of their own and no deadline. */
export function addAmendmentRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  const acting = ({ roles }: ApiCaller) => ({ today: today(), roles })
  const done = ({ number: of, version, amendment }: AmendmentActed) => ({
    number: of,
    version,
    phase: amendment.phase,
    result: amendment.closing?.result ?? null,
  })
  const reading = <T>(caller: ApiCaller, work: Parameters<typeof storage.transact<T>>[1]) =>
    storage.transact({ agencies: [caller.agencyId], actor: `api:${caller.name}` }, work)

  app.openapi(register, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'amendments:write')
    const registration = c.req.valid('json')
    return await answerOnce(c, storage, registration, async (trx) => ({
      status: 201 as const,
      body: done(await registerAmendment(trx, caller.agencyId, registration, acting(caller))),
    }))
  })

  app.openapi(list, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'amendments:read')
    const { open, pastTarget, waiting, search, limit, after } = c.req.valid('query')
    const filter = {
      open: open === 'true',
      ...(pastTarget === 'true' && { targetBefore: today() }),
      ...(waiting !== undefined && { arrivedBy: addDays(today(), -waiting) }),
      words: search?.split(/\s+/).filter((word) => word !== '') ?? [],
    }
    const page = await reading(caller, (trx) =>
      listAmendments(trx, caller.agencyId, filter, { after: after ?? null, limit }),
    )
    return c.json(presentAmendmentPage(page, today()), 200)
  })

  app.openapi(show, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'amendments:read')
    const { number: asked } = c.req.valid('param')
    const shown = await reading(caller, async (trx) => {
      const loaded = await loadAmendment(trx, caller.agencyId, asked, { for: 'reading' })
      const remedies = await remediesOfAmendment(trx, caller.agencyId, asked)
      const calendar = await agencyCalendar(trx, caller.agencyId)
      return presentAmendment(loaded, remedies, calendar, today(), caller.roles)
    })
    c.header('etag', `"${shown.version}"`)
    return c.json(answerOf(amendmentSchema, shown), 200)
  })

  app.openapi(identity, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'identity:read')
    const { number: asked } = c.req.valid('param')
    const people = await reading(caller, async (trx) => {
      const { amendment } = await loadAmendment(trx, caller.agencyId, asked, { for: 'reading' })
      const applicants = [await readApplicant(trx, caller.agencyId, amendment.applicant)]
      const agent = amendment.agent && (await readApplicant(trx, caller.agencyId, amendment.agent.person))
      return { applicants, agent }
    })
    return c.json(answerOf(identitiesSchema, people), 200)
  })

  for (const act of Object.keys(amendmentActSchemas) as AmendmentActName[]) {
    app.openapi(actRoute(act), async (c) => {
      const caller = c.get('caller')
      requireScope(caller, 'amendments:write')
      const fields = c.req.valid('json')
      const { number: asked } = c.req.valid('param')
      const version = readVersion(c.req.header('if-match'))
      const given = { act, fields } as AmendmentActFields
      return await answerOnce(c, storage, fields, async (trx) => ({
        status: 200 as const,
        body: done(await performAmendmentAct(trx, caller.agencyId, asked, given, version, acting(caller))),
      }))
    })
  }
}
