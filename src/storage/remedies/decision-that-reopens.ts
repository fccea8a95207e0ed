import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { amendmentTransitions } from '../../requests/amendments/amendment-transitions.ts'
import { transitions } from '../../requests/decide/transitions.ts'
import { decisionNamed } from '../../requests/remedies/decision-named.ts'
import type { Trx } from '../storage.ts'
import { remediesOfRequest } from './list-remedies.ts'
import { phaseOfRequest } from './write-remedy.ts'

/**
 * The decision by which a request or record amendment is reopened, in the words of a letter: of the case that is told by its number,
 * else of the latest that overturned the answer. Other words hold as they are told. Refuses where nothing is told or on record, of a
 * case that may be reopened.
 */
export async function decisionThatReopens(
  trx: Trx,
  agencyId: number,
  { number, procedure }: { readonly number: string; readonly procedure: 'request' | 'recordAmendment' },
  told: string | null,
): Promise<string> {
  // Where a request has the number of a record amendment, cases are about the request.
  const others = procedure === 'recordAmendment' && (await phaseOfRequest(trx, agencyId, number)) !== null
  const all = others ? [] : await remediesOfRequest(trx, agencyId, number)
  const ended = all.filter(({ concludedOn }) => concludedOn !== null)
  const meant =
    told === null
      ? ended
          .filter(({ result }) => result === 'overturned')
          .toSorted((a, b) => String(a.concludedOn).localeCompare(String(b.concludedOn)))
          .at(-1)
      : ended.find(({ caseNumber }) => caseNumber === told)
  if (meant) return decisionNamed(meant)
  if (told !== null) return told
  // Of a case that cannot be reopened, the act itself says so: to look for a remedy would be no help.
  if (!(await mayBeReopened(trx, agencyId, { number, procedure }))) return '—'
  throw new Refusal('reopening-without-remedy', { number })
}

async function mayBeReopened(
  trx: Trx,
  agencyId: number,
  { number, procedure }: { readonly number: string; readonly procedure: 'request' | 'recordAmendment' },
): Promise<boolean> {
  const { rows } = await sql<{
    phase: string
  }>`select phase from ${sql.table(procedure === 'request' ? 'request' : 'amendment')}
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  const { from } = procedure === 'request' ? transitions.reopen : amendmentTransitions.reopen
  return rows.some(({ phase }) => (from as readonly string[]).includes(phase))
}
