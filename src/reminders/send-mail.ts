import { Socket } from 'node:net'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type DeliveryProblem, wordsOfOthers } from '../requests/reminders/delivery-problem.ts'
import { patienceMs } from './patience.ts'
import type { Smtp } from './smtp.ts'

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }

/** Hands one mail to the installation's server; null when it took it. Ends by the time-out, or when `stopped`, whatever the server does. */
export async function sendMail(smtp: Smtp, mail: Mail, stopped: AbortSignal): Promise<DeliveryProblem | null> {
  const message = await compose(smtp, mail)
  // A socket of our own: whatever state the talk is in, it can be torn down, and nothing is left that keeps a process alive.
  const socket = new Socket()
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    socket,
    secure: smtp.tls === 'implicit',
    requireTLS: smtp.tls === 'required',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    maxResponseSize: 64 * 1024,
  })
  const secrets = [mail.to, ...(smtp.signIn ? [smtp.signIn.user, smtp.signIn.pass] : [])]
  const patience = AbortSignal.timeout(patienceMs)
  const ended = AbortSignal.any([patience, stopped])
  let tellEnded = () => {}
  try {
    return await new Promise<DeliveryProblem | null>((resolve) => {
      const fail = (error: MailError) => resolve(problemOf(error, secrets))
      tellEnded = () => resolve({ is: stopped.aborted ? 'stopped' : 'timedOut' })
      ended.addEventListener('abort', tellEnded, { once: true })
      if (ended.aborted) tellEnded()
      connection.on('error', fail)
      const send = () =>
        connection.send({ from: smtp.from.address, to: [mail.to] }, message, (error) => {
          if (error) fail(error)
          else resolve(null)
        })
      connection.connect((error) => {
        if (error) fail(error)
        else if (smtp.signIn)
          connection.login({ ...smtp.signIn }, (refused) => {
            if (refused) fail(refused)
            else send()
          })
        else send()
      })
    })
  } finally {
    ended.removeEventListener('abort', tellEnded)
    // What comes late is of no interest any more, and must not end the process.
    connection.removeAllListeners('error')
    connection.on('error', () => {})
    connection.close()
    socket.on('error', () => {})
    socket.destroy()
  }
}

async function compose({ from }: Smtp, { to, subject, text, html }: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    // As an object an address is never parsed into several.
    to: { name: '', address: to },
    subject,
    text,
    html,
    textEncoding: 'base64',
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await composer.compile().build()
}

type MailError = Error & {
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
}

function problemOf(error: MailError, secrets: readonly string[]): DeliveryProblem {
  const { code = '', responseCode, response = '' } = error
  const said = wordsOfOthers(response, secrets)
  const inner = causeCode(error)
  if (code === 'EAUTH') return { is: 'signInRefused' }
  if (code === 'ETIMEDOUT') return { is: 'timedOut' }
  if (isCertificate(inner) || /certificate/i.test(error.message)) return { is: 'certificate' }
  if (code === 'ETLS' && !/initiating/.test(error.message)) return { is: 'tlsMissing' }
  if (code === 'EENVELOPE' && responseCode !== undefined) return { is: 'recipientRefused', status: responseCode, said }
  if (responseCode !== undefined) return { is: 'mailRefused', status: responseCode, said }
  if (['ESOCKET', 'ECONNECTION', 'EDNS'].includes(code)) return { is: 'unreachable', code: inner }
  return { is: 'failed', code: code || error.name }
}

/** The system's own name of what went wrong, which holds no address. */
function causeCode(error: MailError): string {
  const told = /\b(E[A-Z_]{3,}|[A-Z]+_[A-Z_]+)\b/.exec(`${error.message}`)?.[1]
  return told ?? error.code ?? error.name
}

export function isCertificate(code: string): boolean {
  return /CERT|UNABLE_TO_VERIFY|SELF_SIGNED|ERR_TLS/.test(code)
}
