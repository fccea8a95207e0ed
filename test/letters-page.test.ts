import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { amendmentNotices, decisionNoticeFor } from '../src/requests/amendments/letters/amendment-letter-kinds.ts'
import type { AmendmentLetterDefinition } from '../src/requests/amendments/letters/define-amendment-letter.ts'
import { amendmentWords } from '../src/requests/amendments/words/amendment-words.ts'
import type { LetterDefinition } from '../src/requests/letters/define-letter.ts'
import { notices, replyFor } from '../src/requests/letters/letter-kinds.ts'
import { missingInWords } from '../src/requests/words/letter-words.ts'
import type { Citation } from '../src/statute/citation.ts'
import { outcomes } from '../src/statute/outcomes.ts'

const page = new URL('../docs/letters.md', import.meta.url)

function row(
  name: string,
  id: string,
  { elements, fixed, contestedAs }: LetterDefinition | AmendmentLetterDefinition,
): string {
  const known = missingInWords(
    Object.entries(elements).map(([element, article]) => ({
      element: element as Parameters<typeof missingInWords>[0][number]['element'],
      article: article as Citation | null,
    })),
    'zh-CN',
  )
  const always = Object.values(fixed).map(([article, sentence]) => `${sentence}（${article}）`)
  return `| ${[name, `\`${id}\``, known, always.join('<br>'), contestedAs === null ? '' : '有'].join(' | ')} |`
}

/** What every letter must say, as a page. */
function lettersPage(): string {
  const replies = outcomes.flatMap(({ id, words }) => {
    const reply = replyFor({ outcome: id, rightAgency: null })
    const elsewhere = replyFor({ outcome: id, rightAgency: { name: '', contact: '' } })
    return [
      ...(reply ? [row(words, id, reply)] : []),
      ...(elsewhere && elsewhere !== reply ? [row(`${words}（由其他机关负责）`, id, elsewhere)] : []),
    ]
  })
  const { grounds, results } = amendmentWords['zh-CN']
  const decisions = [
    row(results.amended, 'amended', decisionNoticeFor({ result: 'amended' })),
    ...Object.entries(grounds).map(([ground, words]) =>
      row(
        `${results.refused}：${words}`,
        `refused ${ground}`,
        decisionNoticeFor({ result: 'refused', ground: ground as keyof typeof grounds }),
      ),
    ),
  ]
  const head = (first: string) => [
    `| ${first} | identifier | 必须写明的内容（依据） | 固定语句（依据） | 救济告知 |`,
    '| --- | --- | --- | --- | --- |',
  ]
  return [
    '# What every letter of a disclosure request must say',
    '',
    'Written by `test/letters-page.test.ts` out of `src/requests/letters/templates/`; `WRITE_DOCS=1` writes it anew. A letter that lacks',
    'one of these is not written, and says which. The outcomes without a row are closed by a notice. Where an agent acts for the applicant',
    '(委托代理人) the letter names both, and a reply lists every file that it hands over (附件). An office may write its own text:',
    '`gongkai templates fields` names the field of each of these.',
    '',
    ...head('文书'),
    ...Object.entries(notices).map(([kind, notice]) => row(notice.title, kind, notice)),
    '',
    ...head('答复书：办理结果'),
    ...replies,
    '',
    '## Record amendment (更正)',
    '',
    'Out of `src/requests/amendments/letters/`. Every one names the agent, too, where somebody acts for the applicant.',
    '',
    ...head('文书'),
    ...Object.entries(amendmentNotices).map(([kind, notice]) => row(notice.title, kind, notice)),
    '',
    ...head('更正（不予更正）告知书：决定'),
    ...decisions,
    '',
  ].join('\n')
}

test('the page of letters says what their definitions say', () => {
  if (process.env.WRITE_DOCS) writeFileSync(page, lettersPage())
  assert.equal(readFileSync(page, 'utf8'), lettersPage())
})
