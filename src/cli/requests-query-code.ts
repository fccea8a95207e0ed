import { resolve } from 'node:path'
import { renderForm } from '../documents/write/form/render-form.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { IdentityDocument } from '../requests/applicant-identity.ts'
import { queryCodeSlip } from '../requests/form/query-code-slip.ts'
import { requireAgency } from '../storage/agencies.ts'
import { issueQueryCode } from '../storage/apply/new-query-code.ts'
import { newQueryCode } from '../storage/apply/query-code.ts'
import { oneOf, requiredOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { subjectOptions } from './subject-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const shownKinds: readonly IdentityDocument[] = ['identityCard', 'passport', 'creditCode', 'other']
const usage = `gongkai requests query-code NUMBER --agency CODE --shown ${shownKinds.join('|')} [--out FILE.pdf|FILE.docx]`

/** `gongkai requests query-code`: a new query code for an applicant who has lost it and showed who they are; told this once. */
export const requestsQueryCode: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const options = { shown: text, out: text }
  const { code: agencyCode, subject: number, format, values } = subjectOptions(args, 'NUMBER', usage, options)
  const shown = oneOf('--shown', requiredOption(values.shown, '--shown', usage), shownKinds)
  const out = values.out === undefined ? null : slipFile(values.out)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, agencyCode)
    const code = newQueryCode()
    const slip = out && (await renderForm(queryCodeSlip(agency.name, number, code, context.today), out.format))
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      await issueQueryCode(trx, agency.id, number, code, { by: 'paper', shown })
      // Within the transaction: a slip that cannot be written leaves the old code as it is.
      if (out && slip) await writeWholeFiles([{ file: out.file, bytes: slip }])
    })
    if (format === 'json') context.out(`${JSON.stringify({ number, code, file: out?.file ?? null })}\n`)
    else {
      context.out(`${out?.file ?? code}\n`)
      context.err(words[context.language])
    }
    return 0
  })
}

function slipFile(path: string): { readonly file: string; readonly format: 'pdf' | 'docx' } {
  const format = /\.(pdf|docx)$/i.exec(path)?.[1]?.toLowerCase()
  if (format !== 'pdf' && format !== 'docx') throw new Refusal('bad-option', { reason: `--out ${path} (.pdf, .docx)` })
  return { file: resolve(path), format }
}

const words = {
  'zh-CN': '新的查询码只出现这一次，请当面交给申请人，存成文件的，打印后请删除；以前的查询码已经失效。\n',
  en: 'The new query code is told this once; hand it over in person, and delete the file once it is printed. The one before opens nothing any more.\n',
} as const
