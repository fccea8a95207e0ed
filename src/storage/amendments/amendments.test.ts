import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { officeRoles } from '../../office/role.ts'
import { type CellAddress, cellAt, parseAddress } from '../../report/report.ts'
import type { AmendmentCommandOf, AmendmentCommandType } from '../../requests/amendments/amendment-command.ts'
import { amendmentListing } from '../../requests/amendments/amendment-listing.ts'
import { sampleAmendmentCommand } from '../../requests/amendments/sample-amendments.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, day } from '../../statute/day.ts'
import { addAgency } from '../agencies.ts'
import { readApplicant } from '../applicants.ts'
import { reportOfYear } from '../ledger/report-of-year.ts'
import { registerRemedy } from '../remedies/write-remedy.ts'
import { listDocumentNumbers, takeDocumentNumber } from '../requests/document-numbers.ts'
import { workToday } from '../requests/work-today.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { AmendmentRefused } from './amendment-refused.ts'
import { type AmendmentFilter, listAmendments } from './list-amendments.ts'
import { loadAmendment } from './load-amendment.ts'
import { type AmendmentAct, type AmendmentRegistration, actOnAmendment, registerAmendment } from './write-amendment.ts'

const today = day('2026-11-20')
const acting = { today, roles: officeRoles }
/** A file that is there as far as the database knows. */
const scan = 'a'.repeat(64)
const asked = (change: Partial<AmendmentRegistration> = {}): AmendmentRegistration => ({
  on: day('2026-03-02'),
  channel: 'inPerson',
  applicantKind: 'naturalPerson',
  number: null,
  applicant: { name: '独一无二的姓名', phone: '13900000000' },
  agent: null,
  evidence: [scan],
  transferredFrom: null,
  targetOn: null,
  record: '婚姻登记档案中的出生日期',
  claim: '应为1980年2月3日',
  ...change,
})

