import { performRemedyAct, reopensOf } from '../api/remedies/perform-remedy-act.ts'
import { type RemedyActFields, type RemedyActName, remedyActSchemas } from '../api/remedies/remedy-schemas.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyDone } from './remedy-text.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'

/** The act of this name on the command line: `receive-copy`, `convert`, `answer`, `conclude`, `amend`. */
export function requireRemedyAct(name: string): Command {
  const act = (Object.keys(remedyActSchemas) as RemedyActName[]).find((one) => kebab(one) === name)
  if (!act) throw new Refusal('unknown-command', { command: `remedies ${name}` })
  return actCommand(act)
}

/** `gongkai remedies ACT CASE --agency CODE [--on DAY] …`: something that happened to a case. */
function actCommand(act: RemedyActName): Command {
  const schema = remedyActSchemas[act]
  const usage = `gongkai remedies ${kebab(act)} CASE --agency CODE [--on DAY] …`
  return async (args, context) => {
    const { values, positionals } = parseOptions({
      args: [...args],
      allowPositionals: true,
      options: { ...storageOptions, agency: { type: 'string' }, ...optionsOf(schema) },
    })
    const code = requiredOption(values.agency as string | undefined, '--agency', usage)
    const [caseNumber] = positionals
    if (caseNumber === undefined || positionals.length > 1)
      throw new Refusal('missing-argument', { name: 'CASE', usage })
    const format = formatOption(values.format as string | undefined)
    const fields = readBySchema(schema, values, act === 'amend' ? {} : { on: context.today }, context.language)
    const told = { act, fields } as RemedyActFields
    const reason = told.act === 'amend' ? { reason: told.fields.reason } : {}
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      const who = { agencies: [agency.id], actor: commandActor(context), ...reason }
      await storage.transact(who, async (trx) => {
        const remedy = await performRemedyAct(trx, agency.id, caseNumber, told, context.today)
        const reopens = await reopensOf(trx, agency.id, remedy)
        context.out(remedyDone(remedy, await agencyCalendar(trx, agency.id), reopens, code, format, context))
      })
      return 0
    })
  }
}
