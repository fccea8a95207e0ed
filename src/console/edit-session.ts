import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keepFile } from '../api/files/keep-file.ts'
import { preparePublicFiles } from '../api/publications/prepare-public-files.ts'
import { bodySchema } from '../api/publications/publication-schemas.ts'
import { officeRoles } from '../office/role.ts'
import { type Html, html } from '../portal/html.ts'
import { siteStyleSheet } from '../portal/styles/style-sheet.ts'
import type { ItemBody } from '../publications/item-body.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import type { Day } from '../statute/day.ts'
import { readFileOf } from '../storage/files/stored-files.ts'
import { loadPublication, loadText } from '../storage/publications/load-publication.ts'
import { PublicationRefused } from '../storage/publications/publication-refused.ts'
import { actOnPublication } from '../storage/publications/write-publication.ts'
import type { Storage } from '../storage/storage.ts'
import { editorStyles } from './editor-styles.ts'

/** One item that one person edits on this machine. */
export type EditSession = {
  readonly storage: Storage
  readonly agencyId: number
  readonly actor: string
  readonly number: string
  readonly today: () => Day
  readonly language: Language
  /** The editor as one script. */
  readonly script: string
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const guarded = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}
/** Bytes of one post: a text of the greatest size, or a picture. */
const postLimit = 50 * 1024 * 1024

/**
 * Answers the editor's page. The address opens once: it gives its browser a cookie and is then worth nothing, so that whoever
 * reads it in a history or over a shoulder finds nothing behind it.
 */
export function makeEditSession(session: EditSession): {
  readonly secret: string
  readonly fetch: (request: Request) => Promise<Response>
} {
  const secret = randomBytes(24).toString('base64url')
  const cookie = randomBytes(24).toString('base64url')
  let opened = false
  return {
    secret,
    async fetch(request) {
      const url = new URL(request.url)
      // A page elsewhere whose name was turned to this machine asks under its own name.
      if (!/^(?:127\.0\.0\.1|localhost)$/.test(url.hostname)) return refused(403)
      if (!opened && same(url.pathname, `/${secret}/`)) {
        opened = true
        const held = `gongkai-edit=${cookie}; HttpOnly; SameSite=Strict; Path=/`
        return new Response(null, { status: 303, headers: { ...guarded, location: '/', 'set-cookie': held } })
      }
      const given = /(?:^|;\s*)gongkai-edit=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
      if (!same(given, cookie)) return refused(403)
      if (request.method === 'POST' && request.headers.get('origin') !== url.origin) return refused(403)
      try {
        return await answer(session, request, url)
      } catch (error) {
        if (error instanceof Refusal || error instanceof PublicationRefused)
          return text(error.words(session.language), 422)
        throw error
      }
    },
  }
}

