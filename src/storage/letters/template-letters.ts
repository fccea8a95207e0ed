import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import type { TemplateKey } from './office-templates.ts'

/** A letter that a template made. */
export type TemplateLetter = TemplateKey & {
  readonly version: number
  /** Digests of the bytes of the template and of the letter. */
  readonly template: string
  readonly letter: string
  readonly format: string
  readonly madeBy: string
  readonly madeAt: Date
}

/** Notes, before the letter goes anywhere, by which template it was made. */
export async function noteTemplateLetter(
  trx: Trx,
  agencyId: number,
  number: string,
  made: {
    readonly template: TemplateKey & { readonly version: number; readonly digest: string }
    readonly format: string
    readonly bytes: Uint8Array
  },
): Promise<void> {
  const { kind, outcome, version } = made.template
  const letter = createHash('sha256').update(made.bytes).digest('hex')
  await sql`insert into template_letter
      (agency_id, number, kind, outcome, version, format, digest, made_by)
    values (${agencyId}, ${number}, ${kind}, ${outcome ?? ''}, ${version}, ${made.format}, ${letter},
      ${contextOf(trx).who.actor})`.execute(trx)
  const after = { kind, template: made.template.digest, version, letter, format: made.format }
  await appendAudit(trx, { agencyId, action: 'letter.madeByTemplate', subject: number, after })
}

/** The letters of a request that templates made, oldest first. */
export async function templateLettersOf(
  trx: Trx,
  agencyId: number,
  number: string,
): Promise<readonly TemplateLetter[]> {
  const { rows } = await sql<TemplateLetter>`select l.kind, nullif(l.outcome, '') as outcome, l.version,
      t.digest as template, l.digest as letter, l.format, l.made_by as "madeBy", l.made_at as "madeAt"
    from template_letter l join office_template t using (agency_id, kind, outcome, version)
    where l.agency_id = ${agencyId} and l.number = ${number} order by l.id`.execute(trx)
  return rows
}
