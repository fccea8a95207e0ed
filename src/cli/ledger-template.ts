import { writeFile } from 'node:fs/promises'
import { writeLedgerTemplate } from '../documents/workbook/write-ledger-template.ts'
import { Refusal } from '../refusals/refusal.ts'
import { parseOptions, requiredOption } from './command-options.ts'
import type { Command } from './context.ts'
import { ledgerWords } from './ledger-words.ts'

const usage = 'gongkai ledger template --out FILE.xlsx'

/** `gongkai ledger template`: writes the empty ledger workbook. */
export const ledgerTemplate: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { out: { type: 'string' }, lang: { type: 'string' } } })
  const out = requiredOption(values.out, '--out', usage)
  if (!/\.xlsx$/i.test(out)) throw new Refusal('bad-option', { reason: `--out ${out} (.xlsx)` })
  const bytes = await writeLedgerTemplate()
  try {
    await writeFile(out, bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('cannot-write', { file: out })
    throw error
  }
  context.out(ledgerWords[context.language].templateWritten(out))
  return 0
}
