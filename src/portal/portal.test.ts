import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { logInto } from '../operation/test-log.ts'
import { Refusal } from '../refusals/refusal.ts'
import { buildReport } from '../report/check/example.ts'
import { day } from '../statute/day.ts'
import { listen } from './listen.ts'
import { packReport } from './pack-report.ts'
import { makePortal, type PortalParts } from './portal.ts'

const lines: string[] = []
const parts: PortalParts = {
  check: async ({ name }) => {
    if (name === 'bug.txt') throw new Error('a bug')
    if (name === 'no-report.txt') return { kind: 'refused', reason: '这不是年度报告。' }
    return { kind: 'checked', report: buildReport({ agency: '青禾县水务局' }), text: '', findings: [] }
  },
  mend: async (report, format, zeroIn) => {
    if (report.agency === '龘') throw new Refusal('bad-option', { reason: 'x' })
    return new TextEncoder().encode(`${report.agency} ${format} ${zeroIn}`)
  },
  basePath: '/',
  healthy: async () => true,
  today: () => day('2026-03-02'),
  log: logInto(lines),
}

async function post(path: string, fields: Readonly<Record<string, string | File>>, portal = makePortal(parts)) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return await (await portal).request(path, { method: 'POST', body })
}
const file = (name: string) => new File(['内容'], name)

test('the first screen is Chinese, and English when asked', async () => {
  const portal = await makePortal(parts)
  assert.match(await (await portal.request('/')).text(), /<html lang="zh-CN">/)
  assert.match(await (await portal.request('/?lang=en')).text(), /<html lang="en">/)
})

test('the first screen and its assets are answered by ETag and compressed', async () => {
  const portal = await makePortal(parts)
  const first = await portal.request('/', { headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(first.headers.get('content-encoding'), 'br')
  const etag = first.headers.get('etag') ?? assert.fail('no etag')
  assert.equal((await portal.request('/', { headers: { 'if-none-match': etag } })).status, 304)
  const sheet = /href="([^"]+portal\.css)"/.exec(await (await portal.request('/')).text())?.[1] ?? assert.fail('no css')
  const css = await portal.request(sheet)
  assert.match(css.headers.get('cache-control') ?? '', /immutable/)
  assert.match(await css.text(), /:root/)
})

test('every answer forbids inline script and style, frames and foreign sources', async () => {
  const portal = await makePortal(parts)
  for (const path of ['/', '/nothing-here', '/healthz']) {
    const policy = (await portal.request(path)).headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe|https?:|\*/)
  }
})

test('no page holds an inline script, style or event handler', async () => {
  const page = await (await post('/check', { files: file('a.txt') })).text()
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/)
})

test('a file posted by a plain form is answered by a whole page that nobody keeps', async () => {
  const answer = await post('/check', { files: file('a.docx') })
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  const page = await answer.text()
  assert.match(page, /<!doctype html>/)
  assert.match(page, /青禾县水务局/)
})

test('the script gets the part alone, under the slot it asked for', async () => {
  const part = await (await post('/check?part=result&slot=f7', { files: file('a.docx') })).text()
  assert.match(part, /^<details class="result" id="f7"/)
  const hostile = await (await post('/check?part=result&slot=%22%3E', { files: file('a.docx') })).text()
  assert.match(hostile, /id="f1"/)
})

test('a refused file is told in its own sentence beside the others', async () => {
  const body = new FormData()
  body.append('files', file('no-report.txt'))
  body.append('files', file('a.docx'))
  const page = await (await (await makePortal(parts)).request('/check', { method: 'POST', body })).text()
  assert.match(page, /这不是年度报告。/)
  assert.match(page, /青禾县水务局/)
})

test('a form without a file, or with a wrong setting, is answered by one sentence', async () => {
  for (const fields of [{}, { files: new File([], '') }, { pasted: '  ' }]) {
    const answer = await post('/check', fields)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /还没有选择文件/)
  }
  assert.match(
    await (await post('/check', { files: file('a'), publishedOn: '2025-02-30' })).text(),
    /“公布日期”填写有误/,
  )
  assert.match(await (await post('/check', { files: file('a'), level: 'village' })).text(), /“机关级别”填写有误/)
})

