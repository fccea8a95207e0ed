import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import { manifestName, readManifest } from './manifest.ts'

/** Where a new state of a folder is made, and the state that stands. */
export type Staging = { readonly out: string; readonly stage: string }

const placeOf = (out: string, what: string) => join(dirname(out), `.${basename(out)}.${what}`)

/**
 * Begins a new state of `out` in a folder beside it. Mends what a killed export left. Refuses a folder that holds anything but an
 * export, and one that another process is exporting to.
 */
export function beginStaging(out: string): Staging {
  try {
    return makeStaging(out)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Refusal('export-folder-unwritable', { folder: out, above: dirname(out), code })
  }
}

function makeStaging(out: string): Staging {
  mkdirSync(dirname(out), { recursive: true })
  // Killed between the two renames of `swapIn`: the old state goes back to its place.
  const old = placeOf(out, 'old')
  if (existsSync(old) && !existsSync(out)) renameSync(old, out)
  rmSync(old, { recursive: true, force: true })
  for (const name of readdirSync(dirname(out))) {
    const begun = basename(placeOf(out, 'new-'))
    if (!name.startsWith(begun)) continue
    const id = Number(name.slice(begun.length))
    if (isAlive(id)) throw new Refusal('export-under-way', { folder: out, process: id })
    rmSync(join(dirname(out), name), { recursive: true, force: true })
  }
  const there = existsSync(out) ? readdirSync(out) : []
  if (there.length > 0 && readManifest(out) === null) throw new Refusal('export-folder-other', { folder: out })
  const stage = placeOf(out, `new-${process.pid}`)
  mkdirSync(stage)
  return { out, stage }
}

function isAlive(id: number): boolean {
  // One with our own number ended in another life of this machine or container.
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Puts files into a staged folder as far as they are not the same in the folder that stands: see `takeOver`. */
export class Stager {
  readonly #place: Staging
  readonly #target: (file: string) => string
  readonly #isFirst: boolean

  constructor(place: Staging) {
    this.#place = place
    this.#target = targetsIn(place.stage)
    this.#isFirst = !existsSync(place.out)
  }

  /** False where the file is what it was. */
  put(file: string, bytes: Uint8Array): boolean {
    if (!this.#isFirst && holds(join(this.#place.out, file), bytes)) return false
    writeFileSync(this.#target(file), bytes, { flag: 'wx' })
    return true
  }

  /** Whether a file that never changes is there, unread, of this length. */
  has(file: string, bytes: number): boolean {
    const found = statSync(join(this.#place.out, file), { throwIfNoEntry: false })
    return found?.isFile() === true && found.size === bytes
  }
}

/** Completes a staged folder with those of its files that are the same in the folder that stands: they are these very files. */
export function takeOver({ out, stage }: Staging, files: readonly string[]): void {
  if (!existsSync(out)) return
  const targetOf = targetsIn(stage)
  for (const file of files) {
    const target = targetOf(file)
    if (!existsSync(target)) keepAs(join(out, file), target)
  }
}

/** Where a file goes, its folder being made the first time. */
function targetsIn(stage: string): (file: string) => string {
  const made = new Set<string>()
  return (file) => {
    const target = join(stage, file)
    const folder = dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return target
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes.length) return false
  return readFileSync(file).equals(bytes)
}

/** The same file under a second name; where a file system knows no such thing, a copy of the same age. */
function keepAs(old: string, target: string): void {
  try {
    linkSync(old, target)
  } catch {
    const { atime, mtime } = statSync(old)
    copyFileSync(old, target)
    utimesSync(target, atime, mtime)
  }
}

/** Takes over what somebody else put into the folder that stands; `ours` are the files of the export before. */
export function carryForeign({ out, stage }: Staging, ours: ReadonlySet<string>): void {
  if (!existsSync(out)) return
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (file === manifestName || ours.has(file.replaceAll('\\', '/'))) continue
    const [old, target] = [join(out, file), join(stage, file)]
    const found = lstatSync(old)
    if (found.isDirectory() || lstatSync(target, { throwIfNoEntry: false })) continue
    mkdirSync(dirname(target), { recursive: true })
    if (found.isSymbolicLink()) symlinkSync(readlinkSync(old), target)
    else keepAs(old, target)
  }
}

/** Puts the new state into its place: whoever asks gets the old one or the new one. */
export function swapIn({ out, stage }: Staging): void {
  const old = placeOf(out, 'old')
  try {
    if (existsSync(out)) renameSync(out, old)
  } catch {
    throw new Refusal('export-folder-fixed', { folder: out })
  }
  renameSync(stage, out)
  rmSync(old, { recursive: true, force: true })
}

export function dropStaging({ stage }: Staging): void {
  rmSync(stage, { recursive: true, force: true })
}
