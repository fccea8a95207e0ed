// `npm run build:checker`: the report check as one HTML file that needs neither server nor network.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { offlinePage } from '../src/portal/offline-page.ts'
import { styleSheet } from '../src/portal/styles/style-sheet.ts'

const target = process.argv[2] ?? fileURLToPath(new URL('../gongkai-check.html', import.meta.url))
const script = escapeForInlining(await bundle())
const page = String(
  offlinePage({ script, style: styleSheet, scriptDigest: digest(script), styleDigest: digest(styleSheet) }),
)
await writeFile(target, page)
console.log(`${target}: ${Math.round(Buffer.byteLength(page) / 1024)} KB`)

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/portal/browser/offline.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    platform: 'browser',
    // The browsers of government desktops are this old.
    target: 'chrome109',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  if (outputFiles.length !== 1) throw new Error(`expected one script, got ${outputFiles.map(({ path }) => path)}`)
  return outputFiles[0].text
}

/** Inside `<script>` neither its end tag nor the start of a comment may stand; both only occur in strings. */
function escapeForInlining(code) {
  return code.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--')
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64')
}
