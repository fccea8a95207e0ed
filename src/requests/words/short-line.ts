/** A text on one line of at most so many characters; a longer one ends in `…`. No character is cut in half. */
export function shortLine(text: string, most: number): string {
  const characters = [...text.replace(/[\s\p{C}]+/gu, ' ').trim()]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('')
}
