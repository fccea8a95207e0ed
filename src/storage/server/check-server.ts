import type { Client } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'

const oldest = 15

/** What a server says of itself and of the database one is signed in to. */
export type ServerFacts = {
  readonly version: number
  readonly name: string
  readonly encoding: string
  readonly ctype: string
}

/** Refuses a server or database that would work wrongly in silence. */
export async function checkServer(client: Client): Promise<void> {
  // `datlocale` came with PostgreSQL 17 and is read through jsonb so that 15 accepts the query.
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::integer as version, datname as name,
       pg_encoding_to_char(encoding) as encoding,
       coalesce(case when datlocprovider = 'b' then to_jsonb(d) ->> 'datlocale' end, datctype) as ctype
     from pg_database d where datname = current_database()`,
  )
  const [found] = rows
  if (!found) throw new Error('the database does not list itself')
  judgeServer(found)
}

/**
 * Refuses PostgreSQL before 15, an encoding other than UTF8, and a database whose character classes are those of C, where
 * Chinese characters are no letters.
 */
export function judgeServer({ version, name, encoding, ctype }: ServerFacts): void {
  const major = Math.floor(version / 10_000)
  if (major < oldest) throw new Refusal('database-too-old', { major, oldest })
  if (encoding !== 'UTF8') throw new Refusal('database-encoding', { database: name, encoding })
  if (ctype === 'C' || ctype === 'POSIX') throw new Refusal('database-ctype', { database: name })
}
