import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from '../refusals/refusal.ts'

/** A server that listens. */
export type Listening = {
  readonly port: number
  /** From here on each answer is the last one of its connection. */
  readonly letGo: () => void
  /** Takes no new request, lets those under way finish for so long, cuts what is left, and is done. */
  readonly close: (ending?: Ending) => Promise<void>
}

export type Ending = {
  /** How long requests under way may still take. */
  readonly graceMs: number
  /** Told how many answers had to be cut. */
  readonly cut: (answers: number) => void
}

/** `connection` tells from where a request came; whoever does not ask need not take it. */
type Answering = { readonly fetch: (request: Request, connection?: object) => Response | Promise<Response> }

/** What may answer before anything is routed; false where it has no answer. */
export type FirstAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

/** Bytes of a request before its body: a search of 10,000 characters is told so on a page, in words. */
const longestHead = 128 * 1024

/** Answers HTTP on `host` and `port` (0: any free one). Refuses a port that is taken or not allowed, an unknown host. */
export async function listen(app: Answering, host: string, port: number, first?: FirstAnswer): Promise<Listening> {
  const route = getRequestListener((request, connection) => app.fetch(request, connection))
  const underWay = new Map<ServerResponse, Socket>()
  const sockets = new Set<Socket>()
  let leaving = false
  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => {
    if (leaving) response.shouldKeepAlive = false
    if (first?.(request, response)) return
    const { socket } = request
    underWay.set(response, socket)
    response.once('close', () => {
      underWay.delete(response)
      // Its head may have promised that the connection goes on.
      if (leaving) socket.destroySoon()
    })
    void route(request, response)
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const letGo = () => {
    leaving = true
    for (const response of underWay.keys()) if (!response.headersSent) response.shouldKeepAlive = false
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalFor(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    letGo,
    close(ending) {
      letGo()
      return close(server, underWay, sockets, ending)
    },
  }
}

function close(
  server: Server,
  underWay: ReadonlyMap<ServerResponse, Socket>,
  sockets: ReadonlySet<Socket>,
  { graceMs, cut }: Ending = { graceMs: 20_000, cut: () => {} },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => {
      cut(underWay.size)
      server.closeAllConnections()
      // One on which nothing was asked yet is none to the server.
      for (const socket of sockets) socket.destroy()
    }, graceMs)
    // The server's own `close` takes an answer for sent as soon as it was handed over, and would cut a large one short.
    NetServer.prototype.close.call(server, (error) => {
      clearTimeout(impatient)
      if (error) reject(error)
      else resolve()
    })
    const busy = new Set(underWay.values())
    // What is still on its way out is sent before the end.
    for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon()
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
