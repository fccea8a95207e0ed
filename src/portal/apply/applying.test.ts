import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { readLetterFacts } from '../../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../../api/letters/letter-settings.ts'
import { requestRoles } from '../../requests/decide/role.ts'
import { day } from '../../statute/day.ts'
import { eraseExpiredDrafts } from '../../storage/apply/request-drafts.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { testAgency } from '../../storage/publications/test-publications.ts'
import { actOnRequest } from '../../storage/requests/act-on-request.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import { describeOnEachEngine } from '../../storage/test-storage.ts'
import { makePortal } from '../portal.ts'

describeOnEachEngine((current) => {
  const logged: string[] = []
  const open = async (code: string) => {
    const { storage } = current()
    const agency = await testAgency(storage, code, { name: '清河县水务局' })
    const app = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath: '/',
      healthy: async () => true,
      today: () => day('2026-09-18'),
      storage,
      applying: {
        now: () => new Date('2026-09-18T15:59:30Z'),
        trustedProxies: [],
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
      log: (line) => void logged.push(line),
    })
    const cookies = new Map<string, string>()
    const ask = async (place: string, fields?: Record<string, string | Blob>) => {
      const body = fields && new FormData()
      for (const [name, value] of Object.entries(fields ?? {})) body?.append(name, value)
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await app.request(`/agencies/${code}/request/${place}`, {
        headers: { cookie },
        ...(body && { method: 'POST', body }),
      })
      for (const set of answer.headers.getSetCookie()) {
        assert.match(set, /HttpOnly; SameSite=Strict/)
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        cookies.set(name, value)
      }
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
    }
    const fillIn = async () => {
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
        byAgent: 'no',
        do: 'next',
      }
      assert.match(
        (await ask('apply/who/', { ...who, identity: new File([png()], '申请人甲.png') })).location ?? '',
        /what/,
      )
      await ask('apply/what/', { content: '验收报告', do: 'next' })
      await ask('apply/how/', { form: 'electronic', by: 'portal', do: 'next' })
      return (await ask('apply/check/')).text
    }
    return { agency, ask, cookies, fillIn }
  }

  test('a request that is sent twice is one; a solved challenge serves one form; number and code open it', async () => {
    const { agency, ask, fillIn } = await open('S1')
    const form = await solved(await fillIn())
    const first = await ask('apply/send/', form)
    assert.match(first.text, /本机关已经收到您的申请/)
    const [number, code] = codesIn(first.text)
    const second = await ask('apply/send/', form)
    assert.deepEqual(codesIn(second.text), [number, code])
    const replayed = { ...(await solved(await fillIn(), false)), altcha: form.altcha }
    assert.match((await ask('apply/send/', replayed)).location ?? '', /again=robot/)
    const { storage, admin } = current()
    const { events } = await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      loadRequest(trx, agency.id, number ?? '', { for: 'reading' }),
    )
    const registered = events[0]
    assert.equal(registered?.actor, 'portal')
    assert.equal(registered?.event.on, '2026-09-18')
    assert.equal(registered?.event.type === 'registered' && registered.event.proofs?.length, 1)
    const { rows } = await admin.query('select count(*)::integer as n from portal_request')
    assert.equal(rows[0].n, 1)
    await ask('follow/leave/', {})
    const wrong = await ask('follow/', { number: number ?? '', code: 'AAAA-AAAA-AAAA' })
    const unknown = await ask('follow/', { number: '2026-9999', code: 'AAAA-AAAA-AAAA' })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.text.replaceAll(number ?? '', '#'), unknown.text.replaceAll('2026-9999', '#'))
    assert.equal((await ask('follow/', { number: number ?? '', code: code ?? '' })).status, 303)
    const acting = { today: day('2026-09-18'), calendar: await calendarOf(agency.id), roles: requestRoles }
    const asked = {
      type: 'requestCorrection',
      on: day('2026-09-18'),
      until: day('2026-10-15'),
      items: ['哪一年'],
    } as const
    const { version } = await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      actOnRequest(trx, agency.id, { number: number ?? '', command: asked, seen: null }, acting),
    )
    assert.match((await ask('follow/case/')).text, /哪一年/)
    const correction = { content: '2024年验收报告', seen: String(version) }
    for (const _ of ['once', 'twice'])
      assert.match((await ask('follow/case/correct/', correction)).location ?? '', /done=corrected/)
    assert.match((await ask('follow/case/')).text, /正在办理/)
    assert.match((await ask('follow/case/dates/', {})).text, /BEGIN:VCALENDAR/)
    assert.equal((await ask('follow/case/evidence/', {})).text.slice(0, 2), 'PK')
    assert.doesNotMatch(logged.join('\n'), /申请人甲|11010519491231002X|验收|2026-\d{4}|S1/)
  })

  test('after six wrong tries looking is stopped, alike for numbers that exist and that do not', async () => {
    const { ask } = await open('S2')
    const tries = []
    for (let at = 0; at < 7; at++) tries.push((await ask('follow/', { number: '2026-0001', code: 'x' })).status)
    assert.deepEqual(tries, [422, 422, 422, 422, 422, 422, 429])
  })

  test('a draft is sealed, and gone when its time is over', async () => {
    const { ask, fillIn } = await open('S3')
    await fillIn()
    const { storage, admin } = current()
    const { rows } = await admin.query(
      'select sealed from request_draft union all select sealed from request_draft_file',
    )
    for (const { sealed } of rows) assert.doesNotMatch(sealed.toString('utf8'), /申请人甲|验收/)
    await admin.query("update request_draft set expires_at = now() - interval '1 second'")
    assert.match((await ask('apply/who/')).text, /没有找到正在填写的申请/)
    assert.ok((await eraseExpiredDrafts(storage)) > 0)
    const { rows: left } = await admin.query('select 1 from request_draft_file')
    assert.equal(left.length, 0)
  })

  const calendarOf = (agencyId: number) =>
    current().storage.transact({ agencies: [agencyId], actor: 'test' }, (trx) => agencyCalendar(trx, agencyId))
})

const codesIn = (page: string) =>
  [...page.matchAll(/<dd>((?:\d{4}-\d{4})|(?:\w{4}-\w{4}-\w{4}))<\/dd>/g)].map((one) => one[1])

/** The fields of the last page, with the work done. */
async function solved(page: string, work = true) {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const json = (/data-challenge="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
  const challenge = JSON.parse(json)
  const solution = work ? await solveChallenge({ challenge, deriveKey }) : null
  const altcha = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  return { submission: field('submission'), question: field('question'), answer: '', altcha }
}

/** A white picture of eight by eight pixels. */
function png(): Uint8Array<ArrayBuffer> {
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
