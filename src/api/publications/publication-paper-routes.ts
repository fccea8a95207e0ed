import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { type RegisterFormat, registerFormats, renderRegister } from '../../documents/write/form/render-register.ts'
import { transferRegister } from '../../publications/transfer-list.ts'
import { requireAgency } from '../../storage/agencies.ts'
import { drawUpTransfer, listTransfers, readTransfer } from '../../storage/publications/transfer-lists.ts'
import { answerOnce } from '../answer-once.ts'
import { ApiComplaint } from '../api-complaint.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { daySchema, optional, shortText } from '../requests/act-schemas.ts'
import { requireScope } from '../sign-in.ts'
import { makeReviewSheet } from './make-review-sheet.ts'

const security = [{ token: [] }]
const office = 'application/vnd.openxmlformats-officedocument'
const mediaTypes: Readonly<Record<RegisterFormat, string>> = {
  xlsx: `${office}.spreadsheetml.sheet`,
  docx: `${office}.wordprocessingml.document`,
  pdf: 'application/pdf',
}
const binary = z.string().meta({ format: 'binary' })
const paper = (description: string, formats: readonly RegisterFormat[]) => ({
  description,
  content: Object.fromEntries(formats.map((format) => [mediaTypes[format], { schema: binary }])),
})

const facts = {
  list: z.int(),
  quarter: z.string().meta({ example: '2026Q3' }),
  recipient: z.string(),
  madeOn: daySchema,
}
const listedSchema = z.object({ lists: z.array(z.object({ ...facts, items: z.int() })) })
const entry = z.object({
  what: z.enum(['published', 'takenDown']),
  number: z.string(),
  version: z.int(),
  indexNumber: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  madeOn: daySchema,
  publishedOn: daySchema,
  files: z.int(),
  takenDownOn: daySchema.nullable(),
})
const transferSchema = z.object({ ...facts, entries: z.array(entry) })
const drawnSchema = transferSchema.extend({
  isNew: z
    .boolean()
    .meta({ description: '按原样再次给出的为 false · false: it was drawn up before, and is given again as it was.' }),
})
const askedSchema = z.strictObject({ quarter: shortText, to: shortText, on: optional(daySchema) })

const sheet = createRoute({
  method: 'get',
  path: '/publications/{number}/review-sheet',
  summary: '政府信息公开审查呈批单（条例17） · the review of an item as paper',
  security,
  request: {
    params: z.object({ number: z.string().min(1).max(64).meta({ example: '公2026-0001' }) }),
    query: queryOf({ format: z.enum(['docx', 'pdf']).default('docx') }),
  },
  responses: { 200: paper('呈批单 · the sheet', ['docx', 'pdf']), ...errors },
})
const list = createRoute({
  method: 'get',
  path: '/publication-transfers',
  summary: '移送明细表（条例25） · transfer lists, newest first',
  security,
  request: { query: queryOf({}) },
  responses: { 200: json(listedSchema, '已编制的明细表 · what was drawn up'), ...errors },
})
const drawUp = createRoute({
  method: 'post',
  path: '/publication-transfers',
  summary: '编制一个季度的移送明细表（条例25） · draw up the list of a quarter for one receiver',
  security,
  request: {
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: { required: true, ...json(askedSchema, '') },
  },
  responses: {
    200: json(drawnSchema, '以前已编制 · drawn up before'),
    201: json(drawnSchema, '已编制 · drawn up'),
    ...errors,
  },
})
const show = createRoute({
  method: 'get',
  path: '/publication-transfers/{list}',
  summary: '一份移送明细表 · one list, as data or as a file',
  security,
  request: {
    params: z.object({ list: z.coerce.number().int().min(1).max(999_999_999) }),
    query: queryOf({ format: z.enum(['json', ...registerFormats]).default('json') }),
  },
  responses: {
    200: {
      description: '明细表 · the list',
      content: { ...json(transferSchema, '').content, ...paper('', registerFormats).content },
    },
    ...errors,
  },
})

/** The routes of papers about what is published: the sheet of a review, and lists for archives and libraries. */
export function addPublicationPaperRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  const asReader = (c: Context<ApiEnv>) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:read')
    return { ...caller, who: { agencies: [caller.agencyId], actor: `api:${caller.name}` } }
  }

  app.openapi(sheet, async (c) => {
    const { agencyCode, who } = asReader(c)
    const { number } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const agency = await requireAgency(storage, agencyCode)
    const bytes = await makeReviewSheet(storage, { agency, actor: who.actor, number, format, today: today() })
    return hand(c, `review-sheet.${format}`, format, bytes)
  })

  app.openapi(list, async (c) => {
    const { agencyId, who } = asReader(c)
    return c.json({ lists: await storage.transact(who, (trx) => listTransfers(trx, agencyId)) } as never, 200)
  })

  app.openapi(drawUp, async (c) => {
    const caller = c.get('caller')
    requireScope(caller, 'publications:write')
    const asked = c.req.valid('json')
    const on = asked.on ?? today()
    if (on > today()) throw new ApiComplaint(400, 'field-wrong', { field: 'on', why: `… ${today()}` })
    const { quarter, to: recipient } = asked
    return (await answerOnce(c, storage, asked, async (trx) => {
      const drawn = await drawUpTransfer(trx, caller.agencyId, { quarter: quarter.toUpperCase(), recipient, on })
      const { list: number, madeOn, entries, isNew } = drawn
      const told = { list: number, quarter: drawn.quarter, recipient: drawn.recipient, madeOn, entries, isNew }
      return { status: isNew ? 201 : 200, body: told }
    })) as never
  })

  app.openapi(show, async (c) => {
    const { agencyId, agencyCode, who } = asReader(c)
    const { list: number } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const found = await storage.transact(who, (trx) => readTransfer(trx, agencyId, number))
    if (format === 'json') return c.json(found as never, 200)
    const { name } = await requireAgency(storage, agencyCode)
    return hand(
      c,
      `transfer-list-${number}.${format}`,
      format,
      await renderRegister(transferRegister(name, found), format),
    )
  })
}

function hand(c: Context<ApiEnv>, name: string, format: RegisterFormat, bytes: Uint8Array): never {
  // The type of a route knows no bodies of bytes.
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}"`,
    etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
  }) as never
}
