import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { reopensOf } from '../../api/remedies/perform-remedy-act.ts'
import { sheetOf } from '../../report/ledger/sheets.ts'
import { sampleAmendmentCommand } from '../../requests/amendments/sample-amendments.ts'
import type { CommandOf, RequestCommandType } from '../../requests/decide/request-command.ts'
import { requestRoles } from '../../requests/decide/role.ts'
import { sampleCommand } from '../../requests/decide/sample-commands.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../agencies.ts'
import { actOnAmendment, registerAmendment } from '../amendments/write-amendment.ts'
import { readFileOf, storeFile } from '../files/stored-files.ts'
import { writeLedgerRows } from '../ledger/ledger-writer.ts'
import { reportOfYear } from '../ledger/report-of-year.ts'
import { addOfficeTemplate } from '../letters/office-templates.ts'
import { changeOfficeSettings } from '../office-settings.ts'
import { remediesToday } from '../remedies/remedies-today.ts'
import { changeStoredRemedy, registerRemedy } from '../remedies/write-remedy.ts'
import { type ActingFor, actOnRequest, type RequestAct } from '../requests/act-on-request.ts'
import { listDocumentNumbers, takeDocumentNumber } from '../requests/document-numbers.ts'
import { listRequests } from '../requests/list-requests.ts'
import { loadRequest } from '../requests/load-request.ts'
import { registerRequest } from '../requests/register-request.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import {
  carryOutList,
  drawUpList,
  readList,
  removeDestroyedFiles,
  type SignedList,
  withdrawList,
} from './destruction-lists.ts'
import { expiredVolumes } from './expired-volumes.ts'

/** When the cases were handled, and when ten years of keeping are over. */
const then = day('2021-12-01')
const now = day('2032-01-04')
const acting: ActingFor = { today: then, calendar: nationalCalendar, roles: requestRoles }
const bytes = (text: string) => ({ name: `${text}.txt`, mediaType: 'text/plain', content: Buffer.from(text) })

