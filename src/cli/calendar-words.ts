import type { Language } from '../refusals/refusal.ts'
import type { ArrangedDays } from '../statute/calendar/compose-calendar.ts'
import type { MovedDeadline } from '../storage/requests/refresh-deadlines.ts'

type Reasons = Pick<ArrangedDays, 'off' | 'work'>
type CalendarWords = {
  readonly head: (layer: string, days: ArrangedDays, keep: 'all' | 'nothing', moved: number) => string
  readonly moved: (one: MovedDeadline) => string
  readonly because: (reasons: Reasons) => string
  readonly used: (agency: string, layer: string) => string
}

/** What importing a calendar says. */
export const calendarWords: Readonly<Record<Language, CalendarWords>> = {
  'zh-CN': {
    head: (layer, { year, off, work }, keep, moved) =>
      `${layer === 'national' ? `全国${year ?? ''}年节假日安排` : `“${layer}”的休息日`}：休息 ${off.length} 天，上班 ${work.length} 天。${
        keep === 'all' ? '已记录。' : '试算，没有记录。'
      }${moved === 0 ? '没有在办申请的期限变动。' : `${moved} 件在办申请的期限变动：`}`,
    moved: ({ before, after }) => `${before ?? '未定'} → ${after ?? '未定'}`,
    because: ({ off, work }) =>
      [
        ...(off.length > 0 ? [`${off.join('、')} 休息`] : []),
        ...(work.length > 0 ? [`${work.join('、')} 上班`] : []),
      ].join('；'),
    used: (agency, layer) => `${agency} 的期限现按“${layer}”日历计算，在办申请下次列出时重新计算。`,
  },
  en: {
    head: (layer, { year, off, work }, keep, moved) =>
      `${layer === 'national' ? `National holidays of ${year ?? ''}` : `Days of ${layer}`}: ${off.length} off, ${work.length} worked. ${
        keep === 'all' ? 'Recorded.' : 'A trial: nothing was recorded.'
      } ${moved === 0 ? 'No open case moves.' : `Open cases that move: ${moved}`}`,
    moved: ({ before, after }) => `${before ?? 'open'} → ${after ?? 'open'}`,
    because: ({ off, work }) =>
      [
        ...(off.length > 0 ? [`off: ${off.join(', ')}`] : []),
        ...(work.length > 0 ? [`worked: ${work.join(', ')}`] : []),
      ].join('; '),
    used: (agency, layer) =>
      `${agency} now goes by the calendar ${layer}; open cases are counted anew when they are next listed.`,
  },
}
