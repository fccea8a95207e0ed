import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { fixedZip } from './fixed-zip.ts'

const parts = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}(\/[\u4e00-\u4e20a-z]{1,8})?\.xml$/),
  fc.uint8Array({ maxLength: 3000 }),
)

test('what is packed is what another program unpacks, whatever the names and the bytes', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const unpacked = unzipSync(fixedZip(given))
      assert.deepEqual(Object.keys(unpacked), Object.keys(given))
      for (const [name, bytes] of Object.entries(given)) assert.deepEqual(unpacked[name], bytes)
    }),
  )
})

test('the list of content types comes first, and no entry has a day of its own', () => {
  const bytes = fixedZip({ 'b.xml': new Uint8Array([1, 2]), '[Content_Types].xml': new Uint8Array([3]) })
  const days: Date[] = []
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name)
      return true
    },
  })
  const view = Buffer.from(bytes)
  for (let at = view.indexOf(ENTRY); at >= 0; at = view.indexOf(ENTRY, at + 1))
    days.push(dayOf(view.readUInt16LE(at + 12)))
  assert.deepEqual(names, ['[Content_Types].xml', 'b.xml'])
  assert.deepEqual(days, [new Date(1980, 0, 1), new Date(1980, 0, 1)])
})

/** How a local entry begins. */
const ENTRY = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const dayOf = (packed: number) => new Date(1980 + (packed >> 9), ((packed >> 5) & 15) - 1, packed & 31)
