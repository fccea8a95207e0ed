import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { amendmentLetterKinds } from '../../requests/amendments/letters/amendment-letter-kind.ts'
import { requireAgency } from '../../storage/agencies.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { requireScope } from '../sign-in.ts'
import { answerLetter, formatFor, letterQuery, letterResponses, settingsFor } from './letter-answer.ts'
import { makeAmendmentLetter } from './make-letter.ts'

const letter = createRoute({
  method: 'get',
  path: '/amendments/{number}/letters/{kind}',
  summary:
    '生成更正申请的文书（docx 或 pdf；读取申请人姓名，查询留痕） · a letter of a record amendment; the audit chain keeps that it names people',
  security: [{ token: [] }],
  request: {
    params: z.object({
      number: z.string().min(1).max(64).meta({ example: '更2026-0001' }),
      kind: z.enum(amendmentLetterKinds),
    }),
    query: letterQuery.omit({ party: true }),
  },
  responses: letterResponses,
})

/** The route of letters of record amendments, as that of requests: they name people. */
export function addAmendmentLetterRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  app.openapi(letter, async (c) => {
    const { agencyCode, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'amendments:read')
    requireScope({ scopes }, 'identity:read')
    const { number, kind } = c.req.valid('param')
    const { format: asked, lang: _, draft, builtIn, ...given } = c.req.valid('query')
    const format = formatFor(c, asked)
    const { bytes, doubts } = await makeAmendmentLetter(storage, await requireAgency(storage, agencyCode), {
      ...{ number, kind, format, draft: draft === 'true', builtIn: builtIn === 'true' },
      environment: process.env,
      ...{ actor: `api:${name}`, today: today(), language: c.get('language') },
      settingsOf: (trx, agencyId) => settingsFor(trx, agencyId, given),
      idOf: (one) => one,
    })
    return answerLetter(c, kind, format, bytes, doubts) as never
  })
}
