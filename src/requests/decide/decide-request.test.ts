import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OfficeRole, officeRoles } from '../../office/role.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import { evolve, foldEvents } from '../case/evolve.ts'
import { listingOf } from '../case/listing-of.ts'
import { type Phase, phases } from '../case/phase.ts'
import type { RequestCase } from '../case/request-case.ts'
import type { RequestEvent } from '../events/request-event.ts'
import { refusalInWords } from '../words/refusal-words.ts'
import { decideRequest } from './decide-request.ts'
import type { DecisionContext } from './decided.ts'
import type { CommandOf, RequestCommand, RequestCommandType } from './request-command.ts'
import { requestRuleArticles } from './request-rules.ts'
import { sampleCommand, sampleDecision } from './sample-commands.ts'
import { allowedActs, transitions } from './transitions.ts'

const today = day('2026-11-20')
const receivedOn = day('2026-03-02')
const types = Object.keys(transitions) as RequestCommandType[]

const contextFor = (roles: readonly OfficeRole[] = officeRoles, actor = 'clerk'): DecisionContext => ({
  today,
  calendar: nationalCalendar,
  number: '2026-0001',
  actor,
  roles,
})

/** Plays commands one after the other and gives the case; each must be accepted. */
function play(commands: readonly RequestCommand[], actors: readonly string[] = []): RequestCase {
  const made = commands.reduce<RequestCase | null>((before, command, at) => {
    const actor = actors[at] ?? (command.type === 'approve' ? 'leader' : 'clerk')
    const { events, refused } = decideRequest(before, command, contextFor(officeRoles, actor))
    assert.ok(events, `${command.type}: ${refused && refusalInWords(refused, 'en')}`)
    return events.reduce<RequestCase>(evolve, before as RequestCase)
  }, null)
  assert.ok(made)
  return made
}

type Change<T extends RequestCommandType> = Partial<CommandOf<T>>
const act = <T extends RequestCommandType>(type: T, on: string, change: Change<T> = {}): RequestCommand =>
  ({ ...sampleCommand(type, day(on)), ...change }) as RequestCommand

const agencyAsked = { with: 'otherAgency', party: '某区住建局', person: null } as const
const registered = act('register', receivedOn)
const toDecided = [registered, act('decide', '2026-03-10')]
const toApproved = [...toDecided, act('approve', '2026-03-11')]
const toClosed = [...toApproved, act('serve', '2026-03-12')]

/** A way into every phase. */
const wayInto: Readonly<Record<Phase, readonly RequestCommand[]>> = {
  unconfirmed: [act('register', receivedOn, { channel: 'email' })],
  handling: [registered],
  awaitingCorrection: [registered, act('requestCorrection', '2026-03-05', { until: day('2026-03-20') })],
  awaitingPayment: [registered, act('notifyFee', '2026-03-05')],
  decided: toDecided,
  approved: toApproved,
  closed: toClosed,
  reopened: [...toClosed, act('reopen', '2026-05-06')],
  joined: [registered, act('join', '2026-03-05')],
  archived: [...toClosed, act('proveService', '2026-03-16'), act('archive', '2026-04-01')],
}

test('every phase can be reached', () => {
  for (const phase of phases) assert.equal(play(wayInto[phase]).phase, phase)
})

test('in every phase, for every role, exactly the acts of the table are not turned down for phase or role', () => {
  for (const phase of phases) {
    const before = play(wayInto[phase])
    for (const role of officeRoles) {
      const allowed = allowedActs(before, [role], contextFor())
      for (const type of types) {
        const answer = decideRequest(before, sampleCommand(type, today), contextFor([role], 'somebody'))
        const rule = answer.refused?.rule
        const entitled = transitions[type].from.includes(phase) && transitions[type].roles.includes(role)
        assert.ok(entitled || !allowed.includes(type))
        assert.equal(rule === 'not-in-this-phase' || rule === 'not-your-role', !entitled, `${phase} ${role} ${type}`)
        if (answer.refused) assert.deepEqual(answer.refused.allowed, allowed)
        else {
          assert.ok(allowed.includes(type), `${phase} ${type} was done and is not among the possible acts`)
          const after = answer.events.reduce<RequestCase>(evolve, before)
          const to = transitions[type].to ?? [phase]
          assert.ok(to.includes(after.phase), `${phase} ${type} leads to ${after.phase}`)
        }
      }
    }
  }
})

