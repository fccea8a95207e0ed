import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import { isDoubtfulPath } from './doubtful-path.ts'
import type { Remedy } from './remedy.ts'

const filed = (on: string, kind: Remedy['kind'] = 'litigationDirect') => ({ kind, filedOn: day(on) }) as Remedy

test('withheld under 条例14 to 条例16 and sued at once since 2024 is doubtful; nothing else is', () => {
  const cases: readonly (readonly [Remedy, OutcomeId | null, boolean])[] = [
    [filed('2024-01-01'), 'withheld.thirdPartyRights', true],
    [filed('2023-12-31'), 'withheld.thirdPartyRights', false],
    [filed('2026-01-05'), 'withheld.administrativeInquiry', false],
    [filed('2026-01-05'), 'unavailable.notHeld', false],
    [filed('2026-01-05'), 'partlyGranted', false],
    [filed('2026-01-05'), null, false],
    [filed('2026-01-05', 'litigationAfterReconsideration'), 'withheld.stateSecret', false],
  ]
  for (const [remedy, outcome, expected] of cases)
    assert.equal(isDoubtfulPath(remedy, outcome), expected, outcome ?? '')
})
