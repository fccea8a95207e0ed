import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { makeTestApi } from '../test-api.ts'

describeOnEmbedded((current) => {
  test('a suggestion is recorded, accepted by a draft, and seen by nobody else', async () => {
    const api = await makeTestApi(current().storage, '2026-11-20')
    const token = await api.token('甲局', 'full', apiScopes)
    const reader = await api.token('甲局', 'reader', ['publications:read'])
    const stranger = await api.token('乙局', 'full', apiScopes)
    const post = (path: string, body: unknown, as = token, headers = {}) => api.call(path, { token: as, body, headers })
    const asked = await post('/requests', {
      ...{ on: '2026-11-02', channel: 'portal', applicantKind: 'naturalPerson', applicants: [{ name: '甲某' }] },
      content: '月度水质公报',
    })
    const suggestion = { on: '2026-11-03', request: asked.json.number, subject: '月度水质公报' }
    const key = { 'idempotency-key': 'suggestion-1' }
    const made = await post('/publication-proposals', suggestion, token, key)
    assert.deepEqual([made.status, made.json.kind, made.json.state], [201, 'suggestion', 'open'])
    assert.deepEqual((await post('/publication-proposals', suggestion, token, key)).json, made.json)
    const at = (act: string) => `/publication-proposals/${encodeURIComponent(String(made.json.number))}/${act}`
    const decision = { on: '2026-11-04', reason: '可以公开' }
    assert.equal((await post(at('accept'), decision, reader)).status, 403)
    assert.equal((await post(at('accept'), { ...decision, answer: '好' }, stranger)).status, 404)
    assert.equal((await post(at('accept'), decision)).json.error, 'suggestion-unanswered')
    const accepted = await post(at('accept'), { ...decision, answer: '将每月公开' })
    assert.deepEqual(
      [accepted.status, accepted.json.state, accepted.json.publication],
      [200, 'accepted', '公2026-0001'],
    )
    assert.equal((await post(at('dismiss'), { ...decision, answer: '好' })).json.error, 'proposal-decided')
    assert.deepEqual((await post('/publication-proposals/find', { on: '2026-11-04' })).json, { proposals: [] })
    const list = await api.call('/publication-proposals?state=accepted', { token: reader })
    assert.equal((list.json.proposals as unknown[]).length, 1)
    assert.deepEqual((await api.call('/publication-proposals', { token: stranger })).json, { proposals: [] })
  })
})
