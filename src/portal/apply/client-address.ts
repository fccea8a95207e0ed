import { isIP } from 'node:net'
import type { Context } from 'hono'

/** Who asks, as far as counting goes: the address, and the neighbourhood that one person may move about in. */
export type ClientAddress = { readonly address: string; readonly prefix: string; readonly secure: boolean }

/**
 * The address that a request came from. What `X-Forwarded-For` says is believed only where the connection itself comes from a proxy
 * that was named; anybody else could write there what they like.
 */
export function clientAddress(c: Context, trustedProxies: readonly string[]): ClientAddress {
  const { address, through } = nearestAddress(c, trustedProxies)
  const https = new URL(c.req.url).protocol === 'https:'
  const told = through === 'proxy' && c.req.header('x-forwarded-proto') === 'https'
  return { ...placeOf(address), secure: https || told }
}

/**
 * The nearest address that is no proxy of ours, and how it came here: straight, through a proxy that was named, or through something
 * unknown that says it hands on somebody else's words.
 */
export function nearestAddress(
  c: Context,
  trustedProxies: readonly string[],
): { readonly address: string; readonly through: 'nothing' | 'proxy' | 'unknown' } {
  const trusted = (address: string) => trustedProxies.includes(address)
  const own = plain(connectionOf(c))
  if (!trusted(own)) {
    const handedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']
    return { address: own, through: handedOn.some((name) => c.req.header(name) !== undefined) ? 'unknown' : 'nothing' }
  }
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()))
  // What stands before it was written by somebody unknown.
  const address = told.findLast((one) => isIP(one) > 0 && !trusted(one))
  return { address: address ?? own, through: 'proxy' }
}

type Bindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } }

function connectionOf(c: Context): string {
  return (c.env as Bindings | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'
}

/** IPv4 addresses that come in the clothes of IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

function placeOf(address: string): Omit<ClientAddress, 'secure'> {
  if (isIP(address) === 4) return { address, prefix: address.split('.').slice(0, 3).join('.') }
  if (isIP(address) !== 6) return { address, prefix: address }
  const groups = expand(address)
  return { address: groups.slice(0, 4).join(':'), prefix: groups.slice(0, 3).join(':') }
}

function expand(address: string): readonly string[] {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(missing).fill('0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}
