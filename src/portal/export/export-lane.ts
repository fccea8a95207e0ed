import type { Trx } from '../../storage/open-storage.ts'
import type { Assets } from '../load-assets.ts'
import type { SiteSettings } from '../site/settings/site-settings.ts'
import type { ExportedFile } from './manifest.ts'
import { type Exported, makePageExporter } from './page-exporter.ts'
import { Stager, type Staging } from './staged-folder.ts'

/** What whoever exports addresses has to know; it can be sent to a thread. */
export type ExportTask = {
  readonly base: string
  readonly server: string | null
  readonly compressed: boolean
  readonly assets: Assets
  readonly settings?: SiteSettings
  readonly staging: Staging
  /** The files of the export before. */
  readonly before: readonly ExportedFile[]
}

/** Exports some addresses and tells what became of each. */
export type Lane = (paths: readonly string[]) => Promise<readonly Exported[]>

/** Exports addresses in one transaction, some at once. A link is told once. */
export async function makeLane(trx: Trx, task: ExportTask): Promise<Lane> {
  const exportOne = await makePageExporter(trx, {
    ...task,
    stager: new Stager(task.staging),
    before: new Map(task.before.map((file) => [file.file, file])),
  })
  const told = new Set<string>()
  const newOf = (links: readonly string[]) => {
    // A part of a page's text keeps the whole text in memory: what is kept is a copy.
    const found = links.filter((link) => !told.has(link)).map((link) => Buffer.from(link).toString())
    for (const link of found) told.add(link)
    return found
  }
  return async (paths) => {
    // Pages together, so that what they read is read at once; files, which may be large, one after the other.
    const exported = await Promise.all(paths.filter((path) => path.endsWith('/')).map(exportOne))
    for (const path of paths) if (!path.endsWith('/')) exported.push(await exportOne(path))
    return exported.map((one) => ({ ...one, links: newOf(one.links) }))
  }
}
