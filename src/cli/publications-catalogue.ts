import { type EntryStanding, entryStanding } from '../publications/catalogue.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import {
  catalogueCoverage,
  linkToCatalogue,
  replaceCatalogue,
  unlinkFromCatalogue,
} from '../storage/publications/catalogue.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readCatalogue } from './read-catalogue.ts'
import { readWholeFile } from './read-whole-file.ts'

const usage =
  'gongkai publications catalogue import FILE.xlsx|csv | coverage [--gaps] | link NUMBER --entry PLACE | unlink NUMBER --entry PLACE   --agency CODE'

const acts = ['import', 'coverage', 'link', 'unlink'] as const

/** `gongkai publications catalogue`: the place's standard catalogue, the items of its entries, what is missing. */
export const publicationsCatalogue: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: text, entry: text, gaps: { type: 'boolean' } },
  })
  const [given, subject = '', ...more] = positionals
  if (given === undefined || more.length > 0) throw new Refusal('missing-argument', { name: acts.join(' | '), usage })
  const act = oneOf('catalogue', given, acts)
  if ((act === 'coverage') !== (subject === ''))
    throw new Refusal('missing-argument', { name: act === 'import' ? 'FILE' : 'NUMBER', usage })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const entry = act === 'link' || act === 'unlink' ? requiredOption(values.entry, '--entry', usage) : ''
  const entries = act === 'import' ? readCatalogue(await readWholeFile(subject), subject) : []
  const { language, today } = context
  const english = language === 'en'
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      if (act === 'import') {
        const done = await replaceCatalogue(trx, agency.id, entries)
        const words = english
          ? `${done.entries} entries, ${done.retired} of the last edition retired\n`
          : `目录共 ${done.entries} 项，上一版中不再有的 ${done.retired} 项\n`
        context.out(format === 'json' ? `${JSON.stringify(done)}\n` : words)
      } else if (act === 'coverage') {
        const all = (await catalogueCoverage(trx, agency.id)).map((one) => ({
          ...one,
          standing: entryStanding(one.limit, one, today),
        }))
        if (all.length === 0) throw new Refusal('catalogue-not-imported')
        const shown = values.gaps ? all.filter(({ standing }) => standing !== 'covered') : all
        const counts = Object.fromEntries(
          standings.map((one) => [one, all.filter(({ standing }) => standing === one).length]),
        )
        if (format === 'json') context.out(`${JSON.stringify({ entries: all.length, counts, coverage: shown })}\n`)
        else {
          const words = standingWords[language]
          for (const { place, path, standing, published, lastOn } of shown)
            context.out(`${[place, words[standing], published, lastOn ?? '', path].join('\t')}\n`)
          context.out(`${standings.map((one) => `${words[one]} ${counts[one]}`).join(english ? ', ' : '，')}\n`)
        }
      } else {
        const path =
          act === 'link'
            ? await linkToCatalogue(trx, agency.id, entry, subject)
            : await unlinkFromCatalogue(trx, agency.id, entry, subject)
        context.out(format === 'json' ? `${JSON.stringify({ number: subject, path })}\n` : `${subject}\t${path}\n`)
      }
      return 0
    })
  })
}

const standings: readonly EntryStanding[] = ['covered', 'empty', 'late', 'stale']
const standingWords: Readonly<Record<'zh-CN' | 'en', Readonly<Record<EntryStanding, string>>>> = {
  'zh-CN': { covered: '已公开', empty: '空缺', late: '超期未公开', stale: '更新超期' },
  en: { covered: 'covered', empty: 'empty', late: 'late', stale: 'stale' },
}
