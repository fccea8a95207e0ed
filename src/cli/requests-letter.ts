import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { LetterIncomplete } from '../api/letters/letter-incomplete.ts'
import { renderWith } from '../api/letters/render-with.ts'
import { templateFor } from '../api/letters/template-for.ts'
import { composeLetter, lettersOf, partyToldIn } from '../requests/letters/compose-letter.ts'
import { documentNumbersOf } from '../requests/letters/document-numbers.ts'
import { letterKinds } from '../requests/letters/letter-kind.ts'
import { doubtWords, letterKindWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { noteTemplateLetter } from '../storage/letters/template-letters.ts'
import { actOnRequest } from '../storage/requests/act-on-request.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import type { Command } from './context.ts'
import { keepSentLetter } from './keep-sent-letter.ts'
import { letterNotDue, letterOptions } from './letter-options.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { actingAs } from './requests-act.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/**
 * `gongkai requests letter`: a letter of a case as a Word file or a pdf. It stands only where everything is known that it
 * must say; the names in it are read for the audit chain to see.
 */
export const requestsLetter: Command = async (args, context) => {
  const asked = await letterOptions(args, context, letterKinds, 'requests')
  const { code, out, kind, number, fileFormat, format, keptOn, settingsOf, values, draft } = asked
  const notDue = (due: ReturnType<typeof lettersOf>) =>
    letterNotDue(letterKindWords[context.language], kind, due, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const wanted = { kind, consulted: values.party ?? null, draft }
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { events, facts, calendar, version, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
      const told = loaded.events.map(({ event }) => event)
      if (!lettersOf(told).includes(kind)) throw notDue(lettersOf(told))
      const settings = await settingsOf(trx, agency.id)
      const facts = await readLetterFacts(trx, agency, loaded, settings, wanted, context.today)
      const template = values['built-in'] ? null : await templateFor(trx, agency.id, kind, told)
      const calendar = await agencyCalendar(trx, agency.id)
      return { events: told, facts, calendar, version: loaded.version, template }
    })
    const composed = composeLetter(kind, { number, events, calendar }, facts)
    const { letter, refused, citations, doubts, lastDays } = composed
    if (refused?.rule === 'letter-incomplete') throw new LetterIncomplete(refused.missing, context.language)
    if (!letter) throw notDue(lettersOf(events))
    const file = { file: out, bytes: await renderWith(template, composed, fileFormat, context.env) }
    if (template)
      await storage.transact(who, (trx) =>
        noteTemplateLetter(trx, agency.id, number, { template, format: fileFormat, bytes: file.bytes }),
      )
    let kept: string | null = null
    if (keptOn === null) await writeWholeFiles([file])
    else {
      const party = partyToldIn(kind, events, wanted.consulted)
      const sent = { kind, party, documentNumber: letter.number, on: keptOn }
      const title = letterKindWords['zh-CN'][kind]
      kept = await keepSentLetter(storage, agency, { title, ...file }, context, async (trx, digest) => {
        const command = { type: 'keepLetter', ...sent, file: digest, origin: 'composed' } as const
        await actOnRequest(trx, agency.id, { number, command, seen: version }, await actingAs(trx, agency.id, context))
      })
      if (kept === null) return 2
    }
    const used = template && { version: template.version, digest: template.digest }
    const told = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
    const { number: documentNumber } = letter
    const numbers = documentNumbersOf(events)
    if (format === 'json') {
      context.out(
        `${JSON.stringify({ number, kind, file: out, kept, documentNumber, draft: letter.draft, citations, doubts: told, lastDays, numbers, template: used })}\n`,
      )
    } else {
      context.out(`${out}\n`)
      for (const { message } of told) context.err(`${message}\n`)
    }
    return 0
  })
}
