import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { readFileOf } from '../../storage/files/stored-files.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { requireAnyScope } from '../sign-in.ts'
import { keepFile } from './keep-file.ts'

const security = [{ token: [] }]
const binary = z.string().meta({ format: 'binary' })

const keep = createRoute({
  method: 'post',
  path: '/files',
  summary: '上传附件（扫描件、材料），返回摘要，办理时以摘要引用 · keep a file; acts name it by its digest',
  security,
  request: {
    query: queryOf({ name: z.string().min(1).max(200).meta({ example: '授权委托书.pdf' }) }),
    body: { required: true, content: { 'application/octet-stream': { schema: binary } } },
  },
  responses: {
    201: json(
      z.object({ digest: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() }),
      '已保存 · kept',
    ),
    ...errors,
  },
})

const get = createRoute({
  method: 'get',
  path: '/files/{digest}',
  summary: '下载附件 · a kept file',
  security,
  request: { params: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: { description: '附件 · the file', content: { 'application/octet-stream': { schema: binary } } },
    ...errors,
  },
})

/** The routes of files: kept under their digest, so that sending one again changes nothing. */
export function addFileRoutes(app: OpenAPIHono<ApiEnv>, { storage }: ApiParts): void {
  app.openapi(keep, async (c) => {
    const { agencyId, name, scopes } = c.get('caller')
    requireAnyScope({ scopes }, 'write')
    const content = new Uint8Array(await c.req.arrayBuffer())
    const who = { agencies: [agencyId], agencyId, actor: `api:${name}` }
    return c.json(await keepFile(storage, who, c.req.valid('query').name, content), 201)
  })
  app.openapi(get, async (c) => {
    const { agencyId, name, scopes } = c.get('caller')
    requireAnyScope({ scopes }, 'read')
    const { digest } = c.req.valid('param')
    const file = await storage.transact({ agencies: [agencyId], actor: `api:${name}` }, (trx) =>
      readFileOf(trx, agencyId, digest),
    )
    // Never shown in place: what somebody handed in is not to run in a browser under our address.
    return c.body(new Uint8Array(file.content), 200, {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    }) as never
  })
}
