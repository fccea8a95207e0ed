import { sql } from 'kysely'
import { filesInBody } from '../../publications/item-body.ts'
import type { PublicationCase } from '../../publications/publication-case.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { dbKey } from '../ledger/ledger-mapping.ts'
import { announcePublic } from '../public-changes.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { loadText } from './load-publication.ts'

import { tagsOfChange } from './public-tags.ts'
import { wordsOfFiles } from './publication-files.ts'
import { indexPublicItems } from './search/index-public-item.ts'

type Change = { readonly id: string; readonly item: PublicationCase; readonly before: PublicationCase | null }

/** Brings what the public sees up to an item, in the transaction of the act; nothing is done where the public sees no change. */
export async function showToPublic(trx: Trx, agencyId: number, { id, item, before }: Change): Promise<void> {
  const { live, validity, takedown } = item
  if (live === before?.live && validity === before?.validity && takedown === before?.takedown) return
  if (live !== null) await showVersion(trx, agencyId, { id, item, before })
  else if (takedown)
    await sql`update public_item set taken_down_on = ${takedown.on}, takedown_reasons = ${takedown.reasons},
        body = null, attachments = '[]', attachment_text = '', changed_at = clock_timestamp()
      where agency_id = ${agencyId} and id = ${id}`.execute(trx)
  else return
  await indexPublicItems(trx, agencyId, [id])
  await recordDocument(trx, agencyId, item)
  announcePublic(trx, tagsOfChange(agencyId, id, [before?.live, live]))
}

async function showVersion(trx: Trx, agencyId: number, { id, item, before }: Change): Promise<void> {
  const { live, indexNumber, firstPublishedAt, validity } = item
  if (live === null || indexNumber === null || validity === null) throw new Error(`the item ${id} is not published`)
  const { metadata, text, attachments } = live.content
  const body = await loadText(trx, agencyId, text)
  const files = await publicFiles(trx, agencyId, attachments, body === null ? [] : filesInBody(body))
  const values = {
    index_number: indexNumber,
    version: live.version,
    title: metadata.title,
    summary: metadata.summary,
    maker: metadata.maker,
    made_on: metadata.madeOn,
    document_number: metadata.documentNumber,
    kind: metadata.kind,
    item: metadata.item,
    theme: metadata.theme,
    genre: metadata.genre,
    validity: validity.validity,
    validity_since: validity.since,
    validity_basis: validity.basis,
    keywords: metadata.keywords,
    joint_makers: metadata.jointMakers,
    interprets: metadata.interprets,
    valid_until: metadata.validUntil,
    site_column: metadata.column ?? null,
    published_at: firstPublishedAt,
    taken_down_on: null,
    takedown_reasons: null,
    body: body === null ? null : JSON.stringify(body),
    attachments: JSON.stringify(files),
    attachment_text: await wordsOfFiles(trx, agencyId, attachments),
  }
  // What no longer holds is as much a change for readers as a new version is.
  const changedAt = live === before?.live ? sql`clock_timestamp()` : sql`${live.at}`
  const names = ['changed_at', ...Object.keys(values)].map((name) => sql.ref(name))
  const given = [changedAt, ...Object.values(values).map((value) => sql`${value}`)]
  await sql`insert into public_item (id, agency_id, ${sql.join(names)})
    values (${id}, ${agencyId}, ${sql.join(given)})
    on conflict (id) do update set ${sql.join(names.map((name) => sql`${name} = excluded.${name}`))}`.execute(trx)
}

/** A file as the public gets it. `shown`: a picture within the text, not listed below it. */
export type PublicFile = {
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly shown: boolean
}

/** The files of a version; one whose bytes are gone keeps it from being published. */
async function publicFiles(
  trx: Trx,
  agencyId: number,
  attachments: readonly { readonly file: string; readonly name: string }[],
  figures: readonly string[],
): Promise<readonly PublicFile[]> {
  const wanted = [...attachments.map(({ file, name }) => ({ file, name, shown: false }))].concat(
    figures.map((file) => ({ file, name: '', shown: true })),
  )
  if (wanted.length === 0) return []
  const { rows } = await sql<{ digest: string; name: string; mediaType: string; bytes: number }>`select digest, name,
      media_type as "mediaType", bytes::integer as bytes from stored_file
    where agency_id = ${agencyId} and digest = any (${wanted.map(({ file }) => file)}::text[])`.execute(trx)
  const known = new Map(rows.map((row) => [row.digest, row]))
  const { files } = contextOf(trx)
  return await Promise.all(
    wanted.map(async ({ file, name, shown }) => {
      const found = known.get(file)
      if (!found) throw new Refusal('stored-file-unknown', { digest: file })
      try {
        await files.read(file)
      } catch {
        throw new Refusal('attachment-missing', { name: name || found.name })
      }
      return { ...found, name: name || found.name, shown }
    }),
  )
}

/** What table one of the annual report counts: a regulation or normative document of ours, its publication and its end. */
async function recordDocument(trx: Trx, agencyId: number, { live, validity, firstPublishedAt }: PublicationCase) {
  const metadata = live?.content.metadata
  if (!metadata || metadata.kind === 'other') return
  const ended = validity?.validity === 'repealed' || validity?.validity === 'expired' ? validity : null
  const { title, documentNumber, madeOn, kind, jointMakers, maker } = metadata
  const row = {
    title,
    document_number: documentNumber,
    kind,
    made_on: madeOn,
    published_on: firstPublishedAt?.slice(0, 10) ?? null,
    ended_on: ended?.since ?? null,
    ended_how: ended?.validity ?? null,
    lead_maker: jointMakers.length > 0 ? maker : null,
  }
  const names = Object.keys(row).map((name) => sql.ref(name))
  const values = Object.values(row).map((value) => sql`${value}`)
  const key = dbKey('documents', { title, documentNumber, madeOn })
  await sql`insert into document (agency_id, key, ${sql.join(names)}) values (${agencyId}, ${key}, ${sql.join(values)})
    on conflict (agency_id, key) do update set ${sql.join(names.map((name) => sql`${name} = excluded.${name}`))}`.execute(
    trx,
  )
  await sql`insert into ledger_sheet (agency_id, sheet, imported_at) values (${agencyId}, 'documents', now())
    on conflict do nothing`.execute(trx)
}