test('an act whose time the clock bounds is offered from its first day to its last', () => {
  const consulted = [registered, act('consult', '2026-03-03', { receivedOn: day('2026-03-04') })]
  const reasoned = [registered, act('askJustification', '2026-03-03'), act('recordJustification', '2026-03-04')]
  const fee = [registered, act('notifyFee', '2026-03-05', { receivedOn: day('2026-03-05') })]
  const offered: readonly (readonly [
    RequestCommandType,
    readonly RequestCommand[],
    from: string,
    to: string | null,
  ])[] = [
    ['requestCorrection', [registered], '2026-03-02', '2026-03-11'],
    ['extend', [registered], '2026-03-02', '2026-03-30'],
    ['notifyFee', [registered], '2026-03-02', '2026-03-30'],
    ['postpone', reasoned, '2026-03-04', '2026-03-30'],
    ['abandon', wayInto.awaitingCorrection, '2026-03-23', null],
    ['lapseFee', fee, '2026-04-03', null],
    ['recordSilence', consulted, '2026-03-26', null],
  ]
  for (const [type, way, from, to] of offered) {
    const before = play(way)
    const isOffered = (on: Day) => allowedActs(before, officeRoles, { ...contextFor(), today: on }).includes(type)
    assert.ok(isOffered(day(from)), `${type} ${from}`)
    if (to === null) assert.ok(!isOffered(addDays(day(from), -1)), `${type} before ${from}`)
    else {
      assert.ok(isOffered(day(to)), `${type} ${to}`)
      assert.ok(!isOffered(addDays(day(to), 1)), `${type} after ${to}`)
    }
  }
})

test('a refusal names what is wrong, its article and what can be done, in both languages', () => {
  const { refused } = decideRequest(
    play(wayInto.awaitingCorrection),
    act('decide', '2026-03-10'),
    contextFor(['clerk']),
  )
  assert.ok(refused)
  assert.equal(
    refusalInWords(refused, 'zh-CN'),
    '案件现在的状态不能“拟定答复”。（条例36）现在可以：收到补正、按放弃申请处理、拆分事项、留存发出文书、申请人撤回。',
  )
  assert.match(refusalInWords(refused, 'en'), /draft the reply.*\(条例36\).*Possible now: receive the correction/)
})

test('a receipt confirmed before the request arrived is told with both days', () => {
  const { refused } = decideRequest(
    play(wayInto.unconfirmed),
    act('confirmReceipt', '2026-03-01'),
    contextFor(['clerk']),
  )
  assert.ok(refused)
  assert.match(refusalInWords(refused, 'zh-CN'), /^日期 2026-03-01 早于申请到达之日（2026-03-02）。/)
  assert.match(refusalInWords(refused, 'en'), /^2026-03-01 is before the request arrived \(2026-03-02\)\./)
})