test('a body that is no form is answered like an empty form', async () => {
  const portal = await makePortal(parts)
  const answer = await portal.request('/check', {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'text/plain' },
  })
  assert.equal(answer.status, 422)
})

test('more than 50 MB are turned away in plain words', async () => {
  const portal = await makePortal(parts)
  const answer = await portal.request('/check', {
    method: 'POST',
    body: 'x',
    headers: { 'content-length': String(51 * 1024 * 1024), 'content-type': 'multipart/form-data; boundary=x' },
  })
  assert.equal(answer.status, 413)
  assert.match(await answer.text(), /超过 50 MB/)
})

test('a bug shows its number, the log has the same number, and neither has the file’s name', async () => {
  lines.length = 0
  const answer = await post('/check', { files: file('bug.txt') })
  assert.equal(answer.status, 500)
  const page = await answer.text()
  const id = /编号 ([0-9a-f]{8})/.exec(page)?.[1] ?? assert.fail('no id')
  assert.ok(lines.some((line) => line.includes(id)))
  assert.doesNotMatch(page, /a bug/)
  assert.doesNotMatch(lines.join('\n'), /bug\.txt|内容/)
})

test('an upload that breaks off is no bug: one line in the log, no stack', async () => {
  const logged: string[] = []
  const heard = Promise.withResolvers<void>()
  const portal = await makePortal({
    ...parts,
    log: (entry) => {
      logInto(logged)(entry)
      if (entry.event === 'request') heard.resolve()
    },
  })
  const server = await listen(portal, '127.0.0.1', 0)
  const socket = connect(server.port, '127.0.0.1')
  socket.write(
    'POST /check HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n--b\r\n',
    () => setImmediate(() => socket.destroy()),
  )
  await heard.promise
  await server.close()
  assert.equal(logged.length, 2)
  assert.match(logged[0] ?? '', /Z POST \/check 499 \d+ ms$/)
})

test('the log names the route, never the address that was asked for', async () => {
  lines.length = 0
  await (await makePortal(parts)).request('/张三的申请')
  assert.doesNotMatch(decodeURIComponent(lines.join('\n')), /张三/)
})

test('the corrected copy is made from the report in the form, with 0 only where it was confirmed', async () => {
  const report = packReport(buildReport({ agency: '青禾县水务局' }))
  const answer = await post('/corrected', { report, format: 'docx', name: '报告 "2024".docx', zeroIn: 'remedies' })
  assert.equal(await answer.text(), '青禾县水务局 docx remedies')
  const disposition = answer.headers.get('content-disposition') ?? ''
  assert.match(disposition, /^attachment; filename="report\.docx"; filename\*=UTF-8''/)
  assert.match(decodeURIComponent(disposition), /报告 _2024_（修正稿）\.docx$/)
})

test('a report that cannot be written, or was altered on the way, is told in words', async () => {
  const unwritable = packReport(buildReport({ agency: '龘' }))
  assert.equal((await post('/corrected', { report: unwritable, format: 'docx' })).status, 422)
  assert.match(await (await post('/corrected', { report: '{}', format: 'docx' })).text(), /请重新检查该文件后再下载/)
})

test('under a base path every address stands below it', async () => {
  const portal = makePortal({ ...parts, basePath: '/bureau/report/' })
  const page = await (await (await portal).request('/bureau/report/')).text()
  for (const [, address = ''] of page.matchAll(/(?:href|src|action)="([^"]+)"/g)) {
    assert.ok(address.startsWith('#') || address.startsWith('/bureau/report/'), address)
  }
  assert.equal((await (await portal).request('/')).status, 404)
})

test('health follows the database', async () => {
  assert.equal((await (await makePortal(parts)).request('/healthz')).status, 200)
  const ill = await makePortal({ ...parts, healthy: async () => false })
  assert.equal((await ill.request('/healthz')).status, 503)
})
