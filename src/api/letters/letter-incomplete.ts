import { type Language, Refusal } from '../../refusals/refusal.ts'
import { type Missing, missingInWords } from '../../requests/words/letter-words.ts'

/** The refusal of a letter that lacks something, which also says to a program what. */
export class LetterIncomplete extends Refusal {
  readonly missing: readonly Missing[]

  constructor(missing: readonly Missing[], language: Language) {
    super('letter-incomplete', { missing: missingInWords(missing, language) })
    this.missing = missing
  }
}
