import { extname } from 'node:path'
import { settledFacts } from '../api/letters/letter-facts.ts'
import { LetterIncomplete } from '../api/letters/letter-incomplete.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { letterFormats, renderLetter } from '../documents/write/letter/render-letter.ts'
import { Refusal } from '../refusals/refusal.ts'
import {
  type AmendmentLetterKind,
  amendmentLetterKinds,
} from '../requests/amendments/letters/amendment-letter-kinds.ts'
import { amendmentLettersOf, composeAmendmentLetter } from '../requests/amendments/letters/compose-amendment-letter.ts'
import { amendmentWords } from '../requests/amendments/words/amendment-words.ts'
import { doubtWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadAmendment } from '../storage/amendments/load-amendment.ts'
import { readApplicant } from '../storage/applicants.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { letterSettingsOption } from './letter-settings-option.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { kebab, optionsOf } from './schema-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage =
  'gongkai amendments letter NUMBER --agency CODE --kind KIND --out FILE.docx|FILE.pdf [--settings FILE.json]'

/**
 * `gongkai amendments letter`: a letter of a record amendment as a Word file or a pdf, with the settings of the letters of
 * requests. Who asks is read for it, which the audit chain keeps.
 */
export const amendmentsLetter: Command = async (args, context) => {
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
      draft: { type: 'boolean' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const kinds = amendmentLetterKinds.map(kebab)
  const kind = amendmentLetterKinds[kinds.indexOf(oneOf('--kind', requiredOption(values.kind, '--kind', usage), kinds))]
  const [number] = positionals
  if (kind === undefined || number === undefined || positionals.length > 1)
    throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const fileFormat = oneOf('--out', extname(out).slice(1).toLowerCase(), letterFormats)
  const format = formatOption(values.format)
  const settingsOf = await letterSettingsOption(values, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const { letterCase, applicant, settings } = await storage.transact(who, async (trx) => {
      const { events, record, claim, amendment } = await loadAmendment(trx, agency.id, number, { for: 'reading' })
      const told = events.map(({ event }) => event)
      if (!amendmentLettersOf(told).includes(kind)) throw notDue(kind, amendmentLettersOf(told), context)
      const person = await readApplicant(trx, agency.id, amendment.applicant)
      const settings = await settingsOf(trx, agency.id)
      return { letterCase: { number, events: told, record, claim }, applicant: person?.name ?? null, settings }
    })
    const { letter, refused, citations, doubts } = composeAmendmentLetter(kind, letterCase, {
      ...settledFacts(agency, settings, context.today),
      applicant,
      draft: values.draft ?? false,
    })
    if (refused?.rule === 'letter-incomplete') throw new LetterIncomplete(refused.missing, context.language)
    if (!letter) throw notDue(kind, amendmentLettersOf(letterCase.events), context)
    await writeWholeFiles([{ file: out, bytes: await renderLetter(letter, fileFormat) }])
    const said = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
    const { number: documentNumber, draft } = letter
    if (format === 'json')
      context.out(`${JSON.stringify({ number, kind, file: out, documentNumber, draft, citations, doubts: said })}\n`)
    else {
      context.out(`${out}\n`)
      for (const { message } of said) context.err(`${message}\n`)
    }
    return 0
  })
}

function notDue(kind: AmendmentLetterKind, due: readonly AmendmentLetterKind[], { language }: CommandContext): Refusal {
  const named = (one: AmendmentLetterKind) => `${amendmentWords[language].letters[one]} (${kebab(one)})`
  return new Refusal('letter-not-due', {
    letter: named(kind),
    due: due.map(named).join(language === 'en' ? ', ' : '、'),
  })
}
