import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { publicationPhases } from '../src/publications/publication-case.ts'
import { publicationTransitions } from '../src/publications/publication-transitions.ts'
import { publicationWords } from '../src/publications/words/publication-words.ts'
import { amendmentPhases } from '../src/requests/amendments/amendment-case.ts'
import { amendmentTransitions } from '../src/requests/amendments/amendment-transitions.ts'
import { amendmentWords } from '../src/requests/amendments/words/amendment-words.ts'
import { phases } from '../src/requests/case/phase.ts'
import { transitions } from '../src/requests/decide/transitions.ts'
import { actWords, phaseWords } from '../src/requests/words/act-words.ts'
import { statesPage } from './states-page.ts'

const requests = statesPage(
  [
    '# Where a disclosure request can stand, and what can be done then',
    '',
    'Written by `test/request-states.test.ts` out of `src/requests/decide/transitions.ts`; `WRITE_DOCS=1` writes it anew.',
    'A case that was reopened goes back to `reopened` where others go back to `handling`.',
  ],
  phases,
  transitions,
  { acts: actWords['zh-CN'], phases: phaseWords['zh-CN'] },
)

const amendments = statesPage(
  [
    '# Where a record amendment can stand, and what can be done then',
    '',
    'Record amendment (更正, 条例41) is a procedure of its own beside [disclosure requests](request-states.md). Written by',
    '`test/request-states.test.ts` out of `src/requests/amendments/amendment-transitions.ts`; `WRITE_DOCS=1` writes it anew.',
  ],
  amendmentPhases,
  amendmentTransitions,
  amendmentWords['zh-CN'],
)

const publications = statesPage(
  [
    '# Where an item stands on its way to the public, and what can be done then',
    '',
    'Proactive disclosure (主动公开, 条例17 to 26). A published item that is revised stands in the phase of its revision and is',
    'still public as it was. Written by `test/request-states.test.ts` out of `src/publications/publication-transitions.ts`;',
    '`WRITE_DOCS=1` writes it anew.',
  ],
  publicationPhases,
  publicationTransitions,
  publicationWords['zh-CN'],
)

const pages = {
  'request-states': requests,
  'amendment-states': amendments,
  'publication-states': publications,
}
for (const [name, written] of Object.entries(pages)) {
  test(`the page ${name} says what the table of acts says`, () => {
    const page = new URL(`../docs/${name}.md`, import.meta.url)
    if (process.env.WRITE_DOCS) writeFileSync(page, written)
    assert.equal(readFileSync(page, 'utf8'), written)
  })
}
