import { writeLedgerTemplate } from '../documents/workbook/write-ledger-template.ts'
import { Refusal } from '../refusals/refusal.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { ledgerWords } from './ledger-words.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai ledger template --out FILE.xlsx'

/** `gongkai ledger template`: writes the empty ledger workbook. */
export const ledgerTemplate: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, out: { type: 'string' } } })
  const out = requiredOption(values.out, '--out', usage)
  if (!/\.xlsx$/i.test(out)) throw new Refusal('bad-option', { reason: `--out ${out} (.xlsx)` })
  await writeWholeFiles([{ file: out, bytes: await writeLedgerTemplate() }])
  context.out(ledgerWords[context.language].templateWritten(out))
  return 0
}
