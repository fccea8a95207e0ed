import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { CommandOf } from '../../requests/decide/request-command.ts'
import { sampleCommand } from '../../requests/decide/sample-commands.ts'
import { day } from '../../statute/day.ts'
import { type ActName, actSchemas } from './act-schemas.ts'

/** What an edge adds to the fields of a command: who a third party is, and what is now asked for. */
type Beside = { readonly party?: string | null; readonly person?: unknown; readonly content?: string | undefined }
type Fields<T extends ActName> = z.output<(typeof actSchemas)[T]>
type Disagreeing = {
  // An approval's number may be left to the program, and where a letter comes from is for it to say; so may what a remedy is called.
  [T in Exclude<ActName, 'approve' | 'keepLetter' | 'reopen'>]: Fields<T> extends Omit<
    CommandOf<T>,
    'type' | 'party' | 'person'
  > &
    Beside
    ? never
    : T
}[Exclude<ActName, 'approve' | 'keepLetter' | 'reopen'>]

test('what a schema lets through is what its command takes', () => {
  // Does not compile where they disagree.
  const agree: [Disagreeing] extends [never] ? true : never = true
  assert.ok(agree)
})

test('every sample passes its schema, but for references that are no digests', () => {
  for (const name of Object.keys(actSchemas) as ActName[]) {
    const { type: _, ...fields } = sampleCommand(name, day('2026-03-02'))
    const text = JSON.stringify({ ...fields, origin: undefined })
      .replaceAll(/"f[13]"/g, `"${'0'.repeat(64)}"`)
      .replace('"p2"', '{"name":"某公司"}')
    const read = actSchemas[name].safeParse(JSON.parse(text))
    assert.ok(read.success, `${name}: ${read.error}`)
  }
})

test('days that do not exist, blank words and unknown fields are turned down', () => {
  const bad: readonly (readonly [ActName, unknown])[] = [
    ['confirmReceipt', { on: '2026-02-30' }],
    ['confirmReceipt', { on: '2026-03-02', by: 'x' }],
    ['dispatch', { on: '2026-03-02', unit: ' ', question: '问' }],
    ['extend', { on: '2026-03-02', workingDays: 21, reasons: '理由', approvedBy: '人', approvedOn: '2026-03-02' }],
    ['decide', { on: '2026-03-02', decision: { outcome: 'perhaps' } }],
    ['notifyFee', { on: '2026-03-02', charged: { by: 'items', count: 0 } }],
    ['proveService', { on: '2026-03-02', proof: '../../etc/passwd' }],
  ]
  for (const [name, fields] of bad) assert.equal(actSchemas[name].safeParse(fields).success, false, name)
})

test('each schema can be told as JSON Schema', () => {
  for (const schema of Object.values(actSchemas)) assert.equal(z.toJSONSchema(schema, { io: 'input' }).type, 'object')
})
