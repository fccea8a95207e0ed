import { requireAgency } from '../storage/agencies.ts'
import { loadAmendment } from '../storage/amendments/load-amendment.ts'
import { templateLettersOf } from '../storage/letters/template-letters.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import { procedureOf } from '../storage/requests/procedure-of.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { kebab } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai templates letters NUMBER --agency CODE'

/** `gongkai templates letters`: which template made which letter of a case. */
export const templatesLetters: Command = async (args, context) => {
  const { code, subject: number, format } = subjectOptions(args, 'NUMBER', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const letters = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const procedure = await procedureOf(trx, agency.id, number)
      await (procedure === 'recordAmendment' ? loadAmendment : loadRequest)(trx, agency.id, number, { for: 'reading' })
      return await templateLettersOf(trx, agency.id, number)
    })
    const lines = letters.map(({ kind, outcome, version, template, letter, format: made, madeBy, madeAt }) =>
      [kebab(kind), outcome ?? '-', version, template, letter, made, madeBy, madeAt.toISOString()].join('\t'),
    )
    context.out(format === 'json' ? `${JSON.stringify({ letters })}\n` : lines.map((line) => `${line}\n`).join(''))
    return 0
  })
}
