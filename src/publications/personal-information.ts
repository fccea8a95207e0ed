/** What looks like information of a person: of a kind, in a place, so often, and one of them with most of it blotted out. */
export type PersonalInformation = {
  readonly kind: 'identityNumber' | 'mobilePhone' | 'bankCard'
  /** 标题, 正文 …, or the name of a file. */
  readonly place: string
  readonly count: number
  readonly example: string
}

/** A text of an item, and where it stands. */
export type PlacedText = { readonly place: string; readonly text: string }

const kindWords: Readonly<Record<PersonalInformation['kind'], string>> = {
  identityNumber: '身份证号',
  mobilePhone: '手机号码',
  bankCard: '银行卡号',
}

/** One finding on a line, in the language of the documents. */
export function personalInWords({ kind, place, count, example }: PersonalInformation): string {
  return `${place}：${kindWords[kind]} ${count} 处（${example}）`
}

/**
 * Looks for numbers of identity cards whose check digit is right, of mobile phones, and of bank cards whose check digit is
 * right. Offices' own telephones are public and not looked for; names cannot be told from other words.
 */
export function findPersonalInformation(texts: readonly PlacedText[]): readonly PersonalInformation[] {
  return texts.flatMap(({ place, text }) => {
    const found = new Map<PersonalInformation['kind'], { count: number; example: string }>()
    for (const number of numbersIn(text)) {
      const kind = kindOf(number)
      if (!kind) continue
      const before = found.get(kind)
      found.set(kind, { count: (before?.count ?? 0) + 1, example: before?.example ?? blotted(number) })
    }
    return [...found].map(([kind, rest]) => ({ kind, place, ...rest }))
  })
}

/** Runs of digits, written together or in groups; an identity number may end in X. */
function numbersIn(text: string): readonly string[] {
  const found = text
    .normalize('NFKC')
    .matchAll(/(?<![\dA-Za-z])\d(?:[ -]?\d){9,18}(?:[Xx](?![\dA-Za-z])|(?![ -]?\d|[A-Za-z]))/g)
  return [...found].map(([number]) => number.replace(/[ -]/g, '').toUpperCase())
}

function kindOf(number: string): PersonalInformation['kind'] | null {
  if (/^\d{17}[\dX]$/.test(number) && isIdentityNumber(number)) return 'identityNumber'
  if (/^(?:86)?1[3-9]\d{9}$/.test(number)) return 'mobilePhone'
  if (/^(?:62|60|4|5[1-5]|3[47])\d{13,17}$/.test(number) && number.length >= 15 && hasLuhnDigit(number))
    return 'bankCard'
  return null
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: a day of birth that can be, and the check digit by ISO 7064 MOD 11-2. */
function isIdentityNumber(number: string): boolean {
  const [month, dayOfMonth] = [Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  if (!/^(?:18|19|20)/.test(number.slice(6)) || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31)
    return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

function hasLuhnDigit(number: string): boolean {
  let sum = 0
  for (let at = number.length - 1, second = false; at >= 0; at--, second = !second) {
    const digit = Number(number[at]) * (second ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** So much that whoever looks for it finds it, and nobody learns it. */
function blotted(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
}
