import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal, type RefusalId } from '../../refusals/refusal.ts'
import { limits } from '../limits.ts'

const programs = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
// Leaves the worker time to read the result, so that it is never killed while the converter runs.
const docMs = Math.floor(limits.readingMs * 0.7)
// Nobody waits for a letter in a worker, and the converter takes long to start where much else runs.
const letterMs = 120_000

/** What is made of what, and the refusals where there is no LibreOffice and where it fails. */
type Conversion = {
  readonly from: 'doc' | 'docx'
  readonly to: 'docx' | 'pdf'
  readonly withoutProgram: RefusalId
  readonly failed: RefusalId
  readonly ms: number
}
type Environment = Readonly<Record<string, string | undefined>>

/**
 * A binary `.doc` as docx, by the LibreOffice of this machine.
 * Throws Refusal `doc-needs-libreoffice` where there is none and `doc-not-converted` when it fails or takes too long.
 */
export async function convertDoc(bytes: Uint8Array, environment: Environment): Promise<Uint8Array> {
  const refusals = { withoutProgram: 'doc-needs-libreoffice', failed: 'doc-not-converted' } as const
  return await convert(bytes, { from: 'doc', to: 'docx', ms: docMs, ...refusals }, environment)
}

/** A docx of our own as pdf. Throws Refusal `template-pdf-needs-libreoffice` and `template-pdf-not-converted`. */
export async function docxToPdf(bytes: Uint8Array, environment: Environment): Promise<Uint8Array> {
  const refusals = { withoutProgram: 'template-pdf-needs-libreoffice', failed: 'template-pdf-not-converted' } as const
  const work = () => convert(bytes, { from: 'docx', to: 'pdf', ms: letterMs, ...refusals }, environment)
  const mine = lastLetter.then(work, work)
  lastLetter = mine
  return await mine
}

/** So that letters asked for at once wait for one another, and do not start as many converters. */
let lastLetter: Promise<unknown> = Promise.resolve()

/** In a profile and folder of its own that are removed. */
async function convert(bytes: Uint8Array, conversion: Conversion, environment: Environment): Promise<Uint8Array> {
  const { from, to, withoutProgram, failed } = conversion
  const program = await findProgram(environment.PATH ?? '')
  if (!program) throw new Refusal(withoutProgram)
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-doc-'))
  try {
    const source = join(folder, `source.${from}`)
    await writeFile(source, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const words = ['--headless', '--norestore', '--convert-to', to, '--outdir', folder, source]
    await run(program, [`-env:UserInstallation=${profile}`, ...words], conversion, environment)
    const result = (await readdir(folder)).find((name) => name.endsWith(`.${to}`))
    if (!result) throw new Refusal(failed)
    return await readFile(join(folder, result))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findProgram(path: string): Promise<string | null> {
  for (const folder of path.split(delimiter)) {
    for (const name of programs) {
      const program = join(folder, name)
      if (folder !== '' && (await isExecutable(program))) return program
    }
  }
  return null
}

async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** What a program needs to start at all: it reads foreign files, and is told no password of ours. */
const passedOn = [
  ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TMPDIR'],
  ...['SystemRoot', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)'],
]

/** The program starts others, so the whole group is ended when time is up. */
async function run(
  program: string,
  words: readonly string[],
  { failed, ms }: Conversion,
  environment: Environment,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const env = Object.fromEntries(passedOn.map((name) => [name, environment[name]]))
  const child = spawn(program, words, { stdio: 'ignore', detached: process.platform !== 'win32', env })
  const timer = setTimeout(() => {
    if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  }, ms)
  child.once('error', () => reject(new Refusal(failed)))
  child.once('exit', (code) => (code === 0 ? resolve() : reject(new Refusal(failed))))
  try {
    await promise
  } finally {
    clearTimeout(timer)
  }
}
