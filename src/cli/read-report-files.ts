import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { checkForeignReport } from '../documents/read-in-worker.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { CheckContext } from '../report/check/rule.ts'
import type { Report } from '../report/report.ts'
import type { Finding } from '../statute/finding.ts'
import type { CommandContext } from './context.ts'

/** What became of one file. */
export type FileRead =
  | { readonly kind: 'read'; readonly path: string; readonly report: Report; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal }

/** Files that a folder is searched for. What a person names outright is tried whatever it is called. */
const REPORT_FILES = ['.docx', '.html', '.htm', '.txt', '.md', '.pdf', '.json', '.doc', '.wps']
/** Files being read and checked while earlier ones are printed. */
const READ_AHEAD = 4

/** Reads and checks `path` in a process of its own. */
export async function readReportFile(path: string, known: CheckContext, context: CommandContext): Promise<FileRead> {
  try {
    const { report, findings } = await checkForeignReport(path, known)
    return { kind: 'read', path, report, findings }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', path, refusal: error }
    // A bug met in one file of thousands must not take the others with it; it is told, and the exit code says so.
    context.err(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return { kind: 'refused', path, refusal: new Refusal('reading-failed') }
  }
}

/**
 * The files, and those in the folders named, in their order; a few are read ahead, so that memory stays flat however
 * many there are.
 */
export async function* readFilesInOrder(
  paths: readonly string[],
  known: CheckContext,
  context: CommandContext,
): AsyncGenerator<FileRead> {
  const ahead: Promise<FileRead>[] = []
  for await (const path of filesIn(paths)) {
    ahead.push(typeof path === 'string' ? readReportFile(path, known, context) : Promise.resolve(path))
    if (ahead.length > READ_AHEAD) yield await take(ahead)
  }
  while (ahead.length > 0) yield await take(ahead)
}

async function take(ahead: Promise<FileRead>[]): Promise<FileRead> {
  const [first] = ahead.splice(0, 1)
  if (!first) throw new RangeError('nothing is being read')
  return await first
}

async function* filesIn(paths: readonly string[]): AsyncGenerator<string | FileRead> {
  for (const path of paths) {
    if (!(await isFolder(path))) yield path
    else {
      const files = await reportFilesUnder(path)
      if (files.length === 0) yield { kind: 'refused', path, refusal: new Refusal('folder-without-reports') }
      yield* files
    }
  }
}

/** False also for what does not exist: the reader says so in better words. */
async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  )
}

async function reportFilesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(
      (entry) => (entry.isFile() || entry.isSymbolicLink()) && REPORT_FILES.includes(extname(entry.name).toLowerCase()),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
