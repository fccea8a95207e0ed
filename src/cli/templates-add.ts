import { basename } from 'node:path'
import { checkTemplate } from '../documents/template/check-template.ts'
import { directionCharacter } from '../quality/direction-character.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sampleFields } from '../requests/letters/fields/sample-fields.ts'
import { fieldsOfVariant } from '../requests/letters/fields/variant-fields.ts'
import { templateProblemInWords } from '../requests/words/template-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { addOfficeTemplate } from '../storage/letters/office-templates.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'
import { subjectOptions } from './subject-options.ts'
import { letterTemplateWords } from './template-words.ts'
import { variantOption, variantOptions } from './variant-options.ts'

const usage = 'gongkai templates add FILE.docx --agency CODE --kind KIND [--outcome OUTCOME]'

/** `gongkai templates add`: keeps an office's own template for a letter, or tells all that is wrong with it. */
export const templatesAdd: Command = async (args, context) => {
  const { code, subject: file, format, values } = subjectOptions(args, 'FILE.docx', usage, variantOptions)
  const variant = variantOption(values, usage)
  const name = basename(file)
  const character = directionCharacter(name)
  if (character !== null) throw new Refusal('text-direction-characters', { place: 'fileName', character })
  if (!/^[^/\\\p{C}]{1,195}\.docx$/iu.test(name)) throw new Refusal('template-no-docx')
  const content = await readWholeFile(file)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const problems = checkTemplate(content, fieldsOfVariant(variant), sampleFields(variant, agency.name))
    const words = letterTemplateWords[context.language]
    if (problems.length > 0) {
      const refused = problems.map((one) => ({ ...one, message: templateProblemInWords(one, context.language) }))
      if (format === 'json') context.out(`${JSON.stringify({ refused })}\n`)
      else context.err([words.refused(refused.length), ...refused.map(({ message }) => message), ''].join('\n'))
      return 2
    }
    const added = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      addOfficeTemplate(trx, agency.id, variant, { name, content }),
    )
    const { kind, outcome, version, digest } = added
    context.out(
      format === 'json'
        ? `${JSON.stringify({ kind, outcome, version, digest, name })}\n`
        : `${words.added(name, version)}\n`,
    )
    return 0
  })
}
