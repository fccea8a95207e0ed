import { writeLedgerTemplate } from '../documents/workbook/write-ledger-template.ts'
import { Refusal } from '../refusals/refusal.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { ledgerWords } from './ledger-words.ts'
import { publicationSheet } from './publication-sheet.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/** `gongkai publications template`: the empty workbook for `publications import`. */
export const publicationsTemplate: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, out: { type: 'string' } } })
  const out = requiredOption(values.out, '--out', 'gongkai publications template --out FILE.xlsx')
  if (!/\.xlsx$/i.test(out)) throw new Refusal('bad-option', { reason: `--out ${out} (.xlsx)` })
  await writeWholeFiles([{ file: out, bytes: await writeLedgerTemplate([publicationSheet]) }])
  context.out(ledgerWords[context.language].templateWritten(out))
  return 0
}
