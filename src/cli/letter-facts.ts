import type { z } from 'zod'
import { Refusal } from '../refusals/refusal.ts'
import type { LetterFacts } from '../requests/letters/letter.ts'
import type { Day } from '../statute/day.ts'
import type { Agency } from '../storage/agencies.ts'
import type { letterSettingsSchema } from './letter-settings.ts'
import { readWholeFile } from './read-whole-file.ts'

export type LetterSettings = z.output<typeof letterSettingsSchema>

/** The settings file, if one is named, as far as the schema does not judge it. */
export async function readSettingsFile(file: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) return {}
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(await readWholeFile(file)))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read }
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  throw new Refusal('option-not-accepted', { option: '--settings', why: 'JSON {…}' })
}

/** What letters say and no event holds, as far as agency and settings tell it; whoever writes to whom comes on top. */
export function settledFacts(
  agency: Agency,
  settings: LetterSettings,
  today: Day,
): Omit<LetterFacts, 'applicants' | 'content' | 'consulted' | 'thirdParty' | 'draft'> {
  const { line, ownGovernment, superior, court, onlineChannel, collectiveJurisdiction, inquiryFirst, partsFirst } =
    settings
  return {
    agency: { name: agency.name, level: agency.level, kind: agency.kind, line },
    contact: settings.contact,
    payment: settings.payment,
    documentNumber: settings.documentNumber,
    today,
    replyTitles: settings.replyTitles,
    remedies: {
      names: { ownGovernment, superior, court, onlineChannel },
      settings: { collectiveJurisdiction, inquiryFirst, partsFirst, noReplyFirst: true },
    },
  }
}
