/** Chinese characters of 2号 on one line of 156 mm. */
const CHARACTERS_A_LINE = 20

/** The name of the paper, which is never divided. */
const YEAR_AND_NAME = /(?:\d{4}年度?)?(?:政府)?信息公开(?:工作)?年度报告$/

/** Words after which the name of an agency may be divided: administrative areas, then kinds of organ. */
const DIVIDES_AFTER = /(?:自治区|自治州|自治县|人民政府|管委会|委员会|办公室|街道|[省市区县州盟旗乡镇局厅])(?![、）)])/g

/** Where one of several names ends; a better place than the middle of a name. */
const BETWEEN_NAMES = /[、）)](?![、）)])|.(?=[（(])/g

/**
 * The lines of a title: one when it fits, else the name of the agency above and the name of the paper below, as
 * GB/T 9704-2012 wants titles divided between words. A name too long for a line is divided after a word, near its middle.
 */
export function layoutTitle(title: string): readonly string[] {
  const text = title.replace(/\s+/g, '')
  if (text.length <= CHARACTERS_A_LINE) return [text]
  const start = text.search(YEAR_AND_NAME)
  if (start <= 0) return divide(text)
  return [...divide(text.slice(0, start)), text.slice(start)]
}

function divide(text: string): readonly string[] {
  if (text.length <= CHARACTERS_A_LINE) return [text]
  const places = [...placesOf(BETWEEN_NAMES, text), ...placesOf(DIVIDES_AFTER, text)]
  const intoTwo = places.find((place) => Math.max(place, text.length - place) <= CHARACTERS_A_LINE)
  const first = places.find((place) => place <= CHARACTERS_A_LINE)
  const place = intoTwo ?? first ?? wholeCharacter(text, CHARACTERS_A_LINE)
  return [text.slice(0, place), ...divide(text.slice(place))]
}

/** The places behind what matches, those near the middle first. */
function placesOf(pattern: RegExp, text: string): readonly number[] {
  const middle = text.length / 2
  return [...text.matchAll(pattern)]
    .map((match) => match.index + match[0].length)
    .filter((place) => place < text.length)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
}

/** `place`, or one before where it would fall between the halves of a character outside the basic plane. */
function wholeCharacter(text: string, place: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(place - 1)) ? place - 1 : place
}
