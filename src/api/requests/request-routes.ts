import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { listingOf } from '../../requests/case/listing-of.ts'
import { awaitedParties } from '../../requests/case/waiting-for.ts'
import { transitions } from '../../requests/decide/transitions.ts'
import { actWords } from '../../requests/words/act-words.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import { addDays } from '../../statute/day.ts'
import type { ApiCaller } from '../../storage/api-tokens.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { remediesOfRequest } from '../../storage/remedies/list-remedies.ts'
import type { Acted, ActingFor } from '../../storage/requests/act-on-request.ts'
import { listRequests } from '../../storage/requests/list-requests.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import { readContent } from '../../storage/requests/read-content.ts'
import { readPeople } from '../../storage/requests/read-people.ts'
import { refreshDeadlines } from '../../storage/requests/refresh-deadlines.ts'
import { type Registration, registerRequest } from '../../storage/requests/register-request.ts'
import { registrationDesk } from '../../storage/requests/registration-desk.ts'
import { casesOfSame } from '../../storage/requests/same-applicant.ts'
import { workToday } from '../../storage/requests/work-today.ts'
import type { Trx } from '../../storage/storage.ts'
import { answerOnce, callerActs, keyedPost, sendAnswer } from '../answer-once.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { answerOf, errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { readVersion } from '../read-version.ts'
import { requireAnyScope, requireScope } from '../sign-in.ts'
import { workInScope } from '../work-in-scope.ts'
import { type ActName, actSchemas, phaseSchema, registrationSchema } from './act-schemas.ts'
import {
  actedSchema,
  identitiesSchema,
  pageSchema,
  requestSchema,
  sameApplicantSchema,
  workSchema,
} from './answer-schemas.ts'
import { indexBehind } from './index-behind.ts'
import { type ActFields, performAct } from './perform-act.ts'
import { presentRequest } from './present-request.ts'

const security = [{ token: [] }]
const number = z.string().min(1).max(64).meta({ example: '2026-0001' })
const keyed = z.object({ 'idempotency-key': z.string().optional() })
const seen = keyed.extend({ 'if-match': z.string().optional() })

const register = createRoute({
  method: 'post',
  path: '/requests',
  summary: '登记申请 · register a request',
  security,
  request: { headers: keyed, body: { required: true, ...json(registrationSchema, '') } },
  responses: { 201: json(actedSchema, '已登记 · registered'), ...errors },
})

const list = createRoute({
  method: 'get',
  path: '/requests',
  summary: '申请列表 · list requests',
  security,
  request: {
    query: queryOf({
      phase: z.union([phaseSchema, z.array(phaseSchema)]).optional(),
      waitingFor: z.enum(awaitedParties).optional(),
      overdue: z.enum(['true', 'false']).optional(),
      dueInDays: z.coerce.number().int().min(0).max(999).optional(),
      search: z.string().max(200).optional(),
      order: z.enum(['due', 'newest']).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      after: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(pageSchema, '一页申请 · a page of requests'), ...errors },
})

const show = createRoute({
  method: 'get',
  path: '/requests/{number}',
  summary: '一件申请的经过、期限和可以办理的事项 · one request',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(requestSchema, '申请 · the request'), ...errors },
})

/** Beside the requests and not among them: a request may have any number, also this word. */
const todayRoute = createRoute({
  method: 'get',
  path: '/today',
  summary: '今天的待办：到期、待确认、待审批、待送达，复议诉讼答复，更正申请 · what wants somebody today',
  security,
  request: {
    query: queryOf({
      days: z.coerce.number().int().min(0).max(999).default(7),
    }),
  },
  responses: { 200: json(workSchema, '待办 · what is to be done'), ...errors },
})

const identity = createRoute({
  method: 'get',
  path: '/requests/{number}/identity',
  summary: '申请人身份（查询留痕） · who applies; the audit chain keeps that it was read',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(identitiesSchema, '申请人 · the applicants'), ...errors },
})

const sameApplicant = createRoute({
  method: 'get',
  path: '/requests/{number}/same-applicant',
  summary: '同一申请人的其他申请、当月已申请件数 · other requests of the applicant, and the items of the month',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(sameApplicantSchema, '申请 · the requests'), ...errors },
})

const actRoute = (act: ActName) =>
  createRoute({
    method: 'post',
    path: `/requests/{number}/${act}`,
    summary: `${actWords['zh-CN'][act]}（${transitions[act].article}） · ${actWords.en[act]}`,
    security,
    request: {
      params: z.object({ number }),
      headers: seen,
      body: { required: true, ...json(actSchemas[act], '') },
    },
    responses: { 200: json(actedSchema, '已办理 · done'), ...errors },
  } satisfies RouteConfig)

