import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { officeRoles } from '../../office/role.ts'
import { sampleCommand } from '../../requests/decide/sample-commands.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { type Day, day } from '../../statute/day.ts'
import type { Agency } from '../agencies.ts'
import { readFileOf, storeFile } from '../files/stored-files.ts'
import { changeOfficeSettings } from '../office-settings.ts'
import { listPublications } from '../publications/list-publications.ts'
import { loadPublication } from '../publications/load-publication.ts'
import { findPublicItem, readAsPublic } from '../publications/public-items.ts'
import { changePublicationSettings } from '../publications/publication-settings.ts'
import { actAs, proposeItem, publishItem, testAgency } from '../publications/test-publications.ts'
import { actOnRequest, type RequestAct } from '../requests/act-on-request.ts'
import { registerRequest } from '../requests/register-request.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { carryOutList, drawUpList, removeDestroyedFiles } from './destruction-lists.ts'
import { expiredVolumes } from './expired-volumes.ts'

const on = day('2026-11-19')
/** What is published has its day from the clock of the database. */
const year = new Date().getFullYear()
const withdrawnOver = day(`${year + 11}-01-04`)

describeOnEachEngine((current) => {
  const as = <T>(agency: Agency, work: (trx: Trx) => Promise<T>) =>
    current().storage.transact({ agencies: [agency.id], actor: 'clerk' }, work)
  const keep = async (agency: Agency, text: string, mediaType = 'text/csv') =>
    (
      await as(agency, (trx) =>
        storeFile(trx, agency.id, { name: `${text}.csv`, mediaType, content: Buffer.from(text) }),
      )
    ).digest
  const isKept = async (agency: Agency, digest: string) =>
    await as(agency, (trx) => readFileOf(trx, agency.id, digest)).then(
      () => true,
      () => false,
    )
  const due = async (agency: Agency, today: Day) =>
    (await as(agency, (trx) => expiredVolumes(trx, agency.id, today))).map((one) => one.number)
  const destroy = async (agency: Agency, today: Day) => {
    const scan = await keep(agency, `signed ${today}`)
    const { list, volumes } = await as(agency, (trx) => drawUpList(trx, agency.id, today))
    const signed = { approvedBy: '局长', approvedOn: today, witnesses: ['甲', '乙'], scan, cases: volumes.length }
    await as(agency, (trx) => carryOutList(trx, agency.id, list, signed, today))
    await removeDestroyedFiles(current().storage, 'clerk', agency.id, list)
    return volumes.map((one) => one.number)
  }
  const takeDown = (agency: Agency, number: string) =>
    actAs(current().storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '内容有误' })
  const drop = (agency: Agency, number: string) =>
    actAs(current().storage, agency, 'clerk', number, { type: 'drop', on, reasons: '重复' })

  test('withdrawn items and drafts given up are due after the years the agency says; nothing else is', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'W1')
    const gone = await publishItem(storage, agency)
    await takeDown(agency, gone.number)
    const draft = await proposeItem(storage, agency)
    await drop(agency, draft.number)
    await publishItem(storage, agency, { metadata: { title: '在用', documentNumber: null } })
    await proposeItem(storage, agency, { metadata: { title: '起草中' } })
    await assert.rejects(due(agency, day('2028-12-31')), { id: 'retention-unset' })
    assert.deepEqual(await due(agency, day('2029-01-01')), [draft.number])
    assert.deepEqual(await due(agency, day(`${year + 10}-12-31`)), [draft.number])
    assert.deepEqual((await due(agency, day(`${year + 11}-01-01`))).sort(), [gone.number, draft.number])
    await as(agency, (trx) => changePublicationSettings(trx, agency.id, { withdrawnKept: 1, draftsKept: null }))
    assert.deepEqual(await due(agency, day(`${year + 2}-01-01`)), [gone.number])
  })

  test('of what is destroyed a trace is left; files that anything else names stay', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'W2')
    const names = ['own', 'shared', 'asked', 'figure', 'draft'] as const
    const files = Object.fromEntries(
      await Promise.all(
        names.map(
          async (name) => [name, await keep(agency, name, name === 'figure' ? 'image/png' : 'text/csv')] as const,
        ),
      ),
    ) as Record<(typeof names)[number], string>
    const attach = (...of: (typeof names)[number][]) => of.map((name) => ({ file: files[name], name: `${name}.csv` }))
    const figure = { type: 'figure', file: files.figure, alt: '图', caption: null } as const
    const words = '独一无二的正文'
    const gone = await publishItem(storage, agency, {
      metadata: { title: '一件公告', summary: '独一无二的概述', keywords: ['独一无二'] },
      body: [{ type: 'paragraph', runs: [{ text: words }] }, figure],
      attachments: attach('own', 'shared', 'asked'),
    })
    const penalty = await publishItem(storage, agency, {
      metadata: { title: '对张某的处罚', documentNumber: null, limit: 'penaltyDecision' },
    })
    const standing = await publishItem(storage, agency, {
      metadata: { title: '在用', documentNumber: '甲发〔2026〕2号' },
      attachments: attach('shared'),
    })
    const draft = await proposeItem(storage, agency, {
      metadata: { title: '独一无二的草稿' },
      body: [{ type: 'paragraph', runs: [{ text: `${words}，草稿` }] }],
      attachments: attach('draft'),
    })
    await takeDown(agency, gone.number)
    await takeDown(agency, penalty.number)
    await drop(agency, draft.number)
    // A request has a file of the item as its material, and is open.
    const acting = { today: day('2026-11-20'), calendar: nationalCalendar, roles: officeRoles }
    await as(agency, async (trx) => {
      const { number } = await registerRequest(
        trx,
        agency.id,
        {
          ...{ on: day('2026-11-02'), channel: 'portal', applicantKind: 'naturalPerson', number: null },
          ...{ applicants: [{ name: '某人' }], agent: null, wanted: null, content: '信息' },
        },
        acting,
      )
      for (const command of [
        sampleCommand('dispatch', day('2026-11-04')),
        { ...sampleCommand('answerDispatch', day('2026-11-05')), material: [files.asked] },
      ] as RequestAct['command'][])
        await actOnRequest(trx, agency.id, { number, command, seen: null }, acting)
    })
    assert.deepEqual((await destroy(agency, withdrawnOver)).sort(), [gone.number, penalty.number, draft.number].sort())

    for (const [name, kept] of [
      ...([
        ['own', false],
        ['shared', true],
        ['asked', true],
        ['figure', false],
        ['draft', false],
      ] as const),
    ])
      assert.equal(await isKept(agency, files[name]), kept, name)
    for (const table of ['publication', 'publication_event', 'publication_text', 'public_item', 'audit_entry']) {
      const { rows } = await current().admin.query(
        `select 1 from ${table} t where agency_id = $1 and t::text ~ '独一无二|张某'`,
        [agency.id],
      )
      assert.equal(rows.length, 0, table)
    }
    const trace = async (id: string) => {
      const item = await readAsPublic(storage, (trx) => findPublicItem(trx, id))
      return [item?.title, item?.indexNumber, item?.takenDownOn, item?.takedownReasons]
    }
    assert.deepEqual(await trace(gone.id), ['一件公告', gone.item.indexNumber, on, '内容有误'])
    assert.deepEqual(await trace(penalty.id), ['', penalty.item.indexNumber, on, ''])
    await as(agency, async (trx) => {
      const { publications } = await listPublications(trx, agency.id, {}, { after: null, limit: 9 })
      assert.deepEqual(
        publications.map(({ number }) => number),
        [standing.number],
      )
      await assert.rejects(loadPublication(trx, agency.id, gone.number, { for: 'reading' }), {
        id: 'publication-destroyed',
      })
    })
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })

  test('an event of an item that was changed or is gone without a list is a fault of the chain', async () => {
    const { storage, admin } = current()
    const agency = await testAgency(storage, 'W3')
    const { number } = await publishItem(storage, agency)
    assert.deepEqual((await verifyAudit(storage)).broken, [])
    const fault = async () => (await verifyAudit(storage)).broken.map(({ code, fault }) => [code, fault])
    await admin.query(
      `update publication_event set event = event || '{"on":"2026-11-18"}' where agency_id = $1 and number = $2 and event ->> 'type' = 'published'`,
      [agency.id, number],
    )
    assert.deepEqual(await fault(), [['W3', 'event']])
    await admin.query('delete from publication_event where agency_id = $1', [agency.id])
    assert.deepEqual(await fault(), [['W3', 'event']])
  })

  test('a digest that somebody typed into a text of a case destroys no file', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'W4')
    await as(agency, (trx) => changeOfficeSettings(trx, agency, { retention: '10' }))
    // Kept, and named by nothing yet.
    const typed = await keep(agency, 'of another')
    const own = await keep(agency, 'of the case')
    const acting = { today: day('2026-11-20'), calendar: nationalCalendar, roles: officeRoles }
    await as(agency, async (trx) => {
      const { number } = await registerRequest(
        trx,
        agency.id,
        {
          ...{ on: day('2026-03-02'), channel: 'portal', applicantKind: 'naturalPerson', number: null },
          ...{ applicants: [{ name: '某人' }], agent: null, wanted: null, content: '信息' },
        },
        acting,
      )
      for (const command of [
        { ...sampleCommand('dispatch', day('2026-03-03')), question: typed },
        { ...sampleCommand('answerDispatch', day('2026-03-04')), opinion: typed, material: [own] },
        sampleCommand('withdraw', day('2026-03-05')),
        sampleCommand('archive', day('2026-04-01')),
      ] as RequestAct['command'][])
        await actOnRequest(trx, agency.id, { number, command, seen: null }, acting)
    })
    await destroy(agency, withdrawnOver)
    assert.deepEqual([await isKept(agency, typed), await isKept(agency, own)], [true, false])
    const { rows } = await as(agency, (trx) =>
      sql`select 1 from request_event where agency_id = ${agency.id}`.execute(trx),
    )
    assert.deepEqual(rows, [])
  })
})
