import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { phases } from '../src/requests/case/phase.ts'
import { transitions } from '../src/requests/decide/transitions.ts'
import { actWords, phaseWords, roleWords } from '../src/requests/words/act-words.ts'

const page = new URL('../docs/request-states.md', import.meta.url)
const acts = actWords['zh-CN']
const phase = phaseWords['zh-CN']

/** The table of acts as a page: a diagram of those that move a case, and every act with phases, roles and article. */
function statesPage(): string {
  const arrows = Object.entries(transitions).flatMap(([type, { from, to }]) =>
    from.flatMap((before) =>
      (to ?? []).map(
        (after) => `  ${before === 'new' ? '[*]' : before} --> ${after}: ${acts[type as keyof typeof acts]}`,
      ),
    ),
  )
  const rows = Object.entries(transitions).map(([type, { from, roles, article }]) =>
    [
      '',
      acts[type as keyof typeof acts],
      `\`${type}\``,
      from.map((before) => (before === 'new' ? '（新）' : phase[before])).join('、'),
      roles.map((role) => roleWords['zh-CN'][role]).join('、'),
      article,
      '',
    ]
      .join(' | ')
      .trim(),
  )
  return [
    '# Where a disclosure request can stand, and what can be done then',
    '',
    'Written by `test/request-states.test.ts` out of `src/requests/decide/transitions.ts`; `WRITE_DOCS=1` writes it anew.',
    'A case that was reopened goes back to `reopened` where others go back to `handling`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...phases.map((one) => `  ${one}: ${phase[one]}`),
    ...arrows,
    '```',
    '',
    '| act | identifier | when | who | article |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

test('the page of states says what the table of acts says', () => {
  if (process.env.WRITE_DOCS) writeFileSync(page, statesPage())
  assert.equal(readFileSync(page, 'utf8'), statesPage())
})
