import type { Language } from '../../refusals/refusal.ts'

/** Where a reminder goes. `inApp` is the inbox in the program itself. */
export type ReminderChannelKind = 'inApp' | 'email' | 'wecom' | 'dingtalk' | 'webhook'

export const reminderChannelKinds: readonly ReminderChannelKind[] = ['inApp', 'email', 'wecom', 'dingtalk', 'webhook']

/** A time of day in Beijing, `HH:MM`. */
export type Hour = string

/** One way in which an agency is reminded. Where it leads is sealed and not part of it. */
export type ReminderChannel = {
  readonly name: string
  readonly kind: ReminderChannelKind
  readonly language: Language
  readonly at: Hour
  /** When the urgent one goes out; null for never. */
  readonly urgentAt: Hour | null
  readonly workingDaysOnly: boolean
  /** Also says that nothing is to be done. */
  readonly whenNothing: boolean
  /** How many days ahead a deadline is told as coming soon. */
  readonly days: number
}

/** An address or URL, and what signs the messages to it. */
export type ReminderTarget = { readonly to: string; readonly secret: string | null }

/** The morning's digest, or the afternoon's word on what cannot wait. */
export type ReminderKind = 'digest' | 'urgent'

export const reminderKinds: readonly ReminderKind[] = ['digest', 'urgent']

/** How every agency is reminded that has not set it otherwise. */
export const inAppByDefault: ReminderChannel = {
  name: 'inApp',
  kind: 'inApp',
  language: 'zh-CN',
  at: '08:30',
  urgentAt: '15:00',
  workingDaysOnly: true,
  whenNothing: false,
  days: 7,
}

export function isHour(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** One plain address: nothing that a header or an envelope could read as more. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>(),;:"[\]\\\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u.test(text)
}

/** As much of a target as may be shown: who runs it, not who has access. */
export function maskTarget(kind: ReminderChannelKind, { to }: ReminderTarget): string {
  if (kind === 'email') return `${[...to][0] ?? ''}…${to.slice(to.lastIndexOf('@'))}`
  return `${/^https?:\/\/[^/?#]*/i.exec(to)?.[0] ?? ''}/…`
}
