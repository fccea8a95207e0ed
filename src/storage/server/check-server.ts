import type { Client } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'

const oldest = 15

/**
 * Refuses a server or database that would work wrongly in silence: PostgreSQL before 15, an encoding other than UTF8, and
 * a database whose character classes are those of C, where Chinese characters are no letters.
 */
export async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{
    version: number
    name: string
    encoding: string
    provider: string
    ctype: string
  }>(
    `select current_setting('server_version_num')::integer as version, datname as name,
       pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider,
       coalesce(case when datlocprovider = 'b' then to_jsonb(d) ->> 'datlocale' end, datctype) as ctype
     from pg_database d where datname = current_database()`,
  )
  const found = rows[0]
  if (!found) throw new Error('the database does not list itself')
  const major = Math.floor(found.version / 10_000)
  if (major < oldest) throw new Refusal('database-too-old', { major, oldest })
  if (found.encoding !== 'UTF8')
    throw new Refusal('database-encoding', { database: found.name, encoding: found.encoding })
  if (found.ctype === 'C' || found.ctype === 'POSIX') throw new Refusal('database-ctype', { database: found.name })
}
