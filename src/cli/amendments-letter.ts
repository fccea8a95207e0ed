import { readAmendmentLetterFacts } from '../api/letters/letter-facts.ts'
import { LetterIncomplete } from '../api/letters/letter-incomplete.ts'
import { renderWith } from '../api/letters/render-with.ts'
import { templateFor } from '../api/letters/template-for.ts'
import { amendmentLetterKinds } from '../requests/amendments/letters/amendment-letter-kind.ts'
import { amendmentLettersOf, composeAmendmentLetter } from '../requests/amendments/letters/compose-amendment-letter.ts'
import { amendmentWords } from '../requests/amendments/words/amendment-words.ts'
import { requestRoles } from '../requests/decide/role.ts'
import { doubtWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadAmendment } from '../storage/amendments/load-amendment.ts'
import { actOnAmendment } from '../storage/amendments/write-amendment.ts'
import { noteTemplateLetter } from '../storage/letters/template-letters.ts'
import type { Command } from './context.ts'
import { keepSentLetter } from './keep-sent-letter.ts'
import { letterNotDue, letterOptions } from './letter-options.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/**
 * `gongkai amendments letter`: a letter of a record amendment as a Word file or a pdf, with the settings of the letters of
 * requests. Who asks is read for it, which the audit chain keeps.
 */
export const amendmentsLetter: Command = async (args, context) => {
  const asked = await letterOptions(args, context, amendmentLetterKinds, 'amendments')
  const { code, out, kind, number, fileFormat, format, keptOn, settingsOf, values, draft } = asked
  const { language, today } = context
  const notDue = (due: ReturnType<typeof amendmentLettersOf>) =>
    letterNotDue(amendmentWords[language].letters, kind, due, language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { letterCase, facts, version, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadAmendment(trx, agency.id, number, { for: 'reading' })
      const events = loaded.events.map(({ event }) => event)
      if (!amendmentLettersOf(events).includes(kind)) throw notDue(amendmentLettersOf(events))
      const facts = await readAmendmentLetterFacts(trx, agency, loaded, await settingsOf(trx, agency.id), draft, today)
      const template = values['built-in'] ? null : await templateFor(trx, agency.id, kind, events)
      return { letterCase: { ...loaded, events }, facts, version: loaded.version, template }
    })
    const composed = composeAmendmentLetter(kind, letterCase, facts)
    const { letter, refused, citations, doubts } = composed
    if (refused?.rule === 'letter-incomplete') throw new LetterIncomplete(refused.missing, language)
    if (!letter) throw notDue(amendmentLettersOf(letterCase.events))
    const { number: documentNumber } = letter
    const file = { file: out, bytes: await renderWith(template, composed, fileFormat, context.env) }
    if (template)
      await storage.transact(who, (trx) =>
        noteTemplateLetter(trx, agency.id, number, { template, format: fileFormat, bytes: file.bytes }),
      )
    let kept: string | null = null
    if (keptOn === null) await writeWholeFiles([file])
    else {
      const { title } = letter
      kept = await keepSentLetter(storage, agency, { title, ...file }, context, async (trx, digest) => {
        const sent = { kind, documentNumber, on: keptOn, file: digest, origin: 'composed' } as const
        const act = { number, command: { type: 'keepLetter', ...sent } as const, seen: version }
        await actOnAmendment(trx, agency.id, act, { today, roles: requestRoles })
      })
      if (kept === null) return 2
    }
    const used = template && { version: template.version, digest: template.digest }
    const said = doubts.map((doubt) => ({ doubt, message: doubtWords[language][doubt] }))
    if (format === 'json')
      context.out(
        `${JSON.stringify({ number, kind, file: out, kept, documentNumber, draft: letter.draft, citations, doubts: said, template: used })}\n`,
      )
    else {
      context.out(`${out}\n`)
      for (const { message } of said) context.err(`${message}\n`)
    }
    return 0
  })
}
