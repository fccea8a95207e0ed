import { sql } from 'kysely'
import type { LedgerValue, LooseRow } from '../../report/ledger/column.ts'
import type { Problem, Warning } from '../../report/ledger/problem.ts'
import { type SheetId, sheetOf } from '../../report/ledger/sheets.ts'
import { type ApplicantReference, type NewApplicant, newApplicantReference, storeApplicantsAs } from '../applicants.ts'
import { type AuditEntry, appendAudit } from '../audit.ts'
import { normaliseName } from '../sealing/seal-applicants.ts'
import { lookupDigest } from '../secrets/crypto.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { type Counting, listingColumns, recordImported } from './imported-requests.ts'
import { type ColumnToStore, dbKey, ledgerTable, type RowToStore, toDatabase, toLedger } from './ledger-mapping.ts'

/** A good row of a file on its way into the ledger. */
export type IncomingRow = {
  readonly number: number
  readonly row: LooseRow
  readonly letters: Readonly<Record<string, string>>
}

export type WriteResult = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly problems: readonly Problem[]
}

/** `changes`: whether a row that is stored with other content is refused or recorded as a change. */
export type WriteMode = { readonly changes: 'refused' | 'recorded' } & Counting

type KeyedRow = { readonly key: string; readonly row: LooseRow }
type StoredRow = Readonly<Record<string, unknown>> & { readonly name_lookup?: Buffer | null }
type Change = {
  readonly key: string
  readonly row: LooseRow
  readonly before: LooseRow
  readonly nameChanged: boolean
  readonly applicant: string | null
  readonly version: number
}

/**
 * Writes one batch of rows of a sheet, with their audit entries, in the caller's transaction. Equal content is left as it
 * is; other content under the same key is a problem or a change, as `mode` says. A problem writes nothing of its row.
 */
export async function writeLedgerRows(
  trx: Trx,
  agencyId: number,
  sheetId: SheetId,
  rows: readonly IncomingRow[],
  mode: WriteMode,
): Promise<WriteResult> {
  const sheet = sheetOf(sheetId)
  const keyed = rows.map((one) => ({ ...one, key: dbKey(sheetId, one.row) }))
  const added = await insertRows(trx, agencyId, sheetId, keyed, mode)
  const known = keyed.filter(({ key }) => !added.has(key))
  const stored = await storedRows(
    trx,
    agencyId,
    sheetId,
    known.map(({ key }) => key),
  )
  const changes: Change[] = []
  const problems: Problem[] = []
  for (const { number, row, letters, key } of known) {
    const found = stored.get(key)
    if (!found) throw new Error(`the ${sheetId} row ${key} was refused as stored already, and is not stored`)
    const before = toLedger(sheetId, found)
    const nameChanged = sheetId === 'requests' && differentName(trx, row.applicantName ?? null, found)
    const differing = sheet.columns
      .filter((column) => (column.id === 'applicantName' ? nameChanged : row[column.id] !== before[column.id]))
      .map((column) => column.id)
    if (differing.length === 0) continue
    const at = (column: string) => ({ sheet: sheetId, row: number, column, letter: letters[column] ?? '' })
    const keyColumn = sheet.keys[0]?.[0] ?? ''
    if (found.managed === true) {
      problems.push({ ...at(keyColumn), code: 'managedHere', value: String(row[keyColumn] ?? '') })
    } else if (mode.changes === 'refused') {
      const headings = sheet.columns.filter((column) => differing.includes(column.id)).map((column) => column.heading)
      problems.push({
        ...at(keyColumn),
        code: 'differsFromStored',
        value: String(row[keyColumn] ?? row.title ?? ''),
        allowed: headings,
      })
    } else if (sheetId === 'requests' && movesToLaterYear(before.repliedOn, row.repliedOn)) {
      problems.push({
        ...at('repliedOn'),
        code: 'replyMovedToLaterYear',
        value: String(row.repliedOn),
        allowed: [String(before.repliedOn)],
      })
    } else
      changes.push({
        key,
        row,
        before,
        nameChanged,
        applicant: (found.applicant as string | null | undefined) ?? null,
        version: Number(found.version ?? 0),
      })
  }
  await updateRows(trx, agencyId, sheetId, changes, mode)
  return {
    added: added.size,
    changed: changes.length,
    unchanged: known.length - changes.length - problems.length,
    problems,
  }
}

