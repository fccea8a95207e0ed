import { randomFillSync } from 'node:crypto'

/** One call of the system's generator serves some 700 applicants; asking it for each key and nonce took half of sealing. */
const pool = Buffer.alloc(65_536)
let used = pool.length

/**
 * `length` random bytes nobody else gets, from the system's generator. They are copied out and wiped where they lay, so that
 * a key does not stay behind in the pool. A thread of its own has a pool of its own.
 */
export function freshRandom(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return fillFresh(bytes, 0, length)
}

/** Fills `length` bytes of `target` from `at` on, as `freshRandom` makes them, and gives `target` back. */
export function fillFresh(target: Buffer, at: number, length: number): Buffer {
  if (length > pool.length) throw new RangeError(`more random bytes than the pool holds: ${length}`)
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  pool.copy(target, at, used, used + length)
  pool.fill(0, used, used + length)
  used += length
  return target
}
