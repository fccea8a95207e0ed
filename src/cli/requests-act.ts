import { type ActName, actSchemas } from '../api/requests/act-schemas.ts'
import { type ActFields, performAct } from '../api/requests/perform-act.ts'
import { officeRoles } from '../office/role.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalInWords } from '../requests/words/refusal-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { AmendmentRefused } from '../storage/amendments/amendment-refused.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { PublicationRefused } from '../storage/publications/publication-refused.ts'
import type { ActingFor } from '../storage/requests/act-on-request.ts'
import { ActRefused } from '../storage/requests/act-refused.ts'
import type { Trx } from '../storage/storage.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { actDone } from './request-text.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

/** The act of this name on the command line: `request-correction`, `extend`, `decide` …. */
export function requireAct(name: string): Command {
  const act = (Object.keys(actSchemas) as ActName[]).find((one) => kebab(one) === name)
  if (!act) throw new Refusal('unknown-command', { command: `requests ${name}` })
  return actCommand(act)
}

/** `gongkai requests ACT NUMBER --agency CODE [--on DAY] …`: one act on one case. */
function actCommand(act: ActName): Command {
  const schema = actSchemas[act]
  const usage = `gongkai requests ${kebab(act)} NUMBER --agency CODE [--on DAY] [--seen VERSION] …`
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
      const done = await refusedInWords(context, () =>
        storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
          const acting = await actingAs(trx, agency.id, context)
          return { ...(await performAct(trx, agency.id, number, { act, fields } as ActFields, seen, acting)), acting }
        }),
      )
      if (!done) return 2
      const { version, request } = done
      context.out(
        format === 'json'
          ? `${JSON.stringify({ number, version, phase: request.phase })}\n`
          : actDone(done, done.acting, context),
      )
      return 0
    })
  }
}

/** Whoever runs the command line runs the installation, and acts in every role; a draft of their own they do not approve. */
export async function actingAs(trx: Trx, agencyId: number, { today }: CommandContext): Promise<ActingFor> {
  return { today, calendar: await agencyCalendar(trx, agencyId), roles: officeRoles }
}

/** Runs `work`; an act that is turned down is said in words on stderr, and gives null. */
export async function refusedInWords<T>(context: CommandContext, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ActRefused) context.err(`${refusalInWords(error.refusal, context.language)}\n`)
    else if (error instanceof AmendmentRefused || error instanceof PublicationRefused)
      context.err(`${error.words(context.language)}\n`)
    else throw error
    return null
  }
}

export function readVersion(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refusal('bad-option', { reason: `--seen ${text} (1, 2, 3 …)` })
  return Number(text)
}
