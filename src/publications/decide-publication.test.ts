import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OfficeRole, officeRoles } from '../office/role.ts'
import { nationalCalendar } from '../statute/calendar/national-calendar.ts'
import { cite } from '../statute/citation.ts'
import { addDays, day } from '../statute/day.ts'
import { decidePublication, type PublicationContext } from './decide-publication.ts'
import { evolvePublication, foldPublication } from './evolve-publication.ts'
import { parseInstant } from './instant.ts'
import { type PublicationCase, type PublicationPhase, publicationPhases } from './publication-case.ts'
import type { PublicationCommand, PublicationCommandOf, PublicationCommandType } from './publication-command.ts'
import type { PublicationEvent } from './publication-event.ts'
import { publicationListing, publishBy } from './publication-listing.ts'
import { publicationRuleArticles } from './publication-rules.ts'
import { allowedPublicationActs, publicationTransitions } from './publication-transitions.ts'
import { sampleContent, sampleMetadata, sampleNotDisclosed, samplePublicationCommand } from './sample-publications.ts'
import { publicationRefusalInWords } from './words/publication-words.ts'

const today = day('2026-11-20')
const now = parseInstant('2026-11-20T10:00') as NonNullable<ReturnType<typeof parseInstant>>
const types = Object.keys(publicationTransitions) as PublicationCommandType[]
const contextFor = (
  roles: readonly OfficeRole[] = officeRoles,
  actor = 'clerk',
  change: Partial<PublicationContext> = {},
): PublicationContext => ({
  today,
  now,
  actor,
  roles,
  stages: ['审批'],
  indexNumber: 'A/2026-00001',
  personal: [],
  ...change,
})
const act = <T extends PublicationCommandType>(
  type: T,
  on: string,
  change: Partial<PublicationCommandOf<T>> = {},
): PublicationCommand => ({ ...samplePublicationCommand(type, day(on)), ...change }) as PublicationCommand

/** Plays commands one after the other, reviews by somebody else than the rest; each must be accepted. */
function play(commands: readonly PublicationCommand[], stages: readonly string[] = ['审批']): PublicationCase {
  const made = commands.reduce<PublicationCase | null>((before, command) => {
    const reviewing = ['reviewSecrecy', 'passStage', 'reassess'].includes(command.type)
    const actor = reviewing ? `reviewer${before?.passed.length}` : 'clerk'
    const { events, refused } = decidePublication(before, command, contextFor(officeRoles, actor, { stages }))
    assert.ok(events, `${command.type}: ${refused && publicationRefusalInWords(refused, 'en')}`)
    return events.reduce<PublicationCase>(evolvePublication, before as PublicationCase)
  }, null)
  assert.ok(made)
  return made
}

const proposed = act('propose', '2026-03-03')
const toReviewing = [proposed, act('submit', '2026-03-04')]
const toApproved = [...toReviewing, act('reviewSecrecy', '2026-03-05'), act('passStage', '2026-03-06')]
const doubtful = [{ kind: 'mobilePhone', place: '正文', count: 1, example: '138******00' }] as const
const penalty = { ...sampleContent, metadata: { ...sampleMetadata, limit: 'penaltyDecision' } } as const
const toPublished = [...toApproved, act('publish', '2026-03-06')]
const keptBack = [act('propose', '2026-03-03', { proposal: sampleNotDisclosed }), ...toApproved.slice(1)]
const toNotPublished = [...keptBack, act('keepFromPublic', '2026-03-06')]
const unsure = act('reviewSecrecy', '2026-03-05', { result: 'unsure', referredTo: '清河县保密局' })
const wayInto: Readonly<Record<PublicationPhase, readonly PublicationCommand[]>> = {
  drafting: [proposed],
  reviewing: toReviewing,
  referred: [...toReviewing, unsure],
  approved: toApproved,
  scheduled: [...toApproved, act('schedule', '2026-03-06')],
  published: toPublished,
  notPublished: toNotPublished,
  takenDown: [...toPublished, act('takeDown', '2026-04-01')],
  dropped: [proposed, act('drop', '2026-03-04')],
}

test('every phase can be reached', () => {
  for (const phase of publicationPhases) assert.equal(play(wayInto[phase]).phase, phase)
})

