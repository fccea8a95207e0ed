import type { Language } from '../refusals/refusal.ts'
import type { Sent } from '../reminders/send-reminder.ts'
import { problemInWords } from '../requests/reminders/delivery-problem.ts'
import { noticeInWords } from '../requests/reminders/present-notice.ts'
import type { ReminderChannelKind, ReminderKind } from '../requests/reminders/reminder-channel.ts'
import type { listNotices } from '../storage/reminders/inbox.ts'
import type { LastReminder, ListedChannel } from '../storage/reminders/reminder-channels.ts'
import { beijingDay, beijingTime } from './beijing-day.ts'

type Words = {
  readonly added: (name: string) => string
  readonly removed: (name: string) => string
  readonly inAppNeedsNoTest: string
  readonly testSent: string
  readonly testFailed: (why: string) => string
  readonly read: (marked: number) => string
  readonly kinds: Readonly<Record<ReminderChannelKind, string>>
  readonly reminders: Readonly<Record<ReminderKind, string>>
  readonly states: Readonly<Record<LastReminder['state'] | 'taken', string>>
  readonly heads: readonly string[]
  readonly never: string
  readonly none: string
  readonly workingDays: string
  readonly everyDay: string
  readonly noNotices: string
  readonly unread: string
  readonly next: (mark: string) => string
}

export const reminderWords: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    added: (name) =>
      `已添加提醒方式“${name}”。测试：gongkai reminders test ${name}；到点发送需要 gongkai serve 在运行。\n`,
    removed: (name) => `已删除提醒方式“${name}”\n`,
    inAppNeedsNoTest: '站内提醒不经过网络，无需测试。查看：gongkai reminders inbox\n',
    testSent: '已发出测试消息，请核对是否收到。\n',
    testFailed: (why) => `测试消息没有发出：${why}。\n`,
    read: (marked) => `已将 ${marked} 条通知标为已读\n`,
    kinds: { inApp: '站内', email: '邮件', wecom: '企业微信', dingtalk: '钉钉', webhook: '网址' },
    reminders: { digest: '待办', urgent: '催办' },
    states: {
      waiting: '未发出，将重试',
      sent: '已发出',
      nothing: '没有待办',
      givenUp: '未发出，已放弃',
      taken: '已经发出，或者正在发送',
    },
    heads: ['名称', '方式', '地址', '待办', '催办', '日子', '最近一次'],
    never: '不发',
    none: '还没有发过',
    workingDays: '工作日',
    everyDay: '每天',
    noNotices: '没有通知。\n',
    unread: '未读',
    next: (mark) => `还有更多，请加 --after '${mark}'\n`,
  },
  en: {
    added: (name) =>
      `Added the reminder channel "${name}". Try it: gongkai reminders test ${name}. Reminders go out while gongkai serve runs.\n`,
    removed: (name) => `Removed the reminder channel "${name}"\n`,
    inAppNeedsNoTest: 'The inbox needs no network and no test. See gongkai reminders inbox\n',
    testSent: 'The test message went out; see whether it came.\n',
    testFailed: (why) => `The test message did not go out: ${why}.\n`,
    read: (marked) => `Marked ${marked} ${marked === 1 ? 'notice' : 'notices'} as read\n`,
    kinds: { inApp: 'inbox', email: 'e-mail', wecom: 'WeCom', dingtalk: 'DingTalk', webhook: 'webhook' },
    reminders: { digest: 'digest', urgent: 'urgent' },
    states: {
      waiting: 'did not go out, is tried again',
      sent: 'went out',
      nothing: 'nothing to tell',
      givenUp: 'did not go out, given up',
      taken: 'has gone out, or is on its way',
    },
    heads: ['name', 'kind', 'to', 'digest', 'urgent', 'days', 'last'],
    never: 'never',
    none: 'none yet',
    workingDays: 'working days',
    everyDay: 'every day',
    noNotices: 'No notices.\n',
    unread: 'unread',
    next: (mark) => `There is more: add --after '${mark}'\n`,
  },
}

/** Channels, columns parted by tabs. */
export function channelsInText(channels: readonly ListedChannel[], language: Language): string {
  const own = reminderWords[language]
  const lines = channels.map(({ name, kind, to, at, urgentAt, workingDaysOnly, last }) =>
    [
      ...[name, own.kinds[kind], to ?? '', at, urgentAt ?? own.never],
      workingDaysOnly ? own.workingDays : own.everyDay,
      last ? lastInText(last, language) : own.none,
    ].join('\t'),
  )
  return `${[own.heads.join('\t'), ...lines].join('\n')}\n`
}

function lastInText({ day, kind, state, problem, finishedAt }: LastReminder, language: Language): string {
  const own = reminderWords[language]
  const when = finishedAt ? `${beijingDay(finishedAt)} ${beijingTime(finishedAt)}` : day
  const why = problem ? [problemInWords(problem, language)] : []
  return [when, own.reminders[kind], [own.states[state], ...why].join(language === 'en' ? ': ' : '：')].join(' ')
}

/** What came of a reminder that was sent by hand. */
export function sentInText(name: string, sent: Sent, language: Language): string {
  const why = 'problem' in sent ? [problemInWords(sent.problem, language)] : []
  return `${name}\t${[reminderWords[language].states[sent.state], ...why].join(language === 'en' ? ': ' : '：')}\n`
}

/** Notices with their texts. */
export function noticesInText(
  agency: string,
  { notices, next }: Awaited<ReturnType<typeof listNotices>>,
  language: Language,
): string {
  const own = reminderWords[language]
  if (notices.length === 0) return own.noNotices
  const parts = notices.map((notice) => {
    const made = `${beijingDay(notice.madeAt)} ${beijingTime(notice.madeAt)}`
    const { text } = noticeInWords(agency, notice.day, notice, language)
    return `${notice.id}\t${made}${notice.readAt ? '' : `\t${own.unread}`}\n${text.replace(/^/gm, '  ')}\n`
  })
  return `${parts.join('\n')}${next === null ? '' : own.next(next)}`
}
