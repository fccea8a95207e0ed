import { Client, type ClientConfig } from 'pg'
import { beginAnew, madeUpItem, madeUpText } from './made-up-items.ts'

const atOnce = 1000

/**
 * Fills `public_item` with made-up items of some agencies, each with a text of about `characters`, in words of which some are common
 * and most rare. Straight into the table, since what is measured is reading.
 */
export async function fillExportItems(
  owner: ClientConfig,
  agencies: readonly number[],
  items: number,
  characters: number,
): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('set row_security = off; set synchronous_commit = off')
    beginAnew(1)
    for (let from = 0; from < items; from += atOnce) {
      const columns = Array.from({ length: 13 }, (): unknown[] => [])
      for (let n = from; n < Math.min(from + atOnce, items); n++) {
        const item = madeUpItem(n, items, agencies)
        const clock = new Date(item.second * 1000).toISOString().slice(11, 19)
        const body = madeUpText(characters)
          .split('\n')
          .map((text) => ({ type: 'paragraph', runs: [{ text }] }))
        const values = [
          ...[n, item.agencyId, item.indexNumber, item.title, item.makers[0], item.madeOn, item.documentNumber],
          ...[item.item, item.theme, item.genre, item.validity, `${item.publishedOn}T${clock}+08:00`],
          JSON.stringify(body),
        ]
        for (const [at, value] of values.entries()) columns[at]?.push(value)
      }
      await client.query(
        `insert into public_item (id, agency_id, index_number, version, title, maker, made_on, document_number, kind, item,
          theme, genre, validity, validity_since, validity_basis, keywords, joint_makers, interprets, published_at,
          changed_at, body, attachments)
        select md5('item ' || n)::uuid, agency, index, 1, title, maker, made, document, 'other', item, theme, genre, validity,
          made, '', '{}', '{}', '{}', at, at, body::jsonb, '[]'
        from unnest($1::integer[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[],
          $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::text[])
          t (n, agency, index, title, maker, made, document, item, theme, genre, validity, at, body)`,
        columns,
      )
    }
    await client.query('analyze public_item')
  } finally {
    await client.end()
  }
}
