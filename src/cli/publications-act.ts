import { z } from 'zod'
import { preparePublicFiles } from '../api/publications/prepare-public-files.ts'
import { type PublicationActName, publicationActSchemas } from '../api/publications/publication-schemas.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { officeRoles } from '../office/role.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { actOnPublication, type PublicationAct } from '../storage/publications/write-publication.ts'
import type { Acting, Storage } from '../storage/storage.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import type { ReadyBody } from './import-body.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { contentOf, contentOptions, textOption, textOptions } from './publication-content.ts'
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
  text: ReadyBody | null,
  ...keeping: readonly [storage: Storage, who: Acting & { readonly agencyId: number }]
): Promise<PublicationAct['command']> {
  // The schema of each act lets through just what its command holds.
  if (act !== 'revise') return { type: act, ...fields } as unknown as PublicationAct['command']
  const { on, formedOn, proposal, reasons, ...content } = fields as z.output<typeof revision>
  return { type: act, on, formedOn, proposal, reasons, content: await contentOf(content, text, ...keeping) }
}

/** The command, with the files of a revision ready for the public. */
async function readyCommand(...[act, fields, text, storage, who]: Parameters<typeof commandOf>) {
  const command = await commandOf(act, fields, text, storage, who)
  if (command.type === 'revise') await preparePublicFiles(storage, who, command.content)
  return command
}

/** `gongkai publications ACT NUMBER --agency CODE [--on DAY] …`: one act on one item. */
function actCommand(act: PublicationActName): Command {
  const schema: z.ZodType<Record<string, unknown>> = act === 'revise' ? revision : publicationActSchemas[act]
  const usage = `gongkai publications ${kebab(act)} NUMBER --agency CODE [--on DAY] [--seen VERSION] …`
  return async (args, context) => {
    const own = { agency: { type: 'string' }, seen: { type: 'string' }, ...textOptions } as const
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
    const text = await textOption(values, context).finally(closeReaders)
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      const who = { agencies: [agency.id], agencyId: agency.id, actor: commandActor(context) }
      const command = await readyCommand(act, fields, text, storage, who).finally(closeReaders)
      const done = await refusedInWords(context, () =>
        storage.transact(who, (trx) =>
          actOnPublication(trx, agency.id, { number, command, seen }, { today: context.today, roles: officeRoles }),
        ),
      )
      if (!done) return 2
      context.out(publicationDone(done, format, context))
      return 0
    })
  }
}
