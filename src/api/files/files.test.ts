import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { zipSync } from 'fflate'
import { closeReaders } from '../../documents/read-in-worker.ts'
import { officeRoles } from '../../office/role.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../../storage/agencies.ts'
import { addApiToken, apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { makeApi } from '../make-api.ts'

const text = (words: string) => new TextEncoder().encode(words)
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, text(content)])))
const docx = (words: string, more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  })
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeApi>>
  const tokens: string[] = []
  before(async () => {
    const { storage } = current()
    api = await makeApi({ storage, basePath: '/', today: () => day('2026-03-12'), log: () => {} })
    for (const code of ['f', 'g']) {
      const agency = await addAgency(storage, 'test', {
        code,
        name: code,
        level: 'county',
        kind: 'department',
        parentCode: null,
      })
      const token = { name: 't', scopes: apiScopes, roles: officeRoles }
      tokens.push(
        await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) => addApiToken(trx, agency, token)),
      )
    }
  })
  after(closeReaders)

  const send = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const answer = await api.request(`/api/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/octet-stream' },
      body: bytes,
    })
    return {
      status: answer.status,
      json: (await answer.json()) as { digest: string; error: string; mediaType: string },
    }
  }
  const get = (digest: string, token = tokens[0]) =>
    api.request(`/api/files/${digest}`, { headers: { authorization: `Bearer ${token}` } })
  const files = () =>
    readdirSync(join(current().dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(current().dataDir, 'files', name)).isFile(),
    )

  test('a file comes back as it was, once however often it is sent, and to its agency only', async () => {
    const { status, json } = await send('回执 扫描件.png', png)
    assert.deepEqual([status, json.mediaType], [201, 'image/png'])
    assert.equal((await send('same.png', png)).json.digest, json.digest)
    assert.equal(files().length, 1)
    const answer = await get(json.digest)
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), png)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''%E5%9B%9E/)
    assert.equal((await get(json.digest, tokens[1])).status, 404)
    assert.equal((await get('0'.repeat(64))).status, 404)
  })

  test('what a file is its content says; anything else, and what is marked as secret, is refused and not stored', async () => {
    const kept = files().length
    const wrong: readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[] = [
      ['attachment-mistyped', '授权.pdf', png],
      ['attachment-kind', 'a.txt', text('<html><script>alert(1)</script>')],
      ['attachment-kind', 'a.svg', text('<svg onload="x"/>')],
      ['attachment-kind', 'a.exe', new Uint8Array([0x4d, 0x5a, 0, 0])],
      ['attachment-kind', 'a.zip', zip({ 'a.txt': 'a' })],
      ['attachment-kind', 'a.docx', docx('宏', { 'word/vbaProject.bin': 'x' })],
      ['attachment-secret', 'a.txt', text('机密★五年\n关于…')],
      ['attachment-secret', 'a.docx', docx('绝密★')],
      ['attachment-name', '../a.txt', text('a')],
      ['text-direction-characters', 'a\u202etxt.txt', text('a')],
      ['file-empty', 'a.txt', new Uint8Array()],
    ]
    for (const [error, name, bytes] of wrong) assert.equal((await send(name, bytes)).json.error, error, name)
    assert.equal(files().length, kept)
    assert.equal((await send('a.docx', docx('可以保存'))).status, 201)
  })

  test('an act names only files that are there', async () => {
    const post = async (path: string, body: unknown) => {
      const answer = await api.request(`/api${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return (await answer.json()) as { error?: string; number?: string; phase?: string }
    }
    const { json } = await send('委托书.png', png)
    const registration = (powerOfAttorney: string) => ({
      ...{ on: '2026-03-02', channel: 'inPerson', applicantKind: 'naturalPerson', content: '决算' },
      ...{ applicants: [{ name: '甲' }], agent: { identity: { name: '乙' }, powerOfAttorney } },
    })
    assert.equal((await post('/requests', registration('0'.repeat(64)))).error, 'stored-file-unknown')
    assert.equal((await post('/requests', registration(json.digest))).number, '2026-0001')
    const keep = (file: string) => post('/requests/2026-0001/keepLetter', { on: '2026-03-03', kind: 'receipt', file })
    assert.equal((await keep('0'.repeat(64))).error, 'stored-file-unknown')
    assert.equal((await keep(json.digest)).phase, 'handling')
    const shown = await api.request('/api/requests/2026-0001', { headers: { authorization: `Bearer ${tokens[0]}` } })
    const { letters } = (await shown.json()) as { letters: readonly { file: string; origin: string }[] }
    assert.deepEqual([letters[0]?.file, letters[0]?.origin], [json.digest, 'scan'])
  })
})
