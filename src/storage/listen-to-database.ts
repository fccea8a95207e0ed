import type { PoolClient } from 'pg'
import type { Connections } from './transaction/transact.ts'

/** What is told of a channel. */
export type Hearing = {
  readonly heard: (payload: string) => void
  /** From here on everything is heard; what was told before may have been missed. */
  readonly begun: () => void
  /** From here on nothing is heard, until it has begun again. */
  readonly lost: () => void
}

/** How long to wait before listening again after the connection was lost. */
const againMs = 500

/** Listens on a channel of the database over a connection of its own, and listens again when that is lost. */
export function listenToDatabase(
  connections: Pick<Connections, 'connect'>,
  channel: string,
  { heard, begun, lost }: Hearing,
): { readonly stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let client: PoolClient | null = null
  const again = () => {
    client?.release(true)
    client = null
    if (stopped) return
    lost()
    timer = setTimeout(() => {
      starting = start()
    }, againMs)
  }
  const start = async () => {
    try {
      client = await connections.connect()
      client.on('notification', ({ channel: of, payload }) => of === channel && heard(payload ?? ''))
      client.once('end', again)
      await client.query(`listen ${channel}`)
      begun()
    } catch {
      again()
    }
  }
  let starting = start()
  return {
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await starting
      client?.removeListener('end', again)
      client?.release(true)
    },
  }
}
