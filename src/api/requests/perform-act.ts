import type { z } from 'zod'
import type { RequestCommand } from '../../requests/decide/request-command.ts'
import { newApplicantReference, storeApplicantsAs } from '../../storage/applicants.ts'
import { decisionThatReopens } from '../../storage/remedies/decision-that-reopens.ts'
import { type Acted, type ActingFor, actOnRequest } from '../../storage/requests/act-on-request.ts'
import { takeDocumentNumber } from '../../storage/requests/document-numbers.ts'
import { requireFitText } from '../../storage/requests/require-fit-text.ts'
import type { Trx } from '../../storage/storage.ts'
import type { ActName, actSchemas } from './act-schemas.ts'

/** The fields of one act as its schema let them through. */
export type ActFields = {
  readonly [T in ActName]: { readonly act: T; readonly fields: z.output<(typeof actSchemas)[T]> }
}[ActName]

/**
 * Does one act on a case in the caller's transaction. `seen` is the version that whoever acts has before their eyes. A third
 * party that is to be consulted is sealed first; events know them by a reference.
 */
export async function performAct(
  trx: Trx,
  agencyId: number,
  number: string,
  given: ActFields,
  seen: number | null,
  acting: ActingFor,
): Promise<Acted> {
  const { content, command } = await commandOf(trx, agencyId, number, given)
  return await actOnRequest(
    trx,
    agencyId,
    { number, command, seen, ...(content === undefined ? {} : { content }) },
    acting,
  )
}

type Command = Exclude<RequestCommand, { type: 'register' }>

async function commandOf(
  trx: Trx,
  agencyId: number,
  number: string,
  given: ActFields,
): Promise<{ readonly command: Command; readonly content?: string | undefined }> {
  switch (given.act) {
    case 'consult': {
      const { person, ...fields } = given.fields
      if (!person) return { command: { type: 'consult', person: null, ...fields } }
      requireFitText({ person })
      const reference = newApplicantReference()
      await storeApplicantsAs(trx, agencyId, [{ reference, identity: person }])
      return { command: { type: 'consult', person: reference, ...fields } }
    }
    case 'approve': {
      const { on, approval, documentNumber: asked, sign } = given.fields
      const documentNumber = await takeDocumentNumber(trx, agencyId, number, { given: asked, sign, on })
      return { command: { type: 'approve', on, approval, documentNumber } }
    }
    case 'reopen': {
      const of = { number, procedure: 'request' } as const
      const remedy = await decisionThatReopens(trx, agencyId, of, given.fields.remedy)
      return { command: { type: 'reopen', ...given.fields, remedy } }
    }
    case 'keepLetter':
      // What is composed here is kept by the command that composes it.
      return { command: { type: 'keepLetter', ...given.fields, origin: 'scan' } }
    case 'receiveCorrection': {
      const { content, ...fields } = given.fields
      return { command: { type: 'receiveCorrection', ...fields }, content }
    }
    default:
      // The test of the schemas holds each of them to the fields of its command.
      return { command: { type: given.act, ...given.fields } as Command }
  }
}
