import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

/** Text that is the same for everybody, compressed once; answered by its ETag when the browser has it already. */
export type CachedAnswer = {
  readonly etag: string
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export async function cacheAnswer(text: string | Uint8Array, type: string): Promise<CachedAnswer> {
  const plain = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const [small, medium] = await Promise.all([brotli(plain), zip(plain)])
  return { etag, type, plain, br: Buffer.from(small), gzip: Buffer.from(medium) }
}

/** The answer for one request: 304, brotli, gzip or plain, as its headers allow. */
export function answerFromCache(answer: CachedAnswer, request: Request, cacheControl: string): Response {
  const headers = new Headers({
    'content-type': answer.type,
    'cache-control': cacheControl,
    etag: answer.etag,
    vary: 'accept-encoding',
  })
  if (request.headers.get('if-none-match')?.includes(answer.etag)) return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  for (const encoding of ['br', 'gzip'] as const) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue
    headers.set('content-encoding', encoding)
    return new Response(answer[encoding], { headers })
  }
  return new Response(answer.plain, { headers })
}
