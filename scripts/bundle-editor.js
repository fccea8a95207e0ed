// Packs the editor and what it is made of into one script for browsers.
import { fileURLToPath } from 'node:url'

/** The script; null where the packer is not installed. */
export async function bundleEditor() {
  const esbuild = await import('esbuild').catch(() => null)
  if (esbuild === null) return null
  return (await packEditor(esbuild)).script
}

/** The script, and the paths of what went into it. */
export async function packEditor(esbuild) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/console/editor/edit-page.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'warning',
  })
  return { script: outputFiles[0].text, inputs: Object.keys(metafile.inputs) }
}
