import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the project: its path from the root, with `/`, and its text. */
export type RepositoryFile = { readonly path: string; readonly text: string }

/** Folder of the project. */
export const repositoryRoot = fileURLToPath(new URL('../', import.meta.url))

/** What a checkout may hold besides the project. */
const foreign = new Set(['node_modules', '.git', 'data', 'dist', 'out', 'gongkai-check.html'])
const binary = /\.(png|jpe?g|ico|woff2?|ttf|otf|docx|xlsx|pdf|zip|gz)$/

/** Every text file of the project, of the whole tree or under one folder. */
export function repositoryFiles(under = ''): readonly RepositoryFile[] {
  return readdirSync(join(repositoryRoot, under)).flatMap((name) => {
    const path = under === '' ? name : `${under}/${name}`
    if (under === '' && (foreign.has(name) || name.endsWith('.log'))) return []
    if (statSync(join(repositoryRoot, path)).isDirectory()) return repositoryFiles(path)
    return binary.test(name) ? [] : [{ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }]
  })
}