/** A reply that was counted in one year must not turn up in a later one: that is what reopening is recorded for. */
function movesToLaterYear(before: LedgerValue | undefined, after: LedgerValue | undefined): boolean {
  return typeof before === 'string' && typeof after === 'string' && after.slice(0, 4) > before.slice(0, 4)
}

async function storedRows(
  trx: Trx,
  agencyId: number,
  sheet: SheetId,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredRow>> {
  if (keys.length === 0) return new Map()
  const table = ledgerTable(sheet)
  const identity =
    sheet === 'requests'
      ? sql`, (select a.name_lookup from applicant a where a.agency_id = t.agency_id and a.reference = t.applicant) as name_lookup`
      : sql``
  const { rows } = await sql<StoredRow>`select t.* ${identity} from ${sql.table(table.name)} t
    where t.agency_id = ${agencyId} and t.${sql.ref(table.key)} = any (${keys}::text[])`.execute(trx)
  return new Map(rows.map((row) => [String(row[table.key]), row]))
}

/** An erased applicant has an empty digest and stays erased: no name differs from it. */
function differentName(trx: Trx, name: LedgerValue, stored: StoredRow): boolean {
  const digest = stored.name_lookup
  if (digest === null || digest === undefined) return name !== null
  if (digest.length === 0) return false
  return name === null || !digest.equals(lookupDigest(contextOf(trx).key.lookup, normaliseName(String(name))))
}

/**
 * Inserts the rows whose key is not stored yet and gives their keys. The index of the key decides: to ask beforehand
 * would cost a look-up a row, and a whole scan a batch while a new table has no statistics.
 */
async function insertRows(
  trx: Trx,
  agencyId: number,
  sheet: SheetId,
  rows: readonly KeyedRow[],
  counting: Counting,
): Promise<ReadonlySet<string>> {
  const given: RowToStore[] = rows.map(({ key, row }) => ({ key, row, applicant: referenceFor(row) }))
  const table = ledgerTable(sheet)
  const columns = columnsOf(sheet, given, counting)
  const result = await sql<{ key: string }>`insert into ${sql.table(table.name)}
    (agency_id, ${sql.join(columns.map(({ name }) => sql.ref(name)))})
    select ${agencyId}::integer, ${sql.join(columns.map(unnested))}
    on conflict do nothing returning ${sql.ref(table.key)} as key`.execute(trx)
  const added = new Set(result.rows.map(({ key }) => key))
  const entries: AuditEntry[] = []
  const applicants: NewApplicant[] = []
  const stored = given.filter(({ key }) => added.has(key))
  for (const { key, row, applicant } of stored) {
    if (applicant) applicants.push({ reference: applicant, identity: { name: String(row.applicantName) } })
    if (sheet !== 'requests')
      entries.push({ agencyId, action: `${table.name}.added`, subject: key, after: audited(sheet, row) })
  }
  await Promise.all([
    storeApplicantsAs(trx, agencyId, applicants),
    sheet === 'requests' ? recordAdded(trx, agencyId, stored) : appendAudit(trx, entries),
  ])
  return added
}

async function updateRows(
  trx: Trx,
  agencyId: number,
  sheet: SheetId,
  changes: readonly Change[],
  counting: Counting,
): Promise<void> {
  if (changes.length === 0) return
  const applicants: NewApplicant[] = []
  const given: RowToStore[] = changes.map(({ key, row, nameChanged, applicant }) => {
    const reference = nameChanged ? referenceFor(row) : applicant
    if (nameChanged && reference) applicants.push({ reference, identity: { name: String(row.applicantName) } })
    return { key, row, applicant: reference }
  })
  await storeApplicantsAs(trx, agencyId, applicants)
  const table = ledgerTable(sheet)
  const columns = columnsOf(sheet, given, counting)
  const set = columns
    .filter(({ name }) => name !== table.key)
    .map(({ name }) => sql`${sql.ref(name)} = n.${sql.ref(name)}`)
  if (sheet === 'requests') set.push(sql`version = t.version + 1`)
  const named = columns.map((column) => sql`${unnested(column)} as ${sql.ref(column.name)}`)
  await sql`update ${sql.table(table.name)} as t set ${sql.join(set)} from (select ${sql.join(named)}) n
    where t.agency_id = ${agencyId} and t.${sql.ref(table.key)} = n.${sql.ref(table.key)}`.execute(trx)
  const versions = new Map(changes.map(({ key, version }) => [key, version + 1]))
  if (sheet === 'requests')
    await recordImported(
      trx,
      agencyId,
      given.map((row) => ({ ...row, version: versions.get(row.key) ?? 1 })),
    )
  const entries: AuditEntry[] = changes.map(({ key, row, before, nameChanged }) => ({
    agencyId,
    action: `${table.name}.changed`,
    subject: key,
    before: audited(sheet, before),
    after: { ...audited(sheet, row), personalDataChanged: personalChanges(sheet, before, row, nameChanged) },
  }))
  await appendAudit(trx, entries)
}

/** The columns of a sheet's table; a request also has those that say where its case stands. */
function columnsOf(sheet: SheetId, rows: readonly RowToStore[], counting: Counting): readonly ColumnToStore[] {
  const columns = toDatabase(sheet, rows)
  return sheet === 'requests' ? [...columns, ...listingColumns(rows, counting)] : columns
}

/** Rows of requests are the first events of their cases; one entry of the chain vouches for all of a batch. */
async function recordAdded(trx: Trx, agencyId: number, rows: readonly RowToStore[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const sha256 = await recordImported(
    trx,
    agencyId,
    rows.map((row) => ({ ...row, version: 1 })),
  )
  const numbers = rows.map(({ key }) => key)
  await appendAudit(trx, { agencyId, action: 'requests.imported', subject: first.key, after: { numbers, sha256 } })
}

/** A new reference where the row names an applicant; the name itself is stored once the row is. */
function referenceFor(row: LooseRow): ApplicantReference | null {
  return typeof row.applicantName === 'string' ? newApplicantReference() : null
}

/** In a select list, not in `from`, where each array would be stored once more before it is read. */
function unnested({ values, type }: ColumnToStore) {
  return sql`unnest(${values}::${sql.raw(type)}[])`
}

/** What the audit chain keeps of a row: everything but personal data, which must stay erasable. */
function audited(sheet: SheetId, row: LooseRow): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const column of sheetOf(sheet).columns) {
    const value = row[column.id]
    if (column.personal || value === null || value === undefined) continue
    kept[column.id] = typeof value === 'bigint' ? value.toString() : value
  }
  return kept
}