/** What each rule turns down: the way there, and the act. */
const turnedDown: readonly (readonly [
  rule: string,
  given: readonly RequestCommand[],
  when: RequestCommand,
  context?: DecisionContext,
])[] = [
  ['on-in-future', [registered], act('extend', '2026-11-21')],
  ['on-before-arrival', [registered], act('dispatch', '2026-03-01')],
  ['not-covered', [], act('register', '2019-05-14')],
  ['nobody-asks', [], act('register', '2026-03-02', { applicants: [] })],
  ['applicant-twice', [], act('register', '2026-03-02', { applicants: ['p1', 'p1'] })],
  ['text-blank', [registered], act('dispatch', '2026-03-03', { question: ' ' })],
  ['text-direction-characters', [registered], act('dispatch', '2026-03-03', { unit: '法\u202e科' })],
  ['text-control-characters', [registered], act('dispatch', '2026-03-03', { question: 'a\u0000b' })],
  ['secrecy-marking', [registered], act('dispatch', '2026-03-03', { question: '附件为机密★十年' })],
  ['correction-without-items', [registered], act('requestCorrection', '2026-03-03', { items: [] })],
  ['correction-requested-late', [registered], act('requestCorrection', '2026-03-12')],
  [
    'correction-requested-twice',
    [...wayInto.awaitingCorrection, act('receiveCorrection', '2026-03-10')],
    act('requestCorrection', '2026-03-11'),
  ],
  ['abandoned-too-early', wayInto.awaitingCorrection, act('abandon', '2026-03-20')],
  ['items-too-few', [registered], act('listItems', '2026-03-03', { items: ['决算'] })],
  ['joins-itself', [registered], act('join', '2026-03-03', { into: '2026-0001' })],
  ['dispatch-unknown', [registered], act('chaseDispatch', '2026-03-03')],
  [
    'dispatch-answered',
    [registered, act('dispatch', '2026-03-03'), act('answerDispatch', '2026-03-04')],
    act('chaseDispatch', '2026-03-05'),
  ],
  ['dispatch-not-answered', [registered, act('dispatch', '2026-03-03')], act('returnDispatch', '2026-03-04')],
  ['dispatch-due-passed', [registered], act('dispatch', '2026-03-03', { dueOn: day('2026-03-02') })],
  ['consultation-unknown', [registered], act('recordAnswer', '2026-03-03')],
  [
    'consultation-already-open',
    [registered, act('consult', '2026-03-03', agencyAsked)],
    act('consult', '2026-03-04', agencyAsked),
  ],
  ['consulted-unnamed', [registered], act('consult', '2026-03-03', { person: null })],
  ['consulted-unnamed', [registered], act('consult', '2026-03-03', { with: 'coMaker' })],
  [
    'consultation-answered-already',
    [registered, act('consult', '2026-03-03'), act('recordAnswer', '2026-03-04')],
    act('recordAnswer', '2026-03-05'),
  ],
  [
    'consultation-arrived-already',
    [registered, act('consult', '2026-03-03')],
    act('confirmConsultation', '2026-03-05'),
  ],
  [
    'consultation-arrival-too-early',
    [registered, act('consult', '2026-03-05', { receivedOn: null })],
    act('confirmConsultation', '2026-03-04'),
  ],
  ['silence-too-early', [registered, act('consult', '2026-03-03')], act('recordSilence', '2026-03-24')],
  [
    'silence-without-period',
    [registered, act('consult', '2026-03-03', agencyAsked)],
    act('recordSilence', '2026-05-06', { party: agencyAsked.party }),
  ],
  [
    'objection-without-reasons',
    [registered, act('consult', '2026-03-03')],
    act('recordAnswer', '2026-03-04', { reasons: null }),
  ],
  [
    'third-party-did-not-object',
    [
      registered,
      act('consult', '2026-03-03'),
      act('recordAnswer', '2026-03-04', { answer: 'consents' }),
      act('decide', '2026-03-05'),
    ],
    act('informThirdParty', '2026-03-06'),
  ],
  [
    'third-party-not-informed',
    [
      registered,
      act('consult', '2026-03-03'),
      act('recordAnswer', '2026-03-04'),
      act('decide', '2026-03-05'),
      act('approve', '2026-03-06'),
    ],
    act('serve', '2026-03-09'),
  ],
  [
    'third-party-informed-already',
    [
      registered,
      act('consult', '2026-03-03'),
      act('recordAnswer', '2026-03-04'),
      act('decide', '2026-03-05'),
      act('informThirdParty', '2026-03-06'),
    ],
    act('informThirdParty', '2026-03-06'),
  ],
  [
    'third-party-consented',
    [registered, act('consult', '2026-03-03'), act('recordAnswer', '2026-03-04', { answer: 'consents' })],
    act('decide', '2026-03-05', { decision: { ...sampleDecision, outcome: 'withheld.thirdPartyRights' } }),
  ],
  ['extended-late', [registered], act('extend', '2026-03-31')],
  ['extended-twice', [registered, act('extend', '2026-03-10')], act('extend', '2026-03-11')],
  ['extension-too-long', [registered], act('extend', '2026-03-10', { workingDays: 21 })],
  ['extension-empty', [registered], act('extend', '2026-03-10', { workingDays: 0 })],
  ['extension-approved-later', [registered], act('extend', '2026-03-10', { approvedOn: day('2026-03-11') })],
  [
    'reopened-period-is-set',
    [...wayInto.reopened, act('decide', '2026-05-07')],
    act('extend', '2026-05-08', { approvedOn: day('2026-05-08') }),
  ],
  ['fee-is-nothing', [registered], act('notifyFee', '2026-03-05', { charged: { by: 'pages', count: 30 } })],
  ['fee-arrived-already', wayInto.awaitingPayment, act('confirmFeeNotice', '2026-03-06')],
  ['fee-lapsed-too-early', wayInto.awaitingPayment, act('lapseFee', '2026-03-20')],
  ['excessive-without-justification', [registered], act('postpone', '2026-03-05')],
  ['ends-by-itself', [registered], decided({ outcome: 'other.correctionOverdue' })],
  ['decision-without-reasons', [registered], decided({ outcome: 'withheld.internalAffairs', reasons: null })],
  ['decision-without-provision', [registered], decided({ provision: null })],
  ['decision-without-parts', [registered], decided({ outcome: 'partlyGranted' })],
  [
    'part-ground-unknown',
    [registered],
    decided({ outcome: 'partlyGranted', withheldParts: [{ part: '附件', ground: 'granted', reasons: '理由' }] }),
  ],
  ['not-held-without-search', [registered], decided({ outcome: 'unavailable.notHeld' })],
  ['repeat-without-earlier-reply', [registered], decided({ outcome: 'rejected.repeat' })],
  ['other-way-missing', [registered], decided({ outcome: 'rejected.publishedMaterial' })],
  ['excessive-without-justification', [registered], decided({ outcome: 'rejected.excessive' })],
  ['unclear-without-correction', [registered], decided({ outcome: 'unavailable.stillUnclear' })],
  [
    'agent-without-power',
    [act('register', receivedOn, { agent: { person: 'p9', powerOfAttorney: null } })],
    act('decide', '2026-03-10'),
  ],
  ['own-draft', toDecided, act('approve', '2026-03-11'), contextFor(['leader'], 'clerk')],
  ['approval-not-yours', toDecided, act('approve', '2026-03-11'), contextFor(['clerk'], 'other')],
  ['approval-before-draft', toDecided, act('approve', '2026-03-09')],
  ['service-before-approval', toApproved, act('serve', '2026-03-10')],
  ['service-not-proved', toClosed, act('archive', '2026-04-01')],
  ['proof-already', [...toClosed, act('proveService', '2026-03-16')], act('proveService', '2026-03-17')],
  ['letter-not-reached', [registered], act('keepLetter', '2026-03-03', { kind: 'feeNotice' })],
  ['letter-before-act', wayInto.awaitingCorrection, act('keepLetter', '2026-03-04', { kind: 'correctionNotice' })],
  ['letter-to-applicant', [registered], act('keepLetter', '2026-03-03', { party: '第三方1' })],
  ['consultation-unknown', [registered], act('keepLetter', '2026-03-03', { kind: 'thirdPartyConsultation' })],
  [
    'letter-not-reached',
    [registered, act('consult', '2026-03-03')],
    act('keepLetter', '2026-03-04', { kind: 'thirdPartyNotice', party: '第三方1' }),
  ],
  ['letter-kept-already', [registered, act('keepLetter', '2026-03-03')], act('keepLetter', '2026-03-04')],
  ['reply-not-approved', toDecided, act('keepLetter', '2026-03-11', { kind: 'reply' })],
  // A draft that was composed, of a case that has a reply from before.
  ['reply-not-approved', toClosed, act('keepLetter', '2026-03-12', { kind: 'reply', origin: 'composed' })],
  [
    'reply-not-approved',
    [...toApproved, act('returnDecision', '2026-03-11')],
    act('keepLetter', '2026-03-12', { kind: 'reply' }),
  ],
  [
    'reply-not-approved',
    toClosed,
    act('keepLetter', '2026-03-12', { kind: 'reply', documentNumber: '某公复〔2026〕9号' }),
  ],
  ['reopened-before-closing', toClosed, act('reopen', '2026-03-11')],
  ['reopening-period-over', toClosed, act('reopen', '2026-05-06', { until: day('2026-05-05') })],
  ['not-in-this-phase', [registered], act('serve', '2026-03-10')],
  ['not-your-role', [registered], act('decide', '2026-03-10'), contextFor(['leader'])],
]

