import { extname } from 'node:path'
import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { LetterIncomplete } from '../api/letters/letter-incomplete.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { renderWith } from '../api/letters/render-with.ts'
import { templateFor } from '../api/letters/template-for.ts'
import { letterFormats } from '../documents/write/letter/render-letter.ts'
import { Refusal } from '../refusals/refusal.ts'
import { composeLetter, lettersOf } from '../requests/letters/compose-letter.ts'
import { documentNumbersOf } from '../requests/letters/document-numbers.ts'
import { type LetterKind, letterKinds } from '../requests/letters/letter-kinds.ts'
import { doubtWords, letterKindWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { readLetterSettings } from '../storage/letters/letter-settings.ts'
import { noteTemplateLetter } from '../storage/letters/template-letters.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { kebab, optionsOf, readBySchema } from './schema-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai requests letter NUMBER --agency CODE --kind KIND --out FILE.docx|FILE.pdf [--settings FILE.json]'

/**
 * `gongkai requests letter`: a letter of a case as a Word file or a pdf. It stands only where everything is known that it
 * must say; the names in it are read for the audit chain to see.
 */
export const requestsLetter: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...storageOptions,
      ...optionsOf(letterSettingsSchema),
      agency: { type: 'string' },
      kind: { type: 'string' },
      out: { type: 'string' },
      settings: { type: 'string' },
      party: { type: 'string' },
      draft: { type: 'boolean' },
      'built-in': { type: 'boolean' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const kinds = letterKinds.map(kebab)
  const kind = letterKinds[kinds.indexOf(oneOf('--kind', requiredOption(values.kind, '--kind', usage), kinds))]
  const [number] = positionals
  if (kind === undefined || number === undefined || positionals.length > 1)
    throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const fileFormat = oneOf('--out', extname(out).slice(1).toLowerCase(), letterFormats)
  const format = formatOption(values.format)
  const said = values.settings === undefined ? {} : await readSettingsFile(values.settings)
  // What the options say is judged before anything is opened.
  readBySchema(letterSettingsSchema, values, said, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const wanted = { kind, consulted: values.party ?? null, draft: values.draft ?? false }
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { events, facts, calendar, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
      const told = loaded.events.map(({ event }) => event)
      requireDue(kind, lettersOf(told), context)
      const kept = { ...(await readLetterSettings(trx, agency.id)), ...said }
      const settings = readBySchema(letterSettingsSchema, values, kept, context.language)
      const facts = await readLetterFacts(trx, agency, loaded, settings, wanted, context.today)
      const template = values['built-in'] ? null : await templateFor(trx, agency.id, kind, told)
      return { events: told, facts, calendar: await agencyCalendar(trx, agency.id), template }
    })
    const composed = composeLetter(kind, { number, events, calendar }, facts)
    const { letter, refused, citations, doubts, lastDays } = composed
    if (refused?.rule === 'letter-incomplete') throw new LetterIncomplete(refused.missing, context.language)
    if (!letter) throw notDue(kind, lettersOf(events), context)
    const bytes = await renderWith(template, composed, fileFormat, context.env)
    if (template)
      await storage.transact(who, (trx) =>
        noteTemplateLetter(trx, agency.id, number, { template, format: fileFormat, bytes }),
      )
    await writeWholeFiles([{ file: out, bytes }])
    const used = template && { version: template.version, digest: template.digest }
    const told = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
    const { number: documentNumber, draft } = letter
    const numbers = documentNumbersOf(events)
    if (format === 'json') {
      context.out(
        `${JSON.stringify({ number, kind, file: out, documentNumber, draft, citations, doubts: told, lastDays, numbers, template: used })}\n`,
      )
    } else {
      context.out(`${out}\n`)
      for (const { message } of told) context.err(`${message}\n`)
    }
    return 0
  })
}

function requireDue(kind: LetterKind, due: readonly LetterKind[], context: CommandContext): void {
  if (!due.includes(kind)) throw notDue(kind, due, context)
}

function notDue(kind: LetterKind, due: readonly LetterKind[], { language }: CommandContext): Refusal {
  const named = (one: LetterKind) => `${letterKindWords[language][one]} (${kebab(one)})`
  return new Refusal('letter-not-due', {
    letter: named(kind),
    due: due.map(named).join(language === 'en' ? ', ' : '、'),
  })
}