/** The routes of disclosure requests. Each is checked by schema, by scope, and by the case itself. */
export function addRequestRoutes(app: OpenAPIHono<ApiEnv>, { storage, today, log }: ApiParts): void {
  const acting = async (trx: Trx, { agencyId, roles }: ApiCaller): Promise<ActingFor> => ({
    calendar: await calendarOf.read(trx, agencyId),
    today: today(),
    roles,
  })
  const calendarOf = rememberCalendars()
  const desk = registrationDesk(storage)
  const registerSoon = (c: Context<ApiEnv>, registration: Registration, as: ActingFor) => {
    const caller = c.get('caller')
    return desk({
      ...{ who: callerActs(caller), agencyId: caller.agencyId, post: keyedPost(c, registration) },
      ...{ registration, acting: as },
      present: (acted) => ({ status: 201, answer: JSON.stringify(done(acted, as)) }),
    })
  }
  const index = indexBehind(storage, log)
  const done = ({ number, version, request }: Acted, { calendar, today: on }: ActingFor) => {
    const { phase, dueOn, ownDueOn, lapsesOn } = listingOf(request, calendar, on)
    return { number, version, phase, dueOn, ownDueOn, lapsesOn }
  }
  const withActing = async (trx: Trx, caller: ApiCaller, act: (as: ActingFor) => Promise<Acted>) => {
    const as = await acting(trx, caller)
    return done(await act(as), as)
  }
  const reading = <T>(caller: ApiCaller, work: Parameters<typeof storage.transact<T>>[1]) =>
    storage.transact(callerActs(caller), work)

  app.openapi(register, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'requests:write')
    const registration = c.req.valid('json')
    const calendar = calendarOf.remembered(caller.agencyId)
    const together =
      calendar && (await registerSoon(c, registration, { calendar, today: today(), roles: caller.roles }))
    if (together) return sendAnswer(c, together) as never
    return await answerOnce(c, storage, registration, async (trx) => ({
      status: 201 as const,
      body: await withActing(trx, caller, (as) => registerRequest(trx, caller.agencyId, registration, as)),
    }))
  })

  app.openapi(list, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'requests:read')
    const query = c.req.valid('query')
    const dueBy =
      query.dueInDays !== undefined
        ? addDays(today(), query.dueInDays)
        : query.overdue === 'true'
          ? addDays(today(), -1)
          : null
    const filter = {
      ...(query.phase ? { phases: [query.phase].flat() } : {}),
      ...(dueBy ? { dueBy } : {}),
      ...(query.waitingFor ? { waitingFor: query.waitingFor } : {}),
      ...(query.search ? { words: query.search.split(/\s+/).filter((word) => word !== '') } : {}),
    }
    const order = query.order ?? (dueBy ? 'due' : 'newest')
    const page = await reading(caller, async (trx) => {
      await refreshDeadlines(trx, caller.agencyId, await calendarOf.read(trx, caller.agencyId), today())
      return await listRequests(trx, caller.agencyId, filter, order, { after: query.after ?? null, limit: query.limit })
    })
    if (query.search) index(caller.agencyId)
    return c.json(answerOf(pageSchema, page), 200)
  })

  app.openapi(show, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'requests:read')
    const { number: asked } = c.req.valid('param')
    const shown = await reading(caller, async (trx) => {
      const loaded = await loadRequest(trx, caller.agencyId, asked, { for: 'reading' })
      const content = await readContent(trx, caller.agencyId, asked)
      const calendar = await calendarOf.read(trx, caller.agencyId)
      const remedies = await remediesOfRequest(trx, caller.agencyId, asked)
      return presentRequest(loaded, content, remedies, calendar, today(), c.get('language'), caller.roles)
    })
    c.header('etag', `"${shown.version}"`)
    return c.json(answerOf(requestSchema, shown), 200)
  })

  app.openapi(todayRoute, async (c) => {
    const caller = c.get('caller')
    requireAnyScope(caller, 'read')
    const work = await reading(caller, async (trx) =>
      workToday(trx, caller.agencyId, await calendarOf.read(trx, caller.agencyId), today(), c.req.valid('query').days),
    )
    const told = { agency: caller.agencyCode, today: today(), ...workInScope(work, caller.scopes) }
    return c.json(answerOf(workSchema, told), 200)
  })

  app.openapi(identity, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'identity:read')
    const { number: asked } = c.req.valid('param')
    const people = await reading(caller, async (trx) => {
      const { request } = await loadRequest(trx, caller.agencyId, asked, { for: 'reading' })
      return await readPeople(trx, caller.agencyId, request)
    })
    return c.json(answerOf(identitiesSchema, people), 200)
  })

  app.openapi(sameApplicant, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'requests:read')
    const { number: asked } = c.req.valid('param')
    const same = await reading(caller, (trx) => casesOfSame(trx, caller.agencyId, asked))
    return c.json(answerOf(sameApplicantSchema, { number: asked, ...same }), 200)
  })

  for (const act of Object.keys(actSchemas) as ActName[]) {
    app.openapi(actRoute(act), async (c) => {
      const caller = c.get('caller')
      requireScope(caller, 'requests:write')
      const fields = c.req.valid('json')
      const { number: asked } = c.req.valid('param')
      const version = readVersion(c.req.header('if-match'))
      return await answerOnce(c, storage, fields, async (trx) => ({
        status: 200 as const,
        body: await withActing(trx, caller, (as) =>
          performAct(trx, caller.agencyId, asked, { act, fields } as ActFields, version, as),
        ),
      }))
    })
  }
}

/** How long an agency's calendar is not asked for again. Deadlines counted meanwhile are counted anew when they are listed. */
const rememberedMs = 5_000

function rememberCalendars() {
  const known = new Map<number, { readonly calendar: Calendar; readonly until: number }>()
  const remembered = (agencyId: number): Calendar | null => {
    const one = known.get(agencyId)
    return one && one.until > performance.now() ? one.calendar : null
  }
  const read = async (trx: Trx, agencyId: number): Promise<Calendar> => {
    const before = remembered(agencyId)
    if (before) return before
    const calendar = await agencyCalendar(trx, agencyId)
    known.set(agencyId, { calendar, until: performance.now() + rememberedMs })
    return calendar
  }
  return { remembered, read }
}
