// Zero-width and soft-hyphen characters, byte order marks, bidirectional marks, and control characters other than tab and line feed.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff]/g
// Unicode's EquivalentUnifiedIdeograph for the radicals that are characters of their own and have no compatibility mapping.
const radicals =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙'
const characterOfRadical = new Map(
  Array.from({ length: radicals.length / 2 }, (_, i) => [radicals.charAt(2 * i), radicals.charAt(2 * i + 1)] as const),
)

const suspect = new RegExp(`${invisible.source}|${lookalikes.source}`)
const suspectOrSpace = new RegExp(`${suspect.source}|\\s`)

/**
 * Text as a reader sees it: characters without width and control characters are gone, so offsets count the cleaned text;
 * Kangxi radicals and compatibility ideographs, which PDF fonts like to give for 一 or 行, become the ordinary character.
 */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text
  return text
    .replace(invisible, '')
    .replace(lookalikes, (char) => characterOfRadical.get(char) ?? char.normalize('NFKC'))
}

/** Nothing in it to be cleaned, and no white space: true of most paragraphs and cells. */
export function isPlainWord(text: string): boolean {
  return !suspectOrSpace.test(text)
}
