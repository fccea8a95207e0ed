import type { Language } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import type { WorkToday } from '../today/work-today.ts'
import { type DeliveryProblem, problemInWords } from './delivery-problem.ts'
import type { ReminderKind } from './reminder-channel.ts'
import { messageText, reminderMessage } from './reminder-message.ts'

/** What a notice in the program tells, as facts. */
export type NoticeContent =
  | { readonly kind: ReminderKind; readonly content: WorkToday }
  | {
      readonly kind: 'givenUp'
      readonly content: {
        readonly channelName: string
        readonly reminder: ReminderKind
        readonly problem: DeliveryProblem
      }
    }

/** A notice in words. */
export function noticeInWords(
  agencyName: string,
  day: Day,
  notice: NoticeContent,
  language: Language,
): { readonly subject: string; readonly text: string } {
  if (notice.kind !== 'givenUp') {
    const message = reminderMessage(agencyName, day, notice.kind, notice.content, language)
    return { subject: message.subject, text: messageText({ ...message, close: '' }, language).trimEnd() }
  }
  const { channelName, problem } = notice.content
  const why = problemInWords(problem, language)
  return language === 'en'
    ? {
        subject: `The reminder of ${day} did not go out over ${channelName}`,
        text: `The reminder of ${day} did not go out over ${channelName}: ${why}. Mend it, try it with gongkai reminders test, and catch up with gongkai reminders send.`,
      }
    : {
        subject: `${day} 的提醒没有通过“${channelName}”发出`,
        text: `${day} 的提醒没有通过“${channelName}”发出：${why}。改好后请用 gongkai reminders test 测试，用 gongkai reminders send 补发。`,
      }
}
