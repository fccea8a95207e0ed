import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readDocx } from '../../documents/docx/read-docx.ts'
import { writeStarterDocx } from '../../documents/template/starter-docx.ts'
import { officeRoles } from '../../office/role.ts'
import { findVariant } from '../../requests/letters/fields/letter-variants.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../../storage/agencies.ts'
import { type ApiScope, addApiToken, apiScopes } from '../../storage/api-tokens.ts'
import { readLetterSettings, setLetterSettings } from '../../storage/letters/letter-settings.ts'
import {
  addOfficeTemplate,
  currentTemplate,
  listOfficeTemplates,
  removeOfficeTemplate,
} from '../../storage/letters/office-templates.ts'
import { templateLettersOf } from '../../storage/letters/template-letters.ts'
import type { Trx } from '../../storage/storage.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makeApi } from '../make-api.ts'

const registration = {
  on: '2026-03-02',
  channel: 'inPerson',
  applicantKind: 'naturalPerson',
  applicants: [{ name: '甲某' }, { name: '乙某' }],
  agent: { identity: { name: '丁某' } },
  content: '2025年度部门决算',
}
const contact = `contact=${encodeURIComponent('办公室 0000')}`

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeApi>>
  const tokens = new Map<string, string>()
  const ids: number[] = []
  before(async () => {
    const { storage } = current()
    api = await makeApi({ storage, basePath: '/', today: () => day('2026-03-12'), log: () => {} })
    for (const code of ['甲局', '乙局']) {
      const rank = { level: 'county', kind: 'department', parentCode: null } as const
      const agency = await addAgency(storage, 'test', { ...rank, code, name: code })
      ids.push(agency.id)
      const scopes: readonly (readonly ApiScope[])[] = [
        apiScopes,
        ['requests:read', 'requests:write'],
        ['identity:read'],
      ]
      for (const [at, given] of scopes.entries())
        tokens.set(
          `${code}${at}`,
          await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
            addApiToken(trx, agency, { name: `t${at}`, scopes: given, roles: officeRoles }),
          ),
        )
    }
    const answer = await api.request('/api/requests', {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get('甲局0')}`, 'content-type': 'application/json' },
      body: JSON.stringify(registration),
    })
    assert.equal(answer.status, 201)
  })

  const as = <T>(at: number, work: (trx: Trx) => Promise<T>) =>
    current().storage.transact({ agencies: [ids[at] ?? 0], actor: 'test' }, work)
  const get = (path: string, token = '甲局0', headers: Record<string, string> = {}) =>
    api.request(`/api/requests/${path}`, { headers: { authorization: `Bearer ${tokens.get(token)}`, ...headers } })
  const textOf = async (answer: Response) => {
    assert.equal(answer.status, 200, answer.status === 200 ? '' : await answer.clone().text())
    return readDocx(new Uint8Array(await answer.arrayBuffer())).text
  }
  const receipt = '2026-0001/letters/receipt'

  test('a letter comes as a Word file or a pdf, as format or Accept asks for it', async () => {
    const answer = await get(`${receipt}?${contact}`)
    assert.match(answer.headers.get('content-type') ?? '', /wordprocessingml\.document$/)
    assert.match(await textOf(answer), /甲某等2人（代表人甲某，委托代理人丁某）：[\s\S]*2025年度部门决算/)
    const again = await get(`${receipt}?${contact}`)
    assert.match(answer.headers.get('etag') ?? '', /^"[0-9a-f]{64}"$/)
    assert.equal(again.headers.get('etag'), answer.headers.get('etag'))
    for (const pdf of [
      await get(`${receipt}?${contact}&format=pdf`),
      await get(`${receipt}?${contact}`, '甲局0', { accept: 'application/pdf' }),
    ]) {
      assert.equal(pdf.headers.get('content-type'), 'application/pdf')
      assert.equal(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5)), '%PDF-')
    }
  })

  test('a letter names people, so both scopes are needed, and each look is in the audit chain', async () => {
    assert.equal((await get(`${receipt}?${contact}`, '甲局1')).status, 403)
    assert.equal((await get(`${receipt}?${contact}`, '甲局2')).status, 403)
    assert.equal((await get(`${receipt}?${contact}`, '乙局0')).status, 404)
    const reads = async () =>
      (
        await current().admin.query(
          "select count(*)::integer as n from audit_entry where action = 'applicant.read' and actor = 'api:t0'",
        )
      ).rows[0].n
    const before = await reads()
    await get(`${receipt}?${contact}`)
    assert.equal(await reads(), before + 3)
  })

  test('what is missing is told all at once, by name and article', async () => {
    const answer = await get(receipt)
    assert.equal(answer.status, 422)
    const json = (await answer.json()) as { error: string; details: { missing: unknown } }
    assert.deepEqual([json.error, json.details.missing], ['letter-incomplete', [{ element: 'contact', article: null }]])
    const turned = await get(`${receipt}?contact=${encodeURIComponent('综合\u202e科')}`)
    assert.deepEqual(
      [turned.status, ((await turned.json()) as { error: string }).error],
      [422, 'text-direction-characters'],
    )
    const early = await get('2026-0001/letters/reply')
    assert.deepEqual([early.status, ((await early.json()) as { error: string }).error], [422, 'letter-not-due'])
    assert.equal((await get('2026-0001/letters/postcard')).status, 400)
    assert.equal((await get(`${receipt}?kontakt=x`)).status, 400)
    assert.equal((await get(`${receipt}?line=straight`)).status, 400)
  })

  test('what the agency keeps for all letters holds, and what is told for one wins', async () => {
    await as(0, (trx) => setLetterSettings(trx, ids[0] ?? 0, { contact: '综合科 1111' }))
    assert.match(await textOf(await get(receipt)), /综合科 1111/)
    assert.match(await textOf(await get(`${receipt}?${contact}`)), /办公室 0000/)
    assert.deepEqual(await as(1, (trx) => readLetterSettings(trx, ids[0] ?? 0)), {})
    await assert.rejects(
      as(1, (trx) => setLetterSettings(trx, ids[0] ?? 0, {})),
      { code: '42501' },
    )
  })

  test("an agency's own template makes its letters, and which one made which stays known", async () => {
    const variant = findVariant('receipt', null)
    assert.ok(variant)
    const [mine = 0, other = 0] = ids
    const content = await writeStarterDocx(variant)
    const key = { kind: 'receipt', outcome: null }
    const file = { name: '回执.docx', content }
    const first = await as(0, (trx) => addOfficeTemplate(trx, mine, key, file))
    const both = await Promise.all([1, 2].map(() => as(0, (trx) => addOfficeTemplate(trx, mine, key, file))))
    assert.deepEqual([first.version, ...both.map(({ version }) => version).sort()], [1, 2, 3])
    const answer = await get(`${receipt}?${contact}`)
    const etag = answer.headers.get('etag')
    assert.match(await textOf(answer), /甲某等2人/)
    assert.notEqual((await get(`${receipt}?${contact}&builtIn=true`)).headers.get('etag'), etag)
    const [letter, ...none] = await as(0, (trx) => templateLettersOf(trx, mine, '2026-0001'))
    assert.deepEqual(
      [letter?.version, letter?.template, `"${letter?.letter}"`, letter?.madeBy, none],
      [3, first.digest, etag, 'api:t0', []],
    )
    assert.equal(await as(1, (trx) => currentTemplate(trx, mine, key)), null)
    assert.deepEqual(await as(1, (trx) => listOfficeTemplates(trx, mine, 'all')), [])
    assert.deepEqual(await as(1, (trx) => templateLettersOf(trx, mine, '2026-0001')), [])
    await assert.rejects(
      as(1, (trx) => addOfficeTemplate(trx, mine, key, file)),
      { code: '42501' },
    )
    await assert.rejects(
      as(1, (trx) => removeOfficeTemplate(trx, other, key)),
      { id: 'template-unknown' },
    )
    await as(0, (trx) => removeOfficeTemplate(trx, mine, key))
    assert.equal(await as(0, (trx) => currentTemplate(trx, mine, key)), null)
    assert.equal((await as(0, (trx) => listOfficeTemplates(trx, mine, 'all'))).length, 3)
    assert.match(await textOf(await get(`${receipt}?${contact}`)), /甲某等2人/)
    assert.equal((await as(0, (trx) => templateLettersOf(trx, mine, '2026-0001'))).length, 1)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('the description of the interface tells of letters', async () => {
    const { paths } = (await (await api.request('/api/openapi.json')).json()) as { paths: Record<string, unknown> }
    assert.ok('/api/requests/{number}/letters/{kind}' in paths)
    assert.match(await (await api.request('/api/')).text(), /letters\/\{kind\}/)
  })
})
