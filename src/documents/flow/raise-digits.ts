export const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const loweredDigits = '₀₁₂₃₄₅₆₇₈₉'

/** Digits as the mark of a note is printed, so that 3 with a raised 1 behind it is not 31. Full-width ones count. */
export function raiseDigits(chars: string, digits: string = raisedDigits): string {
  return chars.replace(/[0-9０-９]/g, (one) => digits.charAt(one.charCodeAt(0) & 0xf))
}
