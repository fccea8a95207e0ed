import { createHash } from 'node:crypto'

/** A name of its own for an address, whatever host serves it. */
export function urnOf(address: string): string {
  const hex = createHash('sha256').update(address).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
