/** The numbering formats of ECMA-376 (ST_NumberFormat) that Chinese documents use. */
export type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'decimalFullWidth'
  | 'decimalEnclosedCircle'
  | 'decimalEnclosedParen'
  | 'decimalEnclosedFullstop'
  | 'upperLetter'
  | 'lowerLetter'
  | 'upperRoman'
  | 'lowerRoman'
  | 'chineseCounting'
  | 'chineseLegalSimplified'
  | 'ideographDigital'
  | 'ideographTraditional'
  | 'ideographZodiac'
  | 'none'

const names: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  decimalHalfWidth: 'decimal',
  decimalZero: 'decimalZero',
  decimalFullWidth: 'decimalFullWidth',
  decimalFullWidth2: 'decimalFullWidth',
  decimalEnclosedCircle: 'decimalEnclosedCircle',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
  decimalEnclosedParen: 'decimalEnclosedParen',
  decimalEnclosedFullstop: 'decimalEnclosedFullstop',
  upperLetter: 'upperLetter',
  lowerLetter: 'lowerLetter',
  upperRoman: 'upperRoman',
  lowerRoman: 'lowerRoman',
  chineseCounting: 'chineseCounting',
  chineseCountingThousand: 'chineseCounting',
  taiwaneseCounting: 'chineseCounting',
  taiwaneseCountingThousand: 'chineseCounting',
  japaneseCounting: 'chineseCounting',
  koreanCounting: 'chineseCounting',
  chineseLegalSimplified: 'chineseLegalSimplified',
  ideographLegalTraditional: 'chineseLegalSimplified',
  ideographDigital: 'ideographDigital',
  taiwaneseDigital: 'ideographDigital',
  japaneseDigitalTenThousand: 'ideographDigital',
  ideographTraditional: 'ideographTraditional',
  ideographZodiac: 'ideographZodiac',
  none: 'none',
}

/** The format that a document names; what we do not know counts in plain digits, as Word does. */
export function numberFormat(name: string): NumberFormat {
  return Object.hasOwn(names, name) ? (names[name] ?? 'decimal') : 'decimal'
}

// Chinese numerals are data of the formats, not words for people.
const counting = { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'], myriad: '万' }
const legal = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], myriad: '萬' }
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** How `value` is written in a format; a value that the format cannot write comes in plain digits. */
export function formatNumber(value: number, format: NumberFormat): string {
  const plain = String(value)
  switch (format) {
    case 'none':
      return ''
    case 'decimal':
      return plain
    case 'decimalZero':
      return plain.padStart(2, '0')
    case 'decimalFullWidth':
      return plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalEnclosedCircle':
      return enclosed(value, 0x2460, plain)
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474, plain)
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488, plain)
    case 'lowerLetter':
      return letters(value, plain)
    case 'upperLetter':
      return letters(value, plain).toUpperCase()
    case 'lowerRoman':
      return roman(value, plain)
    case 'upperRoman':
      return roman(value, plain).toUpperCase()
    case 'chineseCounting':
      return chinese(value, counting, plain)
    case 'chineseLegalSimplified':
      return chinese(value, legal, plain)
    case 'ideographDigital':
      return plain.replace(/\d/g, (digit) => counting.digits[Number(digit)] ?? digit)
    case 'ideographTraditional':
      return stems[value - 1] ?? plain
    case 'ideographZodiac':
      return branches[value - 1] ?? plain
  }
}

function enclosed(value: number, first: number, plain: string): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : plain
}

/** a … z, aa, bb … as Word counts, which repeats the letter. */
function letters(value: number, plain: string): string {
  if (value < 1 || value > 780) return plain
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

function roman(value: number, plain: string): string {
  if (value < 1 || value > 3999) return plain
  let rest = value
  let text = ''
  for (const [size, letter] of romans) {
    while (rest >= size) {
      text += letter
      rest -= size
    }
  }
  return text
}

/** 1 to 99,999,999 as 一千零二十; 10 to 19 without the leading 一 in the everyday numerals. */
function chinese(value: number, numerals: typeof counting, plain: string): string {
  if (value < 1 || value > 99_999_999 || !Number.isInteger(value)) return plain
  const zero = '零'
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const four = (number: number) => {
    let text = ''
    let gap = false
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(number / 10 ** place) % 10
      if (digit === 0) {
        gap = text !== ''
        continue
      }
      text += (gap ? zero : '') + (numerals.digits[digit] ?? '') + (numerals.units[place] ?? '')
      gap = false
    }
    return text
  }
  const text = high === 0 ? four(low) : four(high) + numerals.myriad + (low > 0 && low < 1000 ? zero : '') + four(low)
  return numerals === counting ? text.replace(/^一十/, '十') : text
}
