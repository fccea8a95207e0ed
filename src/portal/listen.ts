import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from '../refusals/refusal.ts'

/** A server that listens. `close` takes no new request, lets those under way finish, and is done. */
export type Listening = { readonly port: number; readonly close: () => Promise<void> }

/** `connection` tells from where a request came; whoever does not ask need not take it. */
type Answering = { readonly fetch: (request: Request, connection?: object) => Response | Promise<Response> }

/** How long requests under way may still take once the server is told to stop. */
const graceMs = 20_000

/** What may answer before anything is routed; false where it has no answer. */
export type FirstAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

/** Bytes of a request before its body: a search of 10,000 characters is told so on a page, in words. */
const longestHead = 128 * 1024

/** Answers HTTP on `host` and `port` (0: any free one). Refuses a port that is taken or not allowed, an unknown host. */
export async function listen(app: Answering, host: string, port: number, first?: FirstAnswer): Promise<Listening> {
  const route = getRequestListener((request, connection) => app.fetch(request, connection))
  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => {
    if (!first?.(request, response)) void route(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalFor(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close((error) => {
      clearTimeout(impatient)
      if (error) reject(error)
      else resolve()
    })
    server.closeIdleConnections()
  })
}

function refusalFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal('port-in-use', { port })
    case 'EACCES':
      return new Refusal('port-not-allowed', { port })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal('host-not-here', { host })
    default:
      return error
  }
}
