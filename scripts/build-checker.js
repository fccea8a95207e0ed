// `npm run build:checker`: the report check as one HTML file that needs neither server nor network.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
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
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      // The browsers of government desktops are this old.
      target: 'chrome109',
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('../src/portal/browser/offline.js', import.meta.url)),
        formats: ['iife'],
        name: 'gongkai',
      },
    },
  })
  const chunks = [results].flat().flatMap(({ output }) => output)
  if (chunks.length !== 1) throw new Error(`expected one script, got ${chunks.map(({ fileName }) => fileName)}`)
  return chunks[0].code
}

/** Inside `<script>` neither its end tag nor the start of a comment may stand; both only occur in strings. */
function escapeForInlining(code) {
  return code.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--')
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64')
}
