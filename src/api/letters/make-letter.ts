import type { LetterFormat } from '../../documents/write/letter/render-letter.ts'
import { type Language, Refusal } from '../../refusals/refusal.ts'
import type { AmendmentLetterKind } from '../../requests/amendments/letters/amendment-letter-kind.ts'
import {
  amendmentLettersOf,
  composeAmendmentLetter,
} from '../../requests/amendments/letters/compose-amendment-letter.ts'
import { amendmentWords } from '../../requests/amendments/words/amendment-words.ts'
import { composeLetter, lettersOf } from '../../requests/letters/compose-letter.ts'
import type { LetterKind } from '../../requests/letters/letter-kind.ts'
import { letterKindWords, type Missing } from '../../requests/words/letter-words.ts'
import type { Day } from '../../statute/day.ts'
import type { Agency } from '../../storage/agencies.ts'
import { loadAmendment } from '../../storage/amendments/load-amendment.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { noteTemplateLetter } from '../../storage/letters/template-letters.ts'
import { loadRequest } from '../../storage/requests/load-request.ts'
import { requireFitText } from '../../storage/requests/require-fit-text.ts'
import type { Storage, Trx } from '../../storage/storage.ts'
import { type LetterSettings, readAmendmentLetterFacts, readLetterFacts } from './letter-facts.ts'
import { LetterIncomplete } from './letter-incomplete.ts'
import { renderWith } from './render-with.ts'
import { templateFor } from './template-for.ts'

/** Which letter of a case is asked for, in which form, and by whom. */
export type LetterAsked<K extends string> = {
  readonly number: string
  readonly kind: K
  readonly format: LetterFormat
  readonly draft: boolean
  /** By the text of this program, also where the agency has a template. */
  readonly builtIn: boolean
  /** Where the converter of a template to pdf is looked for. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What the letter says besides the case: what is told for it, over what the agency keeps. */
  readonly settingsOf: (trx: Trx, agencyId: number) => Promise<LetterSettings>
  readonly actor: string
  readonly today: Day
  readonly language: Language
  /** How whoever asks writes a kind. */
  readonly idOf: (kind: K) => string
}

/**
 * Makes a letter of a request, by the agency's template where it has one, which is noted. Refuses one that the case has not come to, and
 * one that lacks anything. Whom it names is looked up, and the audit chain keeps that.
 */
export async function makeRequestLetter(
  storage: Storage,
  agency: Agency,
  asked: LetterAsked<LetterKind> & { readonly consulted: string | null },
) {
  const { number, kind, format, consulted, draft, language } = asked
  const who = { agencies: [agency.id], actor: asked.actor }
  const { version, events, composed, template } = await storage.transact(who, async (trx) => {
    const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
    const events = loaded.events.map(({ event }) => event)
    requireDue(lettersOf(events), asked, letterKindWords[language])
    const settings = await fitSettings(trx, agency, asked)
    const facts = await readLetterFacts(trx, agency, loaded, settings, { kind, consulted, draft }, asked.today)
    const calendar = await agencyCalendar(trx, agency.id)
    return {
      version: loaded.version,
      events,
      composed: composeLetter(kind, { number, events, calendar }, facts),
      template: asked.builtIn ? null : await templateFor(trx, agency.id, kind, events),
    }
  })
  if (composed.refused) throw notMade(composed.refused, lettersOf(events), asked, letterKindWords[language])
  const bytes = await renderWith(template, composed, format, asked.environment)
  if (template)
    await storage.transact(who, (trx) => noteTemplateLetter(trx, agency.id, number, { template, format, bytes }))
  return { ...composed, bytes, template, version, events }
}

/** The same of a record amendment. */
export async function makeAmendmentLetter(storage: Storage, agency: Agency, asked: LetterAsked<AmendmentLetterKind>) {
  const { number, kind, format, draft, language } = asked
  const words = amendmentWords[language].letters
  const who = { agencies: [agency.id], actor: asked.actor }
  const { version, events, composed, template } = await storage.transact(who, async (trx) => {
    const loaded = await loadAmendment(trx, agency.id, number, { for: 'reading' })
    const events = loaded.events.map(({ event }) => event)
    requireDue(amendmentLettersOf(events), asked, words)
    const settings = await fitSettings(trx, agency, asked)
    const facts = await readAmendmentLetterFacts(trx, agency, loaded, settings, draft, asked.today)
    return {
      version: loaded.version,
      events,
      composed: composeAmendmentLetter(kind, { ...loaded, events }, facts),
      template: asked.builtIn ? null : await templateFor(trx, agency.id, kind, events),
    }
  })
  if (composed.refused) throw notMade(composed.refused, amendmentLettersOf(events), asked, words)
  const bytes = await renderWith(template, composed, format, asked.environment)
  if (template)
    await storage.transact(who, (trx) => noteTemplateLetter(trx, agency.id, number, { template, format, bytes }))
  return { ...composed, bytes, template, version, events }
}

type Naming<K extends string> = Pick<LetterAsked<K>, 'kind' | 'language' | 'idOf'>
type Words<K extends string> = Readonly<Record<K, string>>

async function fitSettings(
  trx: Trx,
  agency: Agency,
  { settingsOf }: Pick<LetterAsked<string>, 'settingsOf'>,
): Promise<LetterSettings> {
  const settings = await settingsOf(trx, agency.id)
  requireFitText(settings)
  return settings
}

/** Refuses a letter that the case has not come to, before anybody's name is looked up for it. */
function requireDue<K extends string>(due: readonly K[], asked: Naming<K>, words: Words<K>): void {
  if (!due.includes(asked.kind)) throw notDue(due, asked, words)
}

function notDue<K extends string>(due: readonly K[], { kind, language, idOf }: Naming<K>, words: Words<K>): Refusal {
  const named = (one: K) => `${words[one]} (${idOf(one)})`
  return new Refusal('letter-not-due', {
    letter: named(kind),
    due: due.map(named).join(language === 'en' ? ', ' : '、'),
  })
}

function notMade<K extends string>(
  refused:
    | { readonly rule: 'letter-not-due' }
    | { readonly rule: 'letter-incomplete'; readonly missing: readonly Missing[] },
  due: readonly K[],
  asked: Naming<K>,
  words: Words<K>,
): Refusal {
  return refused.rule === 'letter-incomplete'
    ? new LetterIncomplete(refused.missing, asked.language)
    : notDue(due, asked, words)
}
