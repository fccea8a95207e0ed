import assert from 'node:assert/strict'
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { cipherOf, currentCipher, lookupDigest } from '../secrets/crypto.ts'
import { unwrapKey } from '../secrets/key-wrap.ts'
import { timeOrderedUuid } from '../time-ordered-uuid.ts'
import { ApplicantSealer } from './applicant-sealer.ts'
import { placeOf, type SealedApplicants } from './seal-applicants.ts'

const key = () => createSecretKey(randomBytes(32))
const applicants = (count: number, prefix = '申请人') => ({
  agencyId: 7,
  references: Array.from({ length: count }, timeOrderedUuid),
  names: Array.from({ length: count }, (_, n) => `${prefix}${n}`),
  details: null,
})

test('a batch of any size is sealed in its order, each name under its own key', async () => {
  const keys = { keyWrap: key(), lookup: key() }
  const sealer = new ApplicantSealer(keys)
  try {
    const batches = [applicants(3), applicants(1000), applicants(2, 'b'), applicants(700, 'c')]
    const answers = await Promise.all(batches.map((batch) => sealer.seal(batch)))
    batches.forEach((batch, at) => {
      const answer = answers[at]
      assert.ok(answer)
      assert.deepEqual(opened(answer, keys.keyWrap, batch), batch.names)
      assert.deepEqual(
        elements(answer.lookups),
        batch.names.map((name) => lookupDigest(keys.lookup, name)),
      )
      assert.deepEqual(
        elements(answer.references).map((bytes) => bytes.toString('hex')),
        batch.references.map((reference) => reference.replaceAll('-', '')),
      )
    })
  } finally {
    await sealer.end()
  }
})

test('a thread that fails is an error for every batch that waits for it, and for those after', async () => {
  // Not a key: the thread meets it, as it would meet any bug.
  const sealer = new ApplicantSealer({ keyWrap: 'none' as unknown as KeyObject, lookup: key() })
  const [first, second] = await Promise.allSettled([sealer.seal(applicants(1000)), sealer.seal(applicants(1000))])
  assert.equal(first.status, 'rejected')
  assert.equal(second.status, 'rejected')
  await assert.rejects(sealer.seal(applicants(1000)))
  await sealer.end()
})

test('a thread that is ended while it works is an error, never a hang', async () => {
  const sealer = new ApplicantSealer({ keyWrap: key(), lookup: key() })
  const waiting = assert.rejects(sealer.seal(applicants(20_000)), /has ended/)
  await sealer.end()
  await waiting
})

function opened(answer: SealedApplicants, keyWrap: KeyObject, batch: ReturnType<typeof applicants>): string[] {
  const cipher = cipherOf(currentCipher)
  const sealed = elements(answer.sealed)
  return elements(answer.wrapped).map((wrapped, at) => {
    const place = placeOf(batch.agencyId, batch.references[at] ?? '', 'identity')
    const own = createSecretKey(unwrapKey(keyWrap, wrapped))
    const identity = cipher.open(own, sealed[at] ?? Buffer.alloc(0), place)
    return (JSON.parse(identity.toString('utf8')) as { name: string }).name
  })
}

/** The elements of a binary array of PostgreSQL. */
function elements(array: Uint8Array): Buffer[] {
  const bytes = Buffer.from(array)
  const found: Buffer[] = []
  for (let at = 20; at < bytes.length; ) {
    const length = bytes.readInt32BE(at)
    found.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return found
}
