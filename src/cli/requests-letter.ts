import { extname } from 'node:path'
import { readLetterFacts } from '../api/letters/letter-facts.ts'
import { LetterIncomplete } from '../api/letters/letter-incomplete.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { renderWith } from '../api/letters/render-with.ts'
import { templateFor } from '../api/letters/template-for.ts'
import { inspectAttachment } from '../documents/attachment/inspect-attachment.ts'
import { letterFormats } from '../documents/write/letter/render-letter.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { EventOf } from '../requests/events/request-event.ts'
import { composeLetter, lettersOf, partyToldIn } from '../requests/letters/compose-letter.ts'
import { documentNumbersOf } from '../requests/letters/document-numbers.ts'
import { type LetterKind, letterKinds } from '../requests/letters/letter-kind.ts'
import { doubtWords, letterKindWords } from '../requests/words/letter-words.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { storeFile } from '../storage/files/stored-files.ts'
import { noteTemplateLetter } from '../storage/letters/template-letters.ts'
import { actOnRequest } from '../storage/requests/act-on-request.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import type { Storage } from '../storage/storage.ts'
import { dayOption, formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { letterSettingsOption } from './letter-settings-option.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { actingAs, refusedInWords } from './requests-act.ts'
import { kebab, optionsOf } from './schema-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage =
  'gongkai requests letter NUMBER --agency CODE --kind KIND --out FILE.docx|FILE.pdf [--settings FILE.json] [--keep]'

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
      keep: { type: 'boolean' },
      on: { type: 'string' },
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
  if (values.on !== undefined && !values.keep)
    throw new Refusal('option-not-accepted', { option: '--on', why: '--keep' })
  const keptOn = values.keep ? (dayOption('--on', values.on) ?? context.today) : null
  const settingsOf = await letterSettingsOption(values, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const wanted = { kind, consulted: values.party ?? null, draft: values.draft ?? false }
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { events, facts, calendar, version, template } = await storage.transact(who, async (trx) => {
      const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
      const told = loaded.events.map(({ event }) => event)
      requireDue(kind, lettersOf(told), context)
      const settings = await settingsOf(trx, agency.id)
      const facts = await readLetterFacts(trx, agency, loaded, settings, wanted, context.today)
      const template = values['built-in'] ? null : await templateFor(trx, agency.id, kind, told)
      const calendar = await agencyCalendar(trx, agency.id)
      return { events: told, facts, calendar, version: loaded.version, template }
    })
    const composed = composeLetter(kind, { number, events, calendar }, facts)
    const { letter, refused, citations, doubts, lastDays } = composed
    if (refused?.rule === 'letter-incomplete') throw new LetterIncomplete(refused.missing, context.language)
    if (!letter) throw notDue(kind, lettersOf(events), context)
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
      kept = await refusedInWords(context, () =>
        keepSent(storage, agency, { number, seen: version, sent, file }, context),
      )
      if (kept === null) return 2
    }
    const used = template && { version: template.version, digest: template.digest }
    const told = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
    const { number: documentNumber, draft } = letter
    const numbers = documentNumbersOf(events)
    if (format === 'json') {
      context.out(
        `${JSON.stringify({ number, kind, file: out, kept, documentNumber, draft, citations, doubts: told, lastDays, numbers, template: used })}\n`,
      )
    } else {
      context.out(`${out}\n`)
      for (const { message } of told) context.err(`${message}\n`)
    }
    return 0
  })
}

type Sent = Pick<EventOf<'letterKept'>, 'kind' | 'party' | 'documentNumber' | 'on'>

/** Stores a letter, records that it went out and writes it, all or nothing; gives its digest. */
async function keepSent(
  storage: Storage,
  agency: Agency,
  {
    number,
    seen,
    sent,
    file,
  }: {
    readonly number: string
    readonly seen: number
    readonly sent: Sent
    readonly file: { readonly file: string; readonly bytes: Uint8Array }
  },
  context: CommandContext,
): Promise<string> {
  return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
    const name = `${letterKindWords['zh-CN'][sent.kind]}${extname(file.file).toLowerCase()}`
    const { mediaType } = inspectAttachment(file.bytes, name)
    const { digest } = await storeFile(trx, agency.id, { name, mediaType, content: file.bytes })
    const command = { type: 'keepLetter', ...sent, file: digest, origin: 'composed' } as const
    await actOnRequest(trx, agency.id, { number, command, seen }, await actingAs(trx, agency.id, context))
    // Before the commit: a letter that could not be written has not gone out.
    await writeWholeFiles([file])
    return digest
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