function decided(change: Partial<CommandOf<'decide'>['decision']>): RequestCommand {
  return act('decide', '2026-03-10', { decision: { ...sampleDecision, ...change } })
}

for (const [rule, given, when, context] of turnedDown) {
  test(`${when.type} is turned down: ${rule}`, () => {
    const before = given.length === 0 ? null : play(given)
    const { refused } = decideRequest(before, when, context ?? contextFor(officeRoles, 'leader'))
    assert.equal(refused?.rule, rule)
    for (const language of ['zh-CN', 'en'] as const) {
      const words = refusalInWords(refused, language)
      assert.doesNotMatch(words, /undefined|null/)
    }
  })
}

test('every rule is shown to turn something down', () => {
  const shown = new Set(turnedDown.map(([rule]) => rule))
  assert.deepEqual(
    Object.keys(requestRuleArticles).filter((rule) => !shown.has(rule)),
    [],
  )
})

test('an approval on paper may be recorded by the clerk who drafted', () => {
  const paper = act('approve', '2026-03-11', {
    approval: { medium: 'onPaper', name: '分管负责人', scan: 'f2' },
  })
  assert.equal(play([...toDecided, paper], ['', '', 'clerk']).phase, 'approved')
})

test('e-mail, fax and ordinary mail are received on the day both sides confirmed', () => {
  const before = play(wayInto.unconfirmed)
  assert.equal(before.receivedOn, null)
  assert.equal(listingOf(before, nationalCalendar, today).dueOn, null)
  const after = play([...wayInto.unconfirmed, act('confirmReceipt', '2026-03-04')])
  assert.equal(after.receivedOn, '2026-03-04')
  assert.equal(listingOf(after, nationalCalendar, day('2026-03-04')).dueOn, '2026-04-01')
})

