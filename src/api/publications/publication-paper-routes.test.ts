import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { readDocx } from '../../documents/docx/read-docx.ts'
import { openTableFile } from '../../documents/workbook/open-table-file.ts'
import { day } from '../../statute/day.ts'
import { findAgencyByCode } from '../../storage/agencies.ts'
import { apiScopes } from '../../storage/api-tokens.ts'
import { publishItem } from '../../storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { makeApi } from '../make-api.ts'
import { makeTestApi } from '../test-api.ts'

describeOnEmbedded((current) => {
  const tokens = { full: '', reader: '', other: '', stranger: '' }
  let number = ''
  let api: Awaited<ReturnType<typeof makeApi>>
  let call: Awaited<ReturnType<typeof makeTestApi>>['call']
  /** Whatever year the database dates publications in is over by then. */
  const later = `${new Date().getFullYear() + 2}-01-05`
  before(async () => {
    const { storage } = current()
    const made = await makeTestApi(storage, later)
    call = made.call
    api = await makeApi({ storage, basePath: '/', today: () => day(later), log: () => {} })
    tokens.full = await made.token('甲局', 'full', apiScopes)
    tokens.reader = await made.token('甲局', 'reader', ['publications:read'])
    tokens.other = await made.token('甲局', 'other', ['requests:read', 'requests:write'])
    tokens.stranger = await made.token('乙局', 'full', apiScopes)
    const agency = await findAgencyByCode(storage, '甲局')
    assert.ok(agency)
    number = (await publishItem(storage, agency, { metadata: { title: '关于查阅点的通告' } })).number
  })
  const get = (path: string, token = tokens.full) =>
    api.request(`/api${path}`, { headers: { authorization: `Bearer ${token}` } })
  const bytesOf = async (path: string, type: RegExp) => {
    const answer = await get(path)
    assert.equal(answer.status, 200, path)
    assert.match(answer.headers.get('content-type') ?? '', type)
    return new Uint8Array(await answer.arrayBuffer())
  }

  test('the sheet of a review comes as a Word file or a pdf, to whoever may read the item', async () => {
    const sheet = `/publications/${encodeURIComponent(number)}/review-sheet`
    assert.match((await readDocx(await bytesOf(sheet, /wordprocessingml/))).text, /关于查阅点的通告/)
    const pdf = await bytesOf(`${sheet}?format=pdf`, /pdf/)
    assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-')
    assert.equal((await get(sheet, tokens.reader)).status, 200)
    assert.equal((await get(sheet, tokens.other)).status, 403)
    assert.equal((await get(sheet, tokens.stranger)).status, 404)
    assert.equal((await get(`${sheet}?format=xlsx`)).status, 400)
  })

  test('a transfer list is drawn up once, listed, and given as data and as files', async () => {
    const { rows } = await current().storage.transact({ agencies: [], actor: 'x' }, (trx) =>
      sql<{ quarter: string }>`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY"Q"Q') as quarter`.execute(trx),
    )
    const [{ quarter = '' } = {}] = rows
    const draw = (body: object, token = tokens.full, headers = {}) =>
      call('/publication-transfers', { token, body, headers })
    const asked = { quarter: quarter.toLowerCase(), to: '县档案馆' }
    assert.equal((await draw(asked, tokens.reader)).status, 403)
    assert.equal((await draw({ ...asked, quarter: '2026' })).json.error, 'transfer-quarter')
    assert.equal((await draw({ ...asked, on: '2999-01-01' })).status, 400)
    const key = { 'idempotency-key': 'transfer-1' }
    const made = await draw(asked, tokens.full, key)
    assert.deepEqual([made.status, made.json.list, made.json.quarter, made.json.isNew], [201, 1, quarter, true])
    assert.deepEqual((await draw(asked, tokens.full, key)).json, made.json)
    const again = await draw(asked)
    assert.deepEqual([again.status, again.json.isNew, again.json.entries], [200, false, made.json.entries])
    const { lists } = (await call('/publication-transfers', { token: tokens.reader })).json as { lists: object[] }
    assert.deepEqual(lists, [{ list: 1, quarter, recipient: '县档案馆', madeOn: later, items: 1 }])
    const { entries, ...facts } = (await call('/publication-transfers/1', { token: tokens.reader })).json
    assert.deepEqual([entries, facts.recipient], [made.json.entries, '县档案馆'])
    const [sheet] = openTableFile(await bytesOf('/publication-transfers/1?format=xlsx', /spreadsheetml/), 'list.xlsx')
    const cells = [...(sheet?.rows() ?? [])].flatMap((row) => [...row.cells.values()])
    assert.ok(JSON.stringify(cells).includes('关于查阅点的通告'))
    assert.match(
      (await readDocx(await bytesOf('/publication-transfers/1?format=docx', /wordprocessingml/))).text,
      /县档案馆/,
    )
    for (const [path, token, status] of [
      ['/publication-transfers/2', tokens.full, 404],
      ['/publication-transfers/1', tokens.stranger, 404],
      ['/publication-transfers/x', tokens.full, 400],
      ['/publication-transfers', tokens.other, 403],
    ] as const)
      assert.equal((await get(path, token)).status, status, path)
  })

  test('the description of the interface tells of them', async () => {
    const { paths } = (await (await api.request('/api/openapi.json')).json()) as { paths: Record<string, object> }
    for (const path of [
      '/publications/{number}/review-sheet',
      '/publication-transfers',
      '/publication-transfers/{list}',
    ])
      assert.ok(`/api${path}` in paths, path)
  })
})
