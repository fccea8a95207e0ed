import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type CachedAnswer, cacheAnswer } from './cached-answer.ts'
import { badgePictures } from './site/settings/badge-pictures.ts'
import { noSettings, type SiteSettings } from './site/settings/site-settings.ts'
import { iconSvg } from './styles/icon.ts'
import { portalStyleSheet, siteStyleSheet } from './styles/style-sheet.ts'

/** What the pages link to. `version` names the contents, so that browsers may keep each file for ever. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, CachedAnswer> }

const modules = [
  'online.js',
  'check-files.js',
  'file-queue.js',
  'drop-and-paste.js',
  'suggest.js',
  'apply.js',
  'apply-worker.js',
  'site-search.js',
] as const

/** The colours and badges of a site are assets of its own. */
export async function loadAssets({ colours, badges }: SiteSettings = noSettings): Promise<Assets> {
  const texts: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['portal.css', 'text/css; charset=utf-8', portalStyleSheet],
    ['site.css', 'text/css; charset=utf-8', `${siteStyleSheet}\n${colours}`],
    ['icon.svg', 'image/svg+xml', iconSvg],
    ...badges.map(
      ({ kind, picture, file }) =>
        [picture, file?.mediaType ?? 'image/svg+xml', file?.bytes ?? badgePictures[kind]] as const,
    ),
    ...(await Promise.all(
      modules.map(async (name) => {
        const text = await readFile(new URL(`./browser/${name}`, import.meta.url), 'utf8')
        return [name, 'text/javascript; charset=utf-8', text] as const
      }),
    )),
  ]
  const hash = createHash('sha256')
  for (const [name, , text] of texts) hash.update(`${name}\n`).update(text).update('\n')
  const files = new Map<string, CachedAnswer>()
  for (const [name, type, text] of texts) files.set(name, await cacheAnswer(text, type))
  return { version: hash.digest('hex').slice(0, 12), files }
}
