/** Element types by the object id PostgreSQL has given them since ever. */
const oids = { bytea: 17, uuid: 2950 } as const

/**
 * A one-dimensional array in PostgreSQL's binary form, to be a parameter that is cast to `type[]`. Arrays of bytes sent as
 * text would be twice as long, and both sides would translate every byte.
 */
export function binaryArray(type: keyof typeof oids, elements: readonly Uint8Array[]): Buffer {
  let length = 20
  for (const element of elements) length += 4 + element.length
  const array = Buffer.allocUnsafe(length)
  array.writeInt32BE(1, 0) // dimensions
  array.writeInt32BE(0, 4) // no nulls
  array.writeInt32BE(oids[type], 8)
  array.writeInt32BE(elements.length, 12)
  array.writeInt32BE(1, 16) // first index
  let at = 20
  for (const element of elements) {
    at = array.writeInt32BE(element.length, at)
    array.set(element, at)
    at += element.length
  }
  return array
}
