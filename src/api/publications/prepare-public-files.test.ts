import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PDFDocument } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { closeReaders } from '../../documents/read-in-worker.ts'
import { officeRoles } from '../../office/role.ts'
import { sampleMetadata } from '../../publications/sample-publications.ts'
import { day } from '../../statute/day.ts'
import type { Agency } from '../../storage/agencies.ts'
import { storeFile } from '../../storage/files/stored-files.ts'
import { findPublicItem, readAsPublic, readPublicFile } from '../../storage/publications/public-items.ts'
import { fileWarnings } from '../../storage/publications/publication-files.ts'
import { actAs, reviewAndPublish, testAgency, testToday } from '../../storage/publications/test-publications.ts'
import { proposePublication } from '../../storage/publications/write-publication.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { preparePublicFiles } from './prepare-public-files.ts'

const docx = (words: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'docProps/core.xml': strToU8('<cp:coreProperties><dc:creator>起草人甲</dc:creator></cp:coreProperties>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:ins w:id="1" w:author="修改人乙"><w:r><w:t>${words}</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ),
  })

describeOnEmbedded((current) => {
  let agency: Agency
  before(async () => {
    agency = await testAgency(current().storage, '附')
  })
  after(closeReaders)
  const who = () => ({ agencies: [agency.id], agencyId: agency.id, actor: 'clerk' })
  const keep = (name: string, content: Uint8Array) =>
    current().storage.transact(who(), (trx) =>
      storeFile(trx, agency.id, { name, mediaType: 'application/octet-stream', content }),
    )
  const propose = async (attachments: readonly { file: string; name: string }[], body: unknown = null) => {
    const { storage } = current()
    await preparePublicFiles(storage, who(), { attachments, body })
    const content = { metadata: sampleMetadata, body: body as never, attachments }
    const on = day('2026-11-18')
    return await storage.transact(who(), (trx) =>
      proposePublication(
        trx,
        agency.id,
        { on, unit: '综合科', formedOn: on, proposal: { attribute: 'proactive' }, content },
        { today: testToday, roles: officeRoles },
      ),
    )
  }

  test('the public gets the copy under a safe name, its words are found, the original stays inside', async () => {
    const { storage } = current()
    const { digest } = await keep('内部.docx', docx('申领条件和办理地点'))
    const { number, id, item } = await propose([{ file: digest, name: '../附件1\u202e.docx' }])
    const [attachment] = item.content.attachments
    assert.deepEqual([attachment?.original, attachment?.name], [digest, '附件1.docx'])
    assert.notEqual(attachment?.file, digest)
    const warnings = await storage.transact(who(), (trx) => fileWarnings(trx, agency.id, item.content.attachments))
    assert.deepEqual(warnings.get(attachment?.file ?? ''), [{ what: 'trackedChanges', count: 1, by: ['修改人乙'] }])
    await reviewAndPublish(storage, agency, number)
    const shown = await readAsPublic(storage, (trx) => readPublicFile(trx, id, attachment?.file ?? ''))
    assert.ok(shown)
    assert.equal(await readAsPublic(storage, (trx) => readPublicFile(trx, id, digest)), null)
    assert.equal((await readAsPublic(storage, (trx) => findPublicItem(trx, id)))?.files.length, 1)
    const { rows } = await current().admin.query(`select attachment_text from public_item where id = '${id}'`)
    assert.match(rows[0].attachment_text, /申领条件和办理地点/)
    await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on: day('2026-11-20'), reasons: '更正' })
    const { rows: gone } = await current().admin.query(`select attachment_text from public_item where id = '${id}'`)
    assert.equal(gone[0].attachment_text, '')
  })

  test('numbers of persons in a file keep the review from passing it unseen', async () => {
    const { storage } = current()
    const { digest } = await keep('名单.csv', strToU8('姓名,电话\n某人,13800138000\n'))
    const { number } = await propose([{ file: digest, name: '名单.csv' }])
    const on = day('2026-11-19')
    await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
    const review = {
      type: 'reviewSecrecy',
      on,
      basis: '不涉及',
      result: 'public',
      referredTo: null,
      approval: { medium: 'onScreen' },
    } as const
    await assert.rejects(actAs(storage, agency, 'leader', number, review), /名单\.csv.*138\*{6}00/s)
    const reviewed = await actAs(storage, agency, 'leader', number, {
      ...review,
      acknowledgePersonalInformation: '公示名单，本人同意',
    })
    assert.equal(reviewed.item.secrecy?.personalInformation?.found[0]?.kind, 'mobilePhone')
  })

  test('what cannot be public is refused in words', async () => {
    const wrong: readonly (readonly [string, Uint8Array, string])[] = [
      ['a.svg', strToU8('<svg onload="x"/>'), 'attachment-kind'],
      ['a.csv', strToU8('a,<script>alert(1)</script>'), 'attachment-not-public-kind'],
      ['a.txt', strToU8('文字'), 'attachment-not-public-kind'],
      ['a.tif', new Uint8Array([0x49, 0x49, 0x2a, 0, 1, 2]), 'attachment-not-public-kind'],
      ['a.pdf', strToU8('%PDF-1.4 nonsense'), 'file-damaged'],
    ]
    for (const [name, content, id] of wrong) {
      const { digest } = await keep(name, content)
      await assert.rejects(propose([{ file: digest, name }]), { id }, name)
    }
    const { digest } = await keep('b.csv', strToU8('a,b'))
    const figure = { type: 'figure', file: digest, alt: '图', caption: null }
    await assert.rejects(propose([], [figure]), { id: 'figure-no-picture' })
    await assert.rejects(propose([{ file: '0'.repeat(64), name: 'x.pdf' }]), { id: 'stored-file-unknown' })
  })

  test('a pdf of five hundred pages is made ready apart, and its words are bounded', async () => {
    const document = await PDFDocument.create()
    for (let n = 0; n < 500; n++)
      for (let line = 0; line < 30; line++)
        (line === 0 ? document.addPage() : document.getPage(n)).drawText(`page ${n} line ${line} of words`, {
          x: 40,
          y: 780 - line * 20,
          size: 12,
        })
    const { digest } = await keep('长.pdf', await document.save())
    let turns = 0
    const watching = setInterval(() => turns++, 10)
    await preparePublicFiles(current().storage, who(), { attachments: [{ file: digest, name: '长.pdf' }], body: null })
    clearInterval(watching)
    // The program went on with other things meanwhile.
    assert.ok(turns > 10)
    const { rows } = await current().admin.query(
      `select length(words) as length, warnings from publication_file where original = '${digest}'`,
    )
    assert.ok(rows[0].length <= 200_000)
    assert.ok(rows[0].length > 0 || rows[0].warnings[0].what === 'wordsNotRead')
  })
})
