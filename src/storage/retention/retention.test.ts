import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { reopensOf } from '../../api/remedies/perform-remedy-act.ts'
import { officeRoles } from '../../office/role.ts'
import { sheetOf } from '../../report/ledger/sheets.ts'
import type { AmendmentCommandType } from '../../requests/amendments/amendment-command.ts'
import { sampleAmendmentCommand } from '../../requests/amendments/sample-amendments.ts'
import type { CommandOf, RequestCommandType } from '../../requests/decide/request-command.ts'
import { sampleCommand } from '../../requests/decide/sample-commands.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../agencies.ts'
import { listAmendments } from '../amendments/list-amendments.ts'
import { loadAmendment } from '../amendments/load-amendment.ts'
import {
  type AmendmentAct,
  type AmendmentRegistration,
  actOnAmendment,
  registerAmendment,
} from '../amendments/write-amendment.ts'
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
const acting: ActingFor = { today: then, calendar: nationalCalendar, roles: officeRoles }
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
  const archived = async (file = 'own file', whileOpen?: (number: string) => Promise<unknown>) => {
    const number = await register()
    await whileOpen?.(number)
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
    let into = ''
    const { number, digest } = await archived('only here', async (open) => {
      into = await register({ content: '独一无二的并案' })
      await act(into, 'join', '2021-03-02', { into: open })
    })
    const shared = await archived('in two cases')
    const kept = await register()
    await act(kept, 'dispatch', '2021-03-04')
    await act(kept, 'answerDispatch', '2021-03-05', { material: [shared.digest] })
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

  test('nobody is erased whose reference somebody wrote into a text of the case', async () => {
    await newAgency()
    const kept = await register()
    const { request } = await load(kept)
    const [other = ''] = request.applicants
    const amended = await closedAmendment()
    const { number } = await archived('with a reference', async (open) => {
      await act(open, 'dispatch', '2021-03-02', { unit: other, question: request.agent?.person ?? '' })
    })
    const { list, volumes } = await drawUp()
    assert.deepEqual(volumes.map((one) => one.number).sort(), [number, amended.number].sort())
    await carryOut(list, 2)
    const { rows } = await current().admin.query(
      'select reference from applicant where agency_id = $1 and wrapped_key is not null order by reference',
      [agency.id],
    )
    assert.deepEqual(
      rows.map(({ reference }) => reference),
      [other, request.agent?.person].sort(),
    )
  })

  test('what a record amendment or a template also has stays, though a case of its number or with its file goes', async () => {
    await newAgency()
    const { number, digest } = await archived('evidence as well')
    await archived('template as well')
    await as((trx) =>
      addOfficeTemplate(
        trx,
        agency.id,
        { kind: 'receipt', outcome: null },
        { name: 'a.docx', content: bytes('template as well').content },
      ),
    )
    const amend = (command: AmendmentAct['command'], actor = 'clerk') =>
      current().storage.transact({ agencies: [agency.id], actor }, (trx) =>
        actOnAmendment(trx, agency.id, { number, command, seen: null }, acting),
      )
    const documentNumber = await as(async (trx) => {
      const asked = { on: day('2021-03-02'), channel: 'inPerson', applicantKind: 'naturalPerson', number } as const
      const nothing = { agent: null, transferredFrom: null, targetOn: null }
      const registration = {
        ...asked,
        ...nothing,
        applicant: { name: '甲' },
        evidence: [digest],
        record: '一',
        claim: '二',
      }
      await registerAmendment(trx, agency.id, registration, acting)
      const wanted = { given: null, sign: '甲更正', on: day('2021-03-11') }
      return await takeDocumentNumber(trx, agency.id, number, wanted, 'recordAmendment')
    })
    await amend(sampleAmendmentCommand('decide', day('2021-03-10')))
    await amend({ ...sampleAmendmentCommand('approve', day('2021-03-11')), documentNumber }, 'leader')

    const { list } = await drawUp()
    await carryOut(list, 2)
    assert.equal(await removeDestroyedFiles(current().storage, 'clerk', agency.id, list), 0)
    assert.equal((await as((trx) => readFileOf(trx, agency.id, digest))).content.toString(), 'evidence as well')
    const numbers = await as((trx) => listDocumentNumbers(trx, agency.id, 2021))
    assert.deepEqual(
      numbers.map((one) => [one.documentNumber === documentNumber, one.state]),
      [
        [false, 'destroyed'],
        [false, 'destroyed'],
        [true, 'standing'],
      ],
    )
  })

  const amendmentAct = (number: string, type: Exclude<AmendmentCommandType, 'register'>, on: string, change = {}) =>
    current().storage.transact({ agencies: [agency.id], actor: type === 'approve' ? 'leader' : 'clerk' }, (trx) => {
      const command = { ...sampleAmendmentCommand(type, day(on)), ...change } as AmendmentAct['command']
      return actOnAmendment(trx, agency.id, { number, command, seen: null }, acting)
    })
  const amendmentAsked = (number: string | null, evidence: readonly string[]): AmendmentRegistration => ({
    ...{ on: day('2021-03-01'), channel: 'portal', applicantKind: 'naturalPerson', number, targetOn: null },
    ...{ applicant: { name: '独一无二的更正人' }, agent: null, transferredFrom: null, evidence },
    ...{ record: '独一无二的记录', claim: '独一无二的主张' },
  })
  /** A record amendment that was refused and served on 12 March 2021, with a file that nothing else names. */
  const closedAmendment = async (number: string | null = null) => {
    const evidence = (await as((trx) => storeFile(trx, agency.id, bytes(`证据${agency.code}${number}`)))).digest
    const asked = amendmentAsked(number, [evidence, scan])
    const made = await as((trx) => registerAmendment(trx, agency.id, asked, acting))
    const reasons = '独一无二的理由'
    await amendmentAct(made.number, 'decide', '2021-03-10', {
      decision: { result: 'refused', ground: 'recordIsRight', reasons },
    })
    const given = { given: null, sign: '甲更', on: day('2021-03-11') }
    const documentNumber = await as((trx) => takeDocumentNumber(trx, agency.id, made.number, given, 'recordAmendment'))
    await amendmentAct(made.number, 'approve', '2021-03-11', { documentNumber })
    await amendmentAct(made.number, 'serve', '2021-03-12')
    return { number: made.number, digest: evidence, person: made.amendment.applicant }
  }
  const loadOther = (number: string) => as((trx) => loadAmendment(trx, agency.id, number, { for: 'reading' }))

  test('closed record amendments go by the same list, and what is counted of them stays', async () => {
    await newAgency()
    const { number } = await archived(`both ${agency.code}`)
    const amended = await closedAmendment()
    // The office gave it the number of a request, which is not due.
    const twin = await closedAmendment(await register())
    const open = await as((trx) => registerAmendment(trx, agency.id, amendmentAsked(null, [scan]), acting))
    assert.deepEqual(await due(day('2031-12-31')), [])
    const { list, volumes } = await drawUp()
    assert.deepEqual(
      volumes.map((one) => [one.procedure, one.number, one.closedOn]),
      [
        ['recordAmendment', twin.number, '2021-03-12'],
        ['recordAmendment', amended.number, '2021-03-12'],
        ['request', number, '2021-04-01'],
      ],
    )
    await carryOut(list, 3)
    // Its evidence goes, and that of the twin; the scan of the list stays.
    assert.equal(await removeDestroyedFiles(current().storage, 'clerk', agency.id, list), 3)
    for (const gone of [amended, twin]) {
      await assert.rejects(loadOther(gone.number), { id: 'amendment-destroyed' })
      await assert.rejects(amendmentAct(gone.number, 'reopen', '2021-12-01'), { id: 'amendment-destroyed' })
    }
    assert.equal((await load(twin.number)).request.phase, 'handling')
    assert.equal((await loadOther(open.number)).amendment.phase, 'handling')
    for (const table of ['amendment', 'amendment_event', 'audit_entry', 'destruction_case']) {
      const { rows } = await current().admin.query(
        `select t::text as row from ${table} t where agency_id = $1 and t::text like '%独一无二%' and t::text not like $2`,
        [agency.id, `%${open.number}%`],
      )
      assert.deepEqual(rows, [], table)
    }
    const { rows: people } = await current().admin.query(
      'select wrapped_key from applicant where agency_id = $1 and reference = any ($2)',
      [agency.id, [amended.person, twin.person]],
    )
    assert.deepEqual(people, [{ wrapped_key: null }, { wrapped_key: null }])
    const page = await as((trx) => listAmendments(trx, agency.id, {}, { after: null, limit: 10 }))
    const left = page.amendments.find((one) => one.number === amended.number)
    assert.deepEqual(
      [left?.result, left?.closedOn, left?.arrivedOn, left?.record, left?.claim],
      ['refused', '2021-03-12', '2021-03-01', null, null],
    )
    const numbers = await as((trx) => listDocumentNumbers(trx, agency.id, 2021))
    assert.deepEqual(
      numbers.map(({ state }) => state),
      ['destroyed', 'destroyed', 'destroyed'],
    )
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
    assert.deepEqual(await due(), [])
  })

  test('a record amendment is kept while a remedy is pending, and where it was reopened after the list', async () => {
    await newAgency()
    const { number } = await closedAmendment()
    const { list } = await drawUp()
    await amendmentAct(number, 'reopen', '2021-12-01', { until: day('2021-12-31') })
    await assert.rejects(carryOut(list, 1), { id: 'destruction-kept-after-all' })
    await as((trx) => withdrawList(trx, agency.id, list))
    await amendmentAct(number, 'withdraw', '2021-12-01')
    assert.deepEqual(await due(), [number])
    const remedy: Remedy = {
      ...{ caseNumber: '（2021）甲2号', requestNumber: number, kind: 'litigationDirect', body: '甲法院' },
      ...{ filedOn: day('2021-05-06'), procedure: null, copyReceivedOn: null, convertedOn: null, answeredOn: null },
      ...{ concludedOn: null, rawResult: null, result: null, coDefendant: null },
    }
    await as((trx) => registerRemedy(trx, agency.id, remedy, then))
    assert.deepEqual(await due(), [])
  })

  test("an amendment's events that are gone without its own entry are a fault, also where a request of its number was destroyed", async () => {
    await newAgency()
    const { number } = await archived(`same ${agency.code}`)
    const { list } = await drawUp()
    await carryOut(list, 1)
    await closedAmendment(number)
    const { admin, storage } = current()
    assert.deepEqual((await verifyAudit(storage)).broken, [])
    await admin.query('create table put_aside as select * from amendment_event where agency_id = $1', [agency.id])
    await admin.query('delete from amendment_event where agency_id = $1', [agency.id])
    const { broken } = await verifyAudit(storage)
    assert.deepEqual(
      broken.map(({ code, fault }) => [code, fault]),
      [[agency.code, 'event']],
    )
    await admin.query('insert into amendment_event select * from put_aside')
    await admin.query('drop table put_aside')
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
    assert.deepEqual(await told(), [{ number, procedure: 'request' }, ['toReopen']])
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
