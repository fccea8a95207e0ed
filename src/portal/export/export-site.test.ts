import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Refusal } from '../../refusals/refusal.ts'
import { day } from '../../statute/day.ts'
import { storeFile } from '../../storage/files/stored-files.ts'
import { actAs, publishItem, testAgency } from '../../storage/publications/test-publications.ts'
import { describeOnEmbedded, type TestStorage } from '../../storage/test-storage.ts'
import { makePortal } from '../portal.ts'
import { exportSite, type SiteExport } from './export-site.ts'
import { manifestName, readManifest } from './manifest.ts'

const base = '/zfxxgk/'
/** Where the exports of one engine lie. */
let folder = ''

const filesIn = (out: string) =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(out, file)).isFile())
    .sort()

function exportTo(current: TestStorage, name: string, change: Partial<SiteExport> = {}) {
  const { storage, databaseUrl, dataDir } = current
  const order = { storage, options: { databaseUrl, dataDir }, base, server: null, compressed: false }
  return exportSite({ ...order, out: join(folder, name), ...change })
}

async function serving({ storage }: TestStorage) {
  const portal = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: base,
    healthy: async () => true,
    today: () => day('2026-11-20'),
    log: () => {},
    storage,
  })
  return async (file: string) => {
    const path = file
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
    const answer = await portal.request(base + path)
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
  }
}

