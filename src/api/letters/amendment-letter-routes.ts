import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { amendmentLetterKinds } from '../../requests/amendments/letters/amendment-letter-kind.ts'
import {
  amendmentLettersOf,
  composeAmendmentLetter,
} from '../../requests/amendments/letters/compose-amendment-letter.ts'
import { amendmentWords } from '../../requests/amendments/words/amendment-words.ts'
import { requireAgency } from '../../storage/agencies.ts'
import { loadAmendment } from '../../storage/amendments/load-amendment.ts'
import { noteTemplateLetter } from '../../storage/letters/template-letters.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { requireScope } from '../sign-in.ts'
import { answerLetter, formatFor, letterNotDue, letterQuery, letterResponses, settingsFor } from './letter-answer.ts'
import { readAmendmentLetterFacts } from './letter-facts.ts'
import { LetterIncomplete } from './letter-incomplete.ts'
import { renderWith } from './render-with.ts'
import { templateFor } from './template-for.ts'

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
    const { agencyId, agencyCode, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'amendments:read')
    requireScope({ scopes }, 'identity:read')
    const language = c.get('language')
    const { number, kind } = c.req.valid('param')
    const { format: asked, lang: _, draft, builtIn, ...given } = c.req.valid('query')
    const format = formatFor(c, asked)
    const agency = await requireAgency(storage, agencyCode)
    const notDue = (due: ReturnType<typeof amendmentLettersOf>) =>
      letterNotDue(amendmentWords[language].letters, kind, due)
    const who = { agencies: [agencyId], actor: `api:${name}` }
    const { composed, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadAmendment(trx, agencyId, number, { for: 'reading' })
      const events = loaded.events.map(({ event }) => event)
      if (!amendmentLettersOf(events).includes(kind)) throw notDue(amendmentLettersOf(events))
      const settings = await settingsFor(trx, agencyId, given)
      const facts = await readAmendmentLetterFacts(trx, agency, loaded, settings, draft === 'true', today())
      return {
        composed: composeAmendmentLetter(kind, { ...loaded, events }, facts),
        template: builtIn === 'true' ? null : await templateFor(trx, agencyId, kind, events),
      }
    })
    if (composed.refused)
      throw composed.refused.rule === 'letter-incomplete'
        ? new LetterIncomplete(composed.refused.missing, language)
        : notDue([])
    const bytes = await renderWith(template, composed, format, process.env)
    if (template)
      await storage.transact(who, (trx) => noteTemplateLetter(trx, agencyId, number, { template, format, bytes }))
    return answerLetter(c, kind, format, bytes, composed.doubts) as never
  })
}
