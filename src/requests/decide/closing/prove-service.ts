import type { RequestCase } from '../../case/request-case.ts'
import type { EventOf } from '../../events/request-event.ts'
import type { Act } from '../decided.ts'

/** 送达回证: the slip or receipt that proves service. */
export const proveService: Act<'proveService'> = ({ service }, command) => proveServed(service, command)

/** The same for every procedure that serves something. */
export function proveServed(
  service: Pick<NonNullable<RequestCase['service']>, 'proof'> | null,
  { on, proof, signedBy }: Omit<EventOf<'serviceProved'>, 'type'>,
): readonly [EventOf<'serviceProved'>] | { readonly rule: 'service-not-proved' | 'proof-already' } {
  if (!service) return { rule: 'service-not-proved' }
  if (service.proof) return { rule: 'proof-already' }
  return [{ type: 'serviceProved', on, proof, signedBy }]
}
