import { inspectAttachment } from '../../documents/attachment/inspect-attachment.ts'
import { textOfAttachment } from '../../documents/attachment/text-of-attachment.ts'
import { hasSecrecyMarking } from '../../office/inspect-text.ts'
import { directionCharacter } from '../../quality/direction-character.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { type StoredFile, storeFile } from '../../storage/files/stored-files.ts'
import type { Acting, Storage } from '../../storage/storage.ts'

/**
 * Takes a file in: what it is by its content, whether its words bear the marking of a secret, and only then is anything
 * written. Pictures and scans have no words that could be looked at.
 */
export async function keepFile(
  storage: Storage,
  who: Acting & { readonly agencyId: number },
  name: string,
  content: Uint8Array,
): Promise<StoredFile> {
  const character = directionCharacter(name)
  if (character !== null) throw new Refusal('text-direction-characters', { place: 'fileName', character })
  if (!/^[^/\\\p{C}]{1,200}$/u.test(name)) throw new Refusal('attachment-name')
  const { kind, mediaType } = inspectAttachment(content, name)
  const text = await textOfAttachment(kind, content, name)
  if (text !== null && hasSecrecyMarking(text)) throw new Refusal('attachment-secret')
  return await storage.transact(who, (trx) => storeFile(trx, who.agencyId, { name, mediaType, content }))
}
