import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { contestableResults } from '../../requests/amendments/amendment-case.ts'
import type { Phase } from '../../requests/case/phase.ts'
import {
  type ChangeOfRemedy,
  changeRemedy,
  checkRemedy,
  type RemedyChange,
} from '../../requests/remedies/change-remedy.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import { appendAudit } from '../audit.ts'
import { dbColumn } from '../ledger/ledger-mapping.ts'
import { procedureOf } from '../requests/procedure-of.ts'
import type { Trx } from '../storage.ts'
import { remedyColumns } from './remedy-columns.ts'

/** Puts a case on record. Refuses a number in use, a request or record amendment that is not on record, and what cannot be. */
export async function registerRemedy(trx: Trx, agencyId: number, remedy: Remedy, today: Day): Promise<Remedy> {
  return await writeRemedy(trx, agencyId, null, checkRemedy(remedy, today))
}

/** Changes a case; `change` may depend on what is on record. Refuses what `changeRemedy` refuses. */
export async function changeStoredRemedy(
  trx: Trx,
  agencyId: number,
  caseNumber: string,
  change: RemedyChange | ((before: Remedy) => RemedyChange),
  how: ChangeOfRemedy,
  today: Day,
): Promise<Remedy> {
  const before = await loadRemedy(trx, agencyId, caseNumber, { for: 'changing' })
  const told = typeof change === 'function' ? change(before) : change
  return await writeRemedy(trx, agencyId, before, changeRemedy(before, told, how, today))
}

/** A case by its number; refuses an unknown one. For changing, its row stays locked until the commit. */
export async function loadRemedy(
  trx: Trx,
  agencyId: number,
  caseNumber: string,
  use: { readonly for: 'reading' | 'changing' },
): Promise<Remedy> {
  const { rows } = await sql<Remedy>`select ${remedyColumns} from remedy
    where agency_id = ${agencyId} and case_number = ${caseNumber} ${use.for === 'changing' ? sql`for update` : sql``}`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal('remedy-unknown', { number: caseNumber })
  return rows[0]
}

/** Where the request of a case stands; null for a request that is not on record. */
export async function phaseOfRequest(trx: Trx, agencyId: number, number: string): Promise<Phase | null> {
  const { rows } = await sql<{ phase: Phase }>`select phase from request
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  return rows[0]?.phase ?? null
}

/** Whether nothing but what statistics count is left of a request. */
export async function isDestroyed(trx: Trx, agencyId: number, number: string): Promise<boolean> {
  const { rows } = await sql`select 1 from request
    where agency_id = ${agencyId} and number = ${number} and destroyed_in is not null`.execute(trx)
  return rows.length > 0
}

/** The outcome that the request of a case had; null while it is open, and where no request is named. */
export async function outcomeOfRequest(trx: Trx, agencyId: number, number: string | null): Promise<OutcomeId | null> {
  if (number === null) return null
  const { rows } = await sql<{ outcome: OutcomeId | null }>`select outcome from request
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  return rows[0]?.outcome ?? null
}

/** Whether a record amendment can be reopened because of a case that ended on a day: it ended before, with what a remedy is open against. */
export async function isAmendmentToReopen(
  trx: Trx,
  agencyId: number,
  number: string,
  concludedOn: Day,
): Promise<boolean> {
  const { rows } = await sql`select from amendment where agency_id = ${agencyId} and number = ${number}
    and destroyed_in is null and result = any (${contestableResults}::text[]) and closed_on <= ${concludedOn}::date`.execute(
    trx,
  )
  return rows.length > 0
}

/** The one place that writes a case, and the audit entry with it. */
async function writeRemedy(trx: Trx, agencyId: number, before: Remedy | null, after: Remedy): Promise<Remedy> {
  const { requestNumber } = after
  if (
    requestNumber !== null &&
    requestNumber !== before?.requestNumber &&
    (await procedureOf(trx, agencyId, requestNumber)) === null
  )
    throw new Refusal('request-unknown', { number: requestNumber })
  const { caseNumber, ...fields } = after
  const names = Object.keys(fields).map((field) => sql.ref(dbColumn(field)))
  const values = Object.values(fields)
  if (before)
    await sql`update remedy set managed = true, ${sql.join(names.map((name, at) => sql`${name} = ${values[at]}`))}
      where agency_id = ${agencyId} and case_number = ${caseNumber}`.execute(trx)
  else {
    const { rows } = await sql`insert into remedy (agency_id, case_number, managed, ${sql.join(names)})
      values (${agencyId}, ${caseNumber}, true, ${sql.join(values)}) on conflict do nothing returning 1`.execute(trx)
    if (rows.length === 0) throw new Refusal('remedy-number-taken', { number: caseNumber })
  }
  const action = before ? 'remedy.changed' : 'remedy.registered'
  await appendAudit(trx, {
    agencyId,
    action,
    subject: caseNumber,
    ...(before && { before: known(before) }),
    after: known(after),
  })
  return after
}

function known({ caseNumber: _, ...fields }: Remedy): Record<string, string | null> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
