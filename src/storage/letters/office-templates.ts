import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { appendAudit } from '../audit.ts'
import { readFileOf, storeFile } from '../files/stored-files.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** Of which letter a template is; an outcome only where it is the reply of one. */
export type TemplateKey = { readonly kind: string; readonly outcome: string | null }

/** A version of an office's template, as lists and answers tell it. */
export type OfficeTemplate = TemplateKey & {
  readonly version: number
  readonly digest: string
  readonly name: string
  readonly addedBy: string
  readonly addedAt: Date
  readonly removedAt: Date | null
}

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const columns = sql`kind, nullif(outcome, '') as outcome, version, digest, name, added_by as "addedBy",
  added_at as "addedAt", removed_at as "removedAt"`

/** Keeps a checked template as the next version for its letter; from now on it holds. */
export async function addOfficeTemplate(
  trx: Trx,
  agencyId: number,
  { kind, outcome }: TemplateKey,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<OfficeTemplate> {
  const { digest } = await storeFile(trx, agencyId, { ...file, mediaType })
  // Two who add at once get two numbers: the second waits for the first.
  await sql`select 1 from agency where id = ${agencyId} for no key update`.execute(trx)
  const { rows } = await sql<OfficeTemplate>`insert into office_template
      (agency_id, kind, outcome, version, digest, name, added_by)
    select ${agencyId}, ${kind}, ${outcome ?? ''}, coalesce(max(version), 0) + 1, ${digest}, ${file.name},
      ${contextOf(trx).who.actor}
    from office_template where agency_id = ${agencyId} and kind = ${kind} and outcome = ${outcome ?? ''}
    returning ${columns}`.execute(trx)
  const [added] = rows
  if (!added) throw new Error('the template was not added')
  const after = { version: added.version, digest }
  await appendAudit(trx, { agencyId, action: 'template.added', subject: subjectOf({ kind, outcome }), after })
  return added
}

/** The template that holds for a letter; null where there is none, or the latest was removed. */
export async function currentTemplate(
  trx: Trx,
  agencyId: number,
  { kind, outcome }: TemplateKey,
): Promise<OfficeTemplate | null> {
  const { rows } = await sql<OfficeTemplate>`select ${columns} from office_template
    where agency_id = ${agencyId} and kind = ${kind} and outcome = ${outcome ?? ''}
    order by version desc limit 1`.execute(trx)
  const [latest] = rows
  return latest && latest.removedAt === null ? latest : null
}

/** Ends what holds for a letter: the built-in text holds again. Refuses where none does. */
export async function removeOfficeTemplate(trx: Trx, agencyId: number, key: TemplateKey): Promise<OfficeTemplate> {
  const current = await currentTemplate(trx, agencyId, key)
  if (!current) throw new Refusal('template-unknown', { asked: subjectOf(key) })
  const { kind, outcome } = key
  const { rows } = await sql<OfficeTemplate>`update office_template
    set removed_by = ${contextOf(trx).who.actor}, removed_at = now()
    where agency_id = ${agencyId} and kind = ${kind} and outcome = ${outcome ?? ''} and version = ${current.version}
    returning ${columns}`.execute(trx)
  const before = { version: current.version, digest: current.digest }
  await appendAudit(trx, { agencyId, action: 'template.removed', subject: subjectOf(key), before })
  return rows[0] ?? current
}

/** Those that hold, or with `all` every version that ever was. */
export async function listOfficeTemplates(
  trx: Trx,
  agencyId: number,
  which: 'current' | 'all',
): Promise<readonly OfficeTemplate[]> {
  const { rows } = await sql<OfficeTemplate & { latest: boolean }>`select ${columns},
      version = max(version) over (partition by kind, outcome) as latest
    from office_template where agency_id = ${agencyId} order by kind, outcome, version desc`.execute(trx)
  return rows
    .filter(({ latest, removedAt }) => which === 'all' || (latest && removedAt === null))
    .map(({ latest: _, ...template }) => template)
}

/** A template and its bytes: the one that holds, or a version of before. Refuses one that is not there. */
export async function readOfficeTemplate(
  trx: Trx,
  agencyId: number,
  key: TemplateKey,
  version: number | null,
): Promise<OfficeTemplate & { readonly content: Uint8Array }> {
  const { kind, outcome } = key
  const found =
    version === null
      ? await currentTemplate(trx, agencyId, key)
      : ((
          await sql<OfficeTemplate>`select ${columns} from office_template where agency_id = ${agencyId}
            and kind = ${kind} and outcome = ${outcome ?? ''} and version = ${version}`.execute(trx)
        ).rows[0] ?? null)
  if (!found) throw new Refusal('template-unknown', { asked: subjectOf(key) + (version === null ? '' : ` ${version}`) })
  return { ...found, content: (await readFileOf(trx, agencyId, found.digest)).content }
}

function subjectOf({ kind, outcome }: TemplateKey): string {
  return outcome === null ? kind : `${kind} ${outcome}`
}