describeOnEmbedded((current) => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-export-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  test('where no agency is on record there is nothing to export', async () => {
    await assert.rejects(
      exportTo(current(), 'none'),
      (error) => error instanceof Refusal && error.id === 'export-nothing',
    )
    assert.deepEqual(readdirSync(folder), [])
  })

  test('every file is what the server answers there, byte by byte, both languages, files and traces included', async () => {
    const { storage } = current()
    const own = await testAgency(storage, 'A1', { name: '甲<局>' })
    await testAgency(storage, 'B1')
    const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
    const stored = await storage.transact({ agencies: [own.id], actor: 'clerk' }, (trx) =>
      storeFile(trx, own.id, { name: '通知.pdf', mediaType: 'application/pdf', content: pdf }),
    )
    const withFile = await publishItem(storage, own, {
      attachments: [{ file: stored.digest, name: '通知 & 附件.pdf' }],
    })
    await publishItem(storage, own, { metadata: { title: '解读', interprets: [withFile.id] } })
    for (let n = 0; n < 22; n++) await publishItem(storage, own, { metadata: { title: `第${n}号公告` } })
    const gone = await publishItem(storage, own, { metadata: { title: '误发' } })
    const on = day('2026-11-20')
    await actAs(storage, own, 'clerk', gone.number, { type: 'takeDown', on, reasons: '内容有误' })

    const out = join(folder, 'whole')
    const exported = await exportTo(current(), 'whole')
    assert.deepEqual(exported.failed, [])
    const get = await serving(current())
    const manifest = readManifest(out)
    const kinds = new Set<string>()
    for (const { file, status, bytes } of manifest?.files ?? []) {
      const here = readFileSync(join(out, file))
      assert.equal(here.length, bytes, file)
      if (/^(en\/)?(plain\/)?(search|check|deadline|agencies\/\w+\/request)\//.test(file)) continue
      const there = await get(file)
      assert.deepEqual([there.status, here.equals(there.body)], [status, true], file)
      kinds.add(
        file.replace(/[0-9a-f-]{36}|[0-9a-f]{12,64}|A1|B1|\d+/g, '*').replace(/(themes|genres|items)\/\w+\//, '$1/*/'),
      )
    }
    for (const kind of [
      'index.html',
      'en/index.html',
      'agencies/*/index.html',
      'en/agencies/*/content/index.html',
      'agencies/*/content/page-*/index.html',
      'agencies/*/content/themes/*/page-*/index.html',
      'items/*/index.html',
      'assets/*/site.css',
      'assets/*/site-search.js',
    ])
      assert.ok(kinds.has(kind), `${kind} of ${[...kinds].join(' ')}`)
    assert.ok(readFileSync(join(out, `items/${withFile.id}/files/${stored.digest}/通知 & 附件.pdf`)).equals(pdf))
    assert.match(readFileSync(join(out, `items/${gone.id}/index.html`), 'utf8'), /撤下原因：内容有误/)
    assert.deepEqual(filesIn(out), [...(manifest?.files.map(({ file }) => file) ?? []), manifestName].sort())
  })

  test('a second export touches nothing that has not changed, and takes away what is gone', async () => {
    const { storage } = current()
    const own = await testAgency(storage, 'C1')
    const { id, number } = await publishItem(storage, own)
    const out = join(folder, 'again')
    await exportTo(current(), 'again')
    const stateOf = (file: string) => `${file} ${statSync(join(out, file)).ino} ${statSync(join(out, file)).mtimeMs}`
    const first = filesIn(out).map(stateOf)
    const second = await exportTo(current(), 'again')
    assert.deepEqual([second.changed, second.removed], [0, 0])
    assert.deepEqual(filesIn(out).map(stateOf), first)

    writeFileSync(join(out, 'robots.txt'), 'of somebody else')
    await actAs(storage, own, 'clerk', number, { type: 'takeDown', on: day('2026-11-20'), reasons: '误' })
    const third = await exportTo(current(), 'again')
    const now = new Set(filesIn(out).map(stateOf))
    const touched = first.filter((state) => !now.has(state)).map((state) => state.split(' ')[0] ?? '')
    assert.equal(
      touched.length,
      third.changed + third.removed + 1 - [...now].filter((state) => state.startsWith('x')).length,
    )
    assert.ok(touched.includes(`items/${id}/index.html`))
    assert.ok(!touched.includes('agencies/B1/index.html'), 'the page of another agency was not written again')
    assert.equal(readFileSync(join(out, 'robots.txt'), 'utf8'), 'of somebody else')
  })

  test('compressed copies hold the same, and go when they are not asked for', async () => {
    const out = join(folder, 'small')
    await exportTo(current(), 'small', { compressed: true })
    const page = readFileSync(join(out, 'index.html'))
    assert.ok(brotliDecompressSync(readFileSync(join(out, 'index.html.br'))).equals(page))
    assert.ok(gunzipSync(readFileSync(join(out, 'index.html.gz'))).equals(page))
    await exportTo(current(), 'small', { compressed: true })
    const { removed } = await exportTo(current(), 'small')
    assert.ok(removed > 10)
    assert.ok(!filesIn(out).some((file) => /\.(br|gz)$/.test(file)))
  })

  test('what only a server can do leads to the server, or says that it is not here', async () => {
    const page = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8')
    await exportTo(current(), 'led', { server: 'https://bl.example.gov.cn/zfxxgk/' })
    const request = 'agencies/A1/request/apply/index.html'
    assert.match(page('led', request), /href="https:\/\/bl\.example\.gov\.cn\/zfxxgk\/agencies\/A1\/request\/apply\/"/)
    assert.match(
      page('led', `en/${request}`),
      /https:\/\/bl\.example\.gov\.cn\/zfxxgk\/en\/agencies\/A1\/request\/apply\//,
    )
    assert.match(page('whole', request), /href="\/zfxxgk\/agencies\/A1\/guide\/">政府信息公开指南/)
  })

  test('a folder with other things is left alone; a killed export leaves the old site, and the next one mends it', async () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'index.html'), 'not ours')
    await assert.rejects(
      exportTo(current(), 'other'),
      (error) => error instanceof Refusal && error.id === 'export-folder-other',
    )
    assert.deepEqual(filesIn(other), ['index.html'])

    const out = join(folder, 'again')
    const before = filesIn(out)
    // As two kills leave it: one while files were made, one between the two renames.
    mkdirSync(join(folder, '.again.new-999999999/items'), { recursive: true })
    renameSync(out, join(dirname(out), '.again.old'))
    await exportTo(current(), 'again')
    assert.deepEqual(filesIn(out), before)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    )
  })

  test('a second export to the same folder is refused while the first runs; a place that cannot be written to is told', async () => {
    const refusal = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    mkdirSync(join(folder, `.again.new-${other.pid}`))
    const before = filesIn(join(folder, 'again'))
    await assert.rejects(exportTo(current(), 'again'), refusal('export-under-way'))
    assert.ok(existsSync(join(folder, `.again.new-${other.pid}`)), 'what the other has made is left alone')
    other.kill('SIGKILL')
    await once(other, 'close')
    await exportTo(current(), 'again')
    assert.deepEqual(filesIn(join(folder, 'again')), before)

    writeFileSync(join(folder, 'file'), 'of somebody')
    for (const name of ['file', 'file/site'])
      await assert.rejects(exportTo(current(), name), refusal('export-folder-unwritable'))
    assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'of somebody')
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    )
  })

  test('an export that fails leaves the old site and nothing beside it', async () => {
    const out = join(folder, 'again')
    const before = filesIn(out)
    const gaveUp = new Error('given up')
    const progress = () => {
      throw gaveUp
    }
    await assert.rejects(exportTo(current(), 'again', { progress }), gaveUp)
    assert.deepEqual(filesIn(out), before)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    )
  })

  test('an export is of one moment, whatever is published meanwhile', async () => {
    const { storage } = current()
    const own = await testAgency(storage, 'D1')
    await publishItem(storage, own, { metadata: { title: '先' } })
    let late: Promise<{ id: string }> | null = null
    await exportTo(current(), 'moment', {
      progress: () => {
        late ??= publishItem(storage, own, { metadata: { title: '后来的' } })
      },
    })
    const { id } = (await late) ?? assert.fail('nothing was published meanwhile')
    const out = join(folder, 'moment')
    assert.ok(!filesIn(out).some((file) => file.includes(id)))
    for (const file of filesIn(out)) assert.ok(!readFileSync(join(out, file), 'utf8').includes('后来的'), file)
  })
})
