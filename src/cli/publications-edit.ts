import { makeEditSession } from '../console/edit-session.ts'
import { loadEditor } from '../console/load-editor.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { listen } from '../portal/listen.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadPublication } from '../storage/publications/load-publication.ts'
import { beijingDay } from './beijing-day.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, openCommandStorage } from './open-command-storage.ts'

const usage = 'gongkai publications edit NUMBER --agency CODE'

/** `gongkai publications edit`: the text of an item in an editor on this machine, for one person, until it is told to stop. */
export const publicationsEdit: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const script = await loadEditor()
  const storage = await openCommandStorage(args, context)
  try {
    const agency = await requireAgency(storage, code)
    const actor = commandActor(context)
    await storage.transact({ agencies: [agency.id], actor }, (trx) =>
      loadPublication(trx, agency.id, number, { for: 'reading' }),
    )
    const today = () => beijingDay(new Date())
    const { language } = context
    const { secret, fetch } = makeEditSession({ storage, agencyId: agency.id, actor, number, today, language, script })
    const server = await listen({ fetch }, '127.0.0.1', 0)
    const address = `http://127.0.0.1:${server.port}/${secret}/`
    context.out(
      language === 'en'
        ? `Open once, on this machine: ${address}\nCtrl-C ends it.\n`
        : `请在本机浏览器打开（只能打开一次）：${address}\n编辑完按 Ctrl-C 结束。\n`,
    )
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await server.close()
    return 0
  } finally {
    closeReaders()
    await storage.close()
  }
}
