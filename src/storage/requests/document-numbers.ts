import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { documentNumbersOf, type GivenNumber, nextDocumentNumber } from '../../requests/letters/document-numbers.ts'
import { type Day, yearOf } from '../../statute/day.ts'
import { loadAmendment } from '../amendments/load-amendment.ts'
import type { Trx } from '../storage.ts'
import { loadRequest } from './load-request.ts'

/** Which procedure a case belongs to; both take their numbers from one list. */
export type NumberedProcedure = 'request' | 'recordAmendment'

/** A number to give a letter: as the OA gave it, or the next one of a sign (机关代字); null for the sign used last. */
export type WantedNumber = { readonly given: string | null; readonly sign: string | null; readonly on: Day }

/** Takes a number for the reply of a case, in the caller's transaction. Refuses one that is in use, and the first without a sign. */
export async function takeDocumentNumber(
  trx: Trx,
  agencyId: number,
  number: string,
  { given, sign, on }: WantedNumber,
  procedure: NumberedProcedure = 'request',
): Promise<string> {
  const take = (documentNumber: string) => takeNumber(trx, agencyId, { number, procedure }, documentNumber, on)
  if (given !== null) {
    if (!(await take(given))) throw new Refusal('document-number-taken', { number: given })
    return given
  }
  const own = sign ?? (await lastSign(trx, agencyId))
  if (own === null) throw new Refusal('document-sign-missing')
  for (;;) {
    const { rows } = await sql<{ used: string }>`select document_number as used from document_number
      where agency_id = ${agencyId} and starts_with(document_number, ${`${own}〔${yearOf(on)}〕`})`.execute(trx)
    const next = nextDocumentNumber(
      own,
      yearOf(on),
      rows.map(({ used }) => used),
    )
    // Somebody else may have taken it meanwhile: this waits for them, and then takes the one after.
    if (await take(next)) return next
  }
}

async function takeNumber(
  trx: Trx,
  agencyId: number,
  { number, procedure }: { readonly number: string; readonly procedure: NumberedProcedure },
  documentNumber: string,
  on: Day,
): Promise<boolean> {
  const { rows } = await sql`insert into document_number (agency_id, document_number, number, given_on, procedure)
    values (${agencyId}, ${documentNumber}, ${number}, ${on}::date, ${procedure}) on conflict do nothing returning 1`.execute(
    trx,
  )
  return rows.length > 0
}

async function lastSign(trx: Trx, agencyId: number): Promise<string | null> {
  const { rows } = await sql<{
    sign: string
  }>`select (regexp_match(document_number, '^(.+)〔\\d{4}〕\\d+号$'))[1] as sign
    from document_number where agency_id = ${agencyId} and document_number ~ '^.+〔\\d{4}〕\\d+号$'
    order by taken_at desc limit 1`.execute(trx)
  return rows[0]?.sign ?? null
}

/** A number as the register of a year tells it; of a destroyed case nothing but that it was given is known. */
export type RegisteredNumber = Omit<GivenNumber, 'state'> & {
  readonly number: string
  readonly state: GivenNumber['state'] | 'destroyed'
}

/** Every number of an agency given in a year, with its case and what became of it, in the order in which they were given. */
export async function listDocumentNumbers(
  trx: Trx,
  agencyId: number,
  year: number,
): Promise<readonly RegisteredNumber[]> {
  type Row = {
    documentNumber: string
    number: string
    on: Day
    procedure: NumberedProcedure
    destroyed: boolean
  }
  const { rows } = await sql<Row>`select document_number as "documentNumber", number, given_on as "on", procedure,
      procedure = 'request' and destroyed_in is not null as destroyed
    from document_number left join request using (agency_id, number)
    where agency_id = ${agencyId} and extract(year from given_on) = ${year} order by taken_at`.execute(trx)
  const states = new Map<string, readonly GivenNumber[]>()
  const loads = { request: loadRequest, recordAmendment: loadAmendment }
  for (const { number, procedure, destroyed } of rows) {
    const key = `${procedure} ${number}`
    if (destroyed || states.has(key)) continue
    const { events } = await loads[procedure](trx, agencyId, number, { for: 'reading' })
    states.set(key, documentNumbersOf(events.map(({ event }) => event)))
  }
  return rows.flatMap(({ documentNumber, number, on, procedure, destroyed }): readonly RegisteredNumber[] => {
    if (destroyed) return [{ documentNumber, on, state: 'destroyed', number }]
    const found = states.get(`${procedure} ${number}`)?.find((one) => one.documentNumber === documentNumber)
    return found ? [{ ...found, number }] : []
  })
}
