import { sql } from 'kysely'
import {
  type Cell,
  cellAddresses,
  cellAt,
  formatAddress,
  makeTables,
  missingCell,
  type Report,
  type Tables,
} from '../../report/report.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'

/** The prose that came with declared figures, when it did. */
export type DeclaredNarrative = Pick<Report, 'preamble' | 'sections'>

/** A report as a person declared it, in the version that stands. */
export type Declaration = {
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly tables: Tables
  readonly narrative: DeclaredNarrative | null
}

/** What stands for a year; null when nothing was declared or it was withdrawn. */
export async function standingDeclaration(trx: Trx, agencyId: number, year: number): Promise<Declaration | null> {
  const head = await latestVersion(trx, agencyId, year)
  if (!head || head.withdrawn) return null
  const cells = await trx
    .selectFrom('declared_cell')
    .select(['address', 'kind', 'value', 'text'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('version', '=', head.version)
    .execute()
  const byAddress = new Map<string, Cell>(
    cells.map(({ address, kind, value, text }) => [
      address,
      { kind, text, value: value === null ? null : Number(value) },
    ]),
  )
  return {
    version: head.version,
    by: head.declared_by,
    at: head.declared_at,
    tables: makeTables((address) => byAddress.get(formatAddress(address)) ?? missingCell),
    narrative: head.narrative as DeclaredNarrative | null,
  }
}

/** Puts a new version of the 200 cells beside the earlier ones, which stay. Gives its number. */
export async function declareReport(
  trx: Trx,
  agencyId: number,
  year: number,
  declared: { readonly by: string; readonly tables: Tables; readonly narrative: DeclaredNarrative | null },
): Promise<number> {
  const before = await standingDeclaration(trx, agencyId, year)
  const version = await addVersion(trx, agencyId, year, declared.by, declared.narrative, false)
  const cells = cellAddresses.map((address) => ({
    address: formatAddress(address),
    ...cellAt(declared.tables, address),
  }))
  await sql`insert into declared_cell (agency_id, year, version, address, kind, value, text)
    select ${agencyId}, ${year}, ${version}, address, kind, value, text
    from json_to_recordset(${JSON.stringify(cells)}::json) as given(address text, kind text, value numeric, text text)`.execute(
    trx,
  )
  await appendAudit(trx, {
    agencyId,
    action: 'report.declared',
    subject: String(year),
    before: before && { version: before.version, cells: saidOf(before.tables) },
    after: { version, by: declared.by, cells: saidOf(declared.tables) },
  })
  return version
}

/** Takes back what was declared for a year: the ledger speaks again. False when nothing stood. */
export async function withdrawDeclaration(trx: Trx, agencyId: number, year: number, by: string): Promise<boolean> {
  const before = await standingDeclaration(trx, agencyId, year)
  if (!before) return false
  const version = await addVersion(trx, agencyId, year, by, null, true)
  await appendAudit(trx, {
    agencyId,
    action: 'report.declarationWithdrawn',
    subject: String(year),
    before: { version: before.version, cells: saidOf(before.tables) },
    after: { version, by },
  })
  return true
}

async function addVersion(
  trx: Trx,
  agencyId: number,
  year: number,
  by: string,
  narrative: DeclaredNarrative | null,
  withdrawn: boolean,
): Promise<number> {
  const version = ((await latestVersion(trx, agencyId, year))?.version ?? 0) + 1
  await trx
    .insertInto('declared_report')
    .values({
      agency_id: agencyId,
      year,
      version,
      declared_by: by,
      withdrawn,
      narrative: narrative && JSON.stringify(narrative),
    })
    .execute()
  return version
}

async function latestVersion(trx: Trx, agencyId: number, year: number) {
  return await trx
    .selectFrom('declared_report')
    .select(['version', 'declared_by', 'declared_at', 'withdrawn', 'narrative'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The cells that say something, by address, as the audit chain keeps them. */
function saidOf(tables: Tables): Record<string, string> {
  return Object.fromEntries(
    cellAddresses.flatMap((address) => {
      const { kind, text } = cellAt(tables, address)
      return kind === 'blank' || kind === 'missing' ? [] : [[formatAddress(address), text]]
    }),
  )
}
