import { writeRegisterPdf } from '../documents/write/pdf/write-pdf-apart.ts'
import { destructionRegister } from '../requests/retention/destruction-register.ts'
import { drawUpList, readList } from '../storage/retention/destruction-lists.ts'
import { mostOnOneList } from '../storage/retention/expired-volumes.ts'
import type { Command } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { retentionOptions, withAgency } from './retention-options.ts'
import { retentionWords } from './retention-words.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/** `gongkai retention draw-up`: a destruction list of what need no longer be kept, on paper to be signed. */
export const retentionDrawUp: Command = async (args, context) => {
  const { code, format, values, required, count } = retentionOptions(
    args,
    ['out', 'list'],
    'gongkai retention draw-up --agency CODE --out FILE.pdf [--list N]',
  )
  const out = required('out')
  const again = values.list === undefined ? null : count('list')
  return await withAgency(args, context, code, async (storage, agency) => {
    const list = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      again === null ? drawUpList(trx, agency.id, context.today) : readList(trx, agency.id, again),
    )
    const cases = list.volumes.length
    const bytes = await writeRegisterPdf(destructionRegister(agency.name, list))
    await writeWholeFiles([{ file: out, bytes }])
    if (format === 'json')
      return context.out(`${JSON.stringify({ agency: code, list: list.list, cases, file: out })}\n`)
    const words = retentionWords[context.language]
    context.out(words.drawnUp(list.list, cases, out))
    if (again === null && cases === mostOnOneList) context.err(words.most(mostOnOneList))
  })
}
