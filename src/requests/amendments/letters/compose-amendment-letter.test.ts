import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Letter } from '../../letters/letter.ts'
import { doubtWords, missingInWords } from '../../words/letter-words.ts'
import type { AmendmentDecision, RefusalGround } from '../amendment-event.ts'
import { sampleAmended } from '../sample-amendments.ts'
import { amendmentWords } from '../words/amendment-words.ts'
import type { AmendmentLetterCase, AmendmentLetterFacts } from './amendment-letter.ts'
import { type AmendmentLetterKind, amendmentLetterKinds } from './amendment-letter-kind.ts'
import { amendmentLetterExamples } from './compose-amendment-letter.examples.ts'
import { amendmentLettersOf, composeAmendmentLetter } from './compose-amendment-letter.ts'
import { type AmendmentStep, sampleAmendment, sampleAmendmentFacts } from './sample-amendment-letter.ts'

const { remedies } = sampleAmendmentFacts
const registered = ['register', '2026-03-02'] as const
const decided = (decision: AmendmentDecision) =>
  sampleAmendment(registered, ['decide', '2026-03-09', { decision }], ['approve', '2026-03-10'])
const refused = (ground: RefusalGround) => decided({ result: 'refused', ground, reasons: '经与原始档案核对一致' })

function composed(
  kind: AmendmentLetterKind,
  of: AmendmentLetterCase,
  change: Partial<AmendmentLetterFacts> = {},
): Letter {
  const { letter, refused: why } = composeAmendmentLetter(kind, of, { ...sampleAmendmentFacts, ...change })
  assert.ok(letter, JSON.stringify(why))
  return letter
}
const textOf = ({ addressee, paragraphs, remedies: clause }: Letter) => [addressee, ...paragraphs, ...clause].join('\n')

