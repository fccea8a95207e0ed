import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { parseInstant } from '../../publications/instant.ts'
import { day } from '../../statute/day.ts'
import type { TestStorage } from '../test-storage.ts'
import { describeOnEmbedded } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { loadPublication, loadText } from './load-publication.ts'
import { actAs, proposeItem, testAgency, testToday } from './test-publications.ts'

const ITEMS = 40
const KILLS = 4
const on = day('2026-11-19')
const approval = { medium: 'onScreen' } as const

/** A process that publishes whatever is due, and prints the number of each item that is through. */
const program = `
  import { openStorage } from '${new URL('../open-storage.ts', import.meta.url)}'
  import { findDuePublications, performDuePublication } from '${new URL('due-publications.ts', import.meta.url)}'
  const [databaseUrl, dataDir, today] = process.argv.slice(1)
  const storage = await openStorage({ databaseUrl, dataDir })
  for (;;) {
    const due = await findDuePublications(storage, today)
    if (due.length === 0) break
    for (const one of due) if (await performDuePublication(storage, one, today)) console.log(one.number)
  }
  await storage.close()
`

function startPublisher({ databaseUrl, dataDir }: TestStorage): ChildProcess {
  const args = ['--input-type=module', '--eval', program, databaseUrl, dataDir, testToday]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

describeOnEmbedded((current) => {
  test('two processes publish the same many items and are killed again and again: each is public once, as its events say', async () => {
    const { storage, admin } = current()
    const agency = await testAgency(storage, '断')
    const later = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const publishAt = parseInstant(`${later}T09:00`)
    assert.ok(publishAt)
    const numbers: string[] = []
    for (let left = ITEMS; left > 0; left--) {
      const { number } = await proposeItem(storage, agency, { metadata: { title: `通知${left}`, kind: 'other' } })
      await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
      const review = { basis: '不涉及', result: 'public', referredTo: null, approval } as const
      await actAs(storage, agency, 'leader', number, { type: 'reviewSecrecy', on, ...review })
      await actAs(storage, agency, 'leader', number, { type: 'passStage', on, remarks: null, approval })
      await actAs(storage, agency, 'clerk', number, { type: 'schedule', on, publishAt })
      numbers.push(number)
    }
    await admin.query(
      `update publication set publish_at = now() - interval '1 second' where agency_id = ${agency.id} and phase = 'scheduled'`,
    )

    const told: string[] = []
    let killsLeft = KILLS
    /** Runs publishers one after the other, each killed after some items, until one finds nothing more to do. */
    const publishAndDie = async () => {
      for (let ended = false; !ended; ) {
        const publisher = startPublisher(current())
        let done = 0
        assert.ok(publisher.stdout)
        createInterface({ input: publisher.stdout }).on('line', (line) => {
          told.push(line)
          done += 1
          if (done === 4 && killsLeft > 0) {
            killsLeft -= 1
            // Somewhere within the transactions that follow.
            setTimeout(() => publisher.kill('SIGKILL'), Math.random() * 20)
          }
        })
        const [code, signal] = await once(publisher, 'close')
        ended = signal === null
        if (ended) assert.equal(code, 0)
      }
    }
    await Promise.all([publishAndDie(), publishAndDie()])
    assert.equal(killsLeft, 0)
    assert.equal(new Set(told).size, told.length)

    const { rows } = await admin.query(`select i.*, p.number, p.phase,
        to_char(i.changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
        (select count(*)::integer from public_search s where s.id = i.id) as searched
      from public_item i join publication p on p.id = i.id where i.agency_id = ${agency.id} order by p.number`)
    assert.deepEqual(
      rows.map((row) => row.number),
      numbers,
    )
    assert.equal(new Set(rows.map((row) => row.index_number)).size, ITEMS)
    await storage.transact({ agencies: [agency.id], actor: 'x' }, async (trx) => {
      for (const row of rows) {
        const { item, events } = await loadPublication(trx, agency.id, row.number, { for: 'reading' })
        assert.deepEqual(
          events.map(({ event }) => event.type),
          ['proposed', 'submitted', 'secrecyReviewed', 'stagePassed', 'scheduled', 'published'],
        )
        assert.ok(item.live)
        assert.deepEqual(
          [row.phase, row.index_number, row.version, row.title, row.at, row.validity, row.searched, row.body],
          [
            ...[item.phase, item.indexNumber, item.live.version, item.live.content.metadata.title, item.live.at],
            ...[item.validity?.validity, 1, await loadText(trx, agency.id, item.live.content.text)],
          ],
        )
      }
    })
    const { rows: audited } = await admin.query(`select count(*)::integer as count from audit_entry
      where agency_id = ${agency.id} and action = 'publication.published'`)
    assert.equal(audited[0].count, ITEMS)
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })
})
