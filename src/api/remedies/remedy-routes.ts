import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { z } from 'zod'
import { isDoubtfulPath } from '../../requests/remedies/doubtful-path.ts'
import { presentRemedy } from '../../requests/remedies/present-remedy.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { addDays } from '../../statute/day.ts'
import type { ApiCaller } from '../../storage/api-tokens.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { resultColumns, setResultColumn } from '../../storage/remedies/result-columns.ts'
import { loadRemedy, outcomeOfRequest } from '../../storage/remedies/write-remedy.ts'
import type { Trx } from '../../storage/storage.ts'
import { answerOnce } from '../answer-once.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { answerOf, errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { requireScope } from '../sign-in.ts'
import { performRemedyAct, performRemedyRegistration, reopensOf } from './perform-remedy-act.ts'
import { remediesPage, remedyAnswer, reopensTold } from './remedies-page.ts'
import {
  type RemedyActFields,
  type RemedyActName,
  remedyActSchemas,
  remedyAnswerSchema,
  remedyPageSchema,
  remedyRegistrationSchema,
  remedyResultSettingSchema,
  remedySchema,
  resultColumnsSchema,
} from './remedy-schemas.ts'

const security = [{ token: [] }]
const caseNumber = z.string().min(1).max(500).meta({ example: '（2026）某行复1号' })
const keyed = z.object({ 'idempotency-key': z.string().optional() })

const summaries: Readonly<Record<RemedyActName, string>> = {
  receiveCopy: '收到副本 · the copy came',
  convert: '转为普通程序 · converted to ordinary procedure',
  answer: '提交答复（答辩） · answered',
  conclude: '审结 · concluded',
  amend: '更正登记的内容（须写明理由） · mend what was told wrong, with a reason',
}

const register = createRoute({
  method: 'post',
  path: '/remedies',
  summary: '登记复议诉讼案件 · register a reconsideration or litigation',
  security,
  request: { headers: keyed, body: { required: true, ...json(remedyRegistrationSchema, '') } },
  responses: {
    201: json(remedyAnswerSchema.extend({ doubtfulPath: z.boolean() }), '已登记 · registered'),
    ...errors,
  },
})

const list = createRoute({
  method: 'get',
  path: '/remedies',
  summary: '复议诉讼案件列表 · list reconsiderations and litigation',
  security,
  request: {
    query: queryOf({
      pending: z.enum(['true', 'false']).optional(),
      overdue: z.enum(['true', 'false']).optional(),
      dueInDays: z.coerce.number().int().min(0).max(999).optional(),
      requestNumber: z.string().min(1).max(64).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      after: z.string().max(600).optional(),
    }),
  },
  responses: { 200: json(remedyPageSchema, '一页案件 · a page of cases'), ...errors },
})

const show = createRoute({
  method: 'get',
  path: '/remedies/{caseNumber}',
  summary: '一件复议诉讼案件，期限和计算步骤 · one case, its deadline and the steps to it',
  security,
  request: { params: z.object({ caseNumber }) },
  responses: { 200: json(remedySchema, '案件 · the case'), ...errors },
})

const columns = createRoute({
  method: 'get',
  path: '/remedy-results',
  summary: '各种裁决结果计入哪一列 · in which column each result counts',
  security,
  request: { query: queryOf({}) },
  responses: { 200: json(resultColumnsSchema, '裁决结果与列 · results and columns'), ...errors },
})

const setColumn = createRoute({
  method: 'post',
  path: '/remedy-results',
  summary: '设置一种裁决结果计入的列，只对此后审结的案件 · set the column of a result, for cases concluded afterwards',
  security,
  request: { headers: keyed, body: { required: true, ...json(remedyResultSettingSchema, '') } },
  responses: { 200: json(resultColumnsSchema, '已设置 · set'), ...errors },
})

const actRoute = (act: RemedyActName) =>
  createRoute({
    method: 'post',
    path: `/remedies/{caseNumber}/${act}`,
    summary: `复议诉讼：${summaries[act].replace(' · ', ' · remedy: ')}`,
    security,
    request: {
      params: z.object({ caseNumber }),
      headers: keyed,
      body: { required: true, ...json(remedyActSchemas[act], '') },
    },
    responses: { 200: json(remedyAnswerSchema, '已登记 · recorded'), ...errors },
  } satisfies RouteConfig)