test('a consultation whose letter arrives later stops the clock from the day it was sent', () => {
  const sent = [registered, act('consult', '2026-03-03', { receivedOn: null })]
  assert.equal(listingOf(play(sent), nationalCalendar, day('2026-03-04')).dueOn, null)
  const arrived = play([...sent, act('confirmConsultation', '2026-03-05')])
  // 15 working days from 5 March end on 26 March; one of the twenty had been counted.
  assert.equal(listingOf(arrived, nationalCalendar, day('2026-03-06')).dueOn, '2026-04-23')
})

test('a case that was reopened keeps its first end, and gets a second one', () => {
  const again = play([
    ...wayInto.reopened,
    act('decide', '2026-05-07', {
      decision: {
        ...sampleDecision,
        outcome: 'unavailable.notHeld',
        search: null,
        rightAgency: { name: '某局', contact: '电话' },
      },
    }),
    act('approve', '2026-05-08'),
    act('serve', '2026-05-09'),
  ])
  assert.deepEqual(again.closing, { outcome: 'granted', on: '2026-03-12' })
  assert.deepEqual(again.closingAnew, { outcome: 'unavailable.notHeld', on: '2026-05-09' })
  const { outcome, repliedOn, newOutcome, newRepliedOn } = listingOf(again, nationalCalendar, today)
  assert.deepEqual(
    [outcome, repliedOn, newOutcome, newRepliedOn],
    ['granted', '2026-03-12', 'unavailable.notHeld', '2026-05-09'],
  )
})

