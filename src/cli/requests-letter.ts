import { extname } from 'node:path'
import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { letterFormats, renderLetter } from '../documents/write/letter/render-letter.ts'
import { Refusal } from '../refusals/refusal.ts'
import { composeLetter, lettersOf } from '../requests/letters/compose-letter.ts'
import { documentNumbersOf } from '../requests/letters/document-numbers.ts'
import { type LetterKind, letterKinds } from '../requests/letters/letter-kinds.ts'
import { doubtWords, letterKindWords, missingInWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'
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
  const settings = readBySchema(letterSettingsSchema, values, await settingsOf(values.settings), context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const wanted = { kind, consulted: values.party ?? null, draft: values.draft ?? false }
    const { events, facts, calendar } = await storage.transact(
      { agencies: [agency.id], actor: commandActor(context) },
      async (trx) => {
        const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
        const told = loaded.events.map(({ event }) => event)
        requireDue(kind, lettersOf(told), context)
        const facts = await readLetterFacts(trx, agency, loaded, settings, wanted, context.today)
        return { events: told, facts, calendar: await agencyCalendar(trx, agency.id) }
      },
    )
    const { letter, refused, citations, doubts, lastDays } = composeLetter(kind, { number, events, calendar }, facts)
    if (refused?.rule === 'letter-incomplete')
      throw new Refusal('letter-incomplete', { missing: missingInWords(refused.missing, context.language) })
    if (!letter) throw notDue(kind, lettersOf(events), context)
    await writeWholeFiles([{ file: out, bytes: await renderLetter(letter, fileFormat) }])
    const said = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
    const { number: documentNumber, draft } = letter
    const numbers = documentNumbersOf(events)
    if (format === 'json') {
      context.out(
        `${JSON.stringify({ number, kind, file: out, documentNumber, draft, citations, doubts: said, lastDays, numbers })}\n`,
      )
    } else {
      context.out(`${out}\n`)
      for (const { message } of said) context.err(`${message}\n`)
    }
    return 0
  })
}

/** The settings file, if one is named, as far as the schema does not judge it. */
async function settingsOf(file: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) return {}
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(await readWholeFile(file)))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read }
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  throw new Refusal('option-not-accepted', { option: '--settings', why: 'JSON {…}' })
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
