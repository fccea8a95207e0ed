export type AmendmentLetterKind =
  | 'evidenceNotice'
  | 'transferLetter'
  | 'transferNotice'
  | 'elsewhereNotice'
  | 'decisionNotice'
