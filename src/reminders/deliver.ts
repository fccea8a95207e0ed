import { createHmac } from 'node:crypto'
import { type DeliveryProblem, wordsOfOthers } from '../requests/reminders/delivery-problem.ts'
import type { ReminderChannel, ReminderTarget } from '../requests/reminders/reminder-channel.ts'
import { messageHtml, messageText, type ReminderMessage } from '../requests/reminders/reminder-message.ts'
import { postJson } from './post-json.ts'
import { sendMail } from './send-mail.ts'
import type { Smtp } from './smtp.ts'

/** What goes out: the message in words, and for a plain webhook the same as facts. */
export type Delivery = { readonly message: ReminderMessage; readonly facts: Readonly<Record<string, unknown>> }

/** With what, and until when, messages are sent. */
export type Sending = { readonly smtp: Smtp | null; readonly now: () => Date; readonly stopped: AbortSignal }

/** Sends one message over a channel that leads out of the program; null when it went out. Ends by itself. */
export async function deliver(
  { kind, language }: ReminderChannel,
  target: ReminderTarget | null,
  { message, facts }: Delivery,
  { smtp, now, stopped }: Sending,
): Promise<DeliveryProblem | null> {
  if (!target) return { is: 'targetSealed' }
  const text = (mostBytes?: number) => messageText(message, language, mostBytes)
  switch (kind) {
    case 'email': {
      if (!smtp) return { is: 'smtpNotSet' }
      const mail = { to: target.to, subject: message.subject, text: text(), html: messageHtml(message, language) }
      return await sendMail(smtp, mail, stopped)
    }
    case 'wecom':
      return await postToRobot(target.to, text(2048), [target.to], stopped)
    case 'dingtalk': {
      const secrets = target.secret === null ? [target.to] : [target.to, target.secret]
      return await postToRobot(signed(target, now()), text(20_000), secrets, stopped)
    }
    case 'webhook':
      return (await postJson(target.to, { ...facts, subject: message.subject, text: text() }, stopped)).problem
    case 'inApp':
      throw new TypeError('the inbox is written with its record')
  }
}

/** Group robots take a text, and say with status 200 what is wrong. */
async function postToRobot(
  url: string,
  content: string,
  secrets: readonly string[],
  stopped: AbortSignal,
): Promise<DeliveryProblem | null> {
  const posted = await postJson(url, { msgtype: 'text', text: { content: content.trimEnd() } }, stopped)
  if (posted.problem) return posted.problem
  const said = readRobot(posted.answer)
  if (!said) return { is: 'answerUnreadable' }
  if (said.code === 0) return null
  const parts = secrets.flatMap((secret) => [secret, ...secret.split(/[/?&=#]+/).filter(({ length }) => length >= 12)])
  return { is: 'robotRefused', code: said.code, said: wordsOfOthers(said.words, parts) }
}

function readRobot(answer: string): { readonly code: number; readonly words: string } | null {
  try {
    const read: unknown = JSON.parse(answer)
    if (typeof read !== 'object' || read === null || !('errcode' in read) || !Number.isInteger(read.errcode))
      return null
    return { code: read.errcode as number, words: 'errmsg' in read ? String(read.errmsg) : '' }
  } catch {
    return null
  }
}

/** 钉钉 (加签): time and a digest of it under the secret go along in the address. */
function signed({ to, secret }: ReminderTarget, at: Date): string {
  if (secret === null) return to
  const url = new URL(to)
  const timestamp = String(at.getTime())
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
  return url.href
}
