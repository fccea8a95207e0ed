const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The digits of a note's mark, which must not be taken for more digits of the number that they stand behind. */
export function raiseDigits(text: string): string {
  return text.replace(/\d/g, (digit) => raised[Number(digit)] ?? digit)
}
