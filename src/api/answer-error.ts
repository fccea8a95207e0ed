import type { Context } from 'hono'
import type { Log } from '../operation/log.ts'
import { newRequestId } from '../operation/request-id.ts'
import { type Language, Refusal, type RefusalId } from '../refusals/refusal.ts'
import { refusalInWords } from '../requests/words/refusal-words.ts'
import { AmendmentRefused } from '../storage/amendments/amendment-refused.ts'
import { PublicationRefused } from '../storage/publications/publication-refused.ts'
import { ActRefused } from '../storage/requests/act-refused.ts'
import { ApiComplaint } from './api-complaint.ts'
import type { ApiEnv } from './api-env.ts'
import { LetterIncomplete } from './letters/letter-incomplete.ts'

/** The status of each refusal that is not simply a wish that makes no sense (422). */
const statuses: Readonly<Partial<Record<RefusalId, 404 | 409 | 413>>> = {
  'request-unknown': 404,
  'amendment-unknown': 404,
  'publication-unknown': 404,
  'proposal-unknown': 404,
  'transfer-list-unknown': 404,
  'remedy-unknown': 404,
  'stored-file-unknown': 404,
  'notice-unknown': 404,
  'file-too-large': 413,
  'request-changed': 409,
  'request-number-taken': 409,
  'amendment-number-taken': 409,
  'remedy-number-taken': 409,
  'request-joined': 409,
  'request-answered': 409,
  'key-used': 409,
}

/** An error as the interface tells it: `{"error","message",…}`, and for a bug only the id that the log has. */
export function answerError(error: Error, c: Context<ApiEnv>, log: Log): Response {
  const language: Language = c.get('language') ?? 'zh-CN'
  if (error instanceof ActRefused) {
    const { rule, article, details, allowed } = error.refusal
    return c.json({ error: rule, message: refusalInWords(error.refusal, language), article, details, allowed }, 422)
  }
  if (error instanceof AmendmentRefused || error instanceof PublicationRefused) {
    const { rule, article, details, allowed } = error.refusal
    return c.json({ error: rule, message: error.words(language), article, details, allowed }, 422)
  }
  if (error instanceof LetterIncomplete)
    return c.json({ error: error.id, message: error.words(language), details: { missing: error.missing } }, 422)
  if (error instanceof Refusal)
    return c.json({ error: error.id, message: error.words(language) }, statuses[error.id] ?? 422)
  if (error instanceof ApiComplaint) return complain(c, error, language)
  // Whoever left before the answer gets none, and is no fault of ours to report.
  if (c.req.raw.signal.aborted) return new Response(null, { status: 499 })
  const id = c.get('requestId') ?? newRequestId()
  log({ event: 'error', id, error })
  return complain(c, new ApiComplaint(500, 'internal', { id }), language)
}

function complain(c: Context<ApiEnv>, complaint: ApiComplaint, language: Language): Response {
  if (complaint.status === 401) c.header('www-authenticate', 'Bearer')
  return c.json(
    { error: complaint.id, message: complaint.words(language), details: complaint.details },
    complaint.status,
  )
}