function same(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

async function answer(session: EditSession, request: Request, url: URL): Promise<Response> {
  const { pathname } = url
  const picture = /^\/picture\/([0-9a-f]{64})$/.exec(pathname)?.[1]
  if (request.method === 'GET') {
    if (pathname === '/') return sent(String(await page(session)), 'text/html; charset=utf-8')
    if (pathname === '/editor.js') return sent(session.script, 'text/javascript; charset=utf-8')
    if (pathname === '/editor.css') return sent(siteStyleSheet + editorStyles, 'text/css; charset=utf-8')
    if (pathname === '/favicon.ico') return new Response(null, { status: 204, headers: guarded })
    if (pathname === '/draft') return Response.json(await load(session), { headers: guarded })
    if (picture !== undefined) return await showPicture(session, picture)
  }
  if (request.method === 'POST') {
    if (Number(request.headers.get('content-length')) > postLimit) return refused(413)
    if (pathname === '/draft') return await save(session, await request.text())
    if (pathname === '/picture') {
      const bytes = new Uint8Array(await request.arrayBuffer())
      const { storage, agencyId, actor } = session
      const who = { agencies: [agencyId], agencyId, actor }
      const name = url.searchParams.get('name') ?? ''
      if (!/\.(?:png|jpe?g)$/i.test(name)) throw new Refusal('picture-kind', { name })
      return text((await keepFile(storage, who, name, bytes)).digest, 200)
    }
  }
  return refused(404)
}

async function load({ storage, agencyId, actor, number }: EditSession) {
  return await storage.transact({ agencies: [agencyId], actor }, async (trx) => {
    const { version, item, events } = await loadPublication(trx, agencyId, number, { for: 'reading' })
    const body: ItemBody = (await loadText(trx, agencyId, item.content.text)) ?? []
    return { version, body, who: events.at(-1)?.actor ?? '', title: item.content.metadata.title }
  })
}

async function save(session: EditSession, given: string): Promise<Response> {
  const read = readSave(given)
  if (typeof read === 'string') return text(read, 422)
  const { storage, agencyId, actor, number, today } = session
  const who = { agencies: [agencyId], agencyId, actor }
  await preparePublicFiles(storage, who, { body: read.body, attachments: [] })
  try {
    const { version } = await storage.transact(who, async (trx) => {
      const { item } = await loadPublication(trx, agencyId, number, { for: 'change' })
      const { formedOn, proposal, content } = item
      const { text: _, ...rest } = content
      const reasons = session.language === 'en' ? 'edited' : '编辑正文'
      const command = {
        type: 'revise',
        on: today(),
        formedOn,
        proposal,
        reasons,
        content: { ...rest, body: read.body },
      } as const
      return await actOnPublication(
        trx,
        agencyId,
        { number, command, seen: read.seen },
        { today: today(), roles: officeRoles },
      )
    })
    return Response.json({ version }, { headers: guarded })
  } catch (error) {
    if (error instanceof Refusal && error.id === 'request-changed')
      return Response.json(await load(session), { status: 409, headers: guarded })
    throw error
  }
}

/** The body of a save, or what is wrong with it. */
function readSave(given: string): { readonly seen: number; readonly body: ItemBody } | string {
  let value: { readonly seen?: unknown; readonly body?: unknown }
  try {
    value = JSON.parse(given)
  } catch {
    return 'JSON'
  }
  const read = bodySchema.safeParse(value?.body)
  if (!read.success) return read.error.issues[0]?.message ?? 'body'
  if (typeof value.seen !== 'number') return 'seen'
  return { seen: value.seen, body: read.data as ItemBody }
}

async function showPicture({ storage, agencyId, actor }: EditSession, digest: string): Promise<Response> {
  const found = await storage.transact({ agencies: [agencyId], actor }, (trx) => readFileOf(trx, agencyId, digest))
  if (!/^image\/(?:png|jpeg)$/.test(found.mediaType)) return refused(404)
  return new Response(new Uint8Array(found.content), { headers: { ...guarded, 'content-type': found.mediaType } })
}

async function page(session: EditSession): Promise<Html> {
  const { title } = await load(session)
  const english = session.language === 'en'
  return html`<!doctype html>
<html lang="${english ? 'en' : 'zh-CN'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${english ? 'Edit' : '编辑'} ${session.number} ${title}</title><link rel="stylesheet" href="editor.css"><script type="module" src="editor.js"></script></head>
<body><main class="editor-page"><h1 lang="zh-CN">${title}</h1>
<div class="editor-bar"><button type="button" id="save">${english ? 'Save' : '保存'}</button><button type="button" id="show">${english ? 'Preview' : '预览'}</button><p id="state" role="status"></p></div>
<div id="conflict"></div><div id="editor"></div><div id="preview" hidden></div></main></body>
</html>
`
}

function sent(body: string, type: string): Response {
  return new Response(body, { headers: { ...guarded, 'content-type': type } })
}

function text(words: string, status: number): Response {
  return new Response(words, { status, headers: { ...guarded, 'content-type': 'text/plain; charset=utf-8' } })
}

function refused(status: number): Response {
  return text('', status)
}
