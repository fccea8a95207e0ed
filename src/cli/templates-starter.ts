import { writeStarterDocx } from '../documents/template/starter-docx.ts'
import { parseOptions, requiredOption } from './command-options.ts'
import type { Command } from './context.ts'
import { variantOption, variantOptions } from './variant-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai templates starter --kind KIND [--outcome OUTCOME] --out FILE.docx'

/** `gongkai templates starter`: the built-in letter as a template, to be changed in Word or WPS. */
export const templatesStarter: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...variantOptions, out: text, lang: text } })
  const variant = variantOption(values, usage)
  const out = requiredOption(values.out, '--out', usage)
  await writeWholeFiles([{ file: out, bytes: await writeStarterDocx(variant) }])
  context.out(`${out}\n`)
  return 0
}
