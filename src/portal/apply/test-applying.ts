import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { readLetterFacts } from '../../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../../api/letters/letter-settings.ts'
import { officeRoles } from '../../office/role.ts'
import { logInto } from '../../operation/test-log.ts'
import { day } from '../../statute/day.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { testAgency } from '../../storage/publications/test-publications.ts'
import { actOnRequest, type RequestAct } from '../../storage/requests/act-on-request.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import type { Storage } from '../../storage/storage.ts'
import { makePortal } from '../portal.ts'
import type { CodeMail } from './apply-screen.ts'

/** The day on which tests apply, and the moment: half a minute before it ends. */
export const applyingDay = day('2026-09-18')
const late = new Date('2026-09-18T15:59:30Z')

type Headers = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, string | Blob>>
type Asked = { readonly headers?: Headers; readonly from?: string; readonly edition?: string }

/** The portal of an agency of its own, and a browser that keeps cookies before it. Tests only. */
export async function openApplying(storage: Storage, code: string, trustedProxies: readonly string[] = []) {
  const logged: string[] = []
  const behind: Promise<void>[] = []
  const mails = { sent: [] as CodeMail[], failing: false }
  const agency = await testAgency(storage, code, { name: '清河县水务局' })
  const app = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: '/',
    healthy: async () => true,
    today: () => applyingDay,
    storage,
    applying: {
      behind: (work) => void behind.push(work),
      sendMail: async (mail) => {
        if (mails.failing) throw new Error('the mail server is down')
        mails.sent.push(mail)
      },
      now: () => late,
      trustedProxies,
      letterFacts: (trx, one, loaded, kind, today) =>
        readLetterFacts(
          trx,
          one,
          loaded,
          letterSettingsSchema.parse({}),
          { kind, consulted: null, draft: false },
          today,
        ),
    },
    log: logInto(logged),
  })
  const cookies = new Map<string, string>()
  const ask = async (
    place: string,
    fields?: Fields,
    { headers = {}, from = '127.0.0.1', edition = '' }: Asked = {},
  ) => {
    const body = fields && new FormData()
    for (const [name, value] of Object.entries(fields ?? {})) body?.append(name, value)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(
      `/${edition}agencies/${code}/request/${place}`,
      { headers: { cookie, ...headers }, ...(body && { method: 'POST', body }) },
      { incoming: { socket: { remoteAddress: from } } },
    )
    for (const set of answer.headers.getSetCookie()) {
      assert.match(set, /HttpOnly;.*SameSite=Strict/)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      cookies: answer.headers.getSetCookie(),
      text: await answer.text(),
    }
  }
  const fillIn = async (email = '') => {
    await ask('apply/', { kind: 'naturalPerson', consent: 'yes' })
    const person = {
      'p1-name': '申请人甲',
      'p1-documentKind': 'identityCard',
      'p1-documentNumber': '11010519491231002X',
    }
    const who = {
      count: '1',
      kind: 'naturalPerson',
      ...person,
      'p1-phone': '010-00000000',
      'p1-email': email,
      byAgent: 'no',
      do: 'next',
    }
    const filled = await ask('apply/who/', { ...who, identity: new File([whitePicture()], '申请人甲.png') })
    assert.match(filled.location ?? '', /what/)
    await ask('apply/what/', { content: '验收报告', do: 'next' })
    await ask('apply/how/', { form: 'electronic', by: 'portal', do: 'next' })
    return (await ask('apply/check/')).text
  }
  /** Fills in and sends; the browser visits the case from then on. */
  const send = async (email = '') => {
    const { text } = await ask('apply/send/', await solvedForm(await fillIn(email)))
    const [number = '', queryCode = ''] = codesIn(text)
    return { number, queryCode, text }
  }
  const act = (number: string, command: RequestAct['command'], actor = 'clerk') =>
    storage.transact({ agencies: [agency.id], actor }, async (trx) => {
      const acting = { today: applyingDay, calendar: await agencyCalendar(trx, agency.id), roles: officeRoles }
      return await actOnRequest(trx, agency.id, { number, command, seen: null }, acting)
    })
  const load = (number: string) =>
    storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      loadRequest(trx, agency.id, number, { for: 'reading' }),
    )
  /** Everything that no answer waits for is done. */
  const settle = async () => void (await Promise.all(behind))
  return { agency, ask, fillIn, send, act, load, logged, mails, settle }
}

/** Number and query code on the page that confirms. */
export const codesIn = (page: string) =>
  [...page.matchAll(/<dd>((?:\d{4}-\d{4})|(?:\w{4}-\w{4}-\w{4}))<\/dd>/g)].map((one) => one[1])

/** The fields of the last page, with the work done. */
export async function solvedForm(page: string, work = true) {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const json = (/data-challenge="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
  const challenge = JSON.parse(json)
  const solution = work ? await solveChallenge({ challenge, deriveKey }) : null
  const altcha = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  return { submission: field('submission'), question: field('question'), answer: '', altcha }
}

/** A white picture of eight by eight pixels. */
export function whitePicture(): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0])
  const rows = deflateSync(
    Buffer.alloc(72, 255)
      .fill(0, 0, 1)
      .map((byte, at) => (at % 9 === 0 ? 0 : byte)),
  )
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]))
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
