import { sql } from 'kysely'
import { Refusal } from '../refusals/refusal.ts'
import type { AgencyKind, AgencyLevel } from '../statute/agency-rank.ts'
import { appendAudit } from './audit.ts'
import { errorCode } from './error-code.ts'
import { announcePublic } from './public-changes.ts'
import { agenciesTag } from './publications/public-tags.ts'
import type { Storage } from './storage.ts'

export type Agency = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly level: AgencyLevel
  readonly kind: AgencyKind
  readonly parentId: number | null
}

export type NewAgency = Omit<Agency, 'id' | 'parentId'> & { readonly parentCode: string | null }

/** Who looks up an agency before anybody acts for one: nobody, with no rows to see. */
const nobody = { agencies: [], actor: 'agency-lookup' }

/** The agency with exactly this code, or null. The one look-up that needs no agency: codes are how agencies are named. */
export async function findAgencyByCode(storage: Storage, code: string): Promise<Agency | null> {
  const { rows } = await storage.transact(nobody, (trx) =>
    sql<Agency>`select id, code, name, level, kind, parent_id as "parentId" from find_agency(${code})`.execute(trx),
  )
  return rows[0] ?? null
}

/** As `findAgencyByCode`, and refuses a code that no agency has. */
export async function requireAgency(storage: Storage, code: string): Promise<Agency> {
  const agency = await findAgencyByCode(storage, code)
  if (!agency) throw new Refusal('agency-unknown', { code })
  return agency
}

/** Every agency of this installation, by code. For whoever runs the installation; nobody else asks for more than one. */
export async function listAgencies(storage: Storage): Promise<readonly Agency[]> {
  const ids = await storage.transact(nobody, async (trx) => {
    const { rows } = await sql<{ id: number }>`select audited_agencies() as id`.execute(trx)
    return rows.map(({ id }) => id)
  })
  return await storage.transact({ agencies: ids, actor: 'agency-list' }, (trx) =>
    trx
      .selectFrom('agency')
      .select(['id', 'code', 'name', 'level', 'kind', 'parent_id as parentId'])
      .orderBy('code')
      .execute(),
  )
}

/** Gives an agency another name, for one that was mistyped or has changed. Its code, which others may rely on, stays. */
export async function renameAgency(storage: Storage, actor: string, code: string, name: string): Promise<Agency> {
  const before = await requireAgency(storage, code)
  if (before.name === name) return before
  await storage.transact({ agencies: [before.id], actor }, async (trx) => {
    await trx.updateTable('agency').set({ name }).where('id', '=', before.id).execute()
    announcePublic(trx, [agenciesTag])
    await appendAudit(trx, {
      agencyId: before.id,
      action: 'agency.renamed',
      subject: code,
      before: { name: before.name },
      after: { name },
    })
  })
  return { ...before, name }
}

/** Adds an agency and opens its audit chain. Refuses a code in use and an unknown parent. */
export async function addAgency(storage: Storage, actor: string, agency: NewAgency): Promise<Agency> {
  const parentId = agency.parentCode === null ? null : (await requireAgency(storage, agency.parentCode)).id
  const id = await storage.transact(nobody, async (trx) => {
    const { rows } = await sql<{ id: number }>`select nextval('agency_id_seq')::integer as id`.execute(trx)
    return rows[0]?.id
  })
  if (id === undefined) throw new Error('the sequence of agencies gave no number')
  const { code, name, level, kind } = agency
  const added: Agency = { id, code, name, level, kind, parentId }
  try {
    await storage.transact({ agencies: [id], actor }, async (trx) => {
      await trx.insertInto('agency').values({ id, code, name, level, kind, parent_id: parentId }).execute()
      announcePublic(trx, [agenciesTag])
      await appendAudit(trx, { agencyId: id, action: 'agency.added', subject: code, after: added })
    })
  } catch (error) {
    if (errorCode(error) === '23505') throw new Refusal('agency-code-taken', { code })
    throw error
  }
  return added
}
