import { Refusal } from '../refusals/refusal.ts'
import { isMailAddress } from '../requests/reminders/reminder-channel.ts'

/** The mail server of the installation, and in whose name it sends. */
export type Smtp = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS where it is offered, or as a must. */
  readonly tls: 'implicit' | 'offered' | 'required'
  readonly signIn: { readonly user: string; readonly pass: string } | null
  readonly from: { readonly name: string; readonly address: string }
}

/** The mail server that the environment names; null for none. Refuses what is malformed, and never repeats it: it holds a password. */
export function readSmtp(env: Readonly<Record<string, string | undefined>>): Smtp | null {
  const { GONGKAI_SMTP_URL: url, GONGKAI_SMTP_FROM: from } = env
  if (!url && !from) return null
  const server = readUrl(url ?? '')
  const sender = readSender(from ?? '')
  if (!server || !sender) throw new Refusal('smtp-url-wrong')
  return { ...server, from: sender }
}

function readUrl(text: string): Omit<Smtp, 'from'> | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text)
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '' || !['', '/'].includes(pathname)) return null
  const asked = searchParams.get('tls')
  if ([...searchParams.keys()].some((key) => key !== 'tls') || ![null, 'offered', 'required'].includes(asked))
    return null
  let signIn: Smtp['signIn'] = null
  try {
    if (username !== '') signIn = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  } catch {
    return null
  }
  const implicit = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (implicit ? 465 : 587) : Number(port),
    // A password never goes out in clear because somebody on the way took STARTTLS out of the greeting.
    tls: implicit ? 'implicit' : asked === 'required' || (asked === null && signIn) ? 'required' : 'offered',
    signIn,
  }
}

function readSender(text: string): Smtp['from'] | null {
  const [, name = '', address = text.trim()] = /^\s*"?([^"<>\p{C}]*?)"?\s*<([^<>]+)>\s*$/u.exec(text) ?? []
  return isMailAddress(address) ? { name, address } : null
}
