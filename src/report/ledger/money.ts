/** A cent is the smallest unit of money here; sums of cents are exact. */
export const centsPerYuan = 2
/** 1 万元 = 10,000 元 = 10^6 cents: the form's unit has six exact decimals. */
export const centsPerWanYuan = 6

/** Cents that `text` says in a unit of 10^`decimals` cents, or why it says none. */
export function parseMoney(text: string, decimals: number): bigint | 'notMoney' | 'finerThanCent' | 'outOfRange' {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) return 'notMoney'
  const whole = match[1] ?? ''
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return 'finerThanCent'
  const cents = BigInt(whole + fraction.padEnd(decimals, '0'))
  return cents > LARGEST ? 'outOfRange' : cents
}

/** Beyond 10^15 cents (十万亿元) a double no longer tells cents of 万元 apart and no agency collects it. */
const LARGEST = 10n ** 15n

/** Cents written in a unit of 10^`decimals` cents, without loss and without trailing zeros: 35000n → `0.035` 万元. */
export function formatMoney(cents: bigint, decimals: number): string {
  const digits = cents.toString().padStart(decimals + 1, '0')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return digits.slice(0, digits.length - decimals) + (fraction ? `.${fraction}` : '')
}

/**
 * A number of a spreadsheet file as plain decimal digits. Spreadsheets keep 15 significant digits and write binary
 * noise after them (`12.345599999999999`); null when `text` is no finite number.
 */
export function plainDecimal(text: string): string | null {
  if (/^-?\d{1,15}$/.test(text)) return text
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return null
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  const point = Number(exponent) + 1
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const fraction = padded.slice(at).replace(/0+$/, '')
  return `${sign}${padded.slice(0, at)}${fraction ? `.${fraction}` : ''}`
}
