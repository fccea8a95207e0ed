import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { z } from 'zod'
import { publicationPhases } from '../../publications/publication-case.ts'
import { publicationTransitions } from '../../publications/publication-transitions.ts'
import { publicationWords } from '../../publications/words/publication-words.ts'
import { addDays } from '../../statute/day.ts'
import type { ApiCaller } from '../../storage/api-tokens.ts'
import { listPublications } from '../../storage/publications/list-publications.ts'
import { loadPublication } from '../../storage/publications/load-publication.ts'
import { loadBeside } from '../../storage/publications/publication-beside.ts'
import { readPublicationSettings } from '../../storage/publications/publication-settings.ts'
import {
  actOnPublication,
  type PublicationAct,
  type PublicationActed,
  proposePublication,
} from '../../storage/publications/write-publication.ts'
import { answerOnce } from '../answer-once.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { readVersion } from '../read-version.ts'
import { requireScope } from '../sign-in.ts'
import { preparePublicFiles } from './prepare-public-files.ts'
import { presentListed } from './present-listed.ts'
import { presentPublication } from './present-publication.ts'
import { publicationActedSchema, publicationPageSchema, publicationSchema } from './publication-answer-schemas.ts'
import { type PublicationActName, publicationActSchemas, publicationProposalSchema } from './publication-schemas.ts'

const security = [{ token: [] }]
const number = z.string().min(1).max(64).meta({ example: '公2026-0001' })
const keyed = z.object({ 'idempotency-key': z.string().optional() })
const seen = keyed.extend({ 'if-match': z.string().optional() })

const propose = createRoute({
  method: 'post',
  path: '/publications',
  summary: '拟制主动公开信息（条例17） · propose an item to publish',
  security,
  request: { headers: keyed, body: { required: true, ...json(publicationProposalSchema, '') } },
  responses: { 201: json(publicationActedSchema, '已登记 · on record'), ...errors },
})

const list = createRoute({
  method: 'get',
  path: '/publications',
  summary: '主动公开信息列表 · list items',
  security,
  request: {
    query: queryOf({
      phase: z.enum(publicationPhases as [(typeof publicationPhases)[number]]).optional(),
      dueInDays: z.coerce.number().int().min(0).max(999).optional(),
      search: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      after: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(publicationPageSchema, '一页信息 · a page of items'), ...errors },
})

const show = createRoute({
  method: 'get',
  path: '/publications/{number}',
  summary: '一条信息的内容、审查经过和可以办理的事项 · one item',
  security,
  request: { params: z.object({ number }) },
  responses: { 200: json(publicationSchema, '信息 · the item'), ...errors },
})

const actRoute = (act: PublicationActName) =>
  createRoute({
    method: 'post',
    path: `/publications/{number}/${act}`,
    summary: `主动公开：${publicationWords['zh-CN'].acts[act]}（${publicationTransitions[act].article}） · publication: ${publicationWords.en.acts[act]}`,
    security,
    request: {
      params: z.object({ number }),
      headers: seen,
      body: { required: true, ...json(publicationActSchemas[act], '') },
    },
    responses: { 200: json(publicationActedSchema, '已办理 · done'), ...errors },
  } satisfies RouteConfig)

/** The routes of what an agency publishes: as those of record amendments, with scopes of their own. */
export function addPublicationRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  const acting = ({ roles }: ApiCaller) => ({ today: today(), roles })
  const done = ({ number: of, id, version, item }: PublicationActed) => ({
    number: of,
    id,
    version,
    phase: item.phase,
    indexNumber: item.indexNumber,
  })
  const agentOf = ({ agencyId, name }: ApiCaller) => ({ agencies: [agencyId], agencyId, actor: `api:${name}` })
  const reading = <T>(caller: ApiCaller, work: Parameters<typeof storage.transact<T>>[1]) =>
    storage.transact({ agencies: [caller.agencyId], actor: `api:${caller.name}` }, work)

  app.openapi(propose, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:write')
    const proposal = c.req.valid('json')
    await preparePublicFiles(storage, agentOf(caller), proposal.content)
    return (await answerOnce(c, storage, proposal, async (trx) => ({
      status: 201,
      body: done(await proposePublication(trx, caller.agencyId, proposal as never, acting(caller))),
    }))) as never
  })

  app.openapi(list, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:read')
    const { phase, dueInDays, search, limit, after } = c.req.valid('query')
    const filter = {
      ...(phase && { phase }),
      ...(dueInDays !== undefined && { dueBy: addDays(today(), dueInDays) }),
      words: search?.split(/\s+/).filter((word) => word !== '') ?? [],
    }
    const page = await reading(caller, async (trx) => {
      const listed = await listPublications(trx, caller.agencyId, filter, { after: after ?? null, limit })
      return presentListed(listed, await readPublicationSettings(trx, caller.agencyId), today())
    })
    return c.json(page as never, 200)
  })

  app.openapi(show, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:read')
    const { number: asked } = c.req.valid('param')
    const shown = await reading(caller, async (trx) => {
      const loaded = await loadPublication(trx, caller.agencyId, asked, { for: 'reading' })
      return presentPublication(loaded, await loadBeside(trx, caller.agencyId, loaded), {
        ...{ roles: caller.roles, today: today() },
      })
    })
    c.header('etag', `"${shown.version}"`)
    return c.json(shown as never, 200)
  })

  for (const act of Object.keys(publicationActSchemas) as PublicationActName[]) {
    app.openapi(actRoute(act), async (c) => {
      const caller = c.get('caller')
      requireScope(caller, 'publications:write')
      const fields = c.req.valid('json')
      const { number: asked } = c.req.valid('param')
      const version = readVersion(c.req.header('if-match'))
      if ('content' in fields) await preparePublicFiles(storage, agentOf(caller), fields.content)
      // The schema of each act lets through just what its command holds.
      const command = { type: act, ...fields } as unknown as PublicationAct['command']
      return (await answerOnce(c, storage, fields, async (trx) => ({
        status: 200,
        body: done(
          await actOnPublication(trx, caller.agencyId, { number: asked, command, seen: version }, acting(caller)),
        ),
      }))) as never
    })
  }
}
