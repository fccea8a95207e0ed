import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate } from '../../test/reminders/certificate.ts'
import { mailServer, rudeServer } from '../../test/reminders/mail-server.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sendMail } from './send-mail.ts'
import { readSmtp, type Smtp } from './smtp.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})

const mail = {
  to: 'office@example.gov.cn',
  subject: '【甲局】依申请公开待办',
  text: '已逾期 1 件',
  html: '<p>已逾期 1 件</p>',
}
const { cert, key } = makeCertificate()
const never = new AbortController().signal

function smtp(port: number, url = `smtp://127.0.0.1:${port}`): Smtp {
  const read = readSmtp({ GONGKAI_SMTP_URL: url, GONGKAI_SMTP_FROM: '公开 <gongkai@example.gov.cn>' })
  assert.ok(read)
  return read
}

async function started<T extends { readonly close: () => Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  closing.push(server.close)
  return server
}

const decoded = (raw: string) =>
  raw.replace(/\r\n\r\n([A-Za-z0-9+/=\r\n]{8,}?)(?=\r\n-|$)/g, (_, body) =>
    Buffer.from(body, 'base64').toString('utf8'),
  )

test('a mail arrives with sender, recipient, subject, text and page', async () => {
  const server = await started(mailServer())
  assert.equal(await sendMail(smtp(server.port), mail, never), null)
  const [got] = server.received
  assert.deepEqual([got?.from, got?.to, got?.secure], ['gongkai@example.gov.cn', ['office@example.gov.cn'], false])
  assert.match(got?.raw ?? '', /^From: =\?UTF-8\?.*<gongkai@example\.gov\.cn>\r$/m)
  assert.match(got?.raw ?? '', /^Auto-Submitted: auto-generated\r$/m)
  assert.match(got?.raw ?? '', /multipart\/alternative/)
  assert.match(decoded(got?.raw ?? ''), /已逾期 1 件[\s\S]*<p>已逾期 1 件<\/p>/)
})

test('line ends in a subject or an address make no header', async () => {
  const server = await started(mailServer())
  await sendMail(smtp(server.port), { ...mail, subject: '甲\r\nBcc: x@y.cn\r\n\r\nhello' }, never)
  assert.doesNotMatch(server.received[0]?.raw ?? 'Bcc', /^Bcc:/m)
  const problem = await sendMail(smtp(server.port), { ...mail, to: 'a@b.cn>\r\nRCPT TO:<x@y.cn' }, never)
  assert.ok(problem || !server.received[1]?.to.includes('x@y.cn'))
})

test('TLS is used where it is offered, its certificate is checked, and a password is kept back without it', async () => {
  const plain = await started(mailServer())
  const withPassword = `smtp://user:geheim123@127.0.0.1:${plain.port}`
  assert.deepEqual(await sendMail(smtp(0, withPassword), mail, never), { is: 'tlsMissing' })
  assert.equal(plain.received.length, 0)

  const seen: unknown[] = []
  const secured = await started(
    mailServer({
      ...{ key, cert, disabledCommands: [], authOptional: false },
      onAuth({ username, password }, session, done) {
        seen.push([username, password, session.secure])
        if (password === 'geheim123') done(null, { user: username })
        else done(new Error('535 wrong geheim999'))
      },
    }),
  )
  const right = `smtp://user:geheim123@localhost:${secured.port}`
  assert.deepEqual(await sendMail(smtp(0, right), mail, never), { is: 'certificate' })
  assert.deepEqual(seen, [])
  const trusted = getCACertificates('default')
  setDefaultCACertificates([...trusted, cert])
  try {
    assert.equal(await sendMail(smtp(0, right), mail, never), null)
    assert.deepEqual(seen, [['user', 'geheim123', true]])
    assert.equal(secured.received[0]?.secure, true)
    const wrong = `smtp://user:geheim999@localhost:${secured.port}`
    assert.deepEqual(await sendMail(smtp(0, wrong), mail, never), { is: 'signInRefused' })
    const implicit = await started(mailServer({ key, cert, secure: true }))
    assert.equal(await sendMail(smtp(0, `smtps://localhost:${implicit.port}`), mail, never), null)
    assert.equal(implicit.received[0]?.secure, true)
  } finally {
    setDefaultCACertificates(trusted)
  }
})

