import { Client, type ClientConfig, type Pool, type PoolClient, types } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'

const dateOid = 1082

/** Days stay text: a `date` has no time zone to be moved by. */
export const typeParsers: NonNullable<ClientConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === dateOid
      ? (text: string) => text
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
}

/** A connected client, or a refusal that says what stands in the way. The caller ends it. */
export async function connect(config: ClientConfig): Promise<Client> {
  const client = newClient(config, 15_000)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw signInRefusal(error, config) ?? error
  }
}

/** As `connect`, for a connection that goes back to its pool. */
export async function connectFrom(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw signInRefusal(error, pool.options) ?? error
  }
}

/** A client that is not connected yet and gives up after `patienceMs`. */
export function newClient(config: ClientConfig, patienceMs: number): Client {
  const client = new Client({
    ...config,
    types: typeParsers,
    application_name: 'gongkai',
    connectionTimeoutMillis: patienceMs,
  })
  // A connection that dies while idle is noticed by the next query on it; without a listener it would end the process.
  client.on('error', ignoreIdleLoss)
  return client
}

export function ignoreIdleLoss(): void {}

/** The refusal for a sign-in that failed for a reason a person can mend, else null. */
function signInRefusal(error: unknown, config: ClientConfig): Refusal | null {
  const { user, database, host, port } = new Client(config)
  const server = `${host}:${port}`
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new Refusal('database-sign-in', { user: user ?? '', server })
    case '3D000':
      return new Refusal('database-missing', { database: database ?? '', server })
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return new Refusal('database-unreachable', { server })
    case '53300':
      return new Refusal('database-full-of-connections', { server })
    default:
      return null
  }
}

/** What a statement begins with that a connection parses and plans once and then runs again and again. */
const prepared = '/* prepared */'

const names = new Map<string, string>()

/** Makes a connection keep the statements that begin with `prepared`. Their texts must be few. */
export function keepPrepared(client: Pick<Client, 'query'>): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const keeping = (text: unknown, values?: unknown, ...rest: readonly unknown[]) => {
    if (typeof text !== 'string' || !text.startsWith(prepared)) return query(text, values, ...rest)
    const name = names.get(text) ?? `kept ${names.size + 1}`
    names.set(text, name)
    return query({ name, text, values }, ...rest)
  }
  client.query = keeping as Client['query']
}
