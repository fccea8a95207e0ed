import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'

/**
 * The open faces that npm brings along, for machines without the prescribed ones. `editions` are other names of the same
 * drawings with more characters, in files of 20 to 26 MB that are read whole: they serve only what ours lacks.
 */
const brought = {
  serif: {
    family: 'Noto Serif SC',
    editions: new Set(['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC']),
    file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
  sans: {
    family: 'Noto Sans SC',
    editions: new Set(['思源黑体', 'Source Han Sans SC', 'Noto Sans CJK SC']),
    file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
} as const

/** Folders of the faces that npm brings along; one file stands in each. */
export function broughtFontFolders(): string[] {
  return Object.values(brought).map(({ file }) => fileURLToPath(new URL('.', import.meta.resolve(file))))
}

export type Faces = Readonly<Record<TypefaceRole, readonly string[]>>

/**
 * For each role the families that `compiler` can use, best first: the prescribed face and its relatives where the
 * machine has them, then the face of the same kind that npm brings, then its larger editions and the other one for rare
 * characters.
 */
export function findFaces(compiler: Pick<NodeCompiler, 'compile'>): Faces {
  const wanted = [...new Set(Object.values(typefaces).flatMap(({ name, alternatives }) => [name, ...alternatives]))]
  // Naming a family is enough to be told that it is missing; setting a character in it would search every font for it.
  const probe = wanted.map((family) => `#[#set text(font: ${quote(family)})]`).join('')
  const warnings = compiler.compile({ mainFileContent: probe }).takeWarnings()?.shortDiagnostics ?? []
  const unknown = new Set(warnings.map((one: { message: string }) => one.message.replace(UNKNOWN_FAMILY, '')))
  return Object.fromEntries(
    Object.entries(typefaces).map(([role, { name, alternatives, kind }]) => {
      const present = [name, ...alternatives].filter((family) => !unknown.has(family.toLowerCase()))
      const { family: ours, editions } = brought[kind]
      const isEdition = (family: string) => family === ours || editions.has(family)
      const own = present.filter((family) => !isEdition(family))
      const other = brought[kind === 'sans' ? 'serif' : 'sans'].family
      return [role, [...new Set([...own, ours, ...present, other])]]
    }),
  ) as Record<TypefaceRole, string[]>
}

/** Reads the files of the faces that a report is set in, which the compiler puts off until a character needs them. */
export function readFaces(compiler: NodeCompiler, faces: Faces): void {
  const lines = Object.values(faces).map((families) => `#text(font: (${families.map(quote).join(', ')},))[${SAMPLE}]`)
  compiler.compile({ mainFileContent: `#set text(fallback: false)\n${lines.join('\n')}` })
}

/** A character and a digit that every Chinese face has. */
const SAMPLE = '一1'

const quote = (family: string) => JSON.stringify(family)

/** What the compiler says of a family that it does not have; it writes the name in small letters. */
const UNKNOWN_FAMILY = /^unknown font family: /
