import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OfficeRole, officeRoles } from '../../office/role.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import { type AmendmentCase, type AmendmentPhase, amendmentPhases } from './amendment-case.ts'
import type { AmendmentCommand, AmendmentCommandOf, AmendmentCommandType } from './amendment-command.ts'
import type { AmendmentEvent } from './amendment-event.ts'
import { amendmentListing, waitingDays } from './amendment-listing.ts'
import { amendmentRuleArticles } from './amendment-rules.ts'
import { allowedAmendmentActs, amendmentTransitions } from './amendment-transitions.ts'
import { type AmendmentContext, decideAmendment } from './decide-amendment.ts'
import { evolveAmendment, foldAmendment } from './evolve-amendment.ts'
import { sampleAmended, sampleAmendmentCommand } from './sample-amendments.ts'
import { amendmentRefusalInWords } from './words/amendment-words.ts'

const today = day('2026-11-20')
const types = Object.keys(amendmentTransitions) as AmendmentCommandType[]
const contextFor = (roles: readonly OfficeRole[] = officeRoles, actor = 'clerk'): AmendmentContext => ({
  today,
  actor,
  roles,
})
const act = <T extends AmendmentCommandType>(
  type: T,
  on: string,
  change: Partial<AmendmentCommandOf<T>> = {},
): AmendmentCommand => ({ ...sampleAmendmentCommand(type, day(on)), ...change }) as AmendmentCommand

/** Plays commands one after the other; each must be accepted. */
function play(commands: readonly AmendmentCommand[]): AmendmentCase {
  const made = commands.reduce<AmendmentCase | null>((before, command) => {
    const { events, refused } = decideAmendment(
      before,
      command,
      contextFor(officeRoles, command.type === 'approve' ? 'leader' : 'clerk'),
    )
    assert.ok(events, `${command.type}: ${refused && amendmentRefusalInWords(refused, 'en')}`)
    return events.reduce<AmendmentCase>(evolveAmendment, before as AmendmentCase)
  }, null)
  assert.ok(made)
  return made
}

const registered = act('register', '2026-03-02')
const toDecided = [registered, act('decide', '2026-03-09')]
const toApproved = [...toDecided, act('approve', '2026-03-10')]
const toServed = [...toApproved, act('serve', '2026-03-12')]
const toReopened = [...toServed, act('reopen', '2026-05-06')]
const wayInto: Readonly<Record<AmendmentPhase, readonly AmendmentCommand[]>> = {
  handling: [registered],
  awaitingEvidence: [registered, act('askEvidence', '2026-03-03')],
  decided: toDecided,
  approved: toApproved,
  transferred: [registered, act('transfer', '2026-03-03')],
  closed: toServed,
}

test('every phase can be reached', () => {
  for (const phase of amendmentPhases) assert.equal(play(wayInto[phase]).phase, phase)
})

test('in every phase, for every role, exactly the acts of the table are not turned down for phase or role', () => {
  for (const phase of amendmentPhases) {
    const before = play(wayInto[phase])
    for (const role of officeRoles) {
      const allowed = allowedAmendmentActs(before, [role])
      for (const type of types) {
        const answer = decideAmendment(before, sampleAmendmentCommand(type, today), contextFor([role], 'somebody'))
        const { from, roles, to } = amendmentTransitions[type]
        const entitled = from.includes(phase) && roles.includes(role)
        const rule = answer.refused?.rule
        assert.ok(entitled || !allowed.includes(type))
        assert.equal(rule === 'not-in-this-phase' || rule === 'not-your-role', !entitled, `${phase} ${role} ${type}`)
        if (answer.refused) assert.deepEqual(answer.refused.allowed, allowed)
        else {
          assert.ok(allowed.includes(type), `${phase} ${type} was done and is not among the possible acts`)
          const after = answer.events.reduce<AmendmentCase>(evolveAmendment, before)
          assert.ok((to ?? [phase]).includes(after.phase), `${phase} ${type} leads to ${after.phase}`)
        }
      }
    }
  }
})

test('a refusal names what is wrong, its article and what can be done, in both languages', () => {
  const { refused } = decideAmendment(play(wayInto.transferred), act('decide', '2026-03-10'), contextFor(['clerk']))
  assert.ok(refused)
  assert.equal(
    amendmentRefusalInWords(refused, 'zh-CN'),
    '案件现在的状态不能“拟定决定”。（条例41）现在可以：告知已转送、留存发出文书。',
  )
  assert.match(
    amendmentRefusalInWords(refused, 'en'),
    /draft the decision\. \(条例41\) Possible now: tell the applicant/,
  )
})

