import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../statute/day.ts'
import { requestRoles } from '../../decide/role.ts'
import type { Letter } from '../../letters/letter.ts'
import { sampleFacts } from '../../letters/sample-letter.ts'
import { doubtWords, missingInWords } from '../../words/letter-words.ts'
import type { AmendmentCommand, AmendmentCommandOf, AmendmentCommandType } from '../amendment-command.ts'
import type { AmendmentDecision, AmendmentEvent, RefusalGround } from '../amendment-event.ts'
import { decideAmendment } from '../decide-amendment.ts'
import { foldAmendment } from '../evolve-amendment.ts'
import { sampleAmended, sampleAmendmentCommand } from '../sample-amendments.ts'
import { amendmentWords } from '../words/amendment-words.ts'
import type { AmendmentLetterCase, AmendmentLetterFacts } from './amendment-letter.ts'
import { type AmendmentLetterKind, amendmentLetterKinds } from './amendment-letter-kind.ts'
import { amendmentLettersOf, composeAmendmentLetter } from './compose-amendment-letter.ts'

const { agency, contact, documentNumber, draft, today, remedies } = sampleFacts
const facts: AmendmentLetterFacts = {
  agency,
  contact,
  documentNumber,
  draft,
  today,
  remedies,
  applicant: '甲某',
  agent: null,
}

type Step = {
  readonly [T in AmendmentCommandType]: readonly [type: T, on: string, change?: Partial<AmendmentCommandOf<T>>]
}[AmendmentCommandType]

/** The case that these acts make, each of them one that is allowed; approvals are a second person's. */
function sample(...steps: readonly Step[]): AmendmentLetterCase {
  let events: readonly AmendmentEvent[] = []
  for (const [type, on, change] of steps) {
    const command = { ...sampleAmendmentCommand(type, day(on)), ...change } as AmendmentCommand
    const actor = type === 'approve' ? 'leader' : 'clerk'
    const answer = decideAmendment(foldAmendment(events), command, {
      today: day('2026-12-31'),
      actor,
      roles: requestRoles,
    })
    assert.ok(answer.events, answer.refused?.rule)
    events = [...events, ...answer.events]
  }
  return {
    number: '更2026-0007',
    events,
    record: '房屋登记簿记载的坐落和面积',
    claim: '应为河东街道12号，86.5平方米。',
  }
}

const registered = ['register', '2026-03-02'] as const
const decided = (decision: AmendmentDecision, ...before: readonly Step[]) =>
  sample(registered, ...before, ['decide', '2026-03-09', { decision }], ['approve', '2026-03-10'])
const refused = (ground: RefusalGround) => decided({ result: 'refused', ground, reasons: '经与原始档案核对一致' })

function composed(
  kind: AmendmentLetterKind,
  of: AmendmentLetterCase,
  change: Partial<AmendmentLetterFacts> = {},
): Letter {
  const { letter, refused: why } = composeAmendmentLetter(kind, of, { ...facts, ...change })
  assert.ok(letter, JSON.stringify(why))
  return letter
}
const textOf = ({ addressee, paragraphs, remedies: clause }: Letter) => [addressee, ...paragraphs, ...clause].join('\n')

const transferredHere = {
  transferredFrom: { agency: '清河县民政局', reference: '清民转〔2026〕3号', sentOn: null },
}

const examples: readonly (readonly [string, AmendmentLetterKind, AmendmentLetterCase, readonly string[], boolean])[] = [
  [
    '补充证据通知书',
    'evidenceNotice',
    sample(registered, ['askEvidence', '2026-03-03']),
    ['1. 不动产权证书复印件。', '应当有证据'],
    false,
  ],
  [
    '补充证据通知书，本机关要求的日期',
    'evidenceNotice',
    sample(registered, ['askEvidence', '2026-03-03', { until: day('2026-03-20') }]),
    ['于2026年3月20日前（含当日）提供', '仍可以提供'],
    false,
  ],
  [
    '转送函',
    'transferLetter',
    sample(registered, ['transfer', '2026-03-03']),
    ['清河县自然资源局', '甲某提出的', '将结果告知申请人', '证据材料（1份）', '现将该申请转送贵单位'],
    false,
  ],
  [
    '转送函，没有证据',
    'transferLetter',
    sample(['register', '2026-03-02', { evidence: [] }], ['transfer', '2026-03-03']),
    ['没有提供证据材料'],
    false,
  ],
  [
    '转送告知书',
    'transferNotice',
    sample(registered, ['transfer', '2026-03-03', { contact: '登记科 0000-0000001', toldOn: day('2026-03-05') }]),
    ['已经转送', '清河县自然资源局，联系方式：登记科 0000-0000001。转送日期：2026年3月3日'],
    false,
  ],
  [
    '告知向有权机关提出',
    'elsewhereNotice',
    sample(registered, ['tellElsewhere', '2026-03-03']),
    ['清河县自然资源局，联系方式：登记科 0000-0000001', '向有权更正的行政机关提出'],
    true,
  ],
  [
    '更正告知书',
    'decisionNotice',
    decided(sampleAmended),
    [
      '您提出的要求更正',
      '更正后的记录为：“房屋坐落为河东街道12号，建筑面积86.5平方米”，自2026年3月10日起更正',
      '60日',
      '6个月',
    ],
    true,
  ],
  [
    '更正告知书，由其他机关转送',
    'decisionNotice',
    sample(['register', '2026-03-02', transferredHere], ['decide', '2026-03-09'], ['approve', '2026-03-10']),
    ['收到清河县民政局（清民转〔2026〕3号）转送的您提出的要求更正'],
    true,
  ],
  [
    '更正告知书，给单位',
    'decisionNotice',
    sample(
      ['register', '2026-03-02', { applicantKind: 'business' }],
      ['decide', '2026-03-09'],
      ['approve', '2026-03-10'],
    ),
    ['贵单位提出的'],
    true,
  ],
  [
    '不予更正：记录准确',
    'decisionNotice',
    refused('recordIsRight'),
    ['该信息记录准确', '事实和理由：经与原始档案核对一致。', '第四十一条'],
    true,
  ],
  ['不予更正：与自身无关', 'decisionNotice', refused('notAboutApplicant'), ['与申请人自身无关'], true],
  ['不予更正：没有证据', 'decisionNotice', refused('noEvidence'), ['现有证据不能证明'], true],
]

