import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a webhook in a test was sent. */
export type Posted = { readonly path: string; readonly body: never }

/** A real HTTP server on loopback; by default it answers as a group robot does. */
export async function webhookServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void = (response) =>
    void response.end('{"errcode":0,"errmsg":"ok"}'),
): Promise<{ readonly url: string; readonly posted: Posted[]; readonly close: () => Promise<void> }> {
  const posted: Posted[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      // Whoever posted left before the end.
      return
    }
    const text = Buffer.concat(chunks).toString('utf8')
    posted.push({ path: request.url ?? '', body: (text === '' ? null : JSON.parse(text)) as never })
    answer(response, request)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=0123456789abcdef`,
    posted,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
