import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Language } from '../../refusals/refusal.ts'
import { day } from '../../statute/day.ts'
import type { Trx } from '../../storage/open-storage.ts'
import { readThrough } from '../../storage/publications/public-items.ts'
import type { Assets } from '../load-assets.ts'
import { makePortal } from '../portal.ts'
import { notFoundPage } from '../site/addresses.ts'
import { makeSite, type RenderedPage } from '../site/make-site.ts'
import type { SiteSettings } from '../site/settings/site-settings.ts'
import { elsewherePage } from './elsewhere-page.ts'
import { fileOfAddress } from './file-of-address.ts'
import { linksOf } from './links-of.ts'
import type { ExportedFile } from './manifest.ts'
import { readInBlocks } from './read-in-blocks.ts'
import { snapshotStorage } from './snapshot-storage.ts'
import type { Stager } from './staged-folder.ts'

/** What became of one address. */
export type Exported = {
  readonly path: string
  /** Its files, compressed copies included; none for an address that has nothing to export. */
  readonly files: readonly ExportedFile[]
  readonly changed: number
  readonly links: readonly string[]
  readonly kind: 'page' | 'file' | 'elsewhere' | 'missing' | 'failed' | 'unwritable'
  readonly problem?: string
}

export type ExporterParts = {
  readonly base: string
  /** Where the server answers what is no file; null where nobody has said. */
  readonly server: string | null
  readonly compressed: boolean
  readonly assets: Assets
  /** How the portal looks. */
  readonly settings?: SiteSettings
  readonly stager: Stager
  /** The files of the export before, by place. */
  readonly before: ReadonlyMap<string, ExportedFile>
}

/** What the server alone can do, below the base path and the language: these are never asked for. */
const onServer =
  /^(?:en\/)?(?:plain\/)?(?:check|corrected|deadline|search|status|apply|api|healthz|readyz|metrics|agencies\/[^/]+\/request\/(?:apply|follow|form\.[a-z]+))(?:\/|$)/

/** What the routes of the site answer with what it renders: language and address. All else is asked of the portal. */
const pageByAddress =
  /^(en\/)?((?:plain\/)?(?:(?:agencies|items|content|reports)\/(?:.*\/)?)?|items\/[^/]+\/item\.json|(?:agencies\/[^/]+\/)?content\/(?:[^/]+\/)*atom\.xml|data\/items\/[^/]+\.json)$/

