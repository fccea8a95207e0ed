import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomes } from '../../statute/outcomes.ts'
import { letterExamples } from './compose-letter.examples.ts'
import { composeLetter, lettersOf } from './compose-letter.ts'
import type { ElementId } from './elements.ts'
import type { Letter, LetterCase, LetterFacts } from './letter.ts'
import { type LetterKind, letterKinds } from './letter-kind.ts'
import { notices, replyFor } from './letter-kinds.ts'
import { sampleCase, sampleFacts, sampleReply } from './sample-letter.ts'

function composed(kind: LetterKind, of: LetterCase, change: Partial<LetterFacts> = {}): Letter {
  const { letter, refused } = composeLetter(kind, of, { ...sampleFacts, ...change })
  assert.ok(letter, JSON.stringify(refused))
  return letter
}
const textOf = (letter: Letter) => [letter.addressee, ...letter.paragraphs, ...letter.remedies].join('\n')

/** How to take away what the office knows. */
const unknown: Readonly<Partial<Record<ElementId, Partial<LetterFacts>>>> = {
  applicant: { applicants: [] },
  content: { content: null },
  contact: { contact: '  ' },
  party: { thirdParty: null },
  payment: { payment: null },
}

for (const { title, kind, of, says, mustKnow } of letterExamples) {
  test(title, () => {
    const letter = composed(kind, of)
    const text = textOf(letter)
    for (const words of says) assert.ok(text.includes(words), `${words}\n${text}`)
    assert.ok(!/undefined|null|NaN|\[object|。。|，。|：。|；。| {2}/.test(text), text)
    const definition = kind === 'reply' ? definitionOf(of) : notices[kind]
    // 予以公开 has a sentence for each of its two articles.
    for (const [name, [, sentence]] of Object.entries(definition?.fixed ?? {}))
      assert.ok(text.includes(sentence) || name === 'alreadyPublic' || name === 'disclosed', name)
    assert.equal(letter.remedies.length > 0, definition?.contestedAs !== null)
    if (letter.addressee !== sampleFacts.applicants[0]) assert.ok(!text.includes('甲某'), 'others learn who applies')
    else assert.ok(!text.includes('乙建设'), 'the applicant learns who was consulted')
    for (const element of mustKnow) {
      const { refused } = composeLetter(kind, of, { ...sampleFacts, ...unknown[element] })
      assert.ok(refused?.rule === 'letter-incomplete', element)
      assert.deepEqual(
        refused.missing.map((one) => one.element),
        [element],
      )
    }
  })
}

function definitionOf({ events }: LetterCase) {
  const decided = events.findLast(({ type }) => type === 'decided')
  return decided?.type === 'decided' ? replyFor(decided.decision) : null
}

test('there is an example of every kind, and of every outcome', () => {
  const kinds = new Set(letterExamples.map(({ kind }) => kind))
  assert.deepEqual(
    [...letterKinds].filter((kind) => !kinds.has(kind)),
    [],
  )
  const told = new Set(letterExamples.map(({ of }) => definitionOf(of)))
  for (const { id } of outcomes) {
    const definition = replyFor({ outcome: id, rightAgency: null })
    if (definition === null) assert.match(id, /^other\.(?:correction|fee)Overdue$/)
    else assert.ok(told.has(definition), id)
  }
})

test('a case has the letters of its events, and no others', () => {
  assert.deepEqual(lettersOf(sampleCase(['register', '2026-03-02']).events), ['receipt'])
  assert.deepEqual(lettersOf(sampleReply({}).events), ['receipt', 'reply'])
  const consulted = sampleCase(['register', '2026-03-02'], ['consult', '2026-03-05'])
  assert.deepEqual(lettersOf(consulted.events), ['receipt', 'thirdPartyConsultation', 'consultationNotice'])
  assert.deepEqual(composeLetter('feeNotice', consulted, sampleFacts).refused, { rule: 'letter-not-due' })
})

test('a case that is not received yet gets no receipt', () => {
  const unconfirmed = sampleCase(['register', '2026-03-02', { channel: 'email' }])
  const { refused } = composeLetter('receipt', unconfirmed, sampleFacts)
  assert.deepEqual(refused, {
    rule: 'letter-incomplete',
    missing: [
      { element: 'receivedOn', article: '条例31' },
      { element: 'dueOn', article: '条例33¶2' },
    ],
  })
})

test('a reply has number and day of its approval, and before that only a draft is given', () => {
  const letter = composed('reply', sampleReply({}))
  assert.equal(letter.number, '清水公复〔2026〕1号')
  assert.equal(letter.date, '2026年3月20日')
  const drafted = sampleReply({}, [], 'drafted')
  assert.deepEqual(composeLetter('reply', drafted, sampleFacts).refused, {
    rule: 'letter-incomplete',
    missing: [{ element: 'documentNumber', article: '条例45' }],
  })
  const draft = composed('reply', drafted, { draft: true })
  assert.deepEqual(
    [draft.draft, draft.number, draft.date.trim(), draft.numberLine],
    [true, null, '年  月  日', '（送审稿）'],
  )
})

test('a draft that was returned has no letter', () => {
  const returned = sampleReply({}, [])
  const events = [...returned.events, { type: 'decisionReturned', on: sampleFacts.today, reasons: '重写' } as const]
  assert.deepEqual(composeLetter('reply', { ...returned, events }, sampleFacts).refused, { rule: 'letter-not-due' })
})

test('replies are called alike, or by what they decide', () => {
  const withheld = sampleReply({ outcome: 'withheld.stateSecret' })
  assert.equal(composed('reply', withheld).title, '政府信息公开申请答复书')
  assert.equal(composed('reply', withheld, { replyTitles: 'byOutcome' }).title, '政府信息不予公开告知书')
})

test('what the remedies clause lacks is missing by name', () => {
  const names = { ownGovernment: null, superior: null, court: null, onlineChannel: null }
  const facts = { ...sampleFacts, remedies: { ...sampleFacts.remedies, names } }
  const online = sampleCase(
    ['register', '2026-03-02', { wanted: { form: 'electronic', by: 'email' } }],
    ['decide', '2026-03-20'],
    ['approve', '2026-03-20'],
  )
  assert.deepEqual(composeLetter('reply', online, facts).refused, {
    rule: 'letter-incomplete',
    missing: ['reconsiderationBody', 'court', 'onlineChannel'].map((element) => ({ element, article: '条例51' })),
  })
})

test('doubts are told beside the letter and never printed', () => {
  const { letter, doubts } = composeLetter(
    'reply',
    sampleReply({ outcome: 'withheld.administrativeInquiry', otherWay: '到登记机构查询' }),
    sampleFacts,
  )
  assert.deepEqual(doubts, ['inquiryUnsettled'])
  assert.ok(letter && !textOf(letter).includes('疑'))
  const late = sampleCase(['register', '2026-12-20'])
  assert.deepEqual(composeLetter('receipt', late, sampleFacts).doubts, ['provisionalDay'])
})

test('of several consultations the one that is meant is told', () => {
  const two = sampleCase(
    ['register', '2026-03-02'],
    ['consult', '2026-03-05', { information: '甲标段' }],
    ['consult', '2026-03-05', { information: '乙标段' }],
  )
  assert.match(textOf(composed('thirdPartyConsultation', two)), /乙标段/)
  assert.match(textOf(composed('thirdPartyConsultation', two, { consulted: '第三方1' })), /甲标段/)
})

test('an extension keeps the day it told, whatever comes later', () => {
  const extended = [
    ['register', '2026-03-02'],
    ['extend', '2026-03-20'],
  ] as const
  const later = sampleCase(...extended, ['consult', '2026-03-23'], ['recordAnswer', '2026-03-27'])
  assert.deepEqual(composed('extensionNotice', later), composed('extensionNotice', sampleCase(...extended)))
})

test('a notice says when the request was corrected before it, and nothing of what came after it', () => {
  const corrected = [
    ['register', '2026-03-02'],
    ['requestCorrection', '2026-03-05'],
    ['receiveCorrection', '2026-03-16'],
  ] as const
  const later = sampleCase(...corrected, ['extend', '2026-03-20'])
  assert.match(textOf(composed('extensionNotice', later)), /2026年3月16日收到补正材料/)
  assert.doesNotMatch(textOf(composed('correctionNotice', later)), /2026年3月16日/)
})

test('a reply after a remedy names it', () => {
  const anew = sampleCase(
    ['register', '2026-03-02'],
    ['decide', '2026-03-10'],
    ['approve', '2026-03-10'],
    ['serve', '2026-03-10'],
    ['reopen', '2026-06-01'],
    ['decide', '2026-06-10'],
    ['approve', '2026-06-10'],
  )
  assert.match(textOf(composed('reply', anew)), /根据政复〔2026〕1号，本机关对该申请重新作出处理。/)
})

const ofDecision = ['reasons', 'provision', 'withheldParts', 'search', 'otherWay', 'earlierReply'] as const

for (const { title, of } of letterExamples.filter(({ kind }) => kind === 'reply')) {
  test(`${title}: a decision that lacks what it must say has no letter`, () => {
    const empty = { reasons: null, provision: null, withheldParts: [], search: null, otherWay: ' ', earlierReply: null }
    const events = of.events.map((event) =>
      event.type === 'decided' ? { ...event, decision: { ...event.decision, ...empty } } : event,
    )
    const wanted = ofDecision.filter((element) => element in (definitionOf(of)?.elements ?? {}))
    const { refused } = composeLetter('reply', { ...of, events }, sampleFacts)
    assert.ok(refused?.rule === 'letter-incomplete')
    assert.deepEqual(refused.missing.map(({ element }) => element).sort(), [...wanted].sort())
  })
}

test('a request for a justification without a period has no letter', () => {
  const asked = sampleCase(['register', '2026-03-02'], ['askJustification', '2026-03-05'])
  assert.deepEqual(composeLetter('justificationNotice', asked, sampleFacts).refused, {
    rule: 'letter-incomplete',
    missing: [{ element: 'justificationUntil', article: '条例35' }],
  })
})

test('an extension while another agency is consulted has no day to name, and no letter', () => {
  const open = sampleCase(
    ['register', '2026-03-02'],
    ['consult', '2026-03-05', { with: 'otherAgency', party: '清河县财政局', person: null }],
    ['extend', '2026-03-20'],
  )
  assert.deepEqual(composeLetter('extensionNotice', open, sampleFacts).refused, {
    rule: 'letter-incomplete',
    missing: [{ element: 'newDueOn', article: '条例33¶2' }],
  })
})

const withAgent = { agent: { person: 'p9', powerOfAttorney: null } }

test('whoever acts for the applicant is named beside them, and a letter that cannot name them is refused', () => {
  const of = sampleCase(['register', '2026-03-02', withAgent])
  assert.equal(composed('receipt', of, { agent: '丁某' }).addressee, '甲某（委托代理人丁某）')
  for (const agent of [{}, { agent: null }, { agent: ' ' }])
    assert.deepEqual(composeLetter('receipt', of, { ...sampleFacts, ...agent }).refused, {
      rule: 'letter-incomplete',
      missing: [{ element: 'agent', article: '条例29¶2(1)' }],
    })
  const consulted = sampleCase(['register', '2026-03-02', withAgent], ['consult', '2026-03-05'])
  assert.ok(!textOf(composed('thirdPartyConsultation', consulted)).includes('丁某'))
})

test('joint applicants are named by their representative, who stands first', () => {
  const joint = { applicants: ['甲某', '乙某', '丙某'] }
  const people = sampleCase(['register', '2026-03-02', { applicants: ['p1', 'p2', 'p3'] }])
  const letter = composed('receipt', people, joint)
  assert.equal(letter.addressee, '甲某等3人（代表人甲某）')
  assert.match(textOf(letter), /你们提出的/)
  const businesses = sampleCase([
    'register',
    '2026-03-02',
    { applicantKind: 'business', applicants: ['p1', 'p2'], ...withAgent },
  ])
  assert.equal(
    composed('receipt', businesses, { applicants: ['甲公司', '乙公司'], agent: '丁某' }).addressee,
    '甲公司等2家单位（代表人甲公司，委托代理人丁某）',
  )
})

test('a reply lists the files that it hands over, and is refused where one has no name', () => {
  const provision = { how: 'supplied', files: ['f1', 'f2'], description: '验收报告复印件' } as const
  const of = sampleReply({ provision })
  const letter = composed('reply', of, { attachments: ['验收报告（正文）.pdf', '图纸2.0.xlsx'] })
  assert.deepEqual(letter.attachments, ['1. 验收报告（正文）', '2. 图纸2.0'])
  const one = sampleReply({ provision: { ...provision, files: ['f1'] } })
  assert.deepEqual(composed('reply', one, { attachments: ['验收报告.pdf'] }).attachments, ['验收报告'])
  assert.deepEqual(composed('reply', sampleReply({})).attachments, [])
  for (const attachments of [undefined, [], ['验收报告.pdf'], ['验收报告.pdf', ' ']])
    assert.deepEqual(composeLetter('reply', of, { ...sampleFacts, ...(attachments && { attachments }) }).refused, {
      rule: 'letter-incomplete',
      missing: [{ element: 'attachments', article: '条例36(2)' }],
    })
})
