import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { officeRoles } from '../../office/role.ts'
import { sheetOf } from '../../report/ledger/sheets.ts'
import { type CellAddress, cellAt, parseAddress } from '../../report/report.ts'
import { foldEvents } from '../../requests/case/evolve.ts'
import { listingOf } from '../../requests/case/listing-of.ts'
import type { CommandOf, RequestCommandType } from '../../requests/decide/request-command.ts'
import { sampleCommand, sampleDecision } from '../../requests/decide/sample-commands.ts'
import { transitions } from '../../requests/decide/transitions.ts'
import { withLayer } from '../../statute/calendar/calendar.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, day } from '../../statute/day.ts'
import { addAgency } from '../agencies.ts'
import { readApplicant } from '../applicants.ts'
import { writeLedgerRows } from '../ledger/ledger-writer.ts'
import { reportOfYear } from '../ledger/report-of-year.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { type ActingFor, actOnRequest, type RequestAct } from './act-on-request.ts'
import { ActRefused } from './act-refused.ts'
import { listRequests } from './list-requests.ts'
import { listingRow } from './listing-row.ts'
import { loadRequest } from './load-request.ts'
import { readContent } from './read-content.ts'
import { refreshDeadlines } from './refresh-deadlines.ts'
import { type Registration, registerRequest } from './register-request.ts'
import { casesOfSame } from './same-applicant.ts'

const today = day('2026-11-20')
/** A file that is there as far as the database knows; what acts do with it is not asked here. */
const scan = 'a'.repeat(64)
const acting: ActingFor = { today, calendar: nationalCalendar, roles: officeRoles }
const request = (change: Partial<Registration> = {}): Registration => ({
  on: day('2026-03-02'),
  channel: 'portal',
  applicantKind: 'naturalPerson',
  number: null,
  applicants: [{ name: '甲某', document: { kind: 'identityCard', number: '000000000000000000' } }],
  agent: null,
  wanted: null,
  content: '2025年度部门决算',
  ...change,
})