/** Exports addresses one by one, by asking the portal as a browser would. */
export async function makePageExporter(trx: Trx, parts: ExporterParts): Promise<(path: string) => Promise<Exported>> {
  const { base, server, assets, settings } = parts
  const storage = snapshotStorage(trx)
  readThrough(trx, readInBlocks(trx))
  const kept = new Set<string>()
  let lastError: string | null = null
  const portal = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: base,
    healthy: async () => true,
    today: () => day('2000-01-01'),
    cache: { moment: 0, keep: (path) => void kept.add(path) },
    log: (entry) => {
      if (entry.event === 'error')
        lastError = entry.error instanceof Error ? (entry.error.stack ?? '') : String(entry.error)
    },
    ...{ storage, assets, ...(settings && { settings }) },
  })
  const site = makeSite({ storage, base, assets: assets.version, ...(settings && { settings }) })
  const nothing = (path: string, kind: Exported['kind'], problem?: string): Exported => ({
    ...{ path, kind, files: [], changed: 0, links: [] },
    ...(problem !== undefined && { problem }),
  })

  async function elsewhere(path: string): Promise<Exported> {
    const address = path.slice(base.length)
    const english = address.startsWith('en/')
    const plain = english ? address.slice(3) : address
    const at = server === null ? null : server + address
    const page = await site.frame(plain, english ? 'en' : 'zh-CN', (view) => elsewherePage(view, plain, at))
    const folder = path.endsWith('/') ? path : `${path}/`
    return write(folder, Buffer.from(page), { kind: 'elsewhere', type: html, links: [] })
  }

  /** What the site renders needs no request around it, which would cost as much as the rendering. */
  async function ofSite(path: string, address: string, language: Language): Promise<Exported> {
    let answer: RenderedPage
    try {
      answer = await site.render(address, language)
    } catch (error) {
      return nothing(path, 'failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    const { page, status, type } = answer
    return status === 404 && address !== notFoundPage
      ? nothing(path, 'missing')
      : writeText(path, page, { type, status })
  }

  function writeText(
    path: string,
    text: string,
    told: { readonly type: string; readonly status: ExportedFile['status'] },
  ): Exported {
    const isPage = told.type.startsWith('text/html')
    const links = isPage ? [...linksOf(text, base)] : []
    return write(path, Buffer.from(text), { kind: isPage ? 'page' : 'file', links, ...told })
  }

  function write(
    path: string,
    body: Buffer,
    {
      kind,
      type,
      links,
      status = 200,
      immutable = false,
    }: {
      readonly kind: 'page' | 'file' | 'elsewhere'
      readonly type: string
      readonly links: readonly string[]
      readonly status?: ExportedFile['status']
      readonly immutable?: boolean
    },
  ): Exported {
    const file = fileOfAddress(path, base)
    if (file === null) return nothing(path, 'unwritable')
    const forms = [{ file, bytes: body }, ...(parts.compressed ? compressed(file, body, type) : [])]
    let changed = 0
    const files = forms.map(({ file: name, bytes }) => {
      if (parts.stager.put(name, bytes)) changed++
      return { file: name, sha256: digestOf(bytes), bytes: bytes.length, type, status, immutable }
    })
    return { path, kind, files, changed, links }
  }

  return async (path) => {
    const address = path.slice(base.length)
    if (onServer.test(address))
      return /^(?:en\/)?(?:plain\/)?(?:api|search)\//.test(address) ? nothing(path, 'file') : elsewhere(path)
    const file = fileOfAddress(path, base)
    if (file === null) return nothing(path, 'unwritable')
    const before = parts.before.get(file)
    if (before?.immutable && parts.stager.has(file, before.bytes)) {
      const copies = parts.compressed ? ['br', 'gz'].map((ending) => parts.before.get(`${file}.${ending}`)) : []
      const all = [before, ...copies.filter((copy) => copy && parts.stager.has(copy.file, copy.bytes))]
      return { path, kind: 'file', files: all.filter((one) => one !== undefined), changed: 0, links: [] }
    }
    const rendered = pageByAddress.exec(address)
    if (rendered) return await ofSite(path, rendered[2] ?? '', rendered[1] === undefined ? 'zh-CN' : 'en')
    if (address === notFoundPage || address === `en/${notFoundPage}`)
      return await ofSite(path, notFoundPage, address === notFoundPage ? 'zh-CN' : 'en')
    const answer = await portal.request(path)
    const { status, headers } = answer
    if (status === 301 || status === 302 || status === 308) {
      const to = headers.get('location') ?? ''
      return { ...nothing(path, 'file'), links: to.startsWith(base) ? [to] : [] }
    }
    if (status === 404) return nothing(path, 'missing')
    if (status >= 500) return nothing(path, 'failed', lastError ?? `HTTP ${status}`)
    const type = headers.get('content-type') ?? ''
    const forEver = /^public\b.*\bimmutable/.test(headers.get('cache-control') ?? '')
    if (!kept.delete(path) && !forEver && status !== 410) return await elsewhere(path)
    if (type.startsWith('text/html'))
      return writeText(path, await answer.text(), { type, status: status === 410 ? 410 : 200 })
    const body = Buffer.from(await answer.arrayBuffer())
    return write(path, body, { kind: 'file', links: [], immutable: forEver, type })
  }
}

const html = 'text/html; charset=utf-8'

/** Copies for servers that hand over what stands beside a file. Small ones are not worth a second request. */
export function compressed(
  file: string,
  bytes: Buffer,
  type: string,
): readonly { readonly file: string; readonly bytes: Buffer }[] {
  if (bytes.length < 512 || !/^text\/|javascript|json|xml/.test(type)) return []
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return [
    { file: `${file}.br`, bytes: brotliCompressSync(bytes, { params }) },
    { file: `${file}.gz`, bytes: gzipSync(bytes) },
  ]
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
