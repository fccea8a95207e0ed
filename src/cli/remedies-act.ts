import { Refusal } from '../refusals/refusal.ts'
import type { RemedyChange } from '../requests/remedies/change-remedy.ts'
import type { RawResultId, RemedyResult } from '../statute/remedy-results.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { resultColumns } from '../storage/remedies/result-columns.ts'
import { changeStoredRemedy } from '../storage/remedies/write-remedy.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { reopeningOf } from './remedies-show.ts'
import { type RemedyActFields, type RemedyActName, remedyActSchemas } from './remedy-schemas.ts'
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
        const change = changeOf(told, await resultColumns(trx, agency.id))
        const how = act === 'amend' ? 'amend' : 'act'
        const remedy = await changeStoredRemedy(trx, agency.id, caseNumber, change, how, context.today)
        const reopening = await reopeningOf(trx, agency, remedy)
        context.out(remedyDone(remedy, await agencyCalendar(trx, agency.id), reopening, format, context))
      })
      return 0
    })
  }
}

function changeOf(told: RemedyActFields, columns: ReadonlyMap<RawResultId, RemedyResult>): RemedyChange {
  switch (told.act) {
    case 'receiveCopy': {
      const { on, procedure } = told.fields
      return { copyReceivedOn: on, ...(procedure && { procedure }) }
    }
    case 'convert':
      return { convertedOn: told.fields.on }
    case 'answer':
      return { answeredOn: told.fields.on }
    case 'conclude': {
      const { on, rawResult, result } = told.fields
      return { concludedOn: on, rawResult, result: result ?? columns.get(rawResult) ?? null }
    }
    case 'amend': {
      const { reason: _, ...fields } = told.fields
      const { rawResult, result } = fields
      // A result that is told anew is counted anew, unless its column is told as well.
      const column = rawResult && result === undefined ? { result: columns.get(rawResult) ?? null } : {}
      return { ...dropUndefined(fields), ...column }
    }
  }
}

function dropUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
