import type { Language } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { nothingToDo, type ToDoPart, toDoParts } from '../today/to-do-words.ts'
import { isUrgent, type WorkToday } from '../today/work-today.ts'
import { shortLine } from '../words/short-line.ts'
import type { ReminderKind } from './reminder-channel.ts'

const mostOfName = 100

/** A message as data: every channel makes its own form of it. */
export type ReminderMessage = {
  readonly subject: string
  readonly title: string
  readonly parts: readonly ToDoPart[]
  readonly close: string
}

/** What of a day's work cannot wait until tomorrow. */
export function urgentWork({ toDo, remedies, amendments, publications = [] }: WorkToday): WorkToday {
  return {
    toDo: toDo.filter(({ reason }) => isUrgent(reason)),
    remedies: remedies.filter(({ reason }) => isUrgent(reason)),
    amendments: amendments.filter(({ reason }) => isUrgent(reason)),
    publications: publications.filter(({ reason }) => isUrgent(reason)),
  }
}

/** How many cases are told of. */
export function countWork({ toDo, remedies, amendments, publications = [] }: WorkToday): number {
  return [...toDo, ...remedies, ...amendments, ...publications].reduce((sum, { cases }) => sum + cases.length, 0)
}

/** What a reminder says: numbers and days only. */
export function reminderMessage(
  agencyName: string,
  day: Day,
  kind: ReminderKind,
  work: WorkToday,
  language: Language,
): ReminderMessage {
  const own = words[language]
  // A name may be anything that was typed; in a subject it is one line.
  const agency = shortLine(agencyName, mostOfName)
  const parts = toDoParts(work, day, language)
  const summary = parts.slice(0, 2).map(({ head }) => head)
  const more = parts.length > 2 ? own.more : ''
  return {
    subject: `${own.title(agency, kind)}${own.colon}${parts.length === 0 ? nothingToDo[language] : `${summary.join(own.comma)}${more}`}`,
    title: own.dated(own.title(agency, kind), day),
    parts,
    close: own.close,
  }
}

/** What `reminders test` sends. */
export function testMessage(agencyName: string, day: Day, language: Language): ReminderMessage {
  const own = words[language]
  const title = own.test(shortLine(agencyName, mostOfName))
  return { subject: title, title: own.dated(title, day), parts: [], close: own.testClose }
}

/** As plain text; cut to `mostBytes` of UTF-8 by leaving out the least pressing lines, and saying how many. */
export function messageText({ title, parts, close }: ReminderMessage, language: Language, mostBytes?: number): string {
  const own = words[language]
  const lines = parts.flatMap(({ head, lines: cases }) => [
    { text: `${head}${own.headEnd}`, isCase: false },
    ...cases.map((text) => ({ text: `  ${text}`, isCase: true })),
  ])
  const empty = parts.length === 0 && close !== own.testClose ? [nothingToDo[language]] : []
  const whole = (kept: number) => {
    const left = lines.slice(kept).filter(({ isCase }) => isCase).length
    const cut = left > 0 ? [own.left(left)] : []
    return `${[title, ...empty, ...lines.slice(0, kept).map(({ text }) => text), ...cut, close].join('\n')}\n`
  }
  let kept = lines.length
  while (mostBytes !== undefined && kept > 0 && utf8Bytes(whole(kept)) > mostBytes) kept -= 1
  return whole(kept)
}

/** As a page that any mail program shows, one column, for a phone as well; nothing in it is loaded from elsewhere. */
export function messageHtml({ title, parts, close }: ReminderMessage, language: Language): string {
  const own = words[language]
  const part = ({ head, urgent, lines }: ToDoPart) =>
    `<h2 style="margin:20px 0 6px;font-size:16px;color:${urgent ? '#b3261e' : '#1a1a1a'}">${escaped(head)}</h2>` +
    `<ul style="margin:0;padding:0;list-style:none">${lines.map((line) => `<li style="padding:8px 0;border-top:1px solid #e0e0e0;overflow-wrap:anywhere">${escaped(line)}</li>`).join('')}</ul>`
  const nothing =
    parts.length === 0 && close !== own.testClose ? `<p style="margin:12px 0">${nothingToDo[language]}</p>` : ''
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title></head>` +
    `<body style="margin:0;padding:16px;background:#fff;color:#1a1a1a;font:16px/1.5 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"><div style="max-width:600px;margin:0 auto">` +
    `<h1 style="margin:0;font-size:18px">${escaped(title)}</h1>${nothing}${parts.map(part).join('')}` +
    `<p style="margin:24px 0 0;font-size:14px;color:#595959">${escaped(close)}</p></div></body></html>\n`
  )
}

const words = {
  'zh-CN': {
    title: (agency: string, kind: ReminderKind) => `【${agency}】依申请公开${kind === 'urgent' ? '催办' : '待办'}`,
    test: (agency: string) => `【${agency}】依申请公开提醒：测试`,
    dated: (title: string, day: Day) => `${title}（${day}）`,
    colon: '：',
    comma: '，',
    headEnd: '：',
    more: '等',
    left: (n: number) => `……另有 ${n} 件未列出。`,
    close: '系统自动发送，只含编号和日期，办理请登录系统。',
    testClose: '这是一条测试消息，收到即说明设置正确。',
  },
  en: {
    title: (agency: string, kind: ReminderKind) =>
      `${agency}: disclosure requests ${kind === 'urgent' ? 'that cannot wait' : 'to do'}`,
    test: (agency: string) => `${agency}: test of the reminders of disclosure requests`,
    dated: (title: string, day: Day) => `${title} (${day})`,
    colon: ' – ',
    comma: '; ',
    headEnd: '',
    more: ' …',
    left: (n: number) => `… and ${n} more.`,
    close: 'Sent by the system: numbers and days only. To act, sign in to it.',
    testClose: 'This is a test; that it came means that all is set.',
  },
} as const

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

/** Length in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
