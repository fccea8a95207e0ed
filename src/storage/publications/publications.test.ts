import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../statute/day.ts'
import type { Agency } from '../agencies.ts'
import { storeFile } from '../files/stored-files.ts'
import type { Storage } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { listPublications } from './list-publications.ts'
import { loadPublication } from './load-publication.ts'
import { findPublicItem, listPublicItems, readAsPublic, readPublicFile } from './public-items.ts'
import { PublicationRefused } from './publication-refused.ts'
import { changePublicationSettings } from './publication-settings.ts'
import { actAs, proposeItem, publishItem, reviewAndPublish, testAgency } from './test-publications.ts'

const seenByPublic = (storage: Storage, id: string) => readAsPublic(storage, (trx) => findPublicItem(trx, id))
const inAgency = <T>({ id }: Agency, storage: Storage, work: Parameters<typeof storage.transact<T>>[1]) =>
  storage.transact({ agencies: [id], actor: 'clerk' }, work)

describeOnEachEngine((current) => {
  test('an item is public from its publication on, dated by the database, and not a moment before', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '甲')
    const { number, id } = await proposeItem(storage, agency)
    assert.equal(await seenByPublic(storage, id), null)
    const { item } = await reviewAndPublish(storage, agency, number)
    const shown = await seenByPublic(storage, id)
    assert.equal(shown?.indexNumber, '甲/2026-00001')
    assert.equal(shown?.publishedAt, item.live?.at)
    assert.ok(Math.abs(Date.parse(String(shown?.publishedAt)) - Date.now()) < 60_000)
    assert.deepEqual(shown?.body, [{ type: 'paragraph', runs: [{ text: '正文' }] }])
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })

  test('the listing is what the events fold to', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '甲甲')
    const { number } = await publishItem(storage, agency)
    const [listed, loaded] = await inAgency(agency, storage, async (trx) => {
      const page = await listPublications(trx, agency.id, {}, { after: null, limit: 10 })
      return [page.publications[0], await loadPublication(trx, agency.id, number, { for: 'reading' })] as const
    })
    assert.equal(listed?.phase, loaded.item.phase)
    assert.equal(listed?.publishedAt, loaded.item.live?.at)
    assert.equal(listed?.dueOn, '2026-12-16')
  })

  test('a new version replaces what is shown once it is published; a withdrawn item leaves its trace', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '乙')
    const { number, id, item } = await publishItem(storage, agency)
    const content = { metadata: { ...item.content.metadata, title: '新的标题' }, body: null, attachments: [] }
    const body = [{ type: 'paragraph', runs: [{ text: '新的正文' }] }] as const
    const on = day('2026-11-19')
    const revision = { on, formedOn: on, proposal: { attribute: 'proactive' }, reasons: '更正地址' } as const
    await actAs(storage, agency, 'clerk', number, { type: 'revise', ...revision, content: { ...content, body } })
    assert.notEqual((await seenByPublic(storage, id))?.title, '新的标题')
    await reviewAndPublish(storage, agency, number)
    const second = await seenByPublic(storage, id)
    assert.deepEqual([second?.title, second?.version, second?.indexNumber], ['新的标题', 2, '乙/2026-00001'])
    await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '内容有误' })
    const trace = await seenByPublic(storage, id)
    assert.deepEqual([trace?.takenDownOn, trace?.takedownReasons, trace?.body], [on, '内容有误', null])
    const { total } = await readAsPublic(storage, (trx) =>
      listPublicItems(trx, { agencyId: agency.id }, { page: 1, size: 10 }),
    )
    assert.equal(total, 0)
  })

  test('index numbers follow the pattern of the office and are never given twice, also after the pattern changed', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '丙')
    await inAgency(agency, storage, (trx) =>
      changePublicationSettings(trx, agency.id, { indexPattern: '{code}-{year}{month}-{serial:3}' }),
    )
    assert.equal((await publishItem(storage, agency)).item.indexNumber, '丙-202603-001')
    await inAgency(agency, storage, (trx) =>
      changePublicationSettings(trx, agency.id, { indexPattern: '{code}-202603-{serial:3}' }),
    )
    assert.equal((await publishItem(storage, agency)).item.indexNumber, '丙-202603-002')
    await assert.rejects(
      inAgency(agency, storage, (trx) => changePublicationSettings(trx, agency.id, { indexPattern: '{year}' })),
      /索引号格式/,
    )
  })

  test('a normative document counts in the ledger, and its repeal too', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '丁')
    const { number } = await publishItem(storage, agency, { metadata: { documentNumber: '丁发〔2026〕1号' } })
    const since = day('2026-11-19')
    await actAs(storage, agency, 'clerk', number, {
      ...({ type: 'changeValidity', on: since, validity: 'repealed', since, basis: '丁发〔2026〕2号' } as const),
    })
    const { rows } = await inAgency(agency, storage, (trx) =>
      sql`select key, kind, made_on, ended_on, ended_how from document`.execute(trx),
    )
    const kind = 'normativeDocument'
    assert.deepEqual(rows, [
      { key: '["丁发〔2026〕1号"]', kind, made_on: '2026-03-02', ended_on: since, ended_how: 'repealed' },
    ])
  })

  test('a file is public with its item only, and one whose bytes are gone keeps it from being published', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '戊')
    const file = await inAgency(agency, storage, (trx) =>
      storeFile(trx, agency.id, {
        name: '内部名.pdf',
        mediaType: 'application/pdf',
        content: Buffer.from('%PDF-1.4 a'),
      }),
    )
    const { number, id } = await proposeItem(storage, agency, {
      attachments: [{ file: file.digest, name: '附件1.pdf' }],
    })
    const publicFile = () => readAsPublic(storage, (trx) => readPublicFile(trx, id, file.digest))
    assert.equal(await publicFile(), null)
    await reviewAndPublish(storage, agency, number)
    assert.equal((await publicFile())?.name, '附件1.pdf')
    const other = await inAgency(agency, storage, async (trx) =>
      storeFile(trx, agency.id, { name: '乙.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.4 b') }),
    )
    const gone = await proposeItem(storage, agency, { attachments: [{ file: other.digest, name: '附件2.pdf' }] })
    const { rm } = await import('node:fs/promises')
    await rm(`${current().dataDir}/files/${other.digest.slice(0, 2)}`, { recursive: true })
    await assert.rejects(reviewAndPublish(storage, agency, gone.number), /附件2\.pdf/)
    assert.equal(await seenByPublic(storage, gone.id), null)
  })

  test('another agency neither sees nor changes an item, and cannot write what the public sees', async () => {
    const { storage } = current()
    const [own, other] = [await testAgency(storage, '己'), await testAgency(storage, '庚')]
    const { number, id } = await publishItem(storage, own)
    await assert.rejects(
      inAgency(other, storage, (trx) => loadPublication(trx, own.id, number, { for: 'reading' })),
      /没有编号/,
    )
    for (const who of [
      { agencies: [other.id], actor: 'x' },
      { agencies: [], actor: 'x' },
    ])
      await storage.transact(who, async (trx) => {
        const { numAffectedRows } = await sql`update public_item set title = '改' where id = ${id}::uuid`.execute(trx)
        assert.equal(Number(numAffectedRows), 0)
      })
  })

  test('two who publish at the same moment: one does, the other is told what stands', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '辛')
    const { number } = await proposeItem(storage, agency)
    const on = day('2026-11-19')
    const approval = { medium: 'onScreen' } as const
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
    const both = await Promise.allSettled(
      [1, 2].map(() => actAs(storage, agency, 'clerk', number, { type: 'publish', on })),
    )
    const [failed] = both.filter((one) => one.status === 'rejected')
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.ok(failed?.reason instanceof PublicationRefused)
  })
})