describeOnEachEngine((current) => {
  let agency = 0
  let other = 0
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    agency = (await addAgency(current().storage, 'test', { ...rank, code: 'r', name: '甲局' })).id
    await current().admin.query(
      `insert into stored_file (agency_id, digest, digest_algorithm, name, media_type, bytes, stored_by)
      values ($1, $2, 'SHA-256', 'a.png', 'image/png', 8, 'test')`,
      [agency, scan],
    )
    other = (await addAgency(current().storage, 'test', { ...rank, code: 's', name: '乙局' })).id
  })
  const as = <T>(work: (trx: Trx) => Promise<T>, actor = 'clerk', of = agency) =>
    current().storage.transact({ agencies: [of], actor }, work)
  const register = (change: Partial<Registration> = {}, of = agency) =>
    as((trx) => registerRequest(trx, of, request(change), acting), 'clerk', of)
  const act = <T extends Exclude<RequestCommandType, 'register'>>(
    number: string,
    type: T,
    on: string,
    change: Partial<CommandOf<T>> = {},
    rest: Partial<RequestAct> = {},
    actor = type === 'approve' ? 'leader' : 'clerk',
  ) =>
    as((trx) => {
      const command = { ...sampleCommand(type, day(on)), ...change } as RequestAct['command']
      return actOnRequest(trx, agency, { number, command, seen: null, ...rest }, acting)
    }, actor)
  const list = (filter = {}, order: 'due' | 'newest' = 'newest', limit = 1000, after: string | null = null) =>
    as((trx) => listRequests(trx, agency, filter, order, { after, limit }))
  const listed = async (number: string) => {
    const { requests } = await list()
    return requests.find((one) => one.number === number)
  }

  test('requests are numbered within their year, numbers in use are passed over, and a given one is kept', async () => {
    await register({ number: '2021-0002', on: day('2021-03-01') })
    const numbers = []
    for (let left = 2; left > 0; left--) numbers.push((await register({ on: day('2021-03-01') })).number)
    assert.deepEqual(numbers, ['2021-0001', '2021-0003'])
    await assert.rejects(register({ number: '2021-0001' }), { id: 'request-number-taken' })
    assert.equal((await register({}, other)).number, '2026-0001')
  })

  test('many clerks at once never get the same number', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, () => register({ on: day('2022-03-01') })))
    assert.equal(new Set(all.map(({ number }) => number)).size, 24)
    assert.equal(
      all
        .map(({ number }) => number)
        .sort()
        .at(-1),
      '2022-0024',
    )
  })

  test('who applies stands sealed in one place only', async () => {
    const { number } = await register({ applicants: [{ name: '独一无二的姓名', phone: '13900000000' }] })
    await act(number, 'dispatch', '2026-03-03')
    const tables = ['request', 'request_event', 'audit_entry', 'request_text', 'applicant']
    for (const table of tables) {
      const { rows } = await current().admin.query(`select count(*) as found from ${table} t
        where t::text like '%独一无二%' or t::text like '%13900000000%'`)
      assert.equal(rows[0].found, '0', table)
    }
    const { request: stored } = await as((trx) => loadRequest(trx, agency, number, { for: 'reading' }))
    const [reference = ''] = stored.applicants
    const identity = await as((trx) => readApplicant(trx, agency, reference))
    assert.deepEqual(identity, { name: '独一无二的姓名', phone: '13900000000' })
  })

  test('other cases of one applicant are found by document, by name only where none was shown', async () => {
    const identity = (name: string, number?: string) => ({
      ...{ name, ...(number && { document: { kind: 'identityCard', number } as const }) },
    })
    const by = async (on: string, name: string, document?: string, of = agency) =>
      (await register({ on: day(on), applicants: [identity(name, document)] }, of)).number
    const before = await by('2026-02-27', '丙某', '11010119000101001x')
    const first = await by('2026-04-02', '丙某', '11010119000101001X')
    await act(first, 'listItems', '2026-04-03', {
      items: ['事项甲', '事项乙', '事项丙'],
    })
    const namesake = await by('2026-04-03', '丙某', '110101190001010028')
    const unshown = await by('2026-04-04', ' 丙某')
    const second = await by('2026-04-07', '丙某（更名）', '11010119000101001X')
    await by('2026-04-08', '丙某', '11010119000101001X', other)
    const same = (number: string) => as((trx) => casesOfSame(trx, agency, number))
    const { requests, month } = await same(second)
    assert.deepEqual(
      requests.map((one) => [one.number, one.by, one.items]),
      [
        [first, 'document', 3],
        [before, 'document', 1],
      ],
    )
    assert.deepEqual(month, { month: '2026-04', already: 3 })
    assert.deepEqual((await same(first)).month.already, 0)
    assert.deepEqual(
      (await same(unshown)).requests.map((one) => [one.number, one.by]),
      [
        [namesake, 'name'],
        [first, 'name'],
        [before, 'name'],
      ],
    )
    await assert.rejects(
      as((trx) => casesOfSame(trx, other, second), 'clerk', other),
      { id: 'request-unknown' },
    )
  })

  test('a case goes from registration to its end; the listing is what its events say', async () => {
    const { number } = await register()
    await act(number, 'consult', '2026-03-03')
    await act(number, 'recordAnswer', '2026-03-05', { answer: 'consents', reasons: null })
    await act(number, 'decide', '2026-03-10')
    await act(number, 'approve', '2026-03-11')
    const { version, request: closed } = await act(number, 'serve', '2026-03-12')
    assert.deepEqual([version, closed.phase, closed.closing], [6, 'closed', { outcome: 'granted', on: '2026-03-12' }])
    const row = await listed(number)
    assert.deepEqual([row?.phase, row?.outcome, row?.repliedOn, row?.dueOn], ['closed', 'granted', '2026-03-12', null])
  })

  test('nothing is joined with a case that is answered, or is joined itself', async () => {
    const answered = (await register()).number
    await act(answered, 'withdraw', '2026-03-03')
    const [first, second, third] = [(await register()).number, (await register()).number, (await register()).number]
    await assert.rejects(act(first, 'join', '2026-03-03', { into: answered }), { id: 'request-answered' })
    await act(first, 'join', '2026-03-03', { into: second })
    await assert.rejects(act(third, 'join', '2026-03-03', { into: first }), { id: 'request-joined' })
    await assert.rejects(act(third, 'join', '2026-03-03', { into: '没有' }), { id: 'request-unknown' })
  })

  test('a list tells whom each case waits for, and shows only those on request', async () => {
    const { number } = await register({ content: '等谁' })
    const waits = async () => (await list({ words: ['等谁'] })).requests[0]?.waitingFor
    assert.deepEqual(await waits(), ['clerk'])
    await act(number, 'dispatch', '2026-03-03')
    await act(number, 'consult', '2026-03-03')
    assert.deepEqual(await waits(), ['businessUnit', 'consulted'])
    for (const [waitingFor, found] of [
      ['consulted', 1],
      ['clerk', 0],
    ] as const)
      assert.equal((await list({ words: ['等谁'], waitingFor })).requests.length, found, waitingFor)
    await act(number, 'answerDispatch', '2026-03-04')
    await act(number, 'recordAnswer', '2026-03-05', { answer: 'consents', reasons: null })
    await act(number, 'decide', '2026-03-06')
    assert.deepEqual(await waits(), ['approver'])
    await act(number, 'approve', '2026-03-06')
    await act(number, 'serve', '2026-03-06')
    assert.deepEqual(await waits(), [])
  })

  test('what is turned down stores nothing', async () => {
    const { number } = await register()
    await assert.rejects(act(number, 'serve', '2026-03-03'), ActRefused)
    await assert.rejects(register({ content: '机密★十年' }), { id: 'secrecy-marking' })
    await assert.rejects(act(number, 'join', '2026-03-03', { into: 'nowhere' }), { id: 'request-unknown' })
    const { version } = await as((trx) => loadRequest(trx, agency, number, { for: 'reading' }))
    assert.equal(version, 1)
  })

  test('of two acts on what two people saw, the second one is turned down', async () => {
    const { number } = await register()
    const both = await Promise.allSettled([
      act(number, 'dispatch', '2026-03-03', {}, { seen: 1 }),
      act(number, 'extend', '2026-03-03', {}, { seen: 1 }),
    ])
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const failed = both.find((one) => one.status === 'rejected')
    assert.equal(failed?.reason.id, 'request-changed')
  })

  test('another agency sees and touches nothing', async () => {
    const { number } = await register({ number: '只在甲局' })
    await assert.rejects(
      as((trx) => loadRequest(trx, other, number, { for: 'reading' }), 'clerk', other),
      { id: 'request-unknown' },
    )
    // Even when asked for the other agency's rows by id.
    await assert.rejects(
      as((trx) => loadRequest(trx, agency, number, { for: 'reading' }), 'clerk', other),
      { id: 'request-unknown' },
    )
    const seen = await as((trx) => listRequests(trx, agency, {}, 'newest', { after: null, limit: 10 }), 'x', other)
    assert.deepEqual(seen.requests, [])
  })

  test('events are added and never changed or taken away by the app role', async () => {
    for (const statement of ['update request_event set version = 9', 'delete from request_event'])
      await assert.rejects(
        as(async (trx) => {
          const { sql } = await import('kysely')
          await sql.raw(statement).execute(trx)
        }),
        /permission denied/,
      )
  })

  test('a correction that changes what is asked for keeps what was asked before', async () => {
    const { number } = await register({ content: '全部资料' })
    await act(number, 'requestCorrection', '2026-03-04', { until: day('2026-03-20') })
    await act(number, 'receiveCorrection', '2026-03-10', {}, { content: '2025年度部门决算表' })
    assert.equal(await as((trx) => readContent(trx, agency, number)), '2025年度部门决算表')
    const { rows } = await current().admin.query('select content, version from request_text where number = $1', [
      number,
    ])
    assert.deepEqual(rows, [{ content: '全部资料', version: 2 }])
  })

  test('lists go by deadline or newest first, a page at a time, and nothing is left out', async () => {
    for (const on of ['2025-03-03', '2025-03-03', '2025-03-05', '2025-03-06', '2025-03-07'])
      await register({ on: day(on), content: '分页_测试%' })
    for (const order of ['due', 'newest'] as const) {
      const whole = await list({ words: ['分页_测试%'] }, order)
      assert.equal(whole.requests.length, 5)
      const paged: string[] = []
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ words: ['分页_测试%'] }, order, 2, after)
        paged.push(...page.requests.map(({ number }) => number))
        after = page.next
      } while (after !== null)
      assert.deepEqual(
        paged,
        whole.requests.map(({ number }) => number),
      )
    }
    assert.deepEqual((await list({ words: ['分页x测试'] })).requests, [])
    await assert.rejects(list({}, 'due', 2, 'newest:2025-03-03:1'), { id: 'mark-unknown' })
  })

  test('a row of the ledger is the first event of its case, a changed one the next', async () => {
    const write = (rows: readonly Record<string, string | number>[], changes: 'refused' | 'recorded') =>
      as((trx) => {
        const empty = Object.fromEntries(sheetOf('requests').columns.map(({ id }) => [id, null]))
        const incoming = rows.map((row, at) => ({ number: at + 2, row: { ...empty, ...row }, letters: {} }))
        return writeLedgerRows(trx, agency, 'requests', incoming, { changes, calendar: nationalCalendar, today })
      })
    const row = {
      number: '台账1',
      channel: 'email',
      receivedOn: '2026-11-02',
      applicantKind: 'business',
      applicantName: '乙公司',
    }
    await write([row], 'refused')
    assert.deepEqual([(await listed('台账1'))?.dueOn, (await listed('台账1'))?.phase], ['2026-11-30', 'handling'])
    await write([{ ...row, extendedOn: '2026-11-16', extensionDays: 5 }], 'recorded')
    const { version, events } = await as((trx) => loadRequest(trx, agency, '台账1', { for: 'reading' }))
    assert.deepEqual([version, events.map(({ event }) => event.type)], [2, ['imported', 'imported']])
    assert.equal((await listed('台账1'))?.dueOn, '2026-12-07')
    // Once it is handled here the file no longer speaks for it.
    await act('台账1', 'dispatch', '2026-11-17')
    const { problems } = await write([{ ...row, receivedOn: '2026-11-03' }], 'recorded')
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['managedHere'],
    )
  })

  test('another calendar moves the open cases and no closed one, and the chain says which', async () => {
    const { number: open } = await register({ on: day('2026-11-02') })
    const { number: closed } = await register({ on: day('2026-11-02') })
    await act(closed, 'withdraw', '2026-11-03')
    const region = withLayer(nationalCalendar, {
      name: 'region',
      off: [day('2026-11-18')],
      work: [],
      source: 'example',
    })
    const moved = await as((trx) => refreshDeadlines(trx, agency, region, today))
    assert.deepEqual(
      moved.find(({ number }) => number === open),
      {
        number: open,
        receivedOn: '2026-11-02',
        before: '2026-11-30',
        after: '2026-12-01',
      },
    )
    assert.equal(
      moved.some(({ number }) => number === closed),
      false,
    )
    assert.deepEqual(await as((trx) => refreshDeadlines(trx, agency, region, today)), [])
    await as((trx) => refreshDeadlines(trx, agency, nationalCalendar, today))
    assert.equal((await listed(open))?.dueOn, '2026-11-30')
  })

  test('whatever acts are tried, the listing is what the events say when they are folded again', async () => {
    const types = Object.keys(transitions).filter((type) => type !== 'register') as Exclude<
      RequestCommandType,
      'register'
    >[]
    const fitting: Readonly<Record<string, object>> = {
      join: { into: '2021-0001' },
      proveService: { proof: scan },
      keepLetter: { file: scan },
    }
    const steps = fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(9)), { minLength: 5, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(steps, async (chosen) => {
        const { number } = await register({ on: day('2026-01-05') })
        let on = day('2026-01-05')
        for (const [type, days] of chosen) {
          on = addDays(on, days)
          try {
            await act(number, type, on, fitting[type] ?? {})
          } catch (error) {
            assert.ok(error instanceof ActRefused, String(error))
          }
        }
        const { rows } = await current().admin.query(
          'select event from request_event where number = $1 order by version',
          [number],
        )
        const folded = foldEvents(rows.map(({ event }) => event))
        assert.ok(folded)
        const expected = listingRow(listingOf(folded, nationalCalendar, today))
        const { rows: stored } = await current().admin.query(
          'select to_jsonb(r) as row from request r where number = $1',
          [number],
        )
        assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, stored[0].row[name]])), expected)
      }),
      { numRuns: 15 },
    )
  })

  test('the annual figures come from the cases handled here, without any import; reopening is not counted again', async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    const { storage } = current()
    const { id } = await addAgency(storage, 'test', { ...rank, code: 'y', name: '丙局' })
    const report = () => reportOfYear(storage, { agency: 'y', year: 2026, asOf: day('2026-11-20') })
    const cell = async (where: string) => cellAt(await report(), parseAddress(where) as CellAddress)
    assert.equal((await cell('requests[received][total]')).kind, 'blank')
    const go = (type: Exclude<RequestCommandType, 'register'>, on: string, change: object = {}, actor = 'clerk') =>
      storage.transact({ agencies: [id], actor }, (trx) => {
        const command = { ...sampleCommand(type, day(on)), ...change } as RequestAct['command']
        return actOnRequest(trx, id, { number: '2026-0001', command, seen: null }, acting)
      })
    for (const channel of ['portal', 'portal', 'email'] as const)
      await storage.transact({ agencies: [id], actor: 'clerk' }, (trx) =>
        registerRequest(trx, id, request({ channel }), acting),
      )
    await go('decide', '2026-03-10')
    await go('approve', '2026-03-11', {}, 'leader')
    await go('serve', '2026-03-12')
    await go('reopen', '2026-05-06')
    await go('decide', '2026-05-07', { decision: { ...sampleDecision, outcome: 'rejected.petition' } })
    await go('approve', '2026-05-08', {}, 'leader')
    await go('serve', '2026-05-09')
    const told = async (row: string) => (await cell(`requests[${row}][naturalPerson]`)).value
    // One by e-mail has arrived and is not received yet.
    assert.deepEqual(
      [await told('received'), await told('granted'), await told('rejected.petition'), await told('carriedOut')],
      [2, 1, 0, 1],
    )
  })

  test('every decision of every outcome fits its column, and the audit chain of all that holds', async () => {
    const { number } = await register()
    const decision = { ...sampleDecision, outcome: 'rejected.petition' as const }
    await act(number, 'decide', '2026-03-10', { decision })
    await act(number, 'approve', '2026-03-11')
    await act(number, 'serve', '2026-03-12')
    assert.equal((await listed(number))?.outcome, 'rejected.petition')
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('an event that was changed or taken away behind the program is found', async () => {
    const { number } = await register()
    const { number: second } = await register()
    const tamper = async (statement: string, mend: string, tampered: string) => {
      await current().admin.query(statement, [tampered])
      const { broken } = await verifyAudit(current().storage)
      assert.deepEqual(
        broken.map(({ agencyId, fault }) => [agencyId, fault]),
        [[agency, 'event']],
      )
      await current().admin.query(mend, [tampered])
      assert.deepEqual((await verifyAudit(current().storage)).broken, [])
    }
    const set = (kind: string) =>
      `update request_event set event = jsonb_set(event, '{applicantKind}', '"${kind}"') where number = $1`
    await tamper(set('business'), set('naturalPerson'), number)
    // An imported one, for which the entry of its batch vouches.
    const receive = (on: string) =>
      `update request_event set event = jsonb_set(event, '{on}', '"${on}"') where version = 1 and number = $1`
    await tamper(receive('2026-11-03'), receive('2026-11-02'), '台账1')
    const move = (from: number, to: number) =>
      `update request_event set version = ${to} where number = $1 and version = ${from}`
    await tamper(move(1, 99), move(99, 1), second)
  })
})
