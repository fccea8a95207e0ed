import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import type { Storage, StorageOptions, Trx } from '../../storage/open-storage.ts'
import {
  type PublicMark,
  publicAgencies,
  publicIds,
  readPublicSnapshot,
  shareSnapshot,
} from '../../storage/publications/public-items.ts'
import { loadAssets } from '../load-assets.ts'
import { addresses, hrefOf, notFoundPage, plainPrefix } from '../site/addresses.ts'
import { makeSite } from '../site/make-site.ts'
import type { SiteSettings } from '../site/settings/site-settings.ts'
import { type ExportTask, makeLane } from './export-lane.ts'
import { exportSearch } from './export-search.ts'
import { manifestName, manifestText, readManifest } from './manifest.ts'
import { snapshotStorage } from './snapshot-storage.ts'
import { beginStaging, carryForeign, dropStaging, Stager, swapIn, takeOver } from './staged-folder.ts'
import { startThreadLane } from './thread-lane.ts'
import { Walk } from './walk.ts'

export type SiteExport = {
  readonly storage: Storage
  /** How threads open the same database. */
  readonly options: StorageOptions
  readonly out: string
  /** Begins and ends with a slash. */
  readonly base: string
  readonly server: string | null
  readonly compressed: boolean
  /** How the portal looks. */
  readonly settings?: SiteSettings
  /** Threads of a large site beside this one; one less than there are cores where it is not told. */
  readonly threads?: number
  /** Told now and then how many addresses are done. */
  readonly progress?: (done: number) => void
}

export type SiteExported = {
  readonly pages: number
  readonly files: number
  readonly bytes: number
  /** Files that were written anew, and files of the export before that are gone. */
  readonly changed: number
  readonly removed: number
  /** Addresses that pages link to and that lead nowhere. */
  readonly missing: readonly string[]
  /** Files that could not be exported: lost, damaged, or of a name that no file can have. */
  readonly failed: readonly string[]
}

/** So few addresses to begin with are done before threads have started. */
const fewAddresses = 4000

/**
 * Writes the whole public portal, as it is at one moment, as files into `out`. Files that have not changed stay untouched; the
 * new state takes the place of the old one at once, when all of it is there. Refuses where a page cannot be made.
 */
export async function exportSite(order: SiteExport): Promise<SiteExported> {
  const { out, base, server, compressed, options, progress, settings } = order
  const staging = beginStaging(out)
  try {
    return await readPublicSnapshot(order.storage, 'new', async (trx) => {
      if ((await publicAgencies(trx)).length === 0) throw new Refusal('export-nothing')
      const before = readManifest(out)?.files ?? []
      const assets = await loadAssets(settings)
      const task: ExportTask = { base, server, compressed, assets, staging, before, ...(settings && { settings }) }
      // No page of the server's links to the module of search in the browser, nor to the page of what is not there.
      const unlinked = [`${base}assets/${assets.version}/site-search.js`, `${base}${notFoundPage}`]
      const begin = [...unlinked, `${base}en/${notFoundPage}`, ...(await seeds(trx, base))]
      const { databaseUrl, appDatabaseUrl, dataDir } = options
      const apart = begin.length > fewAddresses ? (order.threads ?? Math.min(3, availableParallelism() - 1)) : 0
      const snapshot = await shareSnapshot(trx)
      const threads = Array.from({ length: apart }, () =>
        startThreadLane({ ...task, snapshot, storage: { dataDir, databaseUrl, appDatabaseUrl } }),
      )
      try {
        const site = makeSite({
          storage: snapshotStorage(trx),
          base,
          assets: assets.version,
          ...(settings && { settings }),
        })
        const stager = new Stager(staging)
        const walk = new Walk(base, begin)
        const lanes = [await makeLane(trx, task), ...threads.map(({ lane }) => lane)]
        const stop = new AbortController()
        const spill = join(staging.stage, '.search-runs')
        const searching = exportSearch(trx, site, { base, compressed, stager, spill, signal: stop.signal })
        searching.catch((error) => stop.abort(error))
        // Whatever fails, nothing is written any more when the folder is taken away.
        await Promise.allSettled([searching, walk.run(lanes, stop, progress)])
        stop.signal.throwIfAborted()
        const search = await searching
        const files = [...walk.files, ...search.files]
        const now = new Set(files.map(({ file }) => file))
        const removed = before.filter(({ file }) => !now.has(file)).length
        const changed = walk.changed + search.changed
        if (stager.put(manifestName, Buffer.from(manifestText({ base, files }))) || changed + removed > 0) {
          takeOver(staging, [...files.map(({ file }) => file), manifestName])
          carryForeign(staging, new Set(before.map(({ file }) => file)))
          swapIn(staging)
        }
        return {
          ...{ pages: walk.pages + search.pages, files: files.length, changed, removed },
          bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
          missing: walk.missing,
          failed: walk.failed,
        }
      } finally {
        await Promise.all(threads.map(({ end }) => end()))
      }
    })
  } finally {
    dropStaging(staging)
  }
}

/** Where the walk begins: home, and every item, since of what was withdrawn no page tells. */
async function seeds(trx: Trx, base: string): Promise<readonly string[]> {
  const found = [hrefOf(base, 'zh-CN', addresses.home), hrefOf(base, 'en', addresses.home), `${base}sitemap.xml`]
  const size = 5000
  let after: PublicMark | null = null
  for (;;) {
    const ids: readonly (PublicMark & { gone: boolean })[] = await publicIds(trx, after, size)
    for (const { id } of ids)
      for (const address of [addresses.item(id), `${plainPrefix}${addresses.item(id)}`])
        for (const language of ['zh-CN', 'en'] as const) found.push(hrefOf(base, language, address))
    after = ids.at(-1) ?? null
    if (ids.length < size) return found
  }
}
