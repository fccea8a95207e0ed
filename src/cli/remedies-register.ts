import { performRemedyRegistration } from '../api/remedies/perform-remedy-act.ts'
import { remedyRegistrationSchema } from '../api/remedies/remedy-schemas.ts'
import { isDoubtfulPath } from '../requests/remedies/doubtful-path.ts'
import { remedyWords } from '../requests/remedies/words/remedy-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { outcomeOfRequest } from '../storage/remedies/write-remedy.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyDone } from './remedy-text.ts'
import { optionsOf, readBySchema } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

const usage =
  'gongkai remedies register CASE --agency CODE --kind KIND --body NAME --filed-on DAY [--request-number NUMBER] [--procedure ordinary|simple] [--copy-received-on DAY] [--co-defendant yes|no]'

/** `gongkai remedies register`: a reconsideration or litigation about an answer of the agency. */
export const remediesRegister: Command = async (args, context) => {
  const {
    code,
    subject: caseNumber,
    format,
    values,
  } = subjectOptions(args, 'CASE', usage, optionsOf(remedyRegistrationSchema))
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
