import { Refusal } from '../refusals/refusal.ts'
import { transitions } from '../requests/decide/transitions.ts'
import { presentRemedy } from '../requests/remedies/present-remedy.ts'
import type { Remedy } from '../requests/remedies/remedy.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { loadRemedy, phaseOfRequest } from '../storage/remedies/write-remedy.ts'
import type { Trx } from '../storage/storage.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remedyInText } from './remedy-text.ts'

const usage = 'gongkai remedies show CASE --agency CODE'

/** `gongkai remedies show`: one case, the agency's own period with its steps, and whether its request can be reopened. */
export const remediesShow: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [caseNumber] = positionals
  if (caseNumber === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'CASE', usage })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const remedy = await loadRemedy(trx, agency.id, caseNumber, { for: 'reading' })
      const reopening = await reopeningOf(trx, agency, remedy)
      const shown = presentRemedy(remedy, await agencyCalendar(trx, agency.id), context.today, context.language)
      context.out(
        format === 'json'
          ? `${JSON.stringify({ ...shown, reopens: reopening ? remedy.requestNumber : null })}\n`
          : remedyInText(shown, reopening, context),
      )
    })
    return 0
  })
}

/**
 * The command that reopens the request of an overturned case; null where there is none to reopen. It is only named: what
 * the decision orders, and by when, a person has to read out of it.
 */
export async function reopeningOf(trx: Trx, agency: Agency, remedy: Remedy): Promise<string | null> {
  const { result, requestNumber, caseNumber } = remedy
  if (result !== 'overturned' || requestNumber === null) return null
  const phase = await phaseOfRequest(trx, agency.id, requestNumber)
  if (!phase || !transitions.reopen.from.includes(phase)) return null
  return `gongkai requests reopen ${requestNumber} --agency ${agency.code} --remedy '${caseNumber}' --until DAY --reasons TEXT`
}