for (const [title, kind, of, says, contested] of examples) {
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
      const { refused: why } = composeAmendmentLetter(kind, lacking, { ...facts, ...unknown })
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
    const of = sample(['register', '2026-03-02', { agent }], step as Step)
    const { addressee, paragraphs } = composed(kind, of, { agent: '乙某', draft: true })
    if (kind === 'transferLetter') assert.match(paragraphs[0] ?? '', new RegExp(`收到${both}提出的`))
    else assert.equal(addressee, both)
    for (const unknown of [null, ' ']) {
      const { refused: why } = composeAmendmentLetter(kind, of, { ...facts, agent: unknown, draft: true })
      assert.deepEqual(why, { rule: 'letter-incomplete', missing: [{ element: 'agent', article: null }] })
    }
  }
})

test('what is decided anew says by which remedy, and the notice that it overturned is none any more', () => {
  const told = sample(registered, ['tellElsewhere', '2026-03-03'], ['reopen', '2026-05-06'], ['decide', '2026-05-07'])
  assert.match(
    textOf(composed('decisionNotice', told, { draft: true })),
    /根据某政复〔2026〕1号行政复议决定，本机关对该申请重新作出处理。/,
  )
  assert.deepEqual(amendmentLettersOf(told.events), ['decisionNotice'])
})

test('there is an example of every kind and every ground', () => {
  const kinds = new Set(examples.map(([, kind]) => kind))
  assert.deepEqual(
    amendmentLetterKinds.filter((kind) => !kinds.has(kind)),
    [],
  )
  assert.deepEqual(Object.keys(amendmentWords['zh-CN'].grounds), ['recordIsRight', 'notAboutApplicant', 'noEvidence'])
})

test('a refusal tells the clerk what is unsettled, and an amendment tells nothing', () => {
  const doubts = (of: AmendmentLetterCase, kind: AmendmentLetterKind = 'decisionNotice') =>
    composeAmendmentLetter(kind, of, facts).doubts
  assert.deepEqual(doubts(refused('recordIsRight')), ['amendmentUnsettled'])
  assert.deepEqual(doubts(sample(registered, ['tellElsewhere', '2026-03-03']), 'elsewhereNotice'), [
    'amendmentUnsettled',
  ])
  assert.deepEqual(doubts(decided(sampleAmended)), [])
  for (const language of ['zh-CN', 'en'] as const) assert.ok(doubtWords[language].amendmentUnsettled)
  const { citations } = composeAmendmentLetter('decisionNotice', refused('recordIsRight'), facts)
  assert.deepEqual(citations, ['条例41', '条例51', '行政复议法23¶1(3)', '行政复议法24', '行政复议法20', '行政诉讼法46'])
})

test('a decision has number and day of its approval, before that only a draft is given, and none once returned', () => {
  const letter = composed('decisionNotice', decided(sampleAmended))
  assert.deepEqual([letter.number, letter.date], ['清水公更〔2026〕1号', '2026年3月10日'])
  const drafted = sample(registered, ['decide', '2026-03-09'])
  assert.deepEqual(composeAmendmentLetter('decisionNotice', drafted, facts).refused, {
    rule: 'letter-incomplete',
    missing: [{ element: 'documentNumber', article: '条例45' }],
  })
  const draftLetter = composed('decisionNotice', drafted, { draft: true })
  assert.deepEqual(
    [draftLetter.number, draftLetter.numberLine, draftLetter.date.trim()],
    [null, '（送审稿）', '年  月  日'],
  )
  const returned = sample(registered, ['decide', '2026-03-09'], ['returnDecision', '2026-03-10'])
  assert.deepEqual(composeAmendmentLetter('decisionNotice', returned, facts).refused, { rule: 'letter-not-due' })
})

test('a case has the letters of its events, and no others', () => {
  assert.deepEqual(amendmentLettersOf([]), [])
  assert.deepEqual(amendmentLettersOf(sample(registered).events), [])
  assert.deepEqual(amendmentLettersOf(sample(registered, ['transfer', '2026-03-03']).events), [
    'transferLetter',
    'transferNotice',
  ])
  assert.deepEqual(composeAmendmentLetter('evidenceNotice', sample(registered), facts).refused, {
    rule: 'letter-not-due',
  })
})

test('served online, the clause needs the online channel', () => {
  const online = sample(
    ['register', '2026-03-02', { channel: 'portal' }],
    ['decide', '2026-03-09'],
    ['approve', '2026-03-10'],
  )
  const names = { ...remedies.names, onlineChannel: null, court: null }
  const { refused: why } = composeAmendmentLetter('decisionNotice', online, {
    ...facts,
    remedies: { ...remedies, names },
  })
  assert.deepEqual(why?.rule === 'letter-incomplete' && why.missing.map(({ element }) => element), [
    'court',
    'onlineChannel',
  ])
})
