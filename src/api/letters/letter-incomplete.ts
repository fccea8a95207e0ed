import { type Language, Refusal } from '../../refusals/refusal.ts'
import type { MissingElement } from '../../requests/letters/letter.ts'
import { missingInWords } from '../../requests/words/letter-words.ts'

/** The refusal of a letter that lacks something, which also says to a program what. */
export class LetterIncomplete extends Refusal {
  readonly missing: readonly MissingElement[]

  constructor(missing: readonly MissingElement[], language: Language) {
    super('letter-incomplete', { missing: missingInWords(missing, language) })
    this.missing = missing
  }
}
