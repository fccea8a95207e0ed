import type { PublicationRefusal } from '../../publications/decide-publication.ts'
import { publicationRefusalInWords } from '../../publications/words/publication-words.ts'
import type { Language } from '../../refusals/refusal.ts'

/** Thrown to undo the transaction when an act on an item is turned down. */
export class PublicationRefused extends Error {
  readonly refusal: PublicationRefusal

  constructor(refusal: PublicationRefusal) {
    super(publicationRefusalInWords(refusal, 'en'))
    this.name = 'PublicationRefused'
    this.refusal = refusal
  }

  words(language: Language): string {
    return publicationRefusalInWords(this.refusal, language)
  }
}
