import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../publications/instant.ts'
import { addWorkingDays } from '../../statute/calendar/working-days.ts'
import { addDays, day } from '../../statute/day.ts'
import { agencyCalendar } from '../calendars.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { findDuePublications, performDuePublication } from './due-publications.ts'
import { listPublications } from './list-publications.ts'
import { loadPublication } from './load-publication.ts'
import { findPublicItem, readAsPublic } from './public-items.ts'
import { changePublicationSettings } from './publication-settings.ts'
import { actAs, proposeItem, publishItem, reviewAndPublish, testAgency, testToday } from './test-publications.ts'

const on = day('2026-11-19')
const approval = { medium: 'onScreen' } as const

describeOnEachEngine((current) => {
  const approve = async (agency: Awaited<ReturnType<typeof testAgency>>) => {
    const { storage } = current()
    const { number, id } = await proposeItem(storage, agency)
    await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
    const reviewed = {
      type: 'reviewSecrecy',
      on,
      basis: '不涉及',
      result: 'public',
      referredTo: null,
      approval,
    } as const
    await actAs(storage, agency, 'leader', number, reviewed)
    await actAs(storage, agency, 'leader', number, { type: 'passStage', on, remarks: null, approval })
    return { number, id }
  }
  /** A scheduled item whose hour has come. */
  const scheduled = async (agency: Awaited<ReturnType<typeof testAgency>>) => {
    const { number, id } = await approve(agency)
    const later = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const publishAt = parseInstant(`${later}T09:00`)
    assert.ok(publishAt)
    await actAs(current().storage, agency, 'clerk', number, { type: 'schedule', on, publishAt })
    assert.ok((await dueOf(agency.id)).every((one) => one.number !== number))
    await current().admin.query(
      `update publication set publish_at = now() - interval '1 second' where agency_id = ${agency.id} and number = '${number}'`,
    )
    return { number, id }
  }
  const dueOf = async (agencyId: number, today = testToday) =>
    (await findDuePublications(current().storage, today)).filter((one) => one.agencyId === agencyId)
  const eventsOf = (agencyId: number, number: string) =>
    current().storage.transact({ agencies: [agencyId], actor: 'x' }, async (trx) => {
      const { events } = await loadPublication(trx, agencyId, number, { for: 'reading' })
      return events.map(({ event, actor }) => `${event.type} ${actor}`)
    })

  test('of many processes that see the same hour, one publishes, as the system, and the chain holds', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '定')
    const items = [await scheduled(agency), await scheduled(agency), await scheduled(agency)]
    const due = await dueOf(agency.id)
    assert.deepEqual(due.map(({ number }) => number).sort(), items.map(({ number }) => number).sort())
    const racing = await Promise.all(
      [1, 2, 3, 4].flatMap(() => due.map((one) => performDuePublication(storage, one, testToday))),
    )
    assert.equal(racing.filter((done) => done).length, 3)
    assert.deepEqual(await dueOf(agency.id), [])
    const indexNumbers = new Set<string | undefined>()
    for (const { number, id } of items) {
      const events = await eventsOf(agency.id, number)
      assert.deepEqual(
        events.filter((one) => one.startsWith('published')),
        ['published system:publications'],
      )
      indexNumbers.add((await readAsPublic(storage, (trx) => findPublicItem(trx, id)))?.indexNumber)
    }
    assert.equal(indexNumbers.size, 3)
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })

  test('one that was returned, published or put off in between is let be', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '退')
    const { number, id } = await scheduled(agency)
    const [due] = await dueOf(agency.id)
    assert.ok(due)
    await actAs(storage, agency, 'leader', number, { type: 'return', on, reasons: '暂缓' })
    assert.equal(await performDuePublication(storage, due, testToday), false)
    assert.equal(await readAsPublic(storage, (trx) => findPublicItem(trx, id)), null)
  })

  test('a document expires on the day after its last one, with event, public mark and ledger', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '效')
    const validUntil = day('2026-11-25')
    const { number, id } = await publishItem(storage, agency, {
      metadata: { validUntil, documentNumber: '效发〔2026〕1号' },
    })
    const ending = (endsBy: string) =>
      storage.transact({ agencies: [agency.id], actor: 'x' }, async (trx) => {
        const { publications } = await listPublications(
          trx,
          agency.id,
          { endsBy: day(endsBy) },
          { after: null, limit: 9 },
        )
        return publications.map((one) => one.number)
      })
    assert.deepEqual([await ending('2026-11-24'), await ending('2026-11-25')], [[], [number]])
    assert.deepEqual(await dueOf(agency.id, validUntil), [])
    // Also while its revision is under way, which does not change what is public.
    const { item } = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) =>
      loadPublication(trx, agency.id, number, { for: 'reading' }),
    )
    const content = { metadata: item.content.metadata, body: null, attachments: [] }
    const body = [{ type: 'paragraph', runs: [{ text: '修订' }] }] as const
    await actAs(storage, agency, 'clerk', number, {
      ...{ type: 'revise', on, formedOn: on, proposal: { attribute: 'proactive' }, reasons: '延长' },
      content: { ...content, body },
    })
    const today = addDays(validUntil, 1)
    const due = await dueOf(agency.id, today)
    assert.deepEqual(
      due.map(({ what }) => what),
      ['expire'],
    )
    assert.deepEqual(
      await Promise.all([1, 2].map(() => performDuePublication(storage, due[0] as never, today))).then((all) =>
        all.sort(),
      ),
      [false, true],
    )
    const shown = await readAsPublic(storage, (trx) => findPublicItem(trx, id))
    assert.deepEqual([shown?.validity, shown?.validitySince], ['expired', today])
    assert.deepEqual(await dueOf(agency.id, today), [])
    assert.equal((await eventsOf(agency.id, number)).at(-1), 'validityChanged system:publications')
  })

  test('an interpretation is due three working days after its document is public', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '读')
    const document = await proposeItem(storage, agency)
    const metadata = { limit: 'policyInterpretation', interprets: [document.id], kind: 'other' } as const
    const { number } = await proposeItem(storage, agency, { metadata })
    const dueOn = () =>
      storage.transact({ agencies: [agency.id], actor: 'x' }, async (trx) => {
        const { publications } = await listPublications(trx, agency.id, {}, { after: null, limit: 9 })
        return publications.find((one) => one.number === number)?.dueOn
      })
    assert.equal(await dueOn(), null)
    const { item } = await reviewAndPublish(storage, agency, document.number)
    const publishedOn = day(String(item.firstPublishedAt).slice(0, 10))
    const calendar = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) =>
      agencyCalendar(trx, agency.id),
    )
    assert.equal(await dueOn(), addWorkingDays(calendar, publishedOn, 3).on)
  })

  test('three stages in their order, each by another person, are asked of an agency that set them', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '三')
    const reviewStages = ['科室审核', '法制审核', '分管领导审批']
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      changePublicationSettings(trx, agency.id, { reviewStages }),
    )
    const { number } = await proposeItem(storage, agency)
    await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
    const pass = (actor: string) =>
      actAs(storage, agency, actor, number, { type: 'passStage', on, remarks: null, approval })
    await pass('head')
    await assert.rejects(pass('head'), /同一人|same person/)
    await pass('jurist')
    // A setting changed meanwhile holds for what is submitted afterwards.
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      changePublicationSettings(trx, agency.id, { reviewStages: ['审批'] }),
    )
    const { item } = await pass('leader')
    assert.deepEqual([item.phase, item.stages], ['reviewing', reviewStages])
    const reviewed = {
      type: 'reviewSecrecy',
      on,
      basis: '不涉及',
      result: 'public',
      referredTo: null,
      approval,
    } as const
    assert.equal((await actAs(storage, agency, 'leader', number, reviewed)).item.phase, 'approved')
    const broken = (await verifyAudit(storage)).broken
    assert.deepEqual(broken, [])
  })
})
