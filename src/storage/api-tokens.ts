import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { OfficeRole } from '../office/role.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Agency } from './agencies.ts'
import { appendAudit } from './audit.ts'
import { requireFitText } from './requests/require-fit-text.ts'
import type { Storage, Trx } from './storage.ts'

/** What a program may do: read cases, act on them, or learn who applies. */
export type ApiScope =
  | 'requests:read'
  | 'requests:write'
  | 'amendments:read'
  | 'amendments:write'
  | 'remedies:read'
  | 'remedies:write'
  | 'publications:read'
  | 'publications:write'
  | 'identity:read'

export const apiScopes: readonly ApiScope[] = [
  'requests:read',
  'requests:write',
  'amendments:read',
  'amendments:write',
  'remedies:read',
  'remedies:write',
  'publications:read',
  'publications:write',
  'identity:read',
]

/** Whom a token acts for, and what it may do. */
export type ApiCaller = {
  readonly agencyId: number
  readonly agencyCode: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly roles: readonly OfficeRole[]
}

export type ListedToken = Pick<ApiCaller, 'name' | 'scopes' | 'roles'> & {
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

/** So that a token is known for what it is where it should not be, in a log or a repository. */
const prefix = 'gongkai_'

/** Makes a token for a program and gives it, this once. Refuses a name in use, also by a token that was revoked. */
export async function addApiToken(
  trx: Trx,
  agency: Agency,
  { name, scopes, roles }: Pick<ApiCaller, 'name' | 'scopes' | 'roles'>,
): Promise<string> {
  requireFitText({ name })
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  const { rows } = await sql`insert into api_token (agency_id, name, digest_algorithm, digest, scopes, roles)
    values (${agency.id}, ${name}, 'SHA-256', ${digestOf(token)}, ${scopes}::text[], ${roles}::text[])
    on conflict (agency_id, name) do nothing returning 1`.execute(trx)
  if (rows.length === 0) throw new Refusal('token-name-taken', { name })
  await appendAudit(trx, { agencyId: agency.id, action: 'token.added', subject: name, after: { scopes, roles } })
  return token
}

/** The tokens of an agency by name, also those that were revoked. */
export async function listApiTokens(trx: Trx, agencyId: number): Promise<readonly ListedToken[]> {
  const { rows } =
    await sql<ListedToken>`select name, scopes, roles, created_at as "createdAt", revoked_at as "revokedAt"
    from api_token where agency_id = ${agencyId} order by name`.execute(trx)
  return rows
}

/** Takes a token back. Refuses one that is unknown or was taken back before. */
export async function revokeApiToken(trx: Trx, agencyId: number, name: string): Promise<void> {
  const { rows } = await sql`update api_token set revoked_at = now()
    where agency_id = ${agencyId} and name = ${name} and revoked_at is null returning 1`.execute(trx)
  if (rows.length === 0) throw new Refusal('token-unknown', { name })
  await appendAudit(trx, { agencyId, action: 'token.revoked', subject: name })
}

/** Whose token this is; null for one that is unknown or was taken back. */
export async function findApiCaller(storage: Storage, token: string): Promise<ApiCaller | null> {
  const { rows } = await storage.transact({ agencies: [], actor: 'api:sign-in' }, (trx) =>
    sql<ApiCaller>`select agency_id as "agencyId", agency_code as "agencyCode", name, scopes, roles
      from find_api_token(${digestOf(token)})`.execute(trx),
  )
  return rows[0] ?? null
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