for (const { title, kind, of, says, contested } of amendmentLetterExamples) {
  test(title, () => {
    const letter = composed(kind, of)
    const text = textOf(letter)
    for (const words of [...says, '更2026-0007', '房屋登记簿', '应为河东街道12号，86.5平方米”'])
      assert.ok(text.includes(words), `${words}\n${text}`)
    assert.ok(!/undefined|null|NaN|\[object|。。|，。|：。|；。| {2}/.test(text), text)
    assert.equal(letter.remedies.length > 0, contested)
    for (const [element, unknown] of [
      ['applicant', { applicant: null }],
      ['contact', { contact: ' ' }],
      ['record', null],
      ['claim', null],
    ] as const) {
      const lacking = unknown === null ? { ...of, [element]: '' } : of
      const { refused: why } = composeAmendmentLetter(kind, lacking, { ...sampleAmendmentFacts, ...unknown })
      assert.ok(why?.rule === 'letter-incomplete', element)
      assert.deepEqual(
        why.missing.map((one) => one.element),
        [element],
      )
      for (const language of ['zh-CN', 'en'] as const)
        assert.doesNotMatch(missingInWords(why.missing, language), /undefined/)
    }
  })
}

test('who asks is named with their agent, to whom power was given, and no letter leaves the name out', () => {
  const agent = { person: 'p9', powerOfAttorney: 'f9' }
  const both = '甲某（委托代理人乙某）'
  for (const [kind, step] of [
    ['evidenceNotice', ['askEvidence', '2026-03-03']],
    ['transferLetter', ['transfer', '2026-03-03']],
    ['transferNotice', ['transfer', '2026-03-03']],
    ['elsewhereNotice', ['tellElsewhere', '2026-03-03']],
    ['decisionNotice', ['decide', '2026-03-03']],
  ] as const) {
    const of = sampleAmendment(['register', '2026-03-02', { agent }], step as AmendmentStep)
    const { addressee, paragraphs } = composed(kind, of, { agent: '乙某', draft: true })
    if (kind === 'transferLetter') assert.match(paragraphs[0] ?? '', new RegExp(`收到${both}提出的`))
    else assert.equal(addressee, both)
    for (const unknown of [null, ' ']) {
      const { refused: why } = composeAmendmentLetter(kind, of, {
        ...sampleAmendmentFacts,
        agent: unknown,
        draft: true,
      })
      assert.deepEqual(why, { rule: 'letter-incomplete', missing: [{ element: 'agent', article: null }] })
    }
  }
})

test('what is decided anew says by which remedy, and the notice that it overturned is none any more', () => {
  const told = sampleAmendment(
    registered,
    ['tellElsewhere', '2026-03-03'],
    ['reopen', '2026-05-06'],
    ['decide', '2026-05-07'],
  )
  assert.match(
    textOf(composed('decisionNotice', told, { draft: true })),
    /根据某政复〔2026〕1号行政复议决定，本机关对该申请重新作出处理。/,
  )
  assert.deepEqual(amendmentLettersOf(told.events), ['decisionNotice'])
})

test('there is an example of every kind and every ground', () => {
  const kinds = new Set(amendmentLetterExamples.map(({ kind }) => kind))
  assert.deepEqual(
    amendmentLetterKinds.filter((kind) => !kinds.has(kind)),
    [],
  )
  assert.deepEqual(Object.keys(amendmentWords['zh-CN'].grounds), ['recordIsRight', 'notAboutApplicant', 'noEvidence'])
})

test('a refusal tells the clerk what is unsettled, and an amendment tells nothing', () => {
  const doubts = (of: AmendmentLetterCase, kind: AmendmentLetterKind = 'decisionNotice') =>
    composeAmendmentLetter(kind, of, sampleAmendmentFacts).doubts
  assert.deepEqual(doubts(refused('recordIsRight')), ['amendmentUnsettled'])
  assert.deepEqual(doubts(sampleAmendment(registered, ['tellElsewhere', '2026-03-03']), 'elsewhereNotice'), [
    'amendmentUnsettled',
  ])
  assert.deepEqual(doubts(decided(sampleAmended)), [])
  for (const language of ['zh-CN', 'en'] as const) assert.ok(doubtWords[language].amendmentUnsettled)
  const { citations } = composeAmendmentLetter('decisionNotice', refused('recordIsRight'), sampleAmendmentFacts)
  assert.deepEqual(citations, ['条例41', '条例51', '行政复议法23¶1(3)', '行政复议法24', '行政复议法20', '行政诉讼法46'])
})

test('a decision has number and day of its approval, before that only a draft is given, and none once returned', () => {
  const letter = composed('decisionNotice', decided(sampleAmended))
  assert.deepEqual([letter.number, letter.date], ['清水公更〔2026〕1号', '2026年3月10日'])
  const drafted = sampleAmendment(registered, ['decide', '2026-03-09'])
  assert.deepEqual(composeAmendmentLetter('decisionNotice', drafted, sampleAmendmentFacts).refused, {
    rule: 'letter-incomplete',
    missing: [{ element: 'documentNumber', article: '条例45' }],
  })
  const draftLetter = composed('decisionNotice', drafted, { draft: true })
  assert.deepEqual(
    [draftLetter.number, draftLetter.numberLine, draftLetter.date.trim()],
    [null, '（送审稿）', '年  月  日'],
  )
  const returned = sampleAmendment(registered, ['decide', '2026-03-09'], ['returnDecision', '2026-03-10'])
  assert.deepEqual(composeAmendmentLetter('decisionNotice', returned, sampleAmendmentFacts).refused, {
    rule: 'letter-not-due',
  })
})

test('a case has the letters of its events, and no others', () => {
  assert.deepEqual(amendmentLettersOf([]), [])
  assert.deepEqual(amendmentLettersOf(sampleAmendment(registered).events), [])
  assert.deepEqual(amendmentLettersOf(sampleAmendment(registered, ['transfer', '2026-03-03']).events), [
    'transferLetter',
    'transferNotice',
  ])
  assert.deepEqual(
    composeAmendmentLetter('evidenceNotice', sampleAmendment(registered), sampleAmendmentFacts).refused,
    {
      rule: 'letter-not-due',
    },
  )
})

test('served online, the clause needs the online channel', () => {
  const online = sampleAmendment(
    ['register', '2026-03-02', { channel: 'portal' }],
    ['decide', '2026-03-09'],
    ['approve', '2026-03-10'],
  )
  const names = { ...remedies.names, onlineChannel: null, court: null }
  const { refused: why } = composeAmendmentLetter('decisionNotice', online, {
    ...sampleAmendmentFacts,
    remedies: { ...remedies, names },
  })
  assert.deepEqual(why?.rule === 'letter-incomplete' && why.missing.map(({ element }) => element), [
    'court',
    'onlineChannel',
  ])
})
