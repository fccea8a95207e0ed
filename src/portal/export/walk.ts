import { Refusal } from '../../refusals/refusal.ts'
import type { Lane } from './export-lane.ts'
import { fileOfAddress } from './file-of-address.ts'
import type { ExportedFile } from './manifest.ts'
import type { Exported } from './page-exporter.ts'

/** Addresses that a lane is given at once. */
const atOnce = 64

/** Follows the links of pages until all is exported. */
export class Walk {
  readonly files: ExportedFile[] = []
  readonly missing: string[] = []
  readonly failed: string[] = []
  pages = 0
  changed = 0
  readonly #base: string
  readonly #seen = new Set<string>()
  /** Further pages of lists lead to others one by one, and come first. */
  readonly #lists: string[] = []
  readonly #waiting: string[] = []
  #next = 0
  #working = 0
  #wake = Promise.withResolvers<void>()

  constructor(base: string, begin: readonly string[]) {
    this.#base = base
    this.#add(begin)
  }

  async run(lanes: readonly Lane[], progress: ((done: number) => void) | undefined): Promise<void> {
    let done = 0
    const drive = async (lane: Lane) => {
      for (;;) {
        const paths = this.#take()
        // Whoever still works may find further links.
        if (paths.length === 0 && this.#working === 0) return
        if (paths.length === 0) {
          await this.#wake.promise
          continue
        }
        this.#working++
        const exported = await lane(paths)
        for (const one of exported) this.#note(one)
        this.#working--
        done += paths.length
        progress?.(done)
        this.#wake.resolve()
        this.#wake = Promise.withResolvers<void>()
      }
    }
    await Promise.all(lanes.map(drive))
  }

  #add(paths: Iterable<string>): void {
    for (const path of paths) {
      // `check` and `check/` are one file.
      const place = (fileOfAddress(path, this.#base) ?? path).replace(/\/index\.html$/, '')
      if (this.#seen.has(place)) continue
      this.#seen.add(place)
      if (/\/page-\d+\/$/.test(path)) this.#lists.push(path)
      else this.#waiting.push(path)
    }
  }

  #take(): readonly string[] {
    const lists = this.#lists.splice(0, atOnce)
    const rest = this.#waiting.slice(this.#next, this.#next + atOnce - lists.length)
    this.#next += rest.length
    return [...lists, ...rest]
  }

  #note({ path, kind, files, changed, links, problem = '' }: Exported): void {
    this.files.push(...files)
    this.changed += changed
    this.#add(links)
    if (kind === 'page' || kind === 'elsewhere') this.pages++
    // The map of the site is asked for whether there is one or not.
    if (kind === 'missing' && path !== `${this.#base}sitemap.xml`) this.missing.push(path)
    if (kind === 'unwritable') this.failed.push(path)
    if (kind === 'failed' && path.endsWith('/')) throw new Refusal('export-page-failed', { address: path, problem })
    if (kind === 'failed') this.failed.push(path)
  }
}
