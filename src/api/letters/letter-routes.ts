import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { composeLetter, lettersOf } from '../../requests/letters/compose-letter.ts'
import { letterKinds } from '../../requests/letters/letter-kind.ts'
import { letterKindWords } from '../../requests/words/letter-words.ts'
import { requireAgency } from '../../storage/agencies.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { noteTemplateLetter } from '../../storage/letters/template-letters.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { requireScope } from '../sign-in.ts'
import { answerLetter, formatFor, letterNotDue, letterQuery, letterResponses, settingsFor } from './letter-answer.ts'
import { readLetterFacts } from './letter-facts.ts'
import { LetterIncomplete } from './letter-incomplete.ts'
import { renderWith } from './render-with.ts'
import { templateFor } from './template-for.ts'

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
    const { agencyId, agencyCode, name, scopes } = c.get('caller')
    requireScope({ scopes }, 'requests:read')
    requireScope({ scopes }, 'identity:read')
    const language = c.get('language')
    const { number, kind } = c.req.valid('param')
    const { format: asked, lang: _, party, draft, builtIn, ...given } = c.req.valid('query')
    const format = formatFor(c, asked)
    const notDue = (due: ReturnType<typeof lettersOf>) => letterNotDue(letterKindWords[language], kind, due)
    const who = { agencies: [agencyId], actor: `api:${name}` }
    const agency = await requireAgency(storage, agencyCode)
    const { events, facts, calendar, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadRequest(trx, agencyId, number, { for: 'reading' })
      const told = loaded.events.map(({ event }) => event)
      if (!lettersOf(told).includes(kind)) throw notDue(lettersOf(told))
      const settings = await settingsFor(trx, agencyId, given)
      const wanted = { kind, consulted: party ?? null, draft: draft === 'true' }
      return {
        events: told,
        facts: await readLetterFacts(trx, agency, loaded, settings, wanted, today()),
        calendar: await agencyCalendar(trx, agencyId),
        template: builtIn === 'true' ? null : await templateFor(trx, agencyId, kind, told),
      }
    })
    const composed = composeLetter(kind, { number, events, calendar }, facts)
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
