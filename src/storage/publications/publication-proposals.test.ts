import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeRoles } from '../../office/role.ts'
import { sampleCommand } from '../../requests/decide/sample-commands.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import type { Agency } from '../agencies.ts'
import { actOnRequest, type RequestAct } from '../requests/act-on-request.ts'
import { registerRequest } from '../requests/register-request.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { loadPublication } from './load-publication.ts'
import {
  acceptByDraft,
  decideProposal,
  findProposals,
  listProposals,
  recordSuggestion,
} from './publication-proposals.ts'
import { changePublicationSettings } from './publication-settings.ts'
import { actAs, publishItem, testAgency, testToday } from './test-publications.ts'

const on = day('2026-11-19')
const acting = { today: testToday, roles: officeRoles }
const wanted = '城东片区老旧小区改造工程的补助资金分配明细'

describeOnEachEngine((current) => {
  const as = <T>({ id }: Agency, work: (trx: Trx) => Promise<T>, actor = 'clerk') =>
    current().storage.transact({ agencies: [id], actor }, work)
  /** A request of somebody, granted or not answered yet. */
  const answered = async (
    agency: Agency,
    name: string,
    content: string,
    { granted = true }: { readonly granted?: boolean } = {},
    document?: string,
  ) => {
    const forRequests = { ...acting, calendar: nationalCalendar }
    const identity = { name, ...(document && { document: { kind: 'identityCard', number: document } as const }) }
    const { number } = await as(agency, (trx) =>
      registerRequest(
        trx,
        agency.id,
        {
          ...{ on: day('2026-03-02'), channel: 'portal', applicantKind: 'naturalPerson', number: null },
          ...{ applicants: [identity], agent: null, wanted: null, content },
        },
        forRequests,
      ),
    )
    const act = (command: RequestAct['command'], actor = 'clerk') =>
      as(agency, (trx) => actOnRequest(trx, agency.id, { number, command, seen: null }, forRequests), actor)
    if (!granted) return number
    await act(sampleCommand('decide', day('2026-03-10')))
    await act(sampleCommand('approve', day('2026-03-11')), 'leader')
    await act(sampleCommand('serve', day('2026-03-12')))
    return number
  }
  const find = (agency: Agency) => as(agency, (trx) => findProposals(trx, agency.id, on))
  const list = (agency: Agency) => as(agency, (trx) => listProposals(trx, agency.id, {}))

  test('different applicants for the same make one proposal, told once, and again when more come than at its dismissal', async () => {
    const agency = await testAgency(current().storage, '多')
    const first = await answered(agency, '甲某', `申请公开${wanted}`, {}, '11010119000101001X')
    await answered(agency, '甲某', `${wanted}，谢谢`, {}, '11010119000101001X')
    await answered(agency, '乙某', wanted, { granted: false })
    await answered(agency, '丙某', '全县河道采砂许可证发放名单')
    assert.deepEqual(await find(agency), [])
    const second = await answered(agency, '丁某', `关于${wanted}`)
    const [number = '', ...others] = await find(agency)
    assert.deepEqual(others, [])
    const [made] = await list(agency)
    assert.deepEqual([made?.kind, made?.applicants, made?.state, made?.subject], ['several', 2, 'open', null])
    assert.deepEqual(
      [made?.requests.includes(first), made?.requests.includes(second), made?.requests.length],
      [...[true, true, 3]],
    )
    assert.deepEqual(await find(agency), [])
    const dismissal = { on, reason: '涉及第三方', answer: null, publication: null }
    await as(agency, (trx) => decideProposal(trx, agency.id, number, dismissal))
    await assert.rejects(
      as(agency, (trx) => decideProposal(trx, agency.id, number, dismissal)),
      { id: 'proposal-decided' },
    )
    assert.deepEqual(await find(agency), [])
    await answered(agency, '戊某', `请求公开${wanted}`)
    const [again = ''] = await find(agency)
    const accepted = { on, reason: '三人申请', answer: null, unit: '办公室', subject: null }
    await assert.rejects(
      as(agency, (trx) => acceptByDraft(trx, agency.id, again, accepted, acting)),
      { id: 'proposal-without-subject' },
    )
    const subject = '老旧小区改造补助资金分配情况'
    await as(agency, (trx) => acceptByDraft(trx, agency.id, again, { ...accepted, subject }, acting))
    await answered(agency, '己某', `希望公开${wanted}`)
    assert.deepEqual(await find(agency), [])
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('two at once make one proposal; a higher number of applicants is a setting', async () => {
    const agency = await testAgency(current().storage, '同')
    await answered(agency, '甲某', wanted)
    await answered(agency, '乙某', wanted)
    await as(agency, (trx) => changePublicationSettings(trx, agency.id, { applicantsToPropose: 3 }))
    assert.deepEqual(await find(agency), [])
    await answered(agency, '丙某', wanted)
    const found = await Promise.all([find(agency), find(agency), find(agency)])
    assert.equal(found.flat().length, 1)
  })

  test('a suggestion is answered when it is decided; what is drafted for it says nothing of who asked', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, '议')
    const request = await answered(agency, '独特姓名', `${wanted}，本人独特姓名急用`)
    const subject = '老旧小区改造补助资金分配情况'
    const number = await as(agency, (trx) => recordSuggestion(trx, agency.id, { on, request, subject }))
    await assert.rejects(
      as(agency, (trx) => recordSuggestion(trx, agency.id, { on, request: '2000-1', subject })),
      { id: 'request-unknown' },
    )
    const decision = { on, reason: '可以公开', answer: null, unit: '办公室', subject: null }
    await assert.rejects(
      as(agency, (trx) => acceptByDraft(trx, agency.id, number, decision, acting)),
      { id: 'suggestion-unanswered' },
    )
    await assert.rejects(
      as(agency, (trx) => acceptByDraft(trx, agency.id, '建2026-9999', decision, acting)),
      { id: 'proposal-unknown' },
    )
    const answer = '已列入主动公开'
    const decided = await as(agency, (trx) => acceptByDraft(trx, agency.id, number, { ...decision, answer }, acting))
    assert.deepEqual([decided.state, decided.answer], ['accepted', answer])
    const draft = decided.publication ?? ''
    const { item } = await as(agency, (trx) => loadPublication(trx, agency.id, draft, { for: 'reading' }))
    assert.deepEqual(
      [item.phase, item.content.metadata.title, item.content.metadata.maker],
      [...['drafting', subject, agency.name]],
    )
    assert.doesNotMatch(JSON.stringify(item), new RegExp(`独特姓名|${request}`))
    // The draft that was refused left nothing: a number is given once.
    assert.equal(draft, '公2026-0001')
    await assert.rejects(actAs(storage, agency, 'clerk', draft, { type: 'submit', on }), { message: /text nor a file/ })
  })

  test('an item on record may be what a proposal asked for; one of another agency may not', async () => {
    const { storage } = current()
    const [agency, other] = [await testAgency(storage, '已'), await testAgency(storage, '别')]
    const request = await answered(agency, '甲某', wanted)
    const number = await as(agency, (trx) => recordSuggestion(trx, agency.id, { on, request, subject: '补助' }))
    const foreign = await publishItem(storage, other)
    const decide = (publication: string) =>
      as(agency, (trx) =>
        decideProposal(trx, agency.id, number, { on, reason: '已公开', answer: '见网站', publication }),
      )
    await assert.rejects(decide(foreign.number), { id: 'publication-unknown' })
    const own = await publishItem(storage, agency)
    assert.equal((await decide(own.number)).publication, own.number)
    assert.deepEqual(await as(other, (trx) => listProposals(trx, other.id, {})), [])
  })
})
