import { z } from 'zod'
import { preparePublicFiles } from '../api/publications/prepare-public-files.ts'
import { type PublicationActName, publicationActSchemas } from '../api/publications/publication-schemas.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requestRoles } from '../requests/decide/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { actOnPublication, type PublicationAct } from '../storage/publications/write-publication.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { contentOf, contentOptions } from './publication-content.ts'
import { publicationDone } from './publication-text.ts'
import { readVersion, refusedInWords } from './requests-act.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'

/** The act of this name on the command line: `review-secrecy`, `pass-stage`, `publish` …. */
export function requirePublicationAct(name: string): Command {
  const act = (Object.keys(publicationActSchemas) as PublicationActName[]).find((one) => kebab(one) === name)
  if (!act) throw new Refusal('unknown-command', { command: `publications ${name}` })
  return actCommand(act)
}

const { content: _, ...revisionFields } = publicationActSchemas.revise.shape
const revision = z.strictObject({ ...revisionFields, ...contentOptions })

async function commandOf(
  act: PublicationActName,
  fields: Readonly<Record<string, unknown>>,
  text: string | undefined,
): Promise<PublicationAct['command']> {
  // The schema of each act lets through just what its command holds.
  if (act !== 'revise') return { type: act, ...fields } as unknown as PublicationAct['command']
  const { on, formedOn, proposal, reasons, ...content } = fields as z.output<typeof revision>
  return { type: act, on, formedOn, proposal, reasons, content: await contentOf(content, text) }
}

/** `gongkai publications ACT NUMBER --agency CODE [--on DAY] …`: one act on one item. */
function actCommand(act: PublicationActName): Command {
  const schema: z.ZodType<Record<string, unknown>> = act === 'revise' ? revision : publicationActSchemas[act]
  const usage = `gongkai publications ${kebab(act)} NUMBER --agency CODE [--on DAY] [--seen VERSION] …`
  return async (args, context) => {
    const own = { agency: { type: 'string' }, seen: { type: 'string' }, text: { type: 'string' } } as const
    const { values, positionals } = parseOptions({
      args: [...args],
      allowPositionals: true,
      options: { ...storageOptions, ...own, ...optionsOf(schema) },
    })
    const code = requiredOption(values.agency as string | undefined, '--agency', usage)
    const [number] = positionals
    if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
    const format = formatOption(values.format as string | undefined)
    const fields = readBySchema(schema, values, { on: context.today }, context.language)
    const seen = readVersion(values.seen as string | undefined)
    const command = await commandOf(act, fields, values.text as string | undefined)
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      if (command.type === 'revise')
        await preparePublicFiles(
          storage,
          { agencies: [agency.id], agencyId: agency.id, actor: commandActor(context) },
          command.content,
        )
      const done = await refusedInWords(context, () =>
        storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
          actOnPublication(trx, agency.id, { number, command, seen }, { today: context.today, roles: requestRoles }),
        ),
      )
      if (!done) return 2
      context.out(publicationDone(done, format, context))
      return 0
    })
  }
}
