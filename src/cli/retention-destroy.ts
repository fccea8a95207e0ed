import { carryOutList, readList, removeDestroyedFiles } from '../storage/retention/destruction-lists.ts'
import { dayOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { retentionOptions, withAgency } from './retention-options.ts'
import { retentionWords } from './retention-words.ts'

const usage =
  'gongkai retention destroy --agency CODE --list N --cases N --scan DIGEST --approved-by NAME --approved-on DAY --witness NAME --witness NAME'

/** `gongkai retention destroy`: carries out a destruction list that was signed. What is gone does not come back. */
export const retentionDestroy: Command = async (args, context) => {
  const { code, format, values, required, count } = retentionOptions(
    args,
    ['list', 'cases', 'scan', 'approved-by', 'approved-on', 'witness'],
    usage,
  )
  const number = count('list')
  const approvedOn = dayOption('--approved-on', required('approved-on'))
  if (approvedOn === null) throw new Error('a required day is missing')
  const signed = {
    ...{ approvedBy: required('approved-by'), approvedOn, scan: required('scan'), cases: count('cases') },
    witnesses: values.witness ?? [],
  }
  const actor = commandActor(context)
  return await withAgency(args, context, code, async (storage, agency) => {
    const list = await storage.transact({ agencies: [agency.id], actor }, async (trx) => {
      const found = await readList(trx, agency.id, number)
      // Carried out before, and cut short while the bytes were being taken off the disk.
      if (found.state === 'carriedOut' && found.scan === signed.scan) return found
      return await carryOutList(trx, agency.id, number, signed, context.today)
    })
    const files = await removeDestroyedFiles(storage, actor, agency.id, number)
    const cases = list.volumes.length
    context.out(
      format === 'json'
        ? `${JSON.stringify({ agency: code, list: number, cases, files })}\n`
        : retentionWords[context.language].carriedOut(number, cases, files),
    )
  })
}
