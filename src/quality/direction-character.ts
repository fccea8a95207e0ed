// The directional formatting characters of Unicode: marks, embeddings, overrides and isolates.
const direction = /\p{Bidi_Control}/u

/**
 * The first character of a text that turns the direction of what follows it, as `U+202E`; null where there is none. With one a name
 * or a file's ending is shown as something else than what is stored, also beside other text, so that nobody writes one.
 */
export function directionCharacter(text: string): string | null {
  const code = direction.exec(text)?.[0].codePointAt(0)
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
