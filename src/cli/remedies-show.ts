import { reopensOf } from '../api/remedies/perform-remedy-act.ts'
import { reopensTold } from '../api/remedies/remedies-page.ts'
import { presentRemedy } from '../requests/remedies/present-remedy.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { loadRemedy } from '../storage/remedies/write-remedy.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyInText } from './remedy-text.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai remedies show CASE --agency CODE'

/** `gongkai remedies show`: one case, the agency's own period with its steps, and what can be reopened. */
export const remediesShow: Command = async (args, context) => {
  const { code, subject: caseNumber, format } = subjectOptions(args, 'CASE', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const remedy = await loadRemedy(trx, agency.id, caseNumber, { for: 'reading' })
      const reopens = await reopensOf(trx, agency.id, remedy)
      const shown = presentRemedy(remedy, await agencyCalendar(trx, agency.id), context.today, context.language)
      context.out(
        format === 'json'
          ? `${JSON.stringify({ ...shown, ...reopensTold(reopens) })}\n`
          : remedyInText(shown, reopens, code, context),
      )
    })
    return 0
  })
}
