/** Characters that no document format may hold: controls, non-characters, halves of a pair that stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the controls are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Marks that turn the direction of a line or hide in it: a text could read other than it is stored. */
const DECEIVING = /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u2060\uFEFF]/g

/** `text` without what cannot be printed, so that every format can hold it and all formats say the same. */
export function printableText(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(DECEIVING, '')
}
