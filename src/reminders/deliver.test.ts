import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { rudeServer } from '../../test/reminders/mail-server.ts'
import { webhookServer } from '../../test/reminders/webhook-server.ts'
import { inAppByDefault, type ReminderChannelKind } from '../requests/reminders/reminder-channel.ts'
import { testMessage } from '../requests/reminders/reminder-message.ts'
import { day } from '../statute/day.ts'
import { deliver } from './deliver.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})
const started = async <T extends { readonly close: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting
  closing.push(server.close)
  return server
}

const never = new AbortController().signal
const at = new Date('2026-11-25T00:30:00Z')
const message = testMessage('甲局', day('2026-11-25'), 'zh-CN')

const send = (kind: ReminderChannelKind, to: string, secret: string | null = null, stopped = never) =>
  deliver(
    { ...inAppByDefault, kind },
    { to, secret },
    { message, facts: { agency: 'A1', kind: 'test' } },
    { smtp: null, now: () => at, stopped },
  )

test('each robot gets its own JSON, and a plain webhook the facts as well', async () => {
  const { url, posted } = await started(webhookServer())
  assert.equal(await send('wecom', url), null)
  assert.equal(await send('dingtalk', url, 'SECabc'), null)
  assert.equal(await send('webhook', url), null)
  const content = '【甲局】依申请公开提醒：测试（2026-11-25）\n这是一条测试消息，收到即说明设置正确。'
  assert.deepEqual(posted[0]?.body, { msgtype: 'text', text: { content } })
  assert.deepEqual(posted[1]?.body, { msgtype: 'text', text: { content } })
  const sign = new URL(posted[1]?.path ?? '', url).searchParams
  assert.equal(sign.get('sign'), createHmac('sha256', 'SECabc').update(`${at.getTime()}\nSECabc`).digest('base64'))
  assert.deepEqual([sign.get('key'), sign.get('timestamp')], ['0123456789abcdef', String(at.getTime())])
  assert.deepEqual(posted[2]?.body, { agency: 'A1', kind: 'test', subject: message.subject, text: `${content}\n` })
})

test('a robot that says no with status 200 has failed, in its own words without the key', async () => {
  const told = { errcode: 93000, errmsg: `invalid webhook url, hint: key=0123456789abcdef\n${'x'.repeat(500)}` }
  const { url } = await started(webhookServer((response) => void response.end(JSON.stringify(told))))
  const problem = await send('wecom', url)
  assert.ok(problem?.is === 'robotRefused' && problem.code === 93000)
  assert.match(problem.said, /^invalid webhook url, hint: key=… x+…$/)
  for (const answer of ['', 'ok', '<html>', '[]', '{"errcode":"0"}', 'null']) {
    const odd = await started(webhookServer((response) => void response.end(answer)))
    assert.deepEqual(await send('dingtalk', odd.url), { is: 'answerUnreadable' }, answer)
    assert.equal(await send('webhook', odd.url), null)
  }
})

test('no redirect is followed, and another status has failed', async () => {
  const other = await started(webhookServer())
  for (const status of [301, 302, 303, 307, 308]) {
    const { url } = await started(
      webhookServer((response) => void response.writeHead(status, { location: other.url }).end()),
    )
    assert.deepEqual(await send('webhook', url), { is: 'redirected', status })
  }
  assert.equal(other.posted.length, 0)
  const { url } = await started(webhookServer((response) => void response.writeHead(500).end('x')))
  assert.deepEqual(await send('wecom', url), { is: 'status', status: 500 })
})

test('of an answer without end only the beginning is read', async () => {
  const chunk = Buffer.alloc(64 * 1024, ' ')
  let sent = 0
  const { url } = await started(
    webhookServer((response) => {
      response.write('{"errcode":0,')
      const more = () => {
        do sent += chunk.length
        while (response.write(chunk))
      }
      response.on('drain', more)
      more()
    }),
  )
  assert.deepEqual(await send('wecom', url), { is: 'answerUnreadable' })
  assert.equal(await send('webhook', url), null)
  // What the buffers of both ends hold, and no more.
  assert.ok(sent < 40 * 1024 * 1024, String(sent))
})

test('a server that hangs is left when the program stops, and one that is not there is told', async () => {
  const silent = await started(rudeServer(() => {}))
  const dripping = await started(
    rudeServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n')
      const timer = setInterval(() => socket.write('1\r\n \r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    }),
  )
  for (const { port } of [silent, dripping]) {
    const stopping = new AbortController()
    setTimeout(() => stopping.abort(), 200)
    assert.deepEqual(await send('webhook', `http://127.0.0.1:${port}/`, null, stopping.signal), { is: 'stopped' })
  }
  const gone = await rudeServer(() => {})
  await gone.close()
  assert.deepEqual(await send('webhook', `http://127.0.0.1:${gone.port}/`), { is: 'unreachable', code: 'ECONNREFUSED' })
  assert.deepEqual(await send('email', 'a@b.cn'), { is: 'smtpNotSet' })
})
