import { Refusal } from '../refusals/refusal.ts'
import {
  inAppByDefault,
  isHour,
  isMailAddress,
  type ReminderChannelKind,
  type ReminderTarget,
  reminderChannelKinds,
} from '../requests/reminders/reminder-channel.ts'
import { requireAgency } from '../storage/agencies.ts'
import { addReminderChannel } from '../storage/reminders/reminder-channels.ts'
import { oneOf, requiredOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { reminderWords } from './reminder-text.ts'
import { subjectOptions } from './subject-options.ts'

const usage =
  'gongkai reminders add NAME --agency CODE --kind email|wecom|dingtalk|webhook|inApp --to ADDRESS|URL [--at HH:MM] [--urgent-at HH:MM|never] …'

/** `gongkai reminders add`: one more way in which an agency is reminded each day. */
export const remindersAdd: Command = async (args, context) => {
  const {
    code,
    subject: name,
    values,
  } = subjectOptions(args, 'NAME', usage, {
    kind: { type: 'string' },
    to: { type: 'string' },
    secret: { type: 'string' },
    at: { type: 'string' },
    'urgent-at': { type: 'string' },
    'every-day': { type: 'boolean' },
    'when-nothing': { type: 'boolean' },
    days: { type: 'string' },
    language: { type: 'string' },
  })
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,62}[\p{L}\p{N}])?$/u.test(name))
    throw new Refusal('bad-option', { reason: 'NAME' })
  const kind = oneOf('--kind', requiredOption(values.kind, '--kind', usage), reminderChannelKinds)
  // The name of the inbox that every agency has.
  if (name === inAppByDefault.name && kind !== 'inApp') throw new Refusal('bad-option', { reason: 'NAME inApp' })
  const target = readTarget(kind, values.to, values.secret)
  const days = values.days ?? String(inAppByDefault.days)
  if (!/^\d{1,3}$/.test(days)) throw new Refusal('bad-option', { reason: `--days ${days} (0 … 999)` })
  const language = oneOf('--language', values.language ?? context.language, ['zh-CN', 'en'])
  const { at, urgentAt } = readHours(values.at, values['urgent-at'])
  const channel = {
    ...{ name, kind, language, at, urgentAt, days: Number(days) },
    workingDaysOnly: !values['every-day'],
    whenNothing: values['when-nothing'] ?? false,
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      addReminderChannel(trx, agency.id, channel, target),
    )
    context.out(reminderWords[context.language].added(name))
    return 0
  })
}

function readHours(given: string | undefined, urgent: string | undefined) {
  const at = given ?? inAppByDefault.at
  // Without a word on it the urgent one leaves a digest of the afternoon alone.
  const usual = at < String(inAppByDefault.urgentAt) ? inAppByDefault.urgentAt : null
  const urgentAt = urgent === 'never' ? null : (urgent ?? usual)
  if (!isHour(at) || (urgentAt !== null && (!isHour(urgentAt) || urgentAt <= at)))
    throw new Refusal('reminder-hours-wrong', { value: [at, urgentAt].join(' ') })
  return { at, urgentAt }
}

function readTarget(
  kind: ReminderChannelKind,
  to: string | undefined,
  secret: string | undefined,
): ReminderTarget | null {
  if (secret !== undefined && (kind !== 'dingtalk' || secret === ''))
    throw new Refusal('bad-option', { reason: '--secret (--kind dingtalk)' })
  if (kind === 'inApp') {
    if (to !== undefined) throw new Refusal('bad-option', { reason: '--to (--kind inApp)' })
    return null
  }
  const given = requiredOption(to, '--to', usage)
  if (!(kind === 'email' ? isMailAddress(given) : isWebhook(given)))
    throw new Refusal('reminder-target-wrong', { kind })
  return { to: given, secret: secret ?? null }
}

function isWebhook(text: string): boolean {
  if (!URL.canParse(text) || /[\s\p{C}]/u.test(text)) return false
  const { protocol, username, password } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === ''
}
