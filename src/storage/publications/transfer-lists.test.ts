import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quarterSpan } from '../../publications/transfer-list.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import type { Agency } from '../agencies.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { actAs, proposeItem, publishItem, reviewAndPublish, testAgency } from './test-publications.ts'
import { drawUpTransfer, listTransfers } from './transfer-lists.ts'

const archive = '清河县档案馆'

test('a quarter is written as 2026Q3', () => {
  assert.deepEqual(quarterSpan('2026Q1'), { first: '2026-01-01', last: '2026-03-31' })
  assert.deepEqual(quarterSpan('2026Q4'), { first: '2026-10-01', last: '2026-12-31' })
  for (const wrong of ['2026Q5', '2026q1', '26Q1', '2026-Q1', '']) assert.equal(quarterSpan(wrong), null)
})

describeOnEachEngine((current) => {
  /** The quarter it is by the clock of the database, which alone dates a publication, and the day after it. */
  const thisQuarter = (publishedOn: string) => {
    const quarter = `${publishedOn.slice(0, 4)}Q${Math.ceil(Number(publishedOn.slice(5, 7)) / 3)}`
    const last = quarterSpan(quarter)?.last
    assert.ok(last)
    return { quarter, last, after: addDays(last, 1) }
  }
  const draw = ({ id }: Agency, quarter: string, on: Day, recipient = archive) =>
    current().storage.transact({ agencies: [id], actor: 'clerk' }, (trx) =>
      drawUpTransfer(trx, id, { quarter, recipient, on }),
    )

  test('a list has the last version of what was published in the quarter, once for each receiver, and stays as it was', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '移')
    const one = await publishItem(storage, agency, { metadata: { title: '甲' } })
    const two = await publishItem(storage, agency, { metadata: { title: '乙', documentNumber: null } })
    await proposeItem(storage, agency)
    const on = day('2026-11-19')
    const { metadata } = one.item.content
    const body = [{ type: 'paragraph', runs: [{ text: '修订' }] }] as const
    await actAs(storage, agency, 'clerk', one.number, {
      ...{ type: 'revise', on, formedOn: on, proposal: { attribute: 'proactive' }, reasons: '更正' },
      content: { metadata: { ...metadata, title: '甲（修订）' }, body, attachments: [] },
    })
    await reviewAndPublish(storage, agency, one.number)
    const { quarter, last, after } = thisQuarter(String(one.item.firstPublishedAt))
    await assert.rejects(draw(agency, quarter, last), { id: 'transfer-quarter-runs' })
    await assert.rejects(draw(agency, '2026年', last), { id: 'transfer-quarter' })
    await assert.rejects(draw(agency, '1999Q1', after), { id: 'transfer-nothing' })
    const drawn = await Promise.all([draw(agency, quarter, after), draw(agency, quarter, after)])
    assert.deepEqual(drawn.map(({ isNew }) => isNew).sort(), [false, true])
    const [first, again] = drawn
    assert.deepEqual(first?.entries, again?.entries)
    assert.deepEqual(
      first?.entries.map(({ what, title, version, documentNumber }) => [what, title, version, documentNumber]),
      [
        ['published', '甲（修订）', 2, metadata.documentNumber],
        ['published', '乙', 1, null],
      ],
    )
    // Taken down afterwards, with a day before the list: the list stays, another receiver reads what is so now.
    await actAs(storage, agency, 'clerk', two.number, { type: 'takeDown', on, reasons: '有误' })
    assert.deepEqual((await draw(agency, quarter, addDays(after, 9))).entries, first?.entries)
    const library = await draw(agency, quarter, after, '清河县图书馆')
    assert.deepEqual(
      library.entries.map(({ title, takenDownOn }) => [title, takenDownOn]),
      [
        ['甲（修订）', null],
        ['乙', on],
      ],
    )
    // The receiver that has it is told of it with the next quarter.
    const next = thisQuarter(after)
    const told = await draw(agency, next.quarter, next.after)
    assert.deepEqual(
      told.entries.map(({ what, number, takenDownOn }) => [what, number, takenDownOn]),
      [['takenDown', two.number, on]],
    )
    const lists = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) => listTransfers(trx, agency.id))
    assert.deepEqual(
      lists.map(({ list, recipient, items }) => [list, recipient, items]),
      [
        [3, archive, 1],
        [2, '清河县图书馆', 2],
        [1, archive, 2],
      ],
    )
    const other = await testAgency(storage, '邻')
    assert.deepEqual(
      await storage.transact({ agencies: [other.id], actor: 'x' }, (trx) => listTransfers(trx, other.id)),
      [],
    )
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })
})
