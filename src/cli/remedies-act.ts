import { performRemedyAct, reopensOf } from '../api/remedies/perform-remedy-act.ts'
import { type RemedyActFields, type RemedyActName, remedyActSchemas } from '../api/remedies/remedy-schemas.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyDone } from './remedy-text.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

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
    const { code, subject: caseNumber, format, values } = subjectOptions(args, 'CASE', usage, optionsOf(schema))
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