test('in every phase, for every role, exactly the acts of the table are not turned down for phase or role', () => {
  for (const phase of publicationPhases) {
    const before = play(wayInto[phase])
    for (const role of officeRoles) {
      const allowed = allowedPublicationActs(before, [role])
      for (const type of types) {
        const answer = decidePublication(before, samplePublicationCommand(type, today), contextFor([role], 'somebody'))
        const { from, roles, to } = publicationTransitions[type]
        const entitled = from.includes(phase) && roles.includes(role)
        const rule = answer.refused?.rule
        assert.ok(entitled || !allowed.includes(type))
        if (!entitled) assert.ok(rule === 'not-in-this-phase' || rule === 'not-your-role', `${phase} ${role} ${type}`)
        if (answer.refused) assert.deepEqual(answer.refused.allowed, allowed)
        else {
          assert.ok(allowed.includes(type), `${phase} ${type} was done and is not among the possible acts`)
          const after = answer.events.reduce<PublicationCase>(evolvePublication, before)
          assert.ok((to ?? [phase]).includes(after.phase), `${phase} ${type} leads to ${after.phase}`)
        }
      }
    }
  }
})

/** What each rule turns down: the way there, and the act. */
const turnedDown: readonly (readonly [
  rule: string,
  given: readonly PublicationCommand[],
  when: PublicationCommand,
  context?: PublicationContext,
])[] = [
  ['not-in-this-phase', [proposed], act('publish', '2026-03-10')],
  ['not-your-role', [proposed], act('submit', '2026-03-10'), contextFor(['leader'])],
  ['not-your-role', toReviewing, act('reviewSecrecy', '2026-03-10'), contextFor(['clerk'], 'other')],
  ['on-in-future', [proposed], act('submit', '2026-11-21')],
  ['on-before-draft', [proposed], act('submit', '2026-03-02')],
  ['text-blank', [proposed], act('drop', '2026-03-04', { reasons: ' ' })],
  ['text-control-characters', [proposed], act('drop', '2026-03-04', { reasons: 'a\u0000b' })],
  ['text-direction-characters', [proposed], act('drop', '2026-03-04', { reasons: '法\u202e科' })],
  ['secrecy-marking', [], act('propose', '2026-03-03', { unit: '机密★十年' })],
  ['formed-after-draft', [], act('propose', '2026-03-03', { formedOn: day('2026-03-04') })],
  ['formed-before-made', [], act('propose', '2026-03-03', { formedOn: day('2026-03-01') })],
  [
    'nothing-to-publish',
    [act('propose', '2026-03-03', { content: { ...sampleContent, text: null } })],
    act('submit', '2026-03-03'),
  ],
  [
    'ground-not-of-attribute',
    [],
    act('propose', '2026-03-03', { proposal: { ...sampleNotDisclosed, ground: cite('条例26') } }),
  ],
  ['no-stage', [proposed], act('submit', '2026-03-04'), contextFor(officeRoles, 'clerk', { stages: [] })],
  ['own-draft', toReviewing, act('reviewSecrecy', '2026-03-05'), contextFor(['leader'], 'clerk')],
  ['own-draft', toReviewing, act('passStage', '2026-03-05'), contextFor(['leader'], 'clerk')],
  ['stage-not-waiting', [...toReviewing, act('passStage', '2026-03-05')], act('passStage', '2026-03-05')],
  [
    'secrecy-reviewed-already',
    toReviewing.concat(act('reviewSecrecy', '2026-03-05')),
    act('reviewSecrecy', '2026-03-05'),
  ],
  ['referral-not-named', toReviewing, act('reviewSecrecy', '2026-03-05', { result: 'unsure' })],
  ['referral-not-unsure', toReviewing, act('reviewSecrecy', '2026-03-05', { referredTo: '某局' })],
  ['may-not-be-public', keptBack, act('publish', '2026-03-06')],
  ['may-not-be-public', keptBack, act('schedule', '2026-03-06')],
  ['may-be-public', toApproved, act('keepFromPublic', '2026-03-06')],
  ['schedule-passed', toApproved, act('schedule', '2026-03-06', { publishAt: now })],
  [
    'schedule-too-far',
    toApproved,
    act('schedule', '2026-03-06', { publishAt: parseInstant('2028-01-01T00:00') ?? now }),
  ],
  ['validity-before-made', toPublished, act('changeValidity', '2026-09-01', { since: day('2026-03-01') })],
  ['validity-as-it-was', [...toPublished, act('changeValidity', '2026-09-01')], act('changeValidity', '2026-09-02')],
  [
    'personal-information',
    toReviewing,
    act('reviewSecrecy', '2026-03-05'),
    contextFor(officeRoles, 'other', { personal: doubtful }),
  ],
  ['not-public-yet', [proposed], act('changeValidity', '2026-09-01')],
  ['not-public-yet', [proposed], act('takeDown', '2026-09-01')],
  ['not-public-yet', [proposed], act('recordAnnulment', '2026-09-01')],
  ['not-a-penalty', toPublished, act('recordAnnulment', '2026-09-01')],
  [
    'annulled-in-future',
    [act('propose', '2026-03-03', { content: penalty }), ...toPublished.slice(1)],
    act('recordAnnulment', '2026-09-01', { annulledOn: day('2026-09-02') }),
  ],
  [
    'valid-until-before-made',
    [],
    act('propose', '2026-03-03', {
      content: { ...sampleContent, metadata: { ...sampleMetadata, validUntil: day('2026-03-01') } },
    }),
  ],
  ['elsewhere-in-future', toPublished, act('recordElsewhere', '2026-03-08', { publishedOn: day('2026-11-21') })],
]