/** What each rule turns down: the way there, and the act. */
const turnedDown: readonly (readonly [
  rule: string,
  given: readonly AmendmentCommand[],
  when: AmendmentCommand,
  context?: AmendmentContext,
])[] = [
  ['not-in-this-phase', [registered], act('serve', '2026-03-10')],
  ['not-your-role', [registered], act('decide', '2026-03-10'), contextFor(['leader'])],
  ['on-in-future', [registered], act('dispatch', '2026-11-21')],
  ['on-before-arrival', [registered], act('dispatch', '2026-03-01')],
  ['not-covered', [], act('register', '2019-05-14')],
  ['text-blank', [registered], act('dispatch', '2026-03-03', { question: ' ' })],
  ['text-direction-characters', [registered], act('dispatch', '2026-03-03', { unit: '法\u202e科' })],
  ['text-control-characters', [registered], act('dispatch', '2026-03-03', { question: 'a\u0000b' })],
  ['secrecy-marking', [registered], act('dispatch', '2026-03-03', { question: '附件为机密★十年' })],
  ['target-before-arrival', [registered], act('setTarget', '2026-03-03', { targetOn: day('2026-03-01') })],
  ['target-before-arrival', [], act('register', '2026-03-02', { targetOn: day('2026-03-01') })],
  [
    'sent-after-arrival',
    [],
    act('register', '2026-03-02', {
      transferredFrom: { agency: '乙局', reference: '乙转〔2026〕1号', sentOn: day('2026-03-03') },
    }),
  ],
  ['nothing-asked', [registered], act('askEvidence', '2026-03-03', { wanted: [] })],
  ['asked-until-passed', [registered], act('askEvidence', '2026-03-03', { until: day('2026-03-02') })],
  ['no-evidence-named', wayInto.awaitingEvidence, act('receiveEvidence', '2026-03-04', { evidence: [] })],
  [
    'agent-without-power',
    [act('register', '2026-03-02', { agent: { person: 'p9', powerOfAttorney: null } })],
    act('decide', '2026-03-09'),
  ],
  ['dispatch-unknown', [registered], act('answerDispatch', '2026-03-03')],
  [
    'dispatch-answered',
    [registered, act('dispatch', '2026-03-03'), act('answerDispatch', '2026-03-04')],
    act('answerDispatch', '2026-03-05'),
  ],
  ['dispatch-due-passed', [registered], act('dispatch', '2026-03-03', { dueOn: day('2026-03-02') })],
  ['told-before-transfer', [registered], act('transfer', '2026-03-03', { toldOn: day('2026-03-02') })],
  ['told-before-transfer', wayInto.transferred, act('tellTransferred', '2026-03-02')],
  ['told-in-future', [registered], act('transfer', '2026-03-03', { toldOn: day('2026-11-21') })],
  ['own-draft', toDecided, act('approve', '2026-03-10'), contextFor(['leader'], 'clerk')],
  ['approval-not-yours', toDecided, act('approve', '2026-03-10'), contextFor(['clerk'], 'other')],
  ['approval-before-draft', toDecided, act('approve', '2026-03-08'), contextFor(officeRoles, 'other')],
  ['service-before-approval', toApproved, act('serve', '2026-03-09')],
  [
    'service-before-amendment',
    [
      registered,
      act('decide', '2026-03-09', { decision: { ...sampleAmended, since: day('2026-04-01') } as typeof sampleAmended }),
      act('approve', '2026-03-10'),
    ],
    act('serve', '2026-03-12'),
  ],
  ['service-not-proved', [registered, act('tellElsewhere', '2026-03-03')], act('proveService', '2026-03-04')],
  ['proof-already', [...toServed, act('proveService', '2026-03-13')], act('proveService', '2026-03-14')],
  ['letter-not-reached', [registered], act('keepLetter', '2026-03-03', { kind: 'evidenceNotice' })],
  ['letter-before-act', toServed, act('keepLetter', '2026-03-09')],
  ['letter-kept-already', [...toServed, act('keepLetter', '2026-03-12')], act('keepLetter', '2026-03-13')],
  ['reply-not-approved', toDecided, act('keepLetter', '2026-03-12')],
  [
    'reply-not-approved',
    [...toApproved, act('returnDecision', '2026-03-11')],
    act('keepLetter', '2026-03-12', { documentNumber: '清水公更〔2026〕1号' }),
  ],
  ['nothing-to-reopen', [registered, act('withdraw', '2026-03-03')], act('reopen', '2026-05-06')],
  ['reopened-before-closing', toServed, act('reopen', '2026-03-11')],
  ['reopening-period-over', toServed, act('reopen', '2026-05-06', { until: day('2026-05-05') })],
  ['ordered-day-is-set', toReopened, act('setTarget', '2026-05-07', { targetOn: null })],
  ['ordered-day-is-set', toReopened, act('setTarget', '2026-05-07', { targetOn: day('2026-12-21') })],
]

for (const [rule, given, when, context] of turnedDown) {
  test(`${when.type} is turned down: ${rule}`, () => {
    const { refused } = decideAmendment(given.length === 0 ? null : play(given), when, context ?? contextFor())
    assert.equal(refused?.rule, rule)
    for (const language of ['zh-CN', 'en'] as const)
      assert.doesNotMatch(amendmentRefusalInWords(refused, language), /undefined|null/)
  })
}

test('every rule is shown to turn something down', () => {
  const shown = new Set(turnedDown.map(([rule]) => rule))
  assert.deepEqual(
    Object.keys(amendmentRuleArticles).filter((rule) => !shown.has(rule)),
    [],
  )
})

