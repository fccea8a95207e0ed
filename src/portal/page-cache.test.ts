import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { PageCache } from './page-cache.ts'

const page = (body: string, tags: readonly string[], readAt: number) => ({
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-security-policy', "default-src 'none'"],
  ] as const,
  ...{ body, tags, readAt },
})

/** A cache that hears of changes. */
function hearing(mostBytes = 1_000_000): PageCache {
  const cache = new PageCache(mostBytes)
  cache.hearAgain()
  return cache
}

function ask(cache: PageCache, url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const sent = { status: 0, headers: {} as Record<string, string>, body: null as Buffer | null }
  const response = {
    writeHead(status: number, all: readonly string[]) {
      sent.status = status
      for (let at = 0; at < all.length; at += 2) sent.headers[String(all[at])] = String(all[at + 1])
    },
    end(body?: Buffer) {
      sent.body = body ?? null
    },
  }
  const found = cache.answer(
    { method, url, headers } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
  )
  return found ? sent : null
}

test('a kept page is answered with all its headers, by its path whatever the query', () => {
  const cache = hearing()
  cache.keep('/a/', page('<p>页</p>', ['item:1'], cache.moment))
  const sent = ask(cache, '/a/?utm=x')
  assert.deepEqual([sent?.status, String(sent?.body)], [200, '<p>页</p>'])
  assert.equal(sent?.headers['content-security-policy'], "default-src 'none'")
  assert.equal(sent?.headers['content-length'], '10')
  assert.equal(ask(cache, '/b/'), null)
  assert.equal(ask(cache, '/a/', {}, 'POST'), null)
  assert.equal(ask(cache, '/a/', {}, 'HEAD')?.body, null)
})

test('who has it already is told so; compressed copies are the same page', async () => {
  const cache = hearing()
  cache.keep('/a/', page('长'.repeat(5000), [], cache.moment))
  const etag = ask(cache, '/a/')?.headers.etag ?? ''
  const again = ask(cache, '/a/', { 'if-none-match': `W/"x", ${etag}` })
  assert.deepEqual([again?.status, again?.body, again?.headers.etag], [304, null, etag])
  while (!ask(cache, '/a/', { 'accept-encoding': 'br' })?.headers['content-encoding'])
    await new Promise((resolve) => setImmediate(resolve))
  const br = ask(cache, '/a/', { 'accept-encoding': 'gzip, deflate, br' })
  assert.equal(br?.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(br?.body ?? Buffer.of()).toString(), '长'.repeat(5000))
  const gzip = ask(cache, '/a/', { 'accept-encoding': 'br;q=0, gzip' })
  assert.equal(gzip?.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(gzip?.body ?? Buffer.of()).toString(), '长'.repeat(5000))
  assert.equal(ask(cache, '/a/', { 'accept-encoding': 'identity' })?.headers['content-encoding'], undefined)
})

test('a change drops the pages made of it and no other', () => {
  const cache = hearing()
  cache.keep('/a/', page('a', ['item:1', 'list:all'], cache.moment))
  cache.keep('/b/', page('b', ['item:2'], cache.moment))
  cache.drop(['item:1'])
  assert.equal(ask(cache, '/a/'), null)
  assert.ok(ask(cache, '/b/'))
  cache.drop(['*'])
  assert.equal(cache.size, 0)
})

test('a page that was read before a change is not kept after it, nor one read while nothing was heard', () => {
  const cache = new PageCache(1_000_000)
  cache.keep('/a/', page('a', [], cache.moment))
  assert.equal(ask(cache, '/a/'), null)
  cache.hearAgain()
  const readAt = cache.moment
  cache.drop(['item:7'])
  cache.keep('/a/', page('a', [], readAt))
  assert.equal(ask(cache, '/a/'), null)
})

test('while nothing is heard what is kept is answered and nothing more is kept; then all is made anew', () => {
  const cache = hearing()
  cache.keep('/a/', page('a', [], cache.moment))
  const readAt = cache.moment
  cache.goDeaf()
  assert.equal(cache.hears, false)
  assert.equal(String(ask(cache, '/a/')?.body), 'a')
  for (const at of [readAt, cache.moment]) cache.keep('/b/', page('b', [], at))
  assert.equal(ask(cache, '/b/'), null)
  cache.hearAgain()
  assert.equal(cache.hears, true)
  assert.equal(ask(cache, '/a/'), null)
})

test('a page that nobody asked for lately goes first when there is no room', () => {
  const cache = hearing(2500)
  const keep = (path: string) => cache.keep(path, page('x'.repeat(1000), [], cache.moment))
  for (const path of ['/a/', '/b/', '/c/']) keep(path)
  // Room was made once, so that what was asked for since then is known.
  assert.equal(cache.size, 2)
  ask(cache, '/b/')
  keep('/d/')
  assert.deepEqual(
    ['/b/', '/c/', '/d/'].map((path) => ask(cache, path) !== null),
    [true, false, true],
  )
})
