import type { Language } from '../../refusals/refusal.ts'
import type { AmendmentRefusal } from '../../requests/amendments/decide-amendment.ts'
import { amendmentRefusalInWords } from '../../requests/amendments/words/amendment-words.ts'

/** Thrown to undo the transaction when an act on a record amendment is turned down. */
export class AmendmentRefused extends Error {
  readonly refusal: AmendmentRefusal

  constructor(refusal: AmendmentRefusal) {
    super(amendmentRefusalInWords(refusal, 'en'))
    this.name = 'AmendmentRefused'
    this.refusal = refusal
  }

  words(language: Language): string {
    return amendmentRefusalInWords(this.refusal, language)
  }
}