test('an approval on paper may be recorded by the clerk who drafted', () => {
  const paper = { medium: 'onPaper', name: '分管负责人', scan: 'f9' } as const
  const answer = decideAmendment(
    play(toDecided),
    act('approve', '2026-03-10', { approval: paper }),
    contextFor(['clerk']),
  )
  assert.ok(answer.events)
})

test('a power of attorney may come later, and then it can be decided', () => {
  const agent = { person: 'p9', powerOfAttorney: null }
  const brought = act('receiveEvidence', '2026-03-05', { evidence: [], powerOfAttorney: 'f3' })
  const { agent: known, phase } = play([act('register', '2026-03-02', { agent }), brought, act('decide', '2026-03-09')])
  assert.deepEqual([known?.powerOfAttorney, phase], ['f3', 'decided'])
})

test('a transfer is closed once the applicant was told, at once or later', () => {
  const listed = (...commands: readonly AmendmentCommand[]) => {
    const { result, closedOn } = amendmentListing(play([registered, ...commands]))
    return [result, closedOn]
  }
  assert.deepEqual(listed(act('transfer', '2026-03-03')), [null, null])
  assert.deepEqual(listed(act('transfer', '2026-03-03', { toldOn: day('2026-03-04') })), ['transferred', '2026-03-04'])
  const later = [act('transfer', '2026-03-03'), act('tellTransferred', '2026-03-05')]
  assert.deepEqual(listed(...later), ['transferred', '2026-03-05'])
  assert.deepEqual(listed(act('tellElsewhere', '2026-03-03')), ['toldElsewhere', '2026-03-03'])
})

test('what a remedy overturned is decided anew, by the day that was ordered, and both decisions have their letters', () => {
  const second = { documentNumber: '清水公更〔2026〕2号' }
  const anew = [act('decide', '2026-05-08'), act('approve', '2026-05-09', second), act('serve', '2026-05-10')]
  const reopened = play(toReopened)
  assert.deepEqual(
    [reopened.phase, reopened.targetOn, reopened.decision, reopened.service],
    [...(['handling', '2026-12-20', null, null] as const)],
  )
  const { letters, closing } = play([
    ...[...toReopened, ...anew, act('keepLetter', '2026-05-10')],
    act('keepLetter', '2026-05-10', { documentNumber: '清水公更〔2026〕1号', file: 'f5' }),
  ])
  assert.deepEqual(
    letters.map(({ documentNumber }) => documentNumber),
    [second.documentNumber, '清水公更〔2026〕1号'],
  )
  assert.deepEqual(closing, { result: 'amended', on: '2026-05-10' })
  assert.equal(
    play([...toReopened, act('setTarget', '2026-05-07', { targetOn: day('2026-06-30') })]).targetOn,
    '2026-06-30',
  )
})

test('a notice goes out on the day of its act or later, whatever the case has come to since', () => {
  const steps = [registered, act('askEvidence', '2026-03-03'), act('transfer', '2026-03-05')]
  for (const [kind, on] of [
    ['evidenceNotice', '2026-03-03'],
    ['transferLetter', '2026-03-05'],
    ['transferNotice', '2026-03-06'],
  ] as const)
    assert.equal(play([...steps, act('keepLetter', on, { kind })]).letters[0]?.on, on)
})

test('it waits by days of the calendar, which no law limits', () => {
  assert.equal(waitingDays(day('2026-03-02'), null, day('2026-04-02')), 31)
  assert.equal(waitingDays(day('2026-03-02'), day('2026-03-12'), day('2026-04-02')), null)
})

const anyActs = fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(12), fc.constantFrom('clerk', 'leader')), {
  maxLength: 20,
})

test('whatever is tried in whatever order, a case ends once, or once more where it was reopened, and folds to the same again', () => {
  fc.assert(
    fc.property(anyActs, (steps) => {
      const all: AmendmentEvent[] = []
      let on: Day = day('2026-03-02')
      let before: AmendmentCase | null = null
      for (const [type, days, actor] of [['register', 0, 'clerk'] as const, ...steps]) {
        on = addDays(on, days)
        const answer = decideAmendment(before, sampleAmendmentCommand(type, on), contextFor(officeRoles, actor))
        if (!answer.events) continue
        assert.ok(allowedAmendmentActs(before, officeRoles).includes(type), type)
        all.push(...answer.events)
        before = answer.events.reduce<AmendmentCase>(evolveAmendment, before as AmendmentCase)
      }
      const folded = foldAmendment(JSON.parse(JSON.stringify(all)))
      assert.deepEqual(folded, before)
      assert.equal(folded?.phase === 'closed', folded?.closing !== null)
      const ends = all.filter(({ type }) => ['served', 'withdrawn', 'transferTold', 'toldElsewhere'].includes(type))
      const anew = all.filter(({ type }) => type === 'reopened')
      assert.equal(ends.length, anew.length + (folded?.phase === 'closed' ? 1 : 0))
    }),
    { numRuns: 300 },
  )
})
