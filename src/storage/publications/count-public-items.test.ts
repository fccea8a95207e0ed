import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { ThemeId } from '../../statute/themes.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { countPublicItems } from './count-public-items.ts'
import { listPublicItems, type PublicFilter, readAsPublic } from './public-items.ts'
import { actAs, publishItem, reviewAndPublish, testAgency } from './test-publications.ts'

const on = day('2026-11-19')

describeOnEachEngine((current) => {
  /** What the table of counts says, beside what the items themselves do. */
  const bothCounts = async () => {
    const { rows: kept } = await current().admin.query(
      'select agency_id, part, key, count from public_count where count <> 0 order by agency_id, part, key',
    )
    const { rows: counted } = await current().admin.query(
      `select agency_id, part, key, count(*)::integer as count from public_item, lateral (values ('all', ''), ('item', item),
        ('theme', theme), ('genre', genre), ('maker', maker), ('column', site_column)) parts (part, key)
      where taken_down_on is null and key is not null group by agency_id, part, key order by agency_id, part, key`,
    )
    return { kept, counted }
  }

  test('counts follow what is published, revised and taken down, of several agencies at once', async () => {
    const { storage, admin } = current()
    const agencies = await Promise.all(['甲', '乙', '丙'].map((code) => testAgency(storage, code)))
    const made = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const agency = agencies[n % 3] as (typeof agencies)[number]
        const metadata = {
          ...{
            maker: `第${n % 2}局`,
            item: n % 2 ? ('rules' as const) : ('budgets' as const),
            theme: ['2', '2.1', '2.3'][n % 3] as ThemeId,
          },
          genre: n % 4 ? ('notice' as const) : null,
          ...(n % 5 === 0 && { column: 'rules' as const }),
        }
        return { agency, ...(await publishItem(storage, agency, { metadata })) }
      }),
    )
    const [first, second, third] = made as [(typeof made)[number], (typeof made)[number], (typeof made)[number]]
    const { metadata } = first.item.content
    const content = {
      metadata: { ...metadata, maker: '改后的局', genre: 'opinion', theme: '7.1' as ThemeId },
      body: null,
      attachments: [],
    } as const
    const body = [{ type: 'paragraph', runs: [{ text: '新的正文' }] }] as const
    const revision = { on, formedOn: on, proposal: { attribute: 'proactive' }, reasons: '更正' } as const
    await actAs(storage, first.agency, 'clerk', first.number, {
      type: 'revise',
      ...revision,
      content: { ...content, body },
    })
    await reviewAndPublish(storage, first.agency, first.number)
    for (const { agency, number } of [second, third])
      await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '内容有误' })
    const { kept, counted } = await bothCounts()
    assert.ok(counted.length > 15)
    assert.deepEqual(kept, counted)
    const [own] = agencies
    for (const filter of [
      {},
      { theme: '2' },
      { theme: '2.1' },
      { maker: '第0局' },
      { column: 'rules' as const },
    ] as PublicFilter[])
      for (const where of [filter, { ...filter, agencyId: own?.id ?? 0 }]) {
        const list = await readAsPublic(storage, (trx) => listPublicItems(trx, where, { page: 1, size: 50 }))
        assert.equal(list.total, list.items.length, JSON.stringify(where))
      }
    const all = await readAsPublic(storage, (trx) => countPublicItems(trx, null))
    assert.deepEqual([all.total, all.agencies.get(own?.id ?? 0)], [10, 4])
    assert.equal(all.themes.get('7'), 1)
    // Removed for good, as by a destruction, or by hand.
    await admin.query('delete from public_item where agency_id = $1', [own?.id])
    const after = await bothCounts()
    assert.deepEqual(after.kept, after.counted)
  })
})
