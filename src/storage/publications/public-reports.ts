import { sql } from 'kysely'
import type { Instant } from '../../publications/instant.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { appendAudit } from '../audit.ts'
import { storeFile } from '../files/stored-files.ts'
import { announcePublic, noteRead } from '../public-changes.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { instantOf } from './instant-of.ts'
import { reportsTag } from './public-tags.ts'

/** The forms a report is published in; the json is what its page and its figures are read from. */
export type PublicReportFormat = 'docx' | 'pdf' | 'html' | 'xlsx' | 'json'

export type PublicReportFile = {
  readonly format: PublicReportFormat
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** One version of an annual report as it was published. */
export type PublicReport = {
  readonly agencyId: number
  readonly year: number
  readonly version: number
  readonly publishedAt: Instant
  /** Why there is a later version, as the public reads it; null for the first. */
  readonly note: string | null
  readonly files: readonly PublicReportFile[]
}

export type ReportToPublish = {
  readonly year: number
  readonly note: string | null
  readonly files: readonly (Omit<PublicReportFile, 'digest' | 'bytes'> & { readonly content: Uint8Array })[]
  /** Why it is published although the check found errors, for the audit chain. */
  readonly despite: string | null
}

const columns = sql`agency_id as "agencyId", year, version, ${instantOf('published_at')} as "publishedAt", note, files`

/**
 * Freezes a report as its next public version; the day is that of the database's clock. Refuses a later version without a
 * note, and one that says what the last one says.
 */
export async function publishReport(
  trx: Trx,
  agency: { readonly id: number; readonly code: string },
  { year, note, files, despite }: ReportToPublish,
): Promise<PublicReport> {
  await sql`select 1 from agency where id = ${agency.id} for update`.execute(trx)
  const [last] = await reportVersions(trx, agency.id, year)
  if (last && note === null)
    throw new Refusal('report-version-without-note', { year, on: last.publishedAt.slice(0, 10) })
  if (!last && note !== null) throw new Refusal('report-note-without-version', { year })
  const stored: PublicReportFile[] = []
  for (const { content, ...file } of files) {
    const { digest, bytes } = await storeFile(trx, agency.id, { ...file, content })
    stored.push({ ...file, digest, bytes })
  }
  const said = (one: readonly PublicReportFile[]) => one.find(({ format }) => format === 'json')?.digest
  if (last && said(last.files) === said(stored))
    throw new Refusal('report-published-already', { year, on: last.publishedAt.slice(0, 10) })
  const version = (last?.version ?? 0) + 1
  const { rows } = await sql<PublicReport>`insert into public_report (agency_id, year, version, note, files)
    values (${agency.id}, ${year}, ${version}, ${note}, ${JSON.stringify(stored)}::jsonb) returning ${columns}`.execute(
    trx,
  )
  const [published] = rows
  if (!published) throw new Error(`the report of ${year} was not stored`)
  await appendAudit(trx, {
    agencyId: agency.id,
    action: 'report.published',
    subject: `${agency.code} ${year}`,
    after: { version, note, despite, files: stored.map(({ format, digest }) => ({ format, digest })) },
  })
  announcePublic(trx, [reportsTag(agency.id), reportsTag(null)])
  return published
}

/** Every version of a year's report, newest first. */
export async function reportVersions(trx: Trx, agencyId: number, year: number): Promise<readonly PublicReport[]> {
  noteRead(trx, reportsTag(agencyId))
  const { rows } = await sql<PublicReport>`select ${columns} from public_report
    where agency_id = ${agencyId} and year = ${year} order by version desc`.execute(trx)
  return rows
}

/** The newest version of each year's report, newest year first, of one agency or, without one, of all. */
export async function listPublicReports(trx: Trx, agencyId: number | null): Promise<readonly PublicReport[]> {
  noteRead(trx, reportsTag(agencyId))
  const { rows } = await sql<PublicReport>`select distinct on (year, agency_id) ${columns} from public_report
    ${agencyId === null ? sql`` : sql`where agency_id = ${agencyId}`}
    order by year desc, agency_id, version desc`.execute(trx)
  return rows
}

/** The bytes of a file of a published report; null where no version has it. */
export async function readReportFile(
  trx: Trx,
  agencyId: number,
  year: number,
  digest: string,
): Promise<(PublicReportFile & { readonly content: Buffer }) | null> {
  const versions = await reportVersions(trx, agencyId, year)
  const file = versions.flatMap(({ files }) => files).find((one) => one.digest === digest)
  return file ? { ...file, content: await contextOf(trx).files.read(digest) } : null
}
