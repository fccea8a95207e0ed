/** Every kind of letter of a record amendment, in the order in which a case comes to them. What each says stands beside this. */
export const amendmentLetterKinds = [
  'evidenceNotice',
  'transferLetter',
  'transferNotice',
  'elsewhereNotice',
  'decisionNotice',
] as const

export type AmendmentLetterKind = (typeof amendmentLetterKinds)[number]
