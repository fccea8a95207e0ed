import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { everyTag, type PublicTag } from '../storage/public-changes.ts'

type Encoding = 'br' | 'gzip'

type Kept = {
  readonly etag: string
  readonly tags: readonly PublicTag[]
  /** Headers and bytes for each way it may be sent; compressed ones come a moment after the page itself. */
  readonly plain: Sent
  readonly encoded: Partial<Record<Encoding, Sent>>
  readonly unchanged: readonly string[]
  readonly kind: string
  bytes: number
  /** Asked for since the last time that room was needed. */
  used: boolean
}

type Sent = { readonly headers: readonly string[]; readonly body: Buffer }

/** A page to keep: the very answer that was sent. */
export type PageToKeep = {
  readonly headers: Iterable<readonly [string, string]>
  readonly body: string
  readonly tags: readonly PublicTag[]
  /** What `PageCache.moment` was before the page was read. */
  readonly readAt: number
}

/** What takes pages to keep as they are sent. */
export type PageKeeper = {
  readonly moment: number
  readonly keep: (path: string, page: PageToKeep) => void
}

/** Who counts the answers: each by the kind of its page, its status and the milliseconds it took. */
export type AnswerCounter = {
  readonly kindOf: (path: string) => string
  readonly answered: (kind: string, status: number, ms: number) => void
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Public pages as they were sent last, by path, looked up before any routing. A page is dropped when something it was made of has
 * changed; one that was being made meanwhile is not kept. Those not asked for lately go first when they are more than `mostBytes`.
 */
export class PageCache {
  readonly #pages = new Map<string, Kept>()
  readonly #byTag = new Map<PublicTag, Set<string>>()
  readonly #mostBytes: number
  #bytes = 0
  #moment = 0
  #deaf = true
  #hits = 0
  #misses = 0
  readonly #counter: AnswerCounter | undefined

  constructor(mostBytes: number, counter?: AnswerCounter) {
    this.#mostBytes = mostBytes
    this.#counter = counter
  }

  /** Answers from here, public pages that had to be made, and what is kept now. */
  get figures(): { readonly hits: number; readonly misses: number; readonly pages: number; readonly bytes: number } {
    return { hits: this.#hits, misses: this.#misses, pages: this.#pages.size, bytes: this.#bytes }
  }

  /** Changes with everything that is told: what was read at another moment may be stale. */
  get moment(): number {
    return this.#moment
  }

  /** Whether changes are heard of: until then nothing is kept. */
  get hears(): boolean {
    return !this.#deaf
  }

  get size(): number {
    return this.#pages.size
  }

  /** Drops the pages that bear one of these tags. */
  drop(tags: readonly PublicTag[]): void {
    this.#moment++
    if (tags.includes(everyTag)) this.#dropAll()
    for (const tag of tags) for (const path of this.#byTag.get(tag) ?? []) this.#remove(path)
  }

  /** Changes are heard of from here on; what was kept before may be stale. */
  hearAgain(): void {
    this.#moment++
    this.#deaf = false
    this.#dropAll()
  }

  /**
   * Changes are not heard of any more. What is kept is still answered, for a database that is away changes nothing; what is made from
   * now on is not kept, and the server is not ready, so that whoever shares out requests turns to others.
   */
  goDeaf(): void {
    this.#moment++
    this.#deaf = true
  }

  /** Keeps an answer under its path, unless something has changed since it was read. */
  keep(path: string, { headers, body, tags, readAt }: PageToKeep): void {
    this.#misses++
    if (this.#deaf || readAt !== this.#moment || this.#pages.has(path)) return
    const bytes = Buffer.from(body)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const common = [...headers].filter(([name]) => !/^(content-length|etag|vary|date)$/i.test(name)).flat()
    const all = [...common, 'etag', etag, 'vary', 'accept-encoding']
    const sent = (content: Buffer, encoding: readonly string[]): Sent => ({
      headers: [...all, ...encoding, 'content-length', String(content.length)],
      body: content,
    })
    const kept: Kept = {
      etag,
      tags,
      plain: sent(bytes, []),
      encoded: {},
      unchanged: all,
      kind: this.#counter?.kindOf(path) ?? '',
      bytes: bytes.length,
      used: true,
    }
    this.#pages.set(path, kept)
    this.#bytes += kept.bytes
    for (const tag of tags) {
      const paths = this.#byTag.get(tag)
      if (paths) paths.add(path)
      else this.#byTag.set(tag, new Set([path]))
    }
    this.#shrink()
    void this.#compress(path, kept, bytes, sent)
  }

  /** Answers from the cache; false where the page is not there and has to be made. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const begun = this.#counter ? performance.now() : 0
    const { method, url = '', headers } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const query = url.indexOf('?')
    const path = query < 0 ? url : url.slice(0, query)
    const kept = this.#pages.get(path)
    if (!kept) return false
    kept.used = true
    this.#hits++
    const unchanged = headers['if-none-match']?.includes(kept.etag) === true
    if (unchanged) {
      response.writeHead(304, kept.unchanged as string[])
      response.end()
    } else {
      const { headers: given, body } = this.#fit(kept, headers['accept-encoding'])
      response.writeHead(200, given as string[])
      response.end(method === 'HEAD' ? undefined : body)
    }
    this.#counter?.answered(kept.kind, unchanged ? 304 : 200, performance.now() - begun)
    return true
  }

  #fit({ plain, encoded }: Kept, accepted: string | string[] | undefined): Sent {
    if (typeof accepted !== 'string') return plain
    if (encoded.br && /\bbr\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return encoded.br
    if (encoded.gzip && /\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return encoded.gzip
    return plain
  }

  async #compress(path: string, kept: Kept, bytes: Buffer, sent: (content: Buffer, head: string[]) => Sent) {
    const [small, medium] = await Promise.all([
      brotli(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
      zip(bytes),
    ])
    kept.encoded.br = sent(small, ['content-encoding', 'br'])
    kept.encoded.gzip = sent(medium, ['content-encoding', 'gzip'])
    if (this.#pages.get(path) !== kept) return
    kept.bytes += small.length + medium.length
    this.#bytes += small.length + medium.length
    this.#shrink()
  }

  #shrink(): void {
    // Pages that were asked for since the last round are passed over once: they go to the end.
    for (const [path, kept] of this.#pages) {
      if (this.#bytes <= this.#mostBytes) return
      if (!kept.used) this.#remove(path)
      else {
        kept.used = false
        this.#pages.delete(path)
        this.#pages.set(path, kept)
      }
    }
  }

  #remove(path: string): void {
    const kept = this.#pages.get(path)
    if (!kept) return
    this.#pages.delete(path)
    this.#bytes -= kept.bytes
    for (const tag of kept.tags) {
      const paths = this.#byTag.get(tag)
      paths?.delete(path)
      if (paths?.size === 0) this.#byTag.delete(tag)
    }
  }

  #dropAll(): void {
    this.#pages.clear()
    this.#byTag.clear()
    this.#bytes = 0
  }
}
