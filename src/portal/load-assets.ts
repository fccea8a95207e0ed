import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type CachedAnswer, cacheAnswer } from './cached-answer.ts'
import { iconSvg } from './styles/icon.ts'
import { portalStyleSheet, siteStyleSheet } from './styles/style-sheet.ts'

/** What the pages link to. `version` names the contents, so that browsers may keep each file for ever. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, CachedAnswer> }

const modules = ['online.js', 'check-files.js', 'file-queue.js', 'drop-and-paste.js', 'site-search.js'] as const

export async function loadAssets(): Promise<Assets> {
  const texts: readonly (readonly [string, string, string])[] = [
    ['portal.css', 'text/css; charset=utf-8', portalStyleSheet],
    ['site.css', 'text/css; charset=utf-8', siteStyleSheet],
    ['icon.svg', 'image/svg+xml', iconSvg],
    ...(await Promise.all(
      modules.map(async (name) => {
        const text = await readFile(new URL(`./browser/${name}`, import.meta.url), 'utf8')
        return [name, 'text/javascript; charset=utf-8', text] as const
      }),
    )),
  ]
  const hash = createHash('sha256')
  for (const [name, , text] of texts) hash.update(`${name}\n${text}\n`)
  const files = new Map<string, CachedAnswer>()
  for (const [name, type, text] of texts) files.set(name, await cacheAnswer(text, type))
  return { version: hash.digest('hex').slice(0, 12), files }
}
