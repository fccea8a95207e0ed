import type { PoolClient } from 'pg'
import type { Connections } from './transaction/transact.ts'

/** What is told of a channel. `lost` is told first, and again whenever messages may have been missed. */
export type Hearing = { readonly heard: (payload: string) => void; readonly lost: () => void }

/** How long to wait before listening again after the connection was lost. */
const againMs = 500

/** Listens on a channel of the database over a connection of its own, and listens again when that is lost. */
export function listenToDatabase(
  connections: Pick<Connections, 'connect'>,
  channel: string,
  { heard, lost }: Hearing,
): { readonly stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let client: PoolClient | null = null
  const again = () => {
    client?.release(true)
    client = null
    if (stopped) return
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
      // What was told between the last message and now was not heard.
      lost()
    } catch {
      lost()
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
