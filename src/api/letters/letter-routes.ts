import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { type LetterFormat, letterFormats } from '../../documents/write/letter/render-letter.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { composeLetter, lettersOf } from '../../requests/letters/compose-letter.ts'
import { letterKinds } from '../../requests/letters/letter-kind.ts'
import { letterKindWords } from '../../requests/words/letter-words.ts'
import { requireAgency } from '../../storage/agencies.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { readLetterSettings } from '../../storage/letters/letter-settings.ts'
import { noteTemplateLetter } from '../../storage/letters/template-letters.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import { ApiComplaint } from '../api-complaint.ts'
import type { ApiEnv, ApiParts } from '../api-env.ts'
import { errors } from '../described.ts'
import { requireScope } from '../sign-in.ts'
import { readLetterFacts } from './letter-facts.ts'
import { LetterIncomplete } from './letter-incomplete.ts'
import { letterSettingsSchema } from './letter-settings.ts'
import { renderWith } from './render-with.ts'
import { templateFor } from './template-for.ts'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Readonly<Record<LetterFormat, string>>

const said = z.string().trim().min(1).max(500).optional()
const flag = z.enum(['true', 'false']).optional()
const binary = z.string().meta({ format: 'binary' })

/** What is told about one letter; what is not told is as the agency has set it. */
const letterQuery = z.strictObject({
  format: z.enum(letterFormats).optional(),
  lang: z.enum(['zh-CN', 'en']).optional(),
  party: said,
  draft: flag,
  builtIn: flag,
  contact: said,
  payment: said,
  documentNumber: said,
  replyTitles: z.enum(['alike', 'byOutcome']).optional(),
  ownGovernment: said,
  superior: said,
  court: said,
  onlineChannel: said,
  line: z.enum(['ordinary', 'vertical', 'justice']).optional(),
  collectiveJurisdiction: flag,
  inquiryFirst: flag,
  partsFirst: flag,
})

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
  responses: {
    200: {
      description: '文书 · the letter',
      content: Object.fromEntries(Object.values(mediaTypes).map((type) => [type, { schema: binary }])),
    },
    ...errors,
  },
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
    const format = asked ?? (/\bapplication\/pdf\b/.test(c.req.header('accept') ?? '') ? 'pdf' : 'docx')
    const who = { agencies: [agencyId], actor: `api:${name}` }
    const agency = await requireAgency(storage, agencyCode)
    const { events, facts, calendar, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadRequest(trx, agencyId, number, { for: 'reading' })
      const told = loaded.events.map(({ event }) => event)
      const due = lettersOf(told)
      const words = letterKindWords[language]
      if (!due.includes(kind))
        throw new Refusal('letter-not-due', {
          letter: words[kind],
          due: due.map((one) => `${words[one]} (${one})`).join(', '),
        })
      const settings = settingsFrom({ ...(await readLetterSettings(trx, agencyId)), ...given })
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
        : new Refusal('letter-not-due', { letter: letterKindWords[language][kind], due: '' })
    const bytes = await renderWith(template, composed, format, process.env)
    if (template)
      await storage.transact(who, (trx) => noteTemplateLetter(trx, agencyId, number, { template, format, bytes }))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${kind}.${format}"`,
      etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
      ...(composed.doubts.length > 0 && { 'x-letter-doubts': composed.doubts.join(',') }),
    }) as never
  })
}

function settingsFrom(said: Readonly<Record<string, unknown>>) {
  const read = letterSettingsSchema.safeParse(
    Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
    ),
  )
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new ApiComplaint(400, 'field-wrong', { field: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}
