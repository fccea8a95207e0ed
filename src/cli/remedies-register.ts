import { performRemedyRegistration } from '../api/remedies/perform-remedy-act.ts'
import { remedyRegistrationSchema } from '../api/remedies/remedy-schemas.ts'
import { Refusal } from '../refusals/refusal.ts'
import { isDoubtfulPath } from '../requests/remedies/doubtful-path.ts'
import { remedyWords } from '../requests/remedies/words/remedy-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { outcomeOfRequest } from '../storage/remedies/write-remedy.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyDone } from './remedy-text.ts'
import { optionsOf, readBySchema } from './schema-options.ts'

const usage =
  'gongkai remedies register CASE --agency CODE --kind KIND --body NAME --filed-on DAY [--request-number NUMBER] [--procedure ordinary|simple] [--copy-received-on DAY] [--co-defendant yes|no]'

/** `gongkai remedies register`: a reconsideration or litigation about an answer of the agency. */
export const remediesRegister: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' }, ...optionsOf(remedyRegistrationSchema) },
  })
  const code = requiredOption(values.agency as string | undefined, '--agency', usage)
  const [caseNumber] = positionals
  if (caseNumber === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'CASE', usage })
  const format = formatOption(values.format as string | undefined)
  const told = readBySchema(remedyRegistrationSchema, values, { caseNumber }, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const remedy = await performRemedyRegistration(trx, agency.id, told, context.today)
      if (isDoubtfulPath(remedy, await outcomeOfRequest(trx, agency.id, remedy.requestNumber)))
        context.err(`${remedyWords[context.language].doubtfulPath}\n`)
      context.out(remedyDone(remedy, await agencyCalendar(trx, agency.id), null, code, format, context))
    })
    return 0
  })
}
