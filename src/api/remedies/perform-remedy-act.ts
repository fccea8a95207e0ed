import type { z } from 'zod'
import { transitions } from '../../requests/decide/transitions.ts'
import type { RemedyChange } from '../../requests/remedies/change-remedy.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import type { Day } from '../../statute/day.ts'
import type { RawResultId, RemedyResult } from '../../statute/remedy-results.ts'
import { resultColumns } from '../../storage/remedies/result-columns.ts'
import {
  changeStoredRemedy,
  isAmendmentToReopen,
  isDestroyed,
  phaseOfRequest,
  registerRemedy,
} from '../../storage/remedies/write-remedy.ts'
import { type Procedure, procedureOf } from '../../storage/requests/procedure-of.ts'
import { requireFitText } from '../../storage/requests/require-fit-text.ts'
import type { Trx } from '../../storage/storage.ts'
import type { RemedyActFields, remedyRegistrationSchema } from './remedy-schemas.ts'

/** Puts a case on record as its schema let it through. */
export async function performRemedyRegistration(
  trx: Trx,
  agencyId: number,
  told: z.output<typeof remedyRegistrationSchema>,
  today: Day,
): Promise<Remedy> {
  requireFitText(told)
  const nothing = { convertedOn: null, answeredOn: null, concludedOn: null, rawResult: null, result: null }
  return await registerRemedy(trx, agencyId, { ...told, ...nothing }, today)
}

/** Tells what happened to a case, or mends what was told wrong, in the caller's transaction. */
export async function performRemedyAct(
  trx: Trx,
  agencyId: number,
  caseNumber: string,
  told: RemedyActFields,
  today: Day,
): Promise<Remedy> {
  requireFitText(told.fields)
  const change = changeOf(told, await resultColumns(trx, agencyId))
  return await changeStoredRemedy(trx, agencyId, caseNumber, change, told.act === 'amend' ? 'amend' : 'act', today)
}

/** A case that can be reopened. */
export type Reopening = { readonly number: string; readonly procedure: Procedure }

/**
 * The request or record amendment that can be reopened because the case overturned its answer; null where there is none. It is
 * only named: what the decision orders, and by when, a person has to read out of it.
 */
export async function reopensOf(
  trx: Trx,
  agencyId: number,
  { result, requestNumber: number, concludedOn }: Remedy,
): Promise<Reopening | null> {
  if (result !== 'overturned' || number === null || concludedOn === null) return null
  const procedure = await procedureOf(trx, agencyId, number)
  if (procedure === null) return null
  const open =
    procedure === 'request'
      ? await isRequestToReopen(trx, agencyId, number)
      : await isAmendmentToReopen(trx, agencyId, number, concludedOn)
  return open ? { number, procedure } : null
}

async function isRequestToReopen(trx: Trx, agencyId: number, number: string): Promise<boolean> {
  const phase = await phaseOfRequest(trx, agencyId, number)
  if (!phase || !transitions.reopen.from.includes(phase)) return false
  return !(await isDestroyed(trx, agencyId, number))
}

function changeOf(told: RemedyActFields, columns: ReadonlyMap<RawResultId, RemedyResult>): RemedyChange {
  switch (told.act) {
    case 'receiveCopy': {
      const { on, procedure } = told.fields
      return { copyReceivedOn: on, ...(procedure && { procedure }) }
    }
    case 'convert':
      return { convertedOn: told.fields.on }
    case 'answer':
      return { answeredOn: told.fields.on }
    case 'conclude': {
      const { on, rawResult, result } = told.fields
      return { concludedOn: on, rawResult, result: result ?? columns.get(rawResult) ?? null }
    }
    case 'amend': {
      const { reason: _, ...fields } = told.fields
      const { rawResult, result } = fields
      // A result that is told anew is counted anew, unless its column is told as well.
      const column = rawResult && result === undefined ? { result: columns.get(rawResult) ?? null } : {}
      return { ...dropUndefined(fields), ...column }
    }
  }
}

function dropUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
