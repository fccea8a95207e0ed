import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readDocx } from '../../documents/docx/read-docx.ts'
import { day } from '../../statute/day.ts'
import { apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { makeApi } from '../make-api.ts'
import { makeTestApi } from '../test-api.ts'

const asked = {
  ...{ on: '2026-03-02', channel: 'portal', applicantKind: 'naturalPerson', applicant: { name: '甲某' } },
  ...{ agent: { identity: { name: '乙某' } }, record: '登记簿中的住址', claim: '应为河东街道12号' },
}
const said = (settings: Record<string, string>) => `?${new URLSearchParams(settings)}`
const contact = said({ contact: '综合科 0000' })

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeApi>>
  const tokens = { full: '', noIdentity: '', noAmendments: '', stranger: '' }
  before(async () => {
    const { storage } = current()
    api = await makeApi({ storage, basePath: '/', today: () => day('2026-03-12'), log: () => {} })
    const { token, call } = await makeTestApi(storage, '2026-03-12')
    tokens.full = await token('甲局', 'full', apiScopes)
    tokens.noIdentity = await token('甲局', 'amendments', ['amendments:read', 'amendments:write', 'requests:read'])
    tokens.noAmendments = await token('甲局', 'requests', ['requests:read', 'identity:read'])
    tokens.stranger = await token('乙局', 'full', apiScopes)
    const post = (path: string, body: unknown) => call(`/amendments${path}`, { token: tokens.full, body })
    assert.equal((await post('', asked)).status, 201)
    const wanted = ['不动产权证书']
    assert.equal(
      (await post(`/${encodeURIComponent('更2026-0001')}/askEvidence`, { on: '2026-03-03', wanted })).status,
      200,
    )
  })
  const get = (rest: string, token = tokens.full, headers: Record<string, string> = {}) =>
    api.request(`/api/amendments/${encodeURIComponent('更2026-0001')}/letters/${rest}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    })

  test('a letter comes as a Word file or a pdf, addressed to the applicant with the agent, and each look is on record', async () => {
    const reads = async () =>
      (await current().admin.query("select count(*)::integer as n from audit_entry where action = 'applicant.read'"))
        .rows[0].n
    const before = await reads()
    const answer = await get(`evidenceNotice${contact}`)
    assert.equal(answer.status, 200)
    const { text } = await readDocx(new Uint8Array(await answer.arrayBuffer()))
    assert.match(text, /甲某（委托代理人乙某）：[\s\S]*登记簿中的住址[\s\S]*不动产权证书/)
    assert.equal(await reads(), before + 2)
    const again = await get(`evidenceNotice${contact}`)
    assert.match(answer.headers.get('etag') ?? '', /^"[0-9a-f]{64}"$/)
    assert.equal(again.headers.get('etag'), answer.headers.get('etag'))
    for (const pdf of [
      await get(`evidenceNotice${contact}&format=pdf`),
      await get(`evidenceNotice${contact}`, tokens.full, { accept: 'application/pdf' }),
    ])
      assert.equal(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5)), '%PDF-')
  })

  test('it names people, so both scopes are needed, and another agency sees nothing', async () => {
    for (const [token, status] of [
      [tokens.noIdentity, 403],
      [tokens.noAmendments, 403],
      [tokens.stranger, 404],
    ] as const)
      assert.equal((await get(`evidenceNotice${contact}`, token)).status, status)
  })

  test('what is missing, not due or not known is told', async () => {
    const refused = async (rest: string) => {
      const answer = await get(rest)
      const { error, details, message } = (await answer.json()) as Record<string, unknown>
      return { status: answer.status, error, details, message: String(message) }
    }
    const missing = await refused('evidenceNotice')
    assert.deepEqual([missing.status, missing.error], [422, 'letter-incomplete'])
    assert.deepEqual(missing.details, { missing: [{ element: 'contact', article: null }] })
    const early = await refused('decisionNotice')
    assert.deepEqual([early.status, early.error], [422, 'letter-not-due'])
    assert.match(early.message, /补充证据通知书 \(evidenceNotice\)/)
    for (const wrong of ['postcard', 'evidenceNotice?party=x', 'evidenceNotice?line=x'])
      assert.equal((await refused(wrong)).status, 400, wrong)
  })

  test('the description of the interface tells of them', async () => {
    const { paths } = (await (await api.request('/api/openapi.json')).json()) as { paths: Record<string, unknown> }
    assert.ok('/api/amendments/{number}/letters/{kind}' in paths)
  })
})
