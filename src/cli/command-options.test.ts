import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '../refusals/refusal.ts'
import { parseOptions } from './command-options.ts'

const options = { agency: { type: 'string' }, update: { type: 'boolean' } } as const

for (const [args, id, named] of [
  [['--what'], 'option-unknown', '--what'],
  [['--what=1'], 'option-unknown', '--what'],
  [['-x'], 'option-unknown', '-x'],
  [['--agency'], 'option-without-value', '--agency'],
  [['--agency', '--update'], 'option-without-value', '--agency'],
  [['--update=yes'], 'option-takes-no-value', '--update'],
  [['stray'], 'argument-unexpected', 'stray'],
] as const) {
  test(`${args.join(' ')} is refused as ${id}, in the reader's language`, () => {
    assert.throws(
      () => parseOptions({ args: [...args], options }),
      (error) => {
        assert.ok(error instanceof Refusal)
        assert.equal(error.id, id)
        for (const language of ['zh-CN', 'en'] as const) assert.ok(error.words(language).includes(named))
        // No word of Node's own complaint is left in the Chinese sentence.
        assert.doesNotMatch(error.words('zh-CN').replaceAll(named, '').replace('gongkai help', ''), /[a-z]{3}/i)
        return true
      },
    )
  })
}
