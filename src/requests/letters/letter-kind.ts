/** Every kind of letter, in the order in which a case comes to them; the reply is last. What each says stands in `templates/`. */
export const letterKinds = [
  'receipt',
  'correctionNotice',
  'justificationNotice',
  'extensionNotice',
  'postponementNotice',
  'thirdPartyConsultation',
  'coMakerConsultation',
  'otherAgencyConsultation',
  'consultationNotice',
  'thirdPartyNotice',
  'feeNotice',
  'correctionOverdueNotice',
  'feeOverdueNotice',
  'withdrawalNotice',
  'reply',
] as const

export type LetterKind = (typeof letterKinds)[number]