describeOnEachEngine((current) => {
  let agency = 0
  let other = 0
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    agency = (await addAgency(current().storage, 'test', { ...rank, code: 'r', name: '甲局' })).id
    other = (await addAgency(current().storage, 'test', { ...rank, code: 's', name: '乙局' })).id
    await current().admin.query(
      `insert into stored_file (agency_id, digest, digest_algorithm, name, media_type, bytes, stored_by)
      values ($1, $2, 'SHA-256', 'a.png', 'image/png', 8, 'test')`,
      [agency, scan],
    )
  })
  const as = <T>(work: (trx: Trx) => Promise<T>, actor = 'clerk', of = agency) =>
    current().storage.transact({ agencies: [of], actor }, work)
  const register = (change: Partial<AmendmentRegistration> = {}, of = agency) =>
    as((trx) => registerAmendment(trx, of, asked(change), acting), 'clerk', of)
  const act = <T extends Exclude<AmendmentCommandType, 'register'>>(
    number: string,
    type: T,
    on: string,
    change: Partial<AmendmentCommandOf<T>> = {},
    {
      seen = null,
      actor = type === 'approve' ? 'leader' : 'clerk',
      of = agency,
    }: { seen?: number | null; actor?: string; of?: number } = {},
  ) =>
    as(
      (trx) => {
        const command = { ...sampleAmendmentCommand(type, day(on)), ...change } as AmendmentAct['command']
        return actOnAmendment(trx, of, { number, command, seen }, acting)
      },
      actor,
      of,
    )
  const load = (number: string, of = agency) =>
    as((trx) => loadAmendment(trx, of, number, { for: 'reading' }), 'clerk', of)
  const list = async (filter: AmendmentFilter = {}, limit = 1000, after: string | null = null, of = agency) => {
    const page = await as((trx) => listAmendments(trx, of, filter, { after, limit }), 'clerk', of)
    return { numbers: page.amendments.map(({ number }) => number), next: page.next }
  }

  test('they are numbered within their year, given numbers are kept and passed over, and two never get the same', async () => {
    await register({ number: '更2021-0002', on: day('2021-03-01') })
    const numbers = []
    for (let left = 2; left > 0; left--) numbers.push((await register({ on: day('2021-03-01') })).number)
    assert.deepEqual(numbers, ['更2021-0001', '更2021-0003'])
    await assert.rejects(register({ number: '更2021-0001' }), { id: 'amendment-number-taken' })
    const many = await Promise.all(Array.from({ length: 16 }, () => register({ on: day('2022-03-01') })))
    assert.equal(new Set(many.map(({ number }) => number)).size, 16)
    assert.equal((await register({ evidence: [] }, other)).number, '更2026-0001')
  })

  test('who asks stands sealed in one place, what they wrote in one other, and neither in events or the chain', async () => {
    const { number, amendment } = await register({ record: '独特的记录', claim: '独特的主张' })
    await act(number, 'dispatch', '2026-03-03')
    for (const table of ['amendment', 'amendment_event', 'audit_entry', 'applicant']) {
      const { rows } = await current().admin.query(
        `select count(*) filter (where t::text ~ '独一无二|13900000000') as names,
          count(*) filter (where t::text ~ '独特') as texts from ${table} t`,
      )
      assert.deepEqual([rows[0].names, rows[0].texts], ['0', table === 'amendment' ? '1' : '0'], table)
    }
    const identity = await as((trx) => readApplicant(trx, agency, amendment.applicant))
    assert.deepEqual(identity, { name: '独一无二的姓名', phone: '13900000000' })
  })

  test('a case goes to its end, and its listing is what its events say', async () => {
    const { number } = await register({ targetOn: day('2026-03-20') })
    await act(number, 'askEvidence', '2026-03-03')
    await act(number, 'receiveEvidence', '2026-03-05', { evidence: [scan] })
    await act(number, 'decide', '2026-03-09')
    await act(number, 'approve', '2026-03-10', { documentNumber: '甲更〔2026〕1号' })
    const { version } = await act(number, 'serve', '2026-03-12')
    const loaded = await load(number)
    assert.deepEqual([version, loaded.version, loaded.amendment.phase], [6, 6, 'closed'])
    const { rows } = await current().admin.query('select to_jsonb(a) as row from amendment a where number = $1', [
      number,
    ])
    const { applicant: _, ...listing } = amendmentListing(loaded.amendment)
    const columns = Object.fromEntries(
      Object.entries(listing).map(([id]) => [id, rows[0].row[id.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)]]),
    )
    assert.deepEqual(columns, listing)
    assert.deepEqual([listing.result, listing.closedOn], ['amended', '2026-03-12'])
  })

  test('two events of one act are stored together, and each is audited', async () => {
    const { number } = await register({
      transferredFrom: { agency: '乙局', reference: '乙转〔2026〕1号', sentOn: day('2026-02-27') },
    })
    const { version } = await act(number, 'transfer', '2026-03-03', { toldOn: day('2026-03-04') })
    assert.equal(version, 3)
    const { rows } = await current().admin.query(
      'select action, after from audit_entry where agency_id = $1 and subject = $2 order by seq',
      [agency, number],
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['amendment.registered', 'amendment.transferred', 'amendment.transferTold'],
    )
    assert.deepEqual(Object.keys(rows[2].after), ['on', 'sha256', 'version'])
  })

  test('what is turned down stores nothing', async () => {
    const { number } = await register()
    await assert.rejects(act(number, 'serve', '2026-03-03'), AmendmentRefused)
    await assert.rejects(act(number, 'receiveEvidence', '2026-03-03', { evidence: ['b'.repeat(64)] }), {
      id: 'stored-file-unknown',
    })
    await assert.rejects(register({ claim: '机密★十年' }), {
      id: 'secrecy-marking',
      message: /^“更正请求”带有密级标志/,
    })
    await assert.rejects(register({ applicant: { name: '机密★某' } }), {
      message: /^“申请人的姓名或者名称”带有密级标志/,
    })
    await assert.rejects(register({ record: 'a\u0000' }), { id: 'text-unfit' })
    await assert.rejects(register({ applicant: { name: ' ' } }), { id: 'text-unfit' })
    await assert.rejects(register({ on: addDays(today, 1) }), AmendmentRefused)
    assert.equal((await load(number)).version, 1)
    const long = await register({ record: `<b>"&'${'长'.repeat(10_000)}` })
    assert.equal((await load(long.number)).record.length, 10_006)
  })

  test('of two acts on what two people saw, the second one is turned down', async () => {
    const { number } = await register()
    const both = await Promise.allSettled([
      act(number, 'dispatch', '2026-03-03', {}, { seen: 1 }),
      act(number, 'setTarget', '2026-03-03', {}, { seen: 1 }),
    ])
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.equal(both.find((one) => one.status === 'rejected')?.reason.id, 'request-changed')
  })

  test('another agency neither sees nor touches it', async () => {
    const { number } = await register({ number: '只此一件' })
    await assert.rejects(load(number, other), { id: 'amendment-unknown' })
    await assert.rejects(act(number, 'withdraw', '2026-03-03', {}, { of: other }), { id: 'amendment-unknown' })
    assert.ok(!(await list({}, 1000, null, other)).numbers.includes(number))
    await as(
      async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('amendment' as never)
          .set({ record: 'x' } as never)
          .executeTakeFirst()
        assert.equal(numUpdatedRows, 1n, 'its own row only')
      },
      'clerk',
      other,
    )
    assert.notEqual((await load(number)).record, 'x')
  })

  test('lists: newest first; open ones by how long they wait; those past the own day; by words; page by page', async () => {
    const { id } = await addAgency(current().storage, 'test', {
      ...{ level: 'county', kind: 'department', parentCode: null, code: 'l', name: '丙局' },
    })
    const add = (on: string, change: Partial<AmendmentRegistration> = {}) =>
      register({ on: day(on), evidence: [], ...change }, id)
    const { number: a } = await add('2026-03-02', { targetOn: day('2026-03-20') })
    const { number: b } = await add('2026-10-08', { record: '营业执照住所' })
    const { number: c } = await add('2026-05-06', { targetOn: day('2026-12-01') })
    const { number: d } = await add('2026-04-01')
    await act(d, 'withdraw', '2026-04-02', {}, { of: id })
    const numbers = async (filter: AmendmentFilter) => (await list(filter, 1000, null, id)).numbers
    assert.deepEqual(await numbers({}), [b, c, d, a])
    assert.deepEqual(await numbers({ open: true }), [a, c, b])
    assert.deepEqual(await numbers({ arrivedBy: day('2026-05-06') }), [a, c])
    assert.deepEqual(await numbers({ targetBefore: today }), [a])
    assert.deepEqual(await numbers({ words: ['执照'] }), [b])
    assert.deepEqual(await numbers({ words: ['%'] }), [])
    for (const filter of [{}, { open: true }]) {
      const first = await list(filter, 2, null, id)
      const rest = await list(filter, 2, first.next, id)
      assert.deepEqual([...first.numbers, ...rest.numbers], await numbers(filter))
      assert.equal(rest.next, null)
    }
    await assert.rejects(list({ open: true }, 2, `newest:2026-03-02:${a}`, id), { id: 'mark-unknown' })
  })

  test('what wants somebody today, and what a remedy overturned until it is reopened', async () => {
    const { id } = await addAgency(current().storage, 'test', {
      ...{ level: 'county', kind: 'department', parentCode: null, code: 't', name: '丁局' },
    })
    const add = async (on: string, change: Partial<AmendmentRegistration> = {}) =>
      (await register({ on: day(on), evidence: [], ...change }, id)).number
    const past = await add('2026-11-02', { targetOn: day('2026-11-19') })
    const long = await add('2026-10-20')
    await add('2026-10-21')
    await add('2026-01-05', { targetOn: today })
    const decided = await add('2026-11-10')
    await act(decided, 'decide', '2026-11-11', {}, { of: id })
    const told = await add('2026-11-12')
    await act(told, 'transfer', '2026-11-13', {}, { of: id })
    const closed = await add('2026-01-05')
    await act(closed, 'tellElsewhere', '2026-01-06', {}, { of: id })
    const found = () => as((trx) => workToday(trx, id, nationalCalendar, today, 7), 'clerk', id)
    const { amendments, remedies } = await found()
    assert.deepEqual(
      amendments.map(({ reason, cases }) => [reason, cases.map(({ number }) => number)]),
      [
        ['pastTarget', [past]],
        ['toApprove', [decided]],
        ['toServe', [told]],
        ['waitingLong', [long]],
      ],
    )
    assert.deepEqual(Object.keys(amendments[0]?.cases[0] ?? {}), ['number', 'phase', 'arrivedOn', 'targetOn'])
    assert.deepEqual(remedies, [])
    const remedy: Remedy = {
      ...{ caseNumber: '政复1号', requestNumber: closed, kind: 'reconsideration', body: '某县人民政府' },
      ...{ procedure: 'ordinary', filedOn: day('2026-02-02'), copyReceivedOn: day('2026-02-05'), convertedOn: null },
      ...{ answeredOn: day('2026-02-10'), concludedOn: day('2026-11-04'), rawResult: 'annulled', result: 'overturned' },
      coDefendant: null,
    }
    await as((trx) => registerRemedy(trx, id, remedy, today), 'clerk', id)
    await assert.rejects(
      as((trx) => registerRemedy(trx, id, { ...remedy, caseNumber: '2', requestNumber: '无此号' }, today), 'clerk', id),
      { id: 'request-unknown' },
    )
    assert.deepEqual((await found()).remedies[0]?.cases[0]?.requestNumber, closed)
    await act(closed, 'reopen', '2026-11-05', { until: day('2026-11-18') }, { of: id })
    const after = await found()
    assert.deepEqual(after.remedies, [])
    assert.deepEqual(
      after.amendments[0]?.cases.map(({ number }) => number),
      [closed, past],
    )
    await act(closed, 'tellElsewhere', '2026-11-06', {}, { of: id })
    assert.deepEqual((await found()).remedies, [])
  })

  test('the annual report counts none of them', async () => {
    const { number } = await register()
    await act(number, 'withdraw', '2026-03-05')
    const report = await reportOfYear(current().storage, { agency: 'r', year: 2026, asOf: today })
    for (const cell of ['requests[received][total]', 'requests[other.remaining][naturalPerson]'])
      assert.equal(cellAt(report, parseAddress(cell) as CellAddress).kind, 'blank')
  })

  test('numbers of letters are one list with those of requests, and say what became of each', async () => {
    const { number } = await register()
    await act(number, 'decide', '2026-03-09')
    const documentNumber = await as((trx) =>
      takeDocumentNumber(trx, agency, number, { given: null, sign: '甲公', on: today }, 'recordAmendment'),
    )
    await act(number, 'approve', '2026-03-10', { documentNumber })
    await act(number, 'returnDecision', '2026-03-11', {}, { actor: 'leader' })
    const numbers = await as((trx) => listDocumentNumbers(trx, agency, 2026))
    assert.deepEqual(numbers, [{ number, documentNumber, on: '2026-03-10', state: 'void' }])
  })

  test('the chain holds, and finds an event that was changed or taken away', async () => {
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
    const { admin } = current()
    const { number } = await register()
    const tamper = async (statement: string, undo: string) => {
      await admin.query(statement, [number])
      const { broken } = await verifyAudit(current().storage)
      assert.deepEqual(
        broken.map(({ code, fault }) => [code, fault]),
        [['r', 'event']],
      )
      await admin.query(undo, [number])
    }
    const set = (channel: string) =>
      `update amendment_event set event = jsonb_set(event, '{channel}', '"${channel}"') where number = $1 and version = 1`
    await tamper(set('fax'), set('inPerson'))
    await admin.query('create table kept as select * from amendment_event where number = $1', [number])
    await tamper(
      'delete from amendment_event where number = $1',
      'insert into amendment_event select * from kept where number = $1',
    )
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('the app role changes no event', async () => {
    await assert.rejects(
      as((trx) => trx.deleteFrom('amendment_event' as never).execute()),
      { code: '42501' },
    )
  })
})
