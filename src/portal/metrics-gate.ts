import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import { nearestAddress } from './apply/client-address.ts'

/** Who may read the figures of a server. Each condition that is told has to hold; without any, nobody may. */
export type MetricsGate = {
  /** Bearer token; null where none is asked for. */
  readonly token: string | null
  /** Addresses and ranges to be asked from; null for any. */
  readonly from: BlockList | null
}

/** Addresses and ranges, `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`; null where one is none. */
export function addressRanges(written: readonly string[]): BlockList | null {
  const list = new BlockList()
  for (const one of written) {
    const [, address = '', bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(one) ?? []
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (family === 0 || length > most) return null
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/** Whether this request may read the figures. */
export function mayReadMetrics(c: Context, { token, from }: MetricsGate, trustedProxies: readonly string[]): boolean {
  if (token === null && from === null) return false
  if (token !== null && !sameText(bearerOf(c), token)) return false
  return from === null || isFrom(c, from, trustedProxies)
}

/**
 * A proxy on the same machine asks from an address of this machine for everybody: what it hands on bears a header that says so, and
 * unless the proxy is one that was named nothing is known of who asked.
 */
function isFrom(c: Context, from: BlockList, trustedProxies: readonly string[]): boolean {
  const { address, through } = nearestAddress(c, trustedProxies)
  if (through === 'unknown') return false
  const family = isIP(address)
  return family !== 0 && from.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

function bearerOf(c: Context): string {
  return /^Bearer ([^\s]+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
}

function sameText(told: string, own: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(told), digest(own))
}
