import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { type LetterFormat, letterFormats } from '../../documents/write/letter/render-letter.ts'
import { readLetterSettings } from '../../storage/letters/letter-settings.ts'
import type { Trx } from '../../storage/storage.ts'
import { ApiComplaint } from '../api-complaint.ts'
import type { ApiEnv } from '../api-env.ts'
import { errors } from '../described.ts'
import { queryOf } from '../query-of.ts'
import type { LetterSettings } from './letter-facts.ts'
import { letterSettingsSchema } from './letter-settings.ts'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Readonly<Record<LetterFormat, string>>

const said = z.string().trim().min(1).max(500).optional()
const flag = z.enum(['true', 'false']).optional()
const binary = z.string().meta({ format: 'binary' })

/** What is told about one letter of a request; what is not told is as the agency has set it. */
export const letterQuery = queryOf({
  format: z.enum(letterFormats).optional(),
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

/** What a route of letters answers. */
export const letterResponses = {
  200: {
    description: '文书 · the letter',
    content: Object.fromEntries(Object.values(mediaTypes).map((type) => [type, { schema: binary }])),
  },
  ...errors,
} as const

/** As it is asked for, else as `Accept` does. */
export function formatFor(c: Context<ApiEnv>, asked: LetterFormat | undefined): LetterFormat {
  return asked ?? (/\bapplication\/pdf\b/.test(c.req.header('accept') ?? '') ? 'pdf' : 'docx')
}

/** What the agency keeps for its letters, and over it what is told for this one. */
export async function settingsFor(
  trx: Trx,
  agencyId: number,
  told: Readonly<Record<string, unknown>>,
): Promise<LetterSettings> {
  const all = { ...(await readLetterSettings(trx, agencyId)), ...told }
  const read = letterSettingsSchema.safeParse(
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
    ),
  )
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new ApiComplaint(400, 'field-wrong', { field: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}

/** A letter's bytes, with its doubts and its digest beside them. */
export function answerLetter(
  c: Context<ApiEnv>,
  kind: string,
  format: LetterFormat,
  bytes: Uint8Array,
  doubts: readonly string[],
): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${kind}.${format}"`,
    etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
    ...(doubts.length > 0 && { 'x-letter-doubts': doubts.join(',') }),
  })
}
