import type { Act } from '../decided.ts'

/** 送达回证: the slip or receipt that proves service. */
export const proveService: Act<'proveService'> = ({ service }, { on, proof, signedBy }) => {
  if (!service) return { rule: 'service-not-proved' }
  if (service.proof) return { rule: 'proof-already' }
  return [{ type: 'serviceProved', on, proof, signedBy }]
}
