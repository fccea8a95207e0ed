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
  /** What was found, by what it is made of: pages of one list in all languages and looks together. */
  readonly #found = new Map<string, string[]>()
  /** What is known from the beginning, which waits until nothing else does: what is found may lead to more, one by one. */
  readonly #begin: string[] = []
  #next = 0
  #working = 0
  #wake = Promise.withResolvers<void>()

  constructor(base: string, begin: readonly string[]) {
    this.#base = base
    for (const path of begin) if (this.#isNew(path)) this.#begin.push(path)
  }

  /** Rejects once an address fails, a lane breaks or `stop` is told, but not before all lanes stand still. */
  async run(lanes: readonly Lane[], stop: AbortController, progress?: (done: number) => void): Promise<void> {
    let done = 0
    const drive = async (lane: Lane) => {
      for (;;) {
        stop.signal.throwIfAborted()
        const paths = this.#take()
        // Whoever still works may find further links.
        if (paths.length === 0 && this.#working === 0) return
        if (paths.length === 0) {
          await this.#wake.promise
          continue
        }
        this.#working++
        try {
          for (const one of await lane(paths)) this.#note(one)
          done += paths.length
          progress?.(done)
        } catch (error) {
          stop.abort(error)
          throw error
        } finally {
          this.#working--
          this.#wake.resolve()
          this.#wake = Promise.withResolvers<void>()
        }
      }
    }
    await Promise.allSettled(lanes.map(drive))
    stop.signal.throwIfAborted()
  }

  #isNew(path: string): boolean {
    // `check` and `check/` are one file.
    const place = (fileOfAddress(path, this.#base) ?? path).replace(/\/index\.html$/, '')
    if (this.#seen.has(place)) return false
    this.#seen.add(place)
    return true
  }

  #add(paths: Iterable<string>): void {
    for (const path of paths) {
      if (!this.#isNew(path)) continue
      const origin = path
        .slice(this.#base.length)
        .replace(/^(?:en\/)?(?:plain\/)?/, '')
        .replace(/(?:page-\d+\/|[^/]+)$/, '')
      const some = this.#found.get(origin)
      if (some) some.push(path)
      else this.#found.set(origin, [path])
    }
  }

  #take(): readonly string[] {
    const taken: string[] = []
    for (const [origin, paths] of this.#found) {
      taken.push(...paths.splice(0, atOnce - taken.length))
      if (paths.length === 0) this.#found.delete(origin)
      if (taken.length === atOnce) return taken
    }
    const rest = this.#begin.slice(this.#next, this.#next + atOnce - taken.length)
    this.#next += rest.length
    return [...taken, ...rest]
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
