import type { z } from 'zod'
import {
  type AmendmentAct,
  type AmendmentActed,
  type AmendmentActing,
  actOnAmendment,
} from '../../storage/amendments/write-amendment.ts'
import { decisionThatReopens } from '../../storage/remedies/decision-that-reopens.ts'
import { takeDocumentNumber } from '../../storage/requests/document-numbers.ts'
import type { Trx } from '../../storage/storage.ts'
import type { AmendmentActName, amendmentActSchemas } from './amendment-schemas.ts'

/** The fields of one act as its schema let them through. */
export type AmendmentActFields = {
  readonly [T in AmendmentActName]: {
    readonly act: T
    readonly fields: z.output<(typeof amendmentActSchemas)[T]>
  }
}[AmendmentActName]

/** Does one act on a record amendment in the caller's transaction; an approval takes the number of its letter. */
export async function performAmendmentAct(
  trx: Trx,
  agencyId: number,
  number: string,
  given: AmendmentActFields,
  seen: number | null,
  acting: AmendmentActing,
): Promise<AmendmentActed> {
  const command = await commandOf(trx, agencyId, number, given)
  return await actOnAmendment(trx, agencyId, { number, command, seen }, acting)
}

async function commandOf(
  trx: Trx,
  agencyId: number,
  number: string,
  given: AmendmentActFields,
): Promise<AmendmentAct['command']> {
  // What is composed here is kept where it is composed; an act tells of a scan.
  if (given.act === 'keepLetter') return { type: 'keepLetter', ...given.fields, origin: 'scan' }
  if (given.act === 'reopen') {
    const of = { number, procedure: 'recordAmendment' } as const
    const remedy = await decisionThatReopens(trx, agencyId, of, given.fields.remedy)
    return { type: 'reopen', ...given.fields, remedy }
  }
  if (given.act !== 'approve') return { type: given.act, ...given.fields } as AmendmentAct['command']
  const { on, approval, documentNumber: asked, sign } = given.fields
  const wanted = { given: asked, sign, on }
  const documentNumber = await takeDocumentNumber(trx, agencyId, number, wanted, 'recordAmendment')
  return { type: 'approve', on, approval, documentNumber }
}
