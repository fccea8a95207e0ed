import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isSecret } from '../../storage/apply/portal-digests.ts'
import type { ApplyingParts } from './apply-screen.ts'
import { clientAddress } from './client-address.ts'

type Status = 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500

/** A page for one person: kept by nobody on the way, and not by the browser either. */
export function answerPage(c: Context, page: string, status: Status = 200): Response {
  return c.html(page, status, { 'cache-control': 'no-store' })
}

/** A file for one person, to be saved and never shown in place. */
export function answerFile(c: Context, file: { name: string; mediaType: string; content: Uint8Array }): Response {
  return c.body(new Uint8Array(file.content), 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'no-store',
  })
}

/** What a browser was handed to go on with: a draft for days, a visit for minutes. */
export type Holding = 'draft' | 'visit'

const seconds: Readonly<Record<Holding, number>> = { draft: 7 * 24 * 3600, visit: 20 * 60 }
const nameOf = (what: Holding, agencyId: number) => `${what}-${agencyId}`

export function heldSecret(c: Context, what: Holding, agencyId: number): string | null {
  const secret = getCookie(c, nameOf(what, agencyId))
  return isSecret(secret) ? secret : null
}

/** Hands a secret to the browser, out of reach of scripts and of other sites; null takes it back. */
export function holdSecret(c: Context, parts: ApplyingParts, what: Holding, agencyId: number, secret: string | null) {
  setCookie(c, nameOf(what, agencyId), secret ?? '', {
    httpOnly: true,
    sameSite: 'Strict',
    path: parts.base,
    maxAge: secret === null ? 0 : seconds[what],
    secure: clientAddress(c, parts.trustedProxies).secure,
  })
}

/** The form that was posted; a body that is none holds no fields. */
export async function postedForm(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

/** Whether a post came from another site, as far as the browser says so. */
export function isCrossSite(c: Context): boolean {
  const from = c.req.header('sec-fetch-site')
  return from !== undefined && from !== 'same-origin' && from !== 'none'
}
