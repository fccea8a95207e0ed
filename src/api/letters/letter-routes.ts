import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { letterKinds } from '../../requests/letters/letter-kind.ts'
import { requireAgency } from '../../storage/agencies.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { requireScope } from '../sign-in.ts'
import { answerLetter, formatFor, letterQuery, letterResponses, settingsFor } from './letter-answer.ts'
import { makeRequestLetter } from './make-letter.ts'

const letter = createRoute({
  method: 'get',
  path: '/requests/{number}/letters/{kind}',
  summary:
    '生成文书（docx 或 pdf；读取申请人姓名，查询留痕） · a letter of a case; the audit chain keeps that it names people',
  security: [{ token: [] }],
  request: {
    params: z.object({
      number: z.string().min(1).max(64).meta({ example: '2026-0001' }),
      kind: z.enum(letterKinds),
    }),
    query: letterQuery,
  },
  responses: letterResponses,
})

/** The route of letters. They name people, so that it takes the scope of whoever may learn who applies. */
export function addLetterRoutes(app: OpenAPIHono<ApiEnv>, { storage, today }: ApiParts): void {
  app.openapi(letter, async (c) => {
    const { agencyCode, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'requests:read')
    requireScope({ scopes }, 'identity:read')
    const { number, kind } = c.req.valid('param')
    const { format: asked, lang: _, party, draft, builtIn, ...given } = c.req.valid('query')
    const format = formatFor(c, asked)
    const { bytes, doubts } = await makeRequestLetter(storage, await requireAgency(storage, agencyCode), {
      ...{ number, kind, format, consulted: party ?? null, draft: draft === 'true', builtIn: builtIn === 'true' },
      ...{ actor: `api:${name}`, today: today(), language: c.get('language'), environment: process.env },
      settingsOf: (trx, agencyId) => settingsFor(trx, agencyId, given),
      idOf: (one) => one,
    })
    return answerLetter(c, kind, format, bytes, doubts) as never
  })
}