test('a letter is kept as composed and again as stamped, each once; a reply has the number of its approval', () => {
  const kept = play([
    ...toClosed,
    act('keepLetter', '2026-03-12', {
      ...{ kind: 'reply', file: 'f4', origin: 'composed', documentNumber: '某公复〔2026〕1号' },
    }),
    act('keepLetter', '2026-03-13', { kind: 'reply', file: 'f5' }),
  ])
  assert.deepEqual(
    kept.letters.map(({ kind, origin, file, documentNumber }) => [kind, origin, file, documentNumber]),
    [
      ['reply', 'composed', 'f4', '某公复〔2026〕1号'],
      ['reply', 'scan', 'f5', '某公复〔2026〕1号'],
    ],
  )
})

test('the scan of a reply that went out before the case was reopened can still be kept, under its number', () => {
  const again = [
    ...wayInto.reopened,
    act('keepLetter', '2026-05-06', { kind: 'reply', documentNumber: '某公复〔2026〕1号' }),
  ]
  assert.equal(play(again).letters[0]?.documentNumber, '某公复〔2026〕1号')
})

test('a letter to a consulted party is kept under what the case calls the party', () => {
  const letter = { kind: 'thirdPartyConsultation', party: '第三方1' } as const
  const kept = play([registered, act('consult', '2026-03-03'), act('keepLetter', '2026-03-03', letter)])
  assert.equal(kept.letters[0]?.party, '第三方1')
})

test('a request that was joined with another is counted there only', () => {
  const { receivedOn: counted, dueOn, arrivedOn } = listingOf(play(wayInto.joined), nationalCalendar, today)
  assert.deepEqual([counted, dueOn, arrivedOn], [null, null, '2026-03-02'])
})

test('the office has its own day, so many working days earlier', () => {
  const { dueOn, ownDueOn } = listingOf(play([registered]), nationalCalendar, today)
  assert.deepEqual([dueOn, ownDueOn], ['2026-03-30', '2026-03-25'])
})

// ── any acts in any order ──

const anyActs = fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(12), fc.constantFrom('clerk', 'leader')), {
  maxLength: 25,
})

function playAny(steps: readonly (readonly [RequestCommandType, number, string])[]): readonly RequestEvent[] {
  const all: RequestEvent[] = []
  let on: Day = receivedOn
  let before: RequestCase | null = null
  for (const [type, days, actor] of [['register', 0, 'clerk'] as const, ...steps]) {
    on = addDays(on, days)
    const answer = decideRequest(before, sampleCommand(type, on), contextFor(officeRoles, actor))
    if (!answer.events) continue
    // What was done was among what is possible.
    assert.ok(allowedActs(before, officeRoles, { ...contextFor(), today: on }).includes(type), type)
    all.push(...answer.events)
    before = answer.events.reduce<RequestCase>(evolve, before as RequestCase)
  }
  return all
}

test('whatever is tried in whatever order, a case has one counted end, no clock problem, and folds to the same again', () => {
  fc.assert(
    fc.property(anyActs, (steps) => {
      const events = playAny(steps)
      const request = foldEvents(events)
      assert.ok(request)
      assert.deepEqual(foldEvents(JSON.parse(JSON.stringify(events))), request)
      const listing = listingOf(request, nationalCalendar, today)
      assert.equal(listing.outcome === null, listing.repliedOn === null)
      assert.ok(listing.outcome !== null || !['closed', 'archived'].includes(request.phase))
      const ends = events.filter(({ type }) => ['served', 'withdrawn', 'abandoned', 'feeLapsed'].includes(type))
      assert.ok(ends.length <= 1 + events.filter(({ type }) => type === 'reopened').length)
    }),
    { numRuns: 300 },
  )
})
