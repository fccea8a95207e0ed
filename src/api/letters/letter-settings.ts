import { z } from 'zod'

const text = z.string().trim().min(1).max(500)
const optional = text.nullable().default(null)

/** What an office says once for all its letters, and for one letter where it differs; a settings file has the same names. */
export const letterSettingsSchema = z.strictObject({
  /** Whom to speak with. */
  contact: optional,
  payment: optional,
  documentNumber: optional,
  replyTitles: z.enum(['alike', 'byOutcome']).default('alike'),
  ownGovernment: optional,
  superior: optional,
  court: optional,
  onlineChannel: optional,
  line: z.enum(['ordinary', 'vertical', 'justice']).default('ordinary'),
  collectiveJurisdiction: z.boolean().default(false),
  inquiryFirst: z.boolean().default(false),
  partsFirst: z.boolean().default(true),
})

const { documentNumber: _, ...ofAllLetters } = letterSettingsSchema.shape

/** What an agency keeps for all its letters: of these what it has said, and no number, which is of one letter. */
export const keptLetterSettingsSchema = z.strictObject({
  ...Object.fromEntries(Object.entries(ofAllLetters).map(([name, schema]) => [name, schema.unwrap().nullish()])),
})
