import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { day } from '../statute/day.ts'
import { help } from './help.ts'

const folder = new URL('.', import.meta.url)

/** The options that the commands declare to parseArgs. */
const declared = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((source) => [...source.matchAll(/^\s*'?([a-z][a-z-]*)'?: \{ type: '(?:string|boolean)' \}/gm)])
    .map(([, option]) => `--${option}`),
)

for (const language of ['zh-CN', 'en'] as const) {
  test(`help in ${language} names every option that a command takes`, async () => {
    const said: string[] = []
    await help([], {
      out: (text) => void said.push(text),
      err: () => undefined,
      env: {},
      account: 'clerk',
      today: day('2026-01-01'),
      language,
      colour: false,
    })
    assert.ok(declared.size > 15)
    assert.deepEqual(
      [...declared].filter((option) => !said.join('').includes(option)),
      [],
    )
  })
}