describeOnEachEngine((current) => {
  let made = 0
  let agency = { id: 0, code: '' }
  let scan = ''
  const as = <T>(work: (trx: Trx) => Promise<T>, of = agency.id) =>
    current().storage.transact({ agencies: [of], actor: 'clerk' }, work)

  const newAgency = async () => {
    made += 1
    const code = `k${made}`
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    const added = await addAgency(current().storage, 'test', { ...rank, code, name: `甲局${made}` })
    agency = { id: added.id, code }
    await as((trx) => changeOfficeSettings(trx, agency, { retention: '10' }))
    scan = (await as((trx) => storeFile(trx, agency.id, bytes(`清册${made}`)))).digest
  }
  before(newAgency)

  const act = async <T extends Exclude<RequestCommandType, 'register'>>(
    number: string,
    type: T,
    on: string,
    change: Partial<CommandOf<T>> = {},
  ) =>
    current().storage.transact({ agencies: [agency.id], actor: type === 'approve' ? 'leader' : 'clerk' }, (trx) => {
      const command = { ...sampleCommand(type, day(on)), ...change } as RequestAct['command']
      return actOnRequest(trx, agency.id, { number, command, seen: null }, acting)
    })
  const register = async (change: { number?: string; content?: string } = {}) =>
    (
      await as((trx) =>
        registerRequest(
          trx,
          agency.id,
          {
            ...{ on: day('2021-03-01'), channel: 'portal', applicantKind: 'naturalPerson', number: null },
            applicants: [{ name: '独一无二的申请人' }],
            agent: { identity: { name: '独一无二的代理人' }, powerOfAttorney: scan },
            wanted: null,
            content: '独一无二的内容',
            ...change,
          },
          acting,
        ),
      )
    ).number
  /** Registers a case, answers it with a file that nothing else names, and archives it in 2021. */
  const archived = async (file = 'own file') => {
    const number = await register()
    const material = await as((trx) => storeFile(trx, agency.id, bytes(file)))
    await act(number, 'consult', '2021-03-02')
    await act(number, 'recordAnswer', '2021-03-03', { answer: 'consents', reasons: null })
    await act(number, 'dispatch', '2021-03-04')
    await act(number, 'answerDispatch', '2021-03-05', { opinion: '独一无二的意见', material: [material.digest] })
    await act(number, 'decide', '2021-03-10')
    const given = { given: null, sign: '甲公复', on: day('2021-03-11') }
    const documentNumber = await as((trx) => takeDocumentNumber(trx, agency.id, number, given))
    await act(number, 'approve', '2021-03-11', { approval: { medium: 'onScreen' }, documentNumber })
    await act(number, 'serve', '2021-03-12', { method: 'portal' })
    await act(number, 'archive', '2021-04-01')
    return { number, digest: material.digest }
  }
  const signed = (cases: number, change: Partial<SignedList> = {}): SignedList => ({
    ...{ approvedBy: '局长', approvedOn: now, witnesses: ['监销甲', '监销乙'], scan, cases },
    ...change,
  })
  const drawUp = () => as((trx) => drawUpList(trx, agency.id, now))
  const carryOut = (list: number, cases: number, change: Partial<SignedList> = {}) =>
    as((trx) => carryOutList(trx, agency.id, list, signed(cases, change), now))
  const due = async (on = now) => (await as((trx) => expiredVolumes(trx, agency.id, on))).map(({ number }) => number)
  const load = (number: string) => as((trx) => loadRequest(trx, agency.id, number, { for: 'reading' }))

  test('a volume is due once its last year of keeping is over, and never where it is kept for good', async () => {
    await newAgency()
    const { number } = await archived()
    assert.deepEqual(await due(day('2031-12-31')), [])
    assert.deepEqual(await due(day('2032-01-01')), [number])
    await as((trx) => changeOfficeSettings(trx, agency, { retention: 'permanent' }))
    assert.deepEqual(await due(day('2058-12-31')), [])
    await assert.rejects(drawUp(), { id: 'destruction-nothing-due' })
  })

  test('an agency that has not said how long it keeps its volumes destroys none', async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    const silent = await addAgency(current().storage, 'test', { ...rank, code: 'silent', name: '乙局' })
    await assert.rejects(
      as((trx) => drawUpList(trx, silent.id, now), silent.id),
      { id: 'retention-unset' },
    )
  })

  test('only archived cases are due: not open ones, not closed ones, not those before a court', async () => {
    await newAgency()
    const { number } = await archived()
    const closed = await register()
    await act(closed, 'withdraw', '2021-03-03')
    await register()
    assert.deepEqual(await due(), [number])
    const remedy: Remedy = {
      ...{ caseNumber: '（2021）甲1号', requestNumber: number, kind: 'litigationDirect', body: '甲法院' },
      ...{ filedOn: day('2021-05-06'), procedure: null, copyReceivedOn: null, convertedOn: null, answeredOn: null },
      ...{ concludedOn: null, rawResult: null, result: null, coDefendant: null },
    }
    await as((trx) => registerRemedy(trx, agency.id, remedy, then))
    assert.deepEqual(await due(), [])
  })

  test('what was destroyed is gone: who applied, what was written, the events and the files', async () => {
    await newAgency()
    const { number, digest } = await archived('only here')
    const shared = await archived('in two cases')
    const kept = await register()
    await act(kept, 'dispatch', '2021-03-04')
    await act(kept, 'answerDispatch', '2021-03-05', { material: [shared.digest] })
    const into = await register({ content: '独一无二的并案' })
    await act(into, 'join', '2021-03-02', { into: number })
    const report = () => reportOfYear(current().storage, { agency: agency.code, year: 2021, asOf: then })
    const before = await report()

    const list = await drawUp()
    assert.deepEqual(list.volumes.map((one) => one.number).sort(), [number, shared.number, into].sort())
    assert.equal(list.volumes.find((one) => one.number === number)?.keptUntil, '2031-12-31')
    await carryOut(list.list, 3)
    assert.equal(await removeDestroyedFiles(current().storage, 'clerk', agency.id, list.list), 1)
    assert.equal(await removeDestroyedFiles(current().storage, 'clerk', agency.id, list.list), 0)

    const all = [number, shared.number, into]
    for (const table of ['request', 'request_event', 'request_text', 'destruction_case']) {
      const { rows } = await current().admin.query(
        `select t::text as row from ${table} t where agency_id = $1 and number = any ($2) and t::text like '%独一无二%'`,
        [agency.id, all],
      )
      assert.deepEqual(rows, [], table)
    }
    const { rows: people } = await current().admin.query(
      'select count(*) filter (where wrapped_key is not null)::integer as kept, count(*)::integer as all from applicant where agency_id = $1',
      [agency.id],
    )
    // Two of the case that stays, of eight.
    assert.deepEqual(people[0], { kept: 2, all: 8 })
    await assert.rejects(load(number), { id: 'request-destroyed' })
    await assert.rejects(act(number, 'reopen', '2021-12-01'), { id: 'request-destroyed' })
    await assert.rejects(
      as((trx) => readFileOf(trx, agency.id, digest)),
      { id: 'stored-file-unknown' },
    )
    assert.equal((await as((trx) => readFileOf(trx, agency.id, shared.digest))).content.toString(), 'in two cases')
    // What is counted stays, and so do the chain and the register of numbers.
    assert.deepEqual(await report(), before)
    const { requests } = await as((trx) => listRequests(trx, agency.id, {}, 'newest', { after: null, limit: 10 }))
    assert.deepEqual(requests.find((one) => one.number === number)?.outcome, 'granted')
    const numbers = await as((trx) => listDocumentNumbers(trx, agency.id, 2021))
    assert.deepEqual(
      numbers.map(({ state }) => state),
      ['destroyed', 'destroyed'],
    )
    assert.equal((await verifyAudit(current().storage)).broken.length, 0)
  })

  test('a file that a record amendment or a template names as well stays', async () => {
    await newAgency()
    const evidence = await archived('evidence of an amendment')
    const template = await archived('a template')
    const { number } = await as((trx) =>
      registerAmendment(
        trx,
        agency.id,
        {
          ...sampleAmendmentCommand('register', day('2021-03-01')),
          ...{ number: evidence.number, applicant: { name: '某人' }, agent: null, evidence: [evidence.digest] },
          ...{ record: '记录', claim: '更正' },
        },
        { today: then, roles: requestRoles },
      ),
    )
    const amended = { given: '甲更〔2021〕1号', sign: null, on: day('2021-03-11') }
    await as((trx) =>
      actOnAmendment(
        trx,
        agency.id,
        { number, command: sampleAmendmentCommand('decide', day('2021-03-11')), seen: null },
        { today: then, roles: requestRoles },
      ),
    )
    await as((trx) => takeDocumentNumber(trx, agency.id, number, amended, 'recordAmendment'))
    await as((trx) =>
      actOnAmendment(
        trx,
        agency.id,
        {
          number,
          command: {
            ...sampleAmendmentCommand('approve', day('2021-03-11')),
            approval: { medium: 'onPaper', name: '局长', scan },
            documentNumber: amended.given,
          },
          seen: null,
        },
        { today: then, roles: requestRoles },
      ),
    )
    const key = { kind: 'reply', outcome: null }
    await as((trx) => addOfficeTemplate(trx, agency.id, key, { name: 't.docx', content: Buffer.from('a template') }))
    const { list } = await drawUp()
    await carryOut(list, 2)
    assert.equal(await removeDestroyedFiles(current().storage, 'clerk', agency.id, list), 0)
    for (const { digest } of [evidence, template])
      assert.ok((await as((trx) => readFileOf(trx, agency.id, digest))).content.length > 0)
    // The number of an amendment's letter stands, also where a destroyed request has the same number as the amendment.
    const numbers = await as((trx) => listDocumentNumbers(trx, agency.id, 2021))
    assert.deepEqual(
      numbers.map(({ documentNumber, state }) => [documentNumber, state]),
      [
        ['甲公复〔2021〕1号', 'destroyed'],
        ['甲公复〔2021〕2号', 'destroyed'],
        [amended.given, 'standing'],
      ],
    )
    assert.equal((await verifyAudit(current().storage)).broken.length, 0)
  })

  test('nobody is told to reopen a case that was destroyed', async () => {
    await newAgency()
    const { number } = await archived()
    const overturned: Remedy = {
      ...{ caseNumber: '（2021）甲2号', requestNumber: number, kind: 'litigationDirect', body: '甲法院' },
      ...{ filedOn: day('2021-05-06'), procedure: null, copyReceivedOn: null, convertedOn: null, answeredOn: null },
      ...{ concludedOn: null, rawResult: null, result: null, coDefendant: null },
    }
    const end = { concludedOn: day('2021-11-30'), rawResult: 'annulled', result: 'overturned' } as const
    const remedy = { ...overturned, ...end }
    await as((trx) => registerRemedy(trx, agency.id, overturned, then))
    await as((trx) => changeStoredRemedy(trx, agency.id, overturned.caseNumber, end, 'act', then))
    const told = async () => [
      await as((trx) => reopensOf(trx, agency.id, remedy)),
      (await as((trx) => remediesToday(trx, agency.id, nationalCalendar, then, then))).map(({ reason }) => reason),
    ]
    assert.deepEqual(await told(), [number, ['toReopen']])
    const { list } = await drawUp()
    await carryOut(list, 1)
    assert.deepEqual(await told(), [null, []])
  })

  test('an event that is gone without a list is still a fault of the chain', async () => {
    await newAgency()
    const { number } = await archived()
    const { admin, storage } = current()
    await admin.query('begin')
    await admin.query('create table put_aside as select * from request_event where agency_id = $1 and number = $2', [
      agency.id,
      number,
    ])
    await admin.query('delete from request_event where agency_id = $1 and number = $2', [agency.id, number])
    await admin.query('commit')
    const { broken } = await verifyAudit(storage)
    assert.deepEqual(
      broken.map(({ code, fault }) => [code, fault]),
      [[agency.code, 'event']],
    )
    await admin.query('insert into request_event select * from put_aside')
    await admin.query('drop table put_aside')
  })

  test('a list is carried out as it was signed, or not at all', async () => {
    await newAgency()
    const { number } = await archived()
    const { list } = await drawUp()
    const refused = async (id: string, change: Partial<SignedList>, cases = 1) => {
      await assert.rejects(carryOut(list, cases, change), { id })
      assert.equal((await load(number)).request.phase, 'archived')
    }
    await refused('destruction-witnesses', { witnesses: ['甲', ' 甲 '] })
    await refused('destruction-count', {}, 2)
    await refused('destruction-approved-on', { approvedOn: day('2032-01-03') })
    await refused('destruction-approved-on', { approvedOn: day('2032-01-05') })
    await refused('stored-file-unknown', { scan: 'b'.repeat(64) })
    await assert.rejects(drawUp(), { id: 'destruction-nothing-due' })
    await act(number, 'reopen', '2021-12-01')
    await assert.rejects(carryOut(list, 1), { id: 'destruction-kept-after-all' })
    assert.equal((await as((trx) => withdrawList(trx, agency.id, list))).state, 'withdrawn')
    await assert.rejects(carryOut(list, 1), { id: 'destruction-list-settled' })
    await assert.rejects(
      as((trx) => readList(trx, agency.id, 9)),
      { id: 'destruction-list-unknown' },
    )
  })

  test('the app role destroys nothing without a signed list of an agency of its own', async () => {
    await newAgency()
    const { number } = await archived()
    const { list } = await drawUp()
    const { id } = agency
    const attempt = (as: number) =>
      current().storage.transact({ agencies: [as], actor: 'x' }, (trx) =>
        sql`select destroy_listed(${id}, ${list})`.execute(trx),
      )
    await assert.rejects(attempt(id), /no list to carry out/)
    await current().admin.query(
      `update destruction_list set state = 'carriedOut', carried_out_on = '2032-01-04', approved_by = 'x',
        approved_on = '2032-01-04', witnesses = '{a,b}', scan = 'c' where agency_id = $1`,
      [id],
    )
    const { rows } = await current().admin.query<{ id: number }>(`select id from agency where code = 'k1'`)
    await assert.rejects(attempt(rows[0]?.id ?? 0), /no list to carry out/)
    assert.equal((await load(number)).request.phase, 'archived')
  })

  test('a case that only a ledger told of is due ten years after its reply, and its file does not bring it back', async () => {
    await newAgency()
    const columns = Object.fromEntries(sheetOf('requests').columns.map(({ id }) => [id, null]))
    const row = {
      ...columns,
      ...{ number: '台账1', channel: 'post', receivedOn: '2021-03-01', applicantKind: 'business', outcome: 'granted' },
      ...{ repliedOn: '2021-03-09', applicantName: '独一无二公司', content: '独一无二的台账' },
    }
    const write = (changes: 'refused' | 'recorded') =>
      as((trx) =>
        writeLedgerRows(trx, agency.id, 'requests', [{ number: 2, row, letters: {} } as never], {
          ...{ changes, calendar: nationalCalendar, today: then },
        }),
      )
    await write('refused')
    const { list, volumes } = await drawUp()
    assert.deepEqual(
      volumes.map(({ number, keptUntil }) => [number, keptUntil]),
      [['台账1', '2031-12-31']],
    )
    await carryOut(list, 1)
    await assert.rejects(load('台账1'), { id: 'request-destroyed' })
    await write('recorded')
    const { rows } = await current().admin.query(
      `select r.content, a.wrapped_key from request r join applicant a on a.agency_id = r.agency_id and a.reference = r.applicant
        where r.agency_id = $1`,
      [agency.id],
    )
    assert.deepEqual(rows, [{ content: null, wrapped_key: null }])
    assert.equal((await verifyAudit(current().storage)).broken.length, 0)
  })
})
