import { z } from 'zod'

/** A text of one line or several; an empty one takes away what was said. */
const words = z
  .string()
  .max(5000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text for the public has line feeds and tabs, nothing else of the kind
  .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)
  .transform((text) => {
    const trimmed = text.trim()
    return trimmed === '' ? null : trimmed
  })
  .nullable()
  .optional()

const lines = z
  .array(z.string().trim().max(500))
  .max(50)
  .transform((all) => all.filter((line) => line !== ''))
  .optional()

/** What of a guide is to be changed; a field that is not named stays. */
export const guideSchema = z.strictObject({
  classification: words,
  arrangement: words,
  access: words,
  channels: lines,
  readingPlaces: lines,
  howToRequest: words,
  fees: words,
  remedies: words,
  officeName: words,
  address: words,
  hours: words,
  phone: words,
  fax: words,
  internet: words,
  postcode: words,
  leadingGroup: words,
  supervision: words,
  other: words,
})