/** The routes of reconsiderations and litigation: what `gongkai remedies` does, by the same schemas. */
export function addRemedyRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  const reading = <T>(caller: ApiCaller, work: Parameters<typeof storage.transact<T>>[1]) =>
    storage.transact({ agencies: [caller.agencyId], actor: `api:${caller.name}` }, work)
  const told = async (trx: Trx, agencyId: number, remedy: Remedy, language: 'zh-CN' | 'en') => {
    const shown = presentRemedy(remedy, await agencyCalendar(trx, agencyId), today(), language)
    return { shown, reopens: await reopensOf(trx, agencyId, remedy) }
  }
  const answered = async (trx: Trx, agencyId: number, remedy: Remedy, language: 'zh-CN' | 'en') => {
    const { shown, reopens } = await told(trx, agencyId, remedy, language)
    return remedyAnswer(shown, reopens)
  }

  app.openapi(register, async (c) => {
    const caller = c.get('caller')
    const { agencyId } = caller
    requireScope(caller, 'remedies:write')
    const registration = c.req.valid('json')
    return await answerOnce(c, storage, registration, async (trx) => {
      const remedy = await performRemedyRegistration(trx, agencyId, registration, today())
      const outcome = await outcomeOfRequest(trx, agencyId, remedy.requestNumber)
      const body = await answered(trx, agencyId, remedy, c.get('language'))
      return { status: 201 as const, body: { ...body, doubtfulPath: isDoubtfulPath(remedy, outcome) } }
    })
  })

  app.openapi(list, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'remedies:read')
    const { pending, overdue, dueInDays, requestNumber, limit, after } = c.req.valid('query')
    const dueBy =
      dueInDays !== undefined ? addDays(today(), dueInDays) : overdue === 'true' ? addDays(today(), -1) : null
    const filter = { dueBy, pending: pending === 'true', ...(requestNumber !== undefined && { requestNumber }) }
    const page = await reading(caller, async (trx) => {
      const calendar = await agencyCalendar(trx, caller.agencyId)
      const counting = { calendar, today: today(), language: c.get('language') }
      return await remediesPage(trx, caller.agencyId, filter, { after: after ?? null, limit }, counting)
    })
    return c.json(answerOf(remedyPageSchema, page), 200)
  })

  app.openapi(show, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'remedies:read')
    const { caseNumber: asked } = c.req.valid('param')
    const { shown, reopens } = await reading(caller, async (trx) => {
      const remedy = await loadRemedy(trx, caller.agencyId, asked, { for: 'reading' })
      return await told(trx, caller.agencyId, remedy, c.get('language'))
    })
    return c.json(answerOf(remedySchema, { ...shown, ...reopensTold(reopens) }), 200)
  })

  /** Every result has a column, set or as usual. */
  const columnsOf = async (trx: Trx, agencyId: number) =>
    Object.fromEntries(await resultColumns(trx, agencyId)) as z.output<typeof resultColumnsSchema>

  app.openapi(columns, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'remedies:read')
    return c.json(await reading(caller, (trx) => columnsOf(trx, caller.agencyId)), 200)
  })

  app.openapi(setColumn, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'remedies:write')
    const setting = c.req.valid('json')
    return await answerOnce(c, storage, setting, async (trx) => {
      await setResultColumn(trx, caller.agencyId, setting.rawResult, setting.result)
      return { status: 200 as const, body: await columnsOf(trx, caller.agencyId) }
    })
  })

  for (const act of Object.keys(remedyActSchemas) as RemedyActName[]) {
    app.openapi(actRoute(act), async (c) => {
      const caller = c.get('caller')
      requireScope(caller, 'remedies:write')
      const given = { act, fields: c.req.valid('json') } as RemedyActFields
      const { caseNumber: asked } = c.req.valid('param')
      const reason = given.act === 'amend' ? given.fields.reason : undefined
      const work = async (trx: Trx) => {
        const remedy = await performRemedyAct(trx, caller.agencyId, asked, given, today())
        return { status: 200 as const, body: await answered(trx, caller.agencyId, remedy, c.get('language')) } as const
      }
      return await answerOnce(c, storage, given.fields, work, reason)
    })
  }
}
