import type { RequestRefusal } from '../../requests/decide/decided.ts'
import { refusalInWords } from '../../requests/words/refusal-words.ts'

/** Thrown to undo the transaction when an act on a case is turned down. */
export class ActRefused extends Error {
  readonly refusal: RequestRefusal

  constructor(refusal: RequestRefusal) {
    super(refusalInWords(refusal, 'en'))
    this.name = 'ActRefused'
    this.refusal = refusal
  }
}
