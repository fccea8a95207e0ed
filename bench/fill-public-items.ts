import { Client, type ClientConfig } from 'pg'

/**
 * Fills `public_item` with made-up items of an agency, as the public sees them: a title, and a text of `paragraphs` times about 110
 * characters. Straight into the table, since what is measured is reading.
 */
export async function fillPublicItems(
  owner: ClientConfig,
  agencyId: number,
  items: number,
  paragraphs: number,
): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('set row_security = off')
    await client.query(
      `insert into public_item (id, agency_id, index_number, version, title, maker, made_on, document_number, kind, item,
        theme, genre, validity, validity_since, validity_basis, keywords, joint_makers, interprets, published_at, changed_at,
        body, attachments)
      select gen_random_uuid(), $1, 'N' || n, 1, '关于' || chr(20000 + n % 3000) || chr(21000 + n % 800) || '工作的通知（' || n || '）',
        '清河县人民政府办公室', date '2015-01-01' + n % 4000, '清政办发〔' || 2015 + n % 11 || '〕' || n || '号', 'other',
        (array['rules', 'plans', 'statistics', 'budgets'])[1 + n % 4], (1 + n % 20) || '.1', (array['notice', 'opinion'])[1 + n % 2],
        'inForce', date '2015-01-01' + n % 4000, '', '{}', '{}', '{}',
        timestamptz '2015-01-02 09:00+08' + n * interval '3 hours', timestamptz '2015-01-02 09:00+08' + n * interval '3 hours',
        (select jsonb_agg(jsonb_build_object('type', 'paragraph', 'runs', jsonb_build_array(jsonb_build_object('text',
          (select string_agg(chr(19968 + (w * 7) % 5000) || chr(19968 + (w * 13) % 5000), '') from
            (select ((n * 31 + p * 57 + c * c * (1 + n % 13)) % 3000)::integer as w from generate_series(1, 55) c) words)))))
          from generate_series(1, $3::integer) p), '[]'
      from generate_series(1, $2::integer) n`,
      [agencyId, items, paragraphs],
    )
    await client.query('analyze public_item')
  } finally {
    await client.end()
  }
}
