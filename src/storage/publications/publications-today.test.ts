import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleNotDisclosed } from '../../publications/sample-publications.ts'
import { assessedBefore } from '../../requests/today/publication-to-do.ts'
import { toDoParts } from '../../requests/today/to-do-words.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { listPublications } from './list-publications.ts'
import { changePublicationSettings } from './publication-settings.ts'
import { publicationsToday } from './publications-today.ts'
import { actAs, proposeItem, publishItem, testAgency } from './test-publications.ts'

test('what is kept from the public is looked at again after whole months', () => {
  assert.equal(assessedBefore(day('2026-03-31'), 1), '2026-02-28')
  assert.equal(assessedBefore(day('2026-11-25'), 12), '2025-11-25')
  assert.equal(assessedBefore(day('2024-02-29'), 12), '2023-02-28')
})

describeOnEachEngine((current) => {
  test('what is due, waits, ends or was annulled is told with number and day, and nothing of it in words of the item', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '今')
    const on = day('2026-11-19')
    const today = async (at: string, ahead = 7) => {
      const found = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) =>
        publicationsToday(trx, agency.id, day(at), addDays(day(at), ahead)),
      )
      return Object.fromEntries(
        found.map(({ reason, cases }) => [reason, cases.map(({ number, on: of }) => `${number} ${of}`)]),
      )
    }
    const late = await proposeItem(storage, agency)
    assert.deepEqual(await today('2026-11-20'), {})
    assert.deepEqual(await today('2026-12-10'), { dueSoon: [`${late.number} 2026-12-16`] })
    assert.deepEqual(await today('2026-12-16'), { dueToday: [`${late.number} 2026-12-16`] })
    assert.deepEqual(await today('2026-12-17'), { overdue: [`${late.number} 2026-12-16`] })
    await actAs(storage, agency, 'clerk', late.number, { type: 'submit', on })
    assert.deepEqual(Object.keys(await today('2026-11-20')), ['toReview'])
    const unsure = { type: 'reviewSecrecy', on, basis: '难以认定', result: 'unsure', referredTo: '县保密局' } as const
    await actAs(storage, agency, 'leader', late.number, { ...unsure, approval: { medium: 'onScreen' } })
    assert.deepEqual(Object.keys(await today('2026-11-20')), ['referred'])

    const penalty = await publishItem(storage, agency, { metadata: { limit: 'penaltyDecision', kind: 'other' } })
    await actAs(storage, agency, 'clerk', penalty.number, {
      type: 'recordAnnulment',
      on,
      annulledOn: on,
      basis: '复议撤销',
    })
    assert.deepEqual((await today('2026-11-20')).toTakeDown, [`${penalty.number} 2026-11-24`])
    await actAs(storage, agency, 'clerk', penalty.number, { type: 'takeDown', on, reasons: '处罚决定已被撤销' })
    assert.equal((await today('2026-11-20')).toTakeDown, undefined)

    const ending = await publishItem(storage, agency, {
      metadata: { validUntil: day('2026-12-01'), documentNumber: '今发1号' },
    })
    assert.deepEqual((await today('2026-11-25')).ending, [`${ending.number} 2026-12-01`])

    const kept = await proposeItem(storage, agency)
    await actAs(storage, agency, 'clerk', kept.number, {
      ...{ type: 'revise', on, formedOn: on, proposal: sampleNotDisclosed, reasons: '改为不予公开' },
      content: {
        metadata: kept.item.content.metadata,
        body: [{ type: 'paragraph', runs: [{ text: '正文' }] }],
        attachments: [],
      },
    })
    await actAs(storage, agency, 'clerk', kept.number, { type: 'submit', on })
    const approval = { medium: 'onScreen' } as const
    const notPublic = {
      type: 'reviewSecrecy',
      on,
      basis: '内部事务',
      result: 'notPublic',
      referredTo: null,
      approval,
    } as const
    await actAs(storage, agency, 'leader', kept.number, notPublic)
    await actAs(storage, agency, 'leader', kept.number, { type: 'passStage', on, remarks: null, approval })
    await actAs(storage, agency, 'clerk', kept.number, { type: 'keepFromPublic', on })
    assert.equal((await today('2027-11-19')).toReassess, undefined)
    assert.deepEqual((await today('2027-11-20')).toReassess, [`${kept.number} ${on}`])

    const work = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) =>
      publicationsToday(trx, agency.id, day('2026-12-17'), day('2026-12-24')),
    )
    for (const language of ['zh-CN', 'en'] as const) {
      const parts = toDoParts(
        { toDo: [], remedies: [], amendments: [], publications: work },
        '2026-12-17' as Day,
        language,
      )
      assert.ok(parts[0]?.urgent)
      assert.doesNotMatch(JSON.stringify(parts), /查阅点|undefined|null/)
    }
  })

  test('what has to be on the shared platform is told before its day and after, until its address came back', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '共')
    const as = <T>(work: (trx: Trx) => Promise<T>) => storage.transact({ agencies: [agency.id], actor: 'x' }, work)
    const earlier = await publishItem(storage, agency, { metadata: { limit: 'penaltyDecision', documentNumber: null } })
    await as((trx) =>
      changePublicationSettings(trx, agency.id, { sharedPlatform: '市平台', sharedSince: day('2026-12-01') }),
    )
    const { number } = await publishItem(storage, agency)
    const draft = await proposeItem(storage, agency, { metadata: { documentNumber: null } })
    const today = async (at: string) =>
      Object.fromEntries(
        (await as((trx) => publicationsToday(trx, agency.id, day(at), addDays(day(at), 7)))).map((one) => [
          one.reason,
          one.cases.map((each) => each.number),
        ]),
      )
    const due = async (by: string) =>
      (
        await as((trx) => listPublications(trx, agency.id, { dueBy: day(by) }, { after: null, limit: 9 }))
      ).publications.map((one) => one.number)
    // A penalty is due before the day from which the platform counts.
    assert.equal(earlier.item.phase, 'published')
    assert.deepEqual(await today('2026-11-30'), {})
    assert.deepEqual(await today('2026-12-10'), { dueSoon: [draft.number], elsewhereDueSoon: [number] })
    assert.deepEqual(await today('2026-12-16'), { dueToday: [draft.number], elsewhereDueToday: [number] })
    assert.deepEqual(await today('2026-12-17'), { overdue: [draft.number], elsewhereOverdue: [number] })
    assert.deepEqual(await due('2026-12-16'), [number, draft.number])
    const on = day('2026-11-20')
    const there = (platform: string, address: string | null) =>
      ({ type: 'recordElsewhere', on, platform, address, publishedOn: on }) as const
    await actAs(storage, agency, 'clerk', number, there('微信公众号', 'https://w.example/1'))
    await actAs(storage, agency, 'clerk', number, there('市平台', null))
    assert.deepEqual(await due('2026-12-16'), [number, draft.number])
    await actAs(storage, agency, 'clerk', number, there('市平台', 'https://s.example/1'))
    await actAs(storage, agency, 'clerk', draft.number, there('市平台', 'https://s.example/2'))
    assert.deepEqual(await today('2026-12-17'), {})
    assert.deepEqual(await due('2026-12-16'), [])
    // Another platform is named: what is there counts, and nothing else.
    await as((trx) => changePublicationSettings(trx, agency.id, { sharedPlatform: '微信公众号', sharedSince: on }))
    assert.deepEqual((await due('2026-12-16')).sort(), [earlier.number, draft.number].sort())
    await as((trx) => changePublicationSettings(trx, agency.id, { sharedPlatform: null }))
    assert.deepEqual(await due('2026-12-16'), [draft.number])
  })
})
