import { makeReviewSheet } from '../api/publications/make-review-sheet.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai publications review-sheet NUMBER --agency CODE --out FILE.docx|FILE.pdf'

/** `gongkai publications review-sheet`: the record of the review of one item, as a paper to be signed or filed (条例17). */
export const publicationsReviewSheet: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' }, out: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const kind = oneOf('--out', /[^.]*$/.exec(out.toLowerCase())?.[0] ?? '', ['docx', 'pdf'] as const)
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const { today } = context
    const bytes = await makeReviewSheet(storage, { agency, actor: commandActor(context), number, format: kind, today })
    await writeWholeFiles([{ file: out, bytes }])
    context.out(format === 'json' ? `${JSON.stringify({ number, file: out })}\n` : `${out}\n`)
    return 0
  })
}