function personalChanges(sheet: SheetId, before: LooseRow, after: LooseRow, nameChanged: boolean): readonly string[] {
  return sheetOf(sheet)
    .columns.filter((column) => column.personal)
    .filter((column) => (column.id === 'applicantName' ? nameChanged : before[column.id] !== after[column.id]))
    .map((column) => column.id)
}

/** Notes that a sheet was handed in, so that no row in it means none from now on. */
export async function noteImport(
  trx: Trx,
  agencyId: number,
  sheet: SheetId,
  source: { readonly file: string; readonly sha256: string } & Omit<WriteResult, 'problems'>,
): Promise<void> {
  await sql`insert into ledger_sheet (agency_id, sheet, imported_at) values (${agencyId}, ${sheet}, now())
    on conflict (agency_id, sheet) do update set imported_at = excluded.imported_at`.execute(trx)
  await appendAudit(trx, { agencyId, action: 'ledger.imported', subject: sheet, after: source })
}

/** Cases whose request is not in the ledger: warnings, for the request may be older than the ledger. */
export async function unknownRequests(
  trx: Trx,
  agencyId: number,
  cases: readonly IncomingRow[],
): Promise<readonly Warning[]> {
  const asked = cases.filter(({ row }) => typeof row.requestNumber === 'string')
  const numbers = asked.map(({ row }) => String(row.requestNumber))
  const { rows } = await sql<{ number: string }>`select number from request
    where agency_id = ${agencyId} and number = any (${numbers}::text[])`.execute(trx)
  const known = new Set(rows.map(({ number }) => number))
  return asked
    .filter(({ row }) => !known.has(String(row.requestNumber)))
    .map(({ number, row }) => ({
      sheet: 'remedies',
      row: number,
      code: 'unknownRequest',
      value: String(row.requestNumber),
    }))
}
