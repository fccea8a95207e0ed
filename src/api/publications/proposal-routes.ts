import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { ownUnit } from '../../publications/words/own-unit.ts'
import {
  acceptByDraft,
  decideProposal,
  findProposals,
  listProposals,
  recordSuggestion,
} from '../../storage/publications/publication-proposals.ts'
import { answerOnce } from '../answer-once.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { daySchema, longText, optional, shortText } from '../requests/act-schemas.ts'
import { requireScope } from '../sign-in.ts'

const security = [{ token: [] }]
const states = z.enum(['open', 'accepted', 'dismissed'])
const keyed = z.object({ 'idempotency-key': z.string().optional() })
const at = { params: z.object({ number: z.string().min(1).max(64).meta({ example: '建2026-0001' }) }), headers: keyed }

const proposalSchema = z.looseObject({
  number: z.string(),
  kind: z.enum(['several', 'suggestion']),
  madeOn: daySchema,
  requests: z.array(z.string()),
  applicants: z.int(),
  state: states,
  publication: z.string().nullable(),
})
const listed = z.object({ proposals: z.array(proposalSchema) })

const suggestionSchema = z.strictObject({ on: daySchema, request: shortText, subject: shortText })
const acceptanceSchema = z.strictObject({
  on: daySchema,
  reason: longText,
  answer: optional(longText),
  publication: optional(shortText),
  subject: optional(shortText),
  unit: shortText.default(ownUnit),
})
const dismissalSchema = z.strictObject({ on: daySchema, reason: longText, answer: optional(longText) })

const body = <T extends z.ZodType>(schema: T) => ({ required: true, ...json(schema, '') })

const list = createRoute({
  method: 'get',
  path: '/publication-proposals',
  summary: '主动公开建议（条例44） · proposals to publish',
  security,
  request: { query: queryOf({ state: states.optional() }) },
  responses: { 200: json(listed, '建议 · the proposals'), ...errors },
})
const find = createRoute({
  method: 'post',
  path: '/publication-proposals/find',
  summary: '查找多人申请的同一信息 · look for what several asked for',
  security,
  request: { headers: keyed, body: body(z.strictObject({ on: daySchema })) },
  responses: { 200: json(listed, '新提出的建议 · the new ones'), ...errors },
})
const suggest = createRoute({
  method: 'post',
  path: '/publication-proposals',
  summary: '登记申请人的建议 · record what an applicant suggests',
  security,
  request: { headers: keyed, body: body(suggestionSchema) },
  responses: { 201: json(proposalSchema, '已登记 · on record'), ...errors },
})
const accept = createRoute({
  method: 'post',
  path: '/publication-proposals/{number}/accept',
  summary: '采纳，关联或者拟制一条信息 · accept, by an item on record or a draft',
  security,
  request: { ...at, body: body(acceptanceSchema) },
  responses: { 200: json(proposalSchema, '已采纳 · accepted'), ...errors },
})
const dismiss = createRoute({
  method: 'post',
  path: '/publication-proposals/{number}/dismiss',
  summary: '不采纳 · dismiss',
  security,
  request: { ...at, body: body(dismissalSchema) },
  responses: { 200: json(proposalSchema, '不采纳 · dismissed'), ...errors },
})

/** The routes of what several asked for, or an applicant suggests, to publish. */
export function addProposalRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  const writer = (c: { readonly get: (name: 'caller') => ApiEnv['Variables']['caller'] }) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:write')
    return caller
  }

  app.openapi(list, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:read')
    const { state } = c.req.valid('query')
    const who = { agencies: [caller.agencyId], actor: `api:${caller.name}` }
    const proposals = await storage.transact(who, (trx) => listProposals(trx, caller.agencyId, state ? { state } : {}))
    return c.json({ proposals } as never, 200)
  })

  app.openapi(find, async (c) => {
    const { agencyId } = writer(c)
    const asked = c.req.valid('json')
    return (await answerOnce(c, storage, asked, async (trx) => {
      const found = await findProposals(trx, agencyId, asked.on)
      const proposals = (await listProposals(trx, agencyId, {})).filter(({ number }) => found.includes(number))
      return { status: 200, body: { proposals } }
    })) as never
  })

  app.openapi(suggest, async (c) => {
    const { agencyId } = writer(c)
    const asked = c.req.valid('json')
    return (await answerOnce(c, storage, asked, async (trx) => {
      const number = await recordSuggestion(trx, agencyId, asked)
      const made = (await listProposals(trx, agencyId, {})).find((one) => one.number === number)
      return { status: 201, body: made }
    })) as never
  })

  app.openapi(accept, async (c) => {
    const { agencyId, roles } = writer(c)
    const asked = c.req.valid('json')
    const { number } = c.req.valid('param')
    const { publication, subject, unit, ...decision } = asked
    return (await answerOnce(c, storage, asked, async (trx) => ({
      status: 200,
      body:
        publication === null
          ? await acceptByDraft(trx, agencyId, number, { ...decision, subject, unit }, { today: today(), roles })
          : await decideProposal(trx, agencyId, number, { ...decision, publication }),
    }))) as never
  })

  app.openapi(dismiss, async (c) => {
    const { agencyId } = writer(c)
    const asked = c.req.valid('json')
    const { number } = c.req.valid('param')
    return (await answerOnce(c, storage, asked, async (trx) => ({
      status: 200,
      body: await decideProposal(trx, agencyId, number, { ...asked, publication: null }),
    }))) as never
  })
}
