import { sql } from 'kysely'
import { bodyText } from '../../publications/item-body.ts'
import { findPersonalInformation, type PersonalInformation } from '../../publications/personal-information.ts'
import type { PublicationCase } from '../../publications/publication-case.ts'
import type { Trx } from '../storage.ts'
import { loadText } from './load-publication.ts'

/** What in the catalogue, the text and the files of a draft looks like information of persons. */
export async function personalInItem(
  trx: Trx,
  agencyId: number,
  { content }: Pick<PublicationCase, 'content'>,
): Promise<readonly PersonalInformation[]> {
  const { metadata, text, attachments } = content
  const body = await loadText(trx, agencyId, text)
  const own = findPersonalInformation([
    { place: '标题', text: metadata.title },
    { place: '内容概述', text: metadata.summary ?? '' },
    { place: '关键词', text: metadata.keywords.join(' | ') },
    { place: '正文', text: body === null ? '' : bodyText(body) },
  ])
  if (attachments.length === 0) return own
  const { rows } = await sql<{ shown: string; personal: readonly Omit<PersonalInformation, 'place'>[] }>`select shown,
      personal from publication_file
    where agency_id = ${agencyId} and shown = any (${attachments.map(({ file }) => file)}::text[])`.execute(trx)
  const known = new Map(rows.map(({ shown, personal }) => [shown, personal]))
  return [
    ...own,
    ...attachments.flatMap(({ file, name }) => (known.get(file) ?? []).map((one) => ({ ...one, place: name }))),
  ]
}
