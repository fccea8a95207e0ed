import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Refusal } from '../../../refusals/refusal.ts'
import { broughtFontFolders, findFaces, readFaces } from './find-faces.ts'

/** A paper to be set: its Typst program, what that reads as `sys.inputs.report`, and where a text of it stands. */
export type Paper = {
  readonly template: string
  readonly data: Readonly<Record<string, unknown>>
  readonly placeOf: (text: string) => string
}

/**
 * A compiler with its faces, made ready beforehand, which takes most of the time. It sets papers as PDF/A-2b, with the faces in
 * use among their keywords. Throws the Refusal `missing-glyph` when no face at hand has a character: nothing is ever printed as
 * an empty box.
 */
export function prepareSetter(): (paper: Paper) => Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: broughtFontFolders() }] })
  const faces = findFaces(compiler)
  readFaces(compiler, faces)
  const keywords = [...new Set(Object.values(faces).flatMap((families) => families.slice(0, 1)))]
  return ({ template, data, placeOf }) => {
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { report: JSON.stringify({ ...data, faces, keywords }) },
    })
    const { result } = compiled
    if (!result) throw new Error(`the paper does not compile: ${messages(compiled.takeDiagnostics()).join('; ')}`)
    try {
      return compiler.pdf(result, { pdfStandard: 'a-2b' })
    } catch (error) {
      throw missingGlyph(placeOf, messagesOf(error)) ?? error
    }
  }
}

type Diagnostic = { readonly message: string }
const messages = (error: { readonly shortDiagnostics: readonly Diagnostic[] } | null) =>
  (error?.shortDiagnostics ?? []).map((one) => one.message)

function messagesOf(error: unknown): readonly string[] {
  const known = error as { readonly shortDiagnostics?: readonly Diagnostic[]; readonly message?: string }
  if (known.shortDiagnostics) return known.shortDiagnostics.map((one) => one.message)
  return [known.message ?? String(error)]
}

function missingGlyph(placeOf: Paper['placeOf'], said: readonly string[]): Refusal | null {
  const texts = said.flatMap((one) => [...one.matchAll(MISSING)].map((match) => unescapeRust(match[1] ?? '')))
  if (texts.length === 0) return null
  const characters = [...new Set(texts)]
  return new Refusal('missing-glyph', {
    characters: characters.join(' '),
    place: placeOf(characters[0] ?? ''),
  })
}

/** How the compiler says that a character has no glyph; the text may come in quotes that are escaped once more. */
const MISSING = /the text `?\\?"(.+?)\\?"`? could not be displayed/g

const unescapeRust = (text: string) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
