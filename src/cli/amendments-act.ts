import { type AmendmentActName, amendmentActSchemas } from '../api/amendments/amendment-schemas.ts'
import { type AmendmentActFields, performAmendmentAct } from '../api/amendments/perform-amendment-act.ts'
import { officeRoles } from '../office/role.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { amendmentDone } from './amendment-text.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readVersion, refusedInWords } from './requests-act.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

/** The act of this name on the command line: `ask-evidence`, `transfer`, `decide` …. */
export function requireAmendmentAct(name: string): Command {
  const act = (Object.keys(amendmentActSchemas) as AmendmentActName[]).find((one) => kebab(one) === name)
  if (!act) throw new Refusal('unknown-command', { command: `amendments ${name}` })
  return actCommand(act)
}

/** `gongkai amendments ACT NUMBER --agency CODE [--on DAY] …`: one act on one record amendment. */
function actCommand(act: AmendmentActName): Command {
  const schema = amendmentActSchemas[act]
  const usage = `gongkai amendments ${kebab(act)} NUMBER --agency CODE [--on DAY] [--seen VERSION] …`
  return async (args, context) => {
    const {
      code,
      subject: number,
      format,
      values,
    } = subjectOptions(args, 'NUMBER', usage, { seen: { type: 'string' }, ...optionsOf(schema) })
    const fields = readBySchema(schema, values, { on: context.today }, context.language)
    const seen = readVersion(values.seen as string | undefined)
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      const acting = { today: context.today, roles: officeRoles }
      const done = await refusedInWords(context, () =>
        storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
          performAmendmentAct(trx, agency.id, number, { act, fields } as AmendmentActFields, seen, acting),
        ),
      )
      if (!done) return 2
      context.out(amendmentDone(done, format, context))
      return 0
    })
  }
}
