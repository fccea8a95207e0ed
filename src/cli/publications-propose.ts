import { z } from 'zod'
import { preparePublicFiles } from '../api/publications/prepare-public-files.ts'
import { publicationProposalSchema } from '../api/publications/publication-schemas.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { officeRoles } from '../office/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { proposePublication } from '../storage/publications/write-publication.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { contentOf, contentOptions, textOption, textOptions } from './publication-content.ts'
import { publicationDone } from './publication-text.ts'
import { refusedInWords } from './requests-act.ts'
import { optionsOf, readBySchema } from './schema-options.ts'

const usage =
  'gongkai publications propose --agency CODE --unit UNIT --formed-on DAY --title TITLE --maker MAKER --made-on DAY … [--text FILE]'

const { content: _, ...proposalFields } = publicationProposalSchema.shape
const schema = z.strictObject({ ...proposalFields, ...contentOptions })

/** `gongkai publications propose`: an item with the disclosure attribute that its drafting unit proposes. */
export const publicationsPropose: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      ...textOptions,
      ...optionsOf(schema),
    },
  })
  const code = requiredOption(values.agency as string | undefined, '--agency', usage)
  const format = formatOption(values.format as string | undefined)
  const { on, unit, formedOn, proposal, ...fields } = readBySchema(
    schema,
    values,
    { on: context.today },
    context.language,
  )
  const text = await textOption(values, context).finally(closeReaders)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], agencyId: agency.id, actor: commandActor(context) }
    const content = await contentOf(fields, text, storage, who)
      .then(async (given) => {
        await preparePublicFiles(storage, who, given)
        return given
      })
      .finally(closeReaders)
    const done = await refusedInWords(context, () =>
      storage.transact(who, (trx) =>
        proposePublication(
          trx,
          agency.id,
          { on, unit, formedOn, proposal, content },
          { today: context.today, roles: officeRoles },
        ),
      ),
    )
    if (!done) return 2
    context.out(publicationDone(done, format, context))
    return 0
  })
}
