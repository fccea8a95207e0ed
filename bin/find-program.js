// Plain JavaScript that an old Node can read: which copy of the program runs, the one packed by scripts/build-program.js or
// the sources themselves.
import { existsSync, readFileSync, statSync } from 'node:fs'

/** In the packed program's folder: each file it was made of, with the mark it had then. Written last, removed first. */
export const madeOfFile = 'made-of.json'

/**
 * Entry of the program whose folder is `root`, a URL: the packed one where there are no sources, or where it was made of
 * exactly these; else the sources. A file that was edited, put back or taken away since then has another mark.
 */
export function findProgram(root) {
  const sources = new URL('src/app.ts', root)
  const packed = new URL('dist/', root)
  return existsSync(sources) && !isMadeOf(packed, root) ? sources : new URL('app.js', packed)
}

/** Time and size, at a few microseconds a file; null when there is no such file. */
export function markOf(file) {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size}` : null
}

function isMadeOf(packed, root) {
  const list = new URL(madeOfFile, packed)
  if (!existsSync(list)) return false
  const made = Object.entries(JSON.parse(readFileSync(list, 'utf8')))
  return made.every(([path, mark]) => markOf(new URL(path, root)) === mark)
}