test('what the server turns down is told in its words, without the address', async () => {
  const server = await started(
    mailServer({
      onRcptTo({ address }, _, done) {
        done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }))
      },
    }),
  )
  const problem = await sendMail(smtp(server.port), mail, never)
  assert.ok(problem && problem.is === 'recipientRefused' && problem.status === 550)
  assert.match(problem.said, /no such user …/)
  assert.doesNotMatch(problem.said, /office/)
  const gone = await started(rudeServer((socket) => socket.destroy()))
  assert.equal((await sendMail(smtp(gone.port), mail, never))?.is, 'unreachable')
  await gone.close().catch(() => {})
  closing.pop()
  const nobody = await sendMail(smtp(gone.port), mail, never)
  assert.deepEqual(nobody, { is: 'unreachable', code: 'ECONNREFUSED' })
  assert.equal((await sendMail(smtp(0, 'smtp://nobody.invalid:25'), mail, never))?.is, 'unreachable')
})

test('a server that hangs, or babbles for ever, is left when the program stops', { timeout: 20_000 }, async () => {
  const silent = await started(rudeServer(() => {}))
  const babbling = await started(
    rudeServer((socket) => {
      socket.write('220 hello\r\n')
      const timer = setInterval(() => socket.write('250-more\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    }),
  )
  for (const { port } of [silent, babbling]) {
    const stopping = new AbortController()
    const sending = sendMail(smtp(port), mail, stopping.signal)
    setTimeout(() => stopping.abort(), 200)
    assert.deepEqual(await sending, { is: 'stopped' })
  }
})

test('the settings are read, or refused without repeating them', () => {
  const from = 'gongkai@example.gov.cn'
  const read = (url: string | undefined, sender: string | undefined = from) =>
    readSmtp({ GONGKAI_SMTP_URL: url, GONGKAI_SMTP_FROM: sender })
  assert.equal(readSmtp({}), null)
  assert.deepEqual(read('smtp://u%40x:p%3A@mail.example:2525'), {
    ...{ host: 'mail.example', port: 2525, tls: 'required', signIn: { user: 'u@x', pass: 'p:' } },
    from: { name: '', address: from },
  })
  assert.equal(read('smtp://mail.example')?.tls, 'offered')
  assert.equal(read('smtp://u:p@mail.example?tls=offered')?.tls, 'offered')
  assert.equal(read('smtp://mail.example?tls=required')?.tls, 'required')
  assert.deepEqual([read('smtps://mail.example')?.tls, read('smtps://[::1]')?.host], ['implicit', '::1'])
  assert.deepEqual(read('smtp://m', '"公 开" <a@b.cn>')?.from, { name: '公 开', address: 'a@b.cn' })
  const wrong: readonly (readonly [string | undefined, string?])[] = [
    ['http://mail.example'],
    ['smtp://mail.example/path'],
    ['smtp://mail.example?proxy=http://x'],
    ['smtp://mail.example?tls=never'],
    ['smtp://u:%zz@mail.example'],
    ['geheim123'],
    [undefined],
    ['smtp://mail.example', 'a@b.cn\r\nBcc: x@y.cn'],
    ['smtp://mail.example', 'x\r\ny <a@b.cn>'],
    ['smtp://mail.example', ''],
  ]
  for (const [url, sender] of wrong)
    assert.throws(
      () => read(url, sender),
      (error) =>
        error instanceof Refusal &&
        error.id === 'smtp-url-wrong' &&
        !/geheim123/.test(error.words('en') + error.words('zh-CN')),
      String(url),
    )
})