for (const [rule, given, when, context] of turnedDown) {
  test(`${rule}: ${when.type} after ${given.map(({ type }) => type).join(', ') || 'nothing'}`, () => {
    const before = given.length === 0 ? null : play(given)
    const { refused } = decidePublication(before, when, context ?? contextFor(officeRoles, 'other'))
    assert.equal(refused?.rule, rule)
    for (const language of ['zh-CN', 'en'] as const)
      assert.doesNotMatch(publicationRefusalInWords(refused, language), /undefined|\bnull\b/)
  })
}

test('one person passes one stage on screen; the second person may be two on paper', () => {
  const three = ['审核', '审签', '审批']
  const first = play([...toReviewing, act('passStage', '2026-03-05')], three)
  const again = act('passStage', '2026-03-05')
  assert.equal(
    decidePublication(first, again, contextFor(['leader'], 'reviewer0', { stages: three })).refused?.rule,
    'same-person-twice',
  )
  const paper = act('passStage', '2026-03-05', {
    approval: { medium: 'onPaper', name: '分管负责人', scan: 'f'.repeat(64) },
  })
  assert.ok(decidePublication(first, paper, contextFor(['clerk'], 'clerk', { stages: three })).events)
})

test('every rule is shown to turn something down', () => {
  const shown = new Set([...turnedDown.map(([rule]) => rule), 'same-person-twice'])
  assert.deepEqual(
    Object.keys(publicationRuleArticles).filter((rule) => !shown.has(rule)),
    [],
  )
})

test('review needs both: the secrecy review and every stage, in either order', () => {
  const steps = [act('reviewSecrecy', '2026-03-05'), act('passStage', '2026-03-05')] as const
  for (const order of [steps, [...steps].reverse()]) {
    const [first, second] = order
    assert.equal(play([...toReviewing, first as PublicationCommand]).phase, 'reviewing')
    assert.equal(play([...toReviewing, first as PublicationCommand, second as PublicationCommand]).phase, 'approved')
  }
})

test('what was unsure is public once whoever was asked has said so', () => {
  const answered = [...wayInto.referred, act('reviewSecrecy', '2026-03-20', { basis: '县保密局复函' })]
  assert.equal(play([...answered, act('passStage', '2026-03-20'), act('publish', '2026-03-20')]).phase, 'published')
})

test('a revision keeps the published version and its number until it is published itself', () => {
  const revised = play([...toPublished, act('revise', '2026-05-06')])
  assert.deepEqual([revised.phase, revised.live?.version, revised.indexNumber], ['drafting', 1, 'A/2026-00001'])
  assert.equal(revised.live?.content.metadata.title, sampleMetadata.title)
  assert.deepEqual(play([...toPublished, act('revise', '2026-05-06'), act('drop', '2026-05-07')]).phase, 'published')
  const steps = ['submit', 'reviewSecrecy', 'passStage', 'publish'] as const
  const second = play([...toPublished, act('revise', '2026-05-06'), ...steps.map((type) => act(type, '2026-05-07'))])
  assert.deepEqual([second.live?.version, second.indexNumber], [2, 'A/2026-00001'])
  assert.notEqual(second.live?.content.metadata.title, sampleMetadata.title)
})

test('what is kept from the public is looked at again, and may become public', () => {
  const still = play([...toNotPublished, act('reassess', '2026-10-09', { result: 'stillNotPublic' })])
  assert.deepEqual([still.phase, still.assessedOn], ['notPublished', '2026-10-09'])
  const opened = play([...toNotPublished, act('reassess', '2026-10-09')])
  assert.deepEqual([opened.phase, opened.proposal.attribute], ['drafting', 'proactive'])
})

test('the last day in time follows the kind: working days of the calendar, or days of the budget law', () => {
  const by = (limit: (typeof sampleMetadata)['limit'], formedOn: string) =>
    publishBy(
      { formedOn: day(formedOn), content: { ...sampleContent, metadata: { ...sampleMetadata, limit } } },
      nationalCalendar,
    )
  // Twenty working days over the days off at the beginning of April.
  assert.deepEqual(by('ordinary', '2026-03-10'), { on: '2026-04-08', provisional: false })
  assert.equal(by('budget', '2026-01-26')?.on, '2026-02-15')
  assert.equal(by('licenceDecision', '2026-03-02')?.on, '2026-03-11')
  assert.equal(publicationListing(play(toNotPublished), nationalCalendar).dueOn, null)
})

