import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { type NoticeContent, noticeInWords } from '../../requests/reminders/present-notice.ts'
import { countWork } from '../../requests/reminders/reminder-message.ts'
import { requireAgency } from '../../storage/agencies.ts'
import type { ApiScope } from '../../storage/api-tokens.ts'
import { listNotices, markRead } from '../../storage/reminders/inbox.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors, json } from '../described.ts'
import { queryOf } from '../query-of.ts'
import { daySchema } from '../requests/act-schemas.ts'
import { requireScope } from '../sign-in.ts'
import { workInScope } from '../work-in-scope.ts'

const security = [{ token: [] }]

const noticesSchema = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      day: daySchema,
      kind: z.enum(['digest', 'urgent', 'givenUp']),
      madeAt: z.string(),
      readAt: z.string().nullable(),
      readBy: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  next: z.string().nullable(),
})

const list = createRoute({
  method: 'get',
  path: '/notices',
  summary: '站内通知：每天的待办、催办，没有发出的提醒 · the notices in the program, newest first',
  security,
  request: {
    query: queryOf({
      unread: z.enum(['true', 'false']).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      after: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(noticesSchema, '一页通知 · a page of notices'), ...errors },
})

const read = createRoute({
  method: 'post',
  path: '/notices/{id}/read',
  summary: '标为已读 · mark as read',
  security,
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 200: json(z.object({ marked: z.int() }), '已标记 · marked'), ...errors },
})

/** The routes of the inbox. */
export function addNoticeRoutes(app: OpenAPIHono<ApiEnv>, { storage }: ApiParts): void {
  app.openapi(list, async (c) => {
    const { agencyId, agencyCode, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'requests:read')
    const { unread, limit, after } = c.req.valid('query')
    const agency = await requireAgency(storage, agencyCode)
    const page = await storage.transact({ agencies: [agencyId], actor: `api:${name}` }, (trx) =>
      listNotices(trx, agencyId, { unread: unread === 'true' }, { after: after ?? null, limit }),
    )
    const notices = page.notices.flatMap((notice) => {
      const told = noticeInScope(notice, scopes)
      if (!told) return []
      const { id, day, kind, madeAt, readAt, readBy } = notice
      const days = { madeAt: madeAt.toISOString(), readAt: readAt?.toISOString() ?? null }
      return { id, day, kind, ...days, readBy, ...noticeInWords(agency.name, day, told, c.get('language')) }
    })
    return c.json({ notices, next: page.next }, 200)
  })
  app.openapi(read, async (c) => {
    const { agencyId, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'requests:write')
    const { id } = c.req.valid('param')
    const marked = await storage.transact({ agencies: [agencyId], actor: `api:${name}` }, (trx) =>
      markRead(trx, agencyId, id),
    )
    return c.json({ marked }, 200)
  })
}

/** A notice as far as the scopes open it; null where it tells of work, and of none that they open. */
function noticeInScope(notice: NoticeContent, scopes: readonly ApiScope[]): NoticeContent | null {
  if (notice.kind === 'givenUp') return notice
  const { kind, content } = notice
  const open = { toDo: [], remedies: [], amendments: [], ...workInScope(content, scopes) }
  return countWork(content) > 0 && countWork(open) === 0 ? null : { kind, content: open }
}
