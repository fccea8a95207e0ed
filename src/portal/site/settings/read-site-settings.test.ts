import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '../../../refusals/refusal.ts'
import { readSiteSettings } from './read-site-settings.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-settings-'))
})
after(() => rm(folder, { recursive: true }))

async function read(settings: unknown, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const file = join(folder, 'site.json')
  await writeFile(file, typeof settings === 'string' ? settings : JSON.stringify(settings))
  return await readSiteSettings(file, 'zh-CN')
}

test('a site says what it is called, how it looks and what stands at its foot', async () => {
  const settings = await read(
    {
      name: '清河县政府信息公开',
      address: 'https://www.qinghe.example',
      siteIdCode: '1234567890',
      icp: { number: '示备1号' },
      badges: { partyGovernment: { href: 'https://b.example/', picture: 'b.png' }, findErrors: { href: '/err' } },
      header: 'head.html',
      colours: { accent: '#9b1c1c' },
    },
    {
      'head.html': '<script>x()</script><a href="/">首页</a>',
      'b.png': Buffer.from('89504e470d0a1a0a00000000', 'hex'),
    },
  )
  assert.equal(settings.header, '<a href="/">首页</a>')
  assert.deepEqual(
    settings.badges.map(({ picture, file }) => [picture, file?.mediaType]),
    [
      ['badge-partyGovernment.png', 'image/png'],
      ['badge-findErrors.svg', undefined],
    ],
  )
  assert.match(settings.colours, /--accent: #9b1c1c; --accent-deep: #7c1616;/)
  assert.deepEqual(settings.icp, { text: '示备1号', href: null })
})

const refused: readonly (readonly [string, unknown, string])[] = [
  ['no JSON', '{', 'site-settings-wrong'],
  ['a field that is none', { nme: 'a' }, 'site-settings-wrong'],
  ['an address with a path', { address: 'https://a.example/b' }, 'site-settings-wrong'],
  ['a link that runs', { siteMap: 'javascript:alert(1)' }, 'site-settings-wrong'],
  ['a colour too light to read', { colours: { accent: '#7aa7d9' } }, 'colour-contrast'],
  ['a colour too dark for a dark screen', { colours: { accentDark: '#1d4f86' } }, 'colour-contrast'],
  ['a style instead of a colour', { colours: { accent: '#fff;}' } }, 'site-settings-wrong'],
  ['a fragment that is not there', { header: 'nothing.html' }, 'file-missing'],
  ['a fragment with a form', { footer: 'form.html' }, 'fragment-element'],
  ['a drawing as a badge', { badges: { findErrors: { href: '/', picture: 'a.svg' } } }, 'badge-picture'],
]

for (const [name, settings, id] of refused)
  test(`refused: ${name}`, async () => {
    const files = { 'form.html': '<form></form>', 'a.svg': '<svg onload="x()"/>' }
    await assert.rejects(read(settings, files), (error) => error instanceof Refusal && error.id === id)
  })