test('what looks like information of persons is recorded with the reason why it may be public', () => {
  const acknowledged = act('reviewSecrecy', '2026-03-05', { acknowledgePersonalInformation: '应当公开的联系方式' })
  const context = contextFor(officeRoles, 'other', { personal: doubtful })
  const [event] = decidePublication(play(toReviewing), acknowledged, context).events ?? []
  assert.ok(event?.type === 'secrecyReviewed')
  assert.deepEqual(event.personalInformation, { found: doubtful, reason: '应当公开的联系方式' })
  assert.equal('acknowledgePersonalInformation' in event, false)
  // What may not be public holds what it holds.
  const kept = act('reviewSecrecy', '2026-03-05', { result: 'notPublic' })
  assert.ok(decidePublication(play(toReviewing), kept, context).events)
})

test('a penalty that was annulled is to be taken down within three working days, and one corrected begins anew', () => {
  const published = [act('propose', '2026-03-03', { content: penalty }), ...toPublished.slice(1)]
  const annulled = [...published, act('recordAnnulment', '2026-09-30')]
  // Before the days off at the beginning of October.
  assert.equal(publicationListing(play(annulled), nationalCalendar).withdrawBy, '2026-10-10')
  const taken = play([...annulled, act('takeDown', '2026-10-08')])
  assert.equal(publicationListing(taken, nationalCalendar).withdrawBy, null)
  const again = [...annulled, act('takeDown', '2026-10-08'), act('revise', '2026-10-09', { content: penalty })]
  const steps = (['submit', 'reviewSecrecy', 'passStage', 'publish'] as const).map((type) => act(type, '2026-10-09'))
  assert.equal(play([...again, ...steps]).annulled, null)
})

test('what is public is changed and taken down while its revision is under way', () => {
  for (const upTo of [0, 1, 2, 3]) {
    const steps = (['submit', 'reviewSecrecy', 'passStage'] as const)
      .slice(0, upTo)
      .map((type) => act(type, '2026-05-07'))
    const revised = [...toPublished, act('revise', '2026-05-06'), ...steps]
    assert.equal(play([...revised, act('changeValidity', '2026-05-08')]).validity?.validity, 'repealed')
    const taken = play([...revised, act('takeDown', '2026-05-08')])
    assert.deepEqual([taken.phase, taken.live, taken.stages], ['takenDown', null, []])
  }
})

test('an interpretation counts from the publication of what it explains', () => {
  const metadata = { ...sampleMetadata, limit: 'policyInterpretation', interprets: ['x'] } as const
  const item = { formedOn: day('2026-03-10'), content: { ...sampleContent, metadata } }
  assert.equal(publishBy(item, nationalCalendar, null), null)
  assert.equal(publishBy(item, nationalCalendar, day('2026-03-30'))?.on, '2026-04-02')
  const alone = { ...item, content: { ...sampleContent, metadata: { ...metadata, interprets: [] } } }
  assert.equal(publishBy(alone, nationalCalendar)?.on, '2026-03-13')
})

const anyActs = fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(12), fc.constantFrom('clerk', 'leader', 'head')), {
  maxLength: 25,
})

test('whatever is tried in whatever order, nothing is public that was not reviewed, and it folds to the same again', () => {
  fc.assert(
    fc.property(anyActs, (steps) => {
      const all: PublicationEvent[] = []
      let on = day('2026-03-03')
      let before: PublicationCase | null = null
      for (const [type, days, actor] of [['propose', 0, 'clerk'] as const, ...steps]) {
        on = addDays(on, days)
        const answer = decidePublication(before, samplePublicationCommand(type, on), contextFor(officeRoles, actor))
        if (!answer.events) continue
        assert.ok(allowedPublicationActs(before, officeRoles).includes(type), type)
        all.push(...answer.events)
        before = answer.events.reduce<PublicationCase>(evolvePublication, before as PublicationCase)
      }
      assert.deepEqual(foldPublication(JSON.parse(JSON.stringify(all))), before)
      for (const [at, event] of all.entries()) {
        if (event.type !== 'published') continue
        const round = all.slice(
          all.findLastIndex(({ type }, index) => index < at && type === 'submitted'),
          at,
        )
        const drafter = all.slice(0, at).findLast((one) => one.type === 'proposed' || one.type === 'revised')
        const reviews = round.filter((one) => one.type === 'secrecyReviewed' || one.type === 'stagePassed')
        assert.ok(round.some((one) => one.type === 'secrecyReviewed' && one.result === 'public'))
        assert.ok(round.some((one) => one.type === 'stagePassed'))
        assert.ok(reviews.every(({ by }) => drafter && 'by' in drafter && by !== drafter.by))
      }
    }),
    { numRuns: 300 },
  )
})
