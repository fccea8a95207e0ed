// Zero-width and soft-hyphen characters, byte order marks, bidirectional marks, and control characters other than tab and line feed.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff]/g

/**
 * Text as a reader sees it: characters without width and control characters are gone, so offsets count the cleaned text;
 * Kangxi radicals and compatibility ideographs, which PDF fonts like to give for 一 or 行, become the ordinary character.
 */
export function cleanText(text: string): string {
  return text.replace(invisible, '').replace(lookalikes, (char) => char.normalize('NFKC'))
}
