import type { Language } from '../refusals/refusal.ts'

type Details = Readonly<Record<string, string | number>>
type Words = Readonly<Record<Language, (details: Details) => string>>

/** What can be wrong with a call as such. */
const complaints = {
  'token-missing': {
    'zh-CN': () => '没有访问令牌。请在 Authorization 请求头中写 Bearer 和令牌。',
    en: () => 'The token is missing. Send the header Authorization: Bearer and the token.',
  },
  'token-unknown': {
    'zh-CN': () => '访问令牌无效或者已经撤销。请向管理员索取新的令牌。',
    en: () => 'The token is unknown or was taken back. Ask the operator for another one.',
  },
  'scope-missing': {
    'zh-CN': (d) => `这个访问令牌没有“${d.scope}”权限。请由管理员生成有这一权限的令牌。`,
    en: (d) => `This token lacks the scope ${d.scope}. Ask the operator for one that has it.`,
  },
  'not-found': {
    'zh-CN': () => '没有这个地址。接口说明见 /api/。',
    en: () => 'There is no such address. See /api/.',
  },
  'not-json': {
    'zh-CN': () => '请求正文不是有效的 JSON。请用 Content-Type: application/json 发送。',
    en: () => 'The body is no JSON. Send it with Content-Type: application/json.',
  },
  'field-wrong': {
    'zh-CN': (d) => `“${d.field}”缺少或者写错了：${d.why}`,
    en: (d) => `${d.field} is missing or wrong: ${d.why}`,
  },
  'query-unknown': {
    'zh-CN': (d) => `查询条件“${d.names}”不认识，没有查询。可以用的有：${d.known}。`,
    en: (d) => `${d.names} is no query name here, so nothing was looked up. Those that are: ${d.known}.`,
  },
  'version-wrong': {
    'zh-CN': () => 'If-Match 请求头应为案件的版本号，例如 "3"。',
    en: () => 'The header If-Match must be the version of the case, such as "3".',
  },
  'key-wrong': {
    'zh-CN': () => 'Idempotency-Key 请求头应为 1 至 200 个可见的 ASCII 字符。',
    en: () => 'The header Idempotency-Key must be 1 to 200 visible ASCII characters.',
  },
  'too-large': {
    'zh-CN': () => '请求正文太大：办理内容不超过 1 MB，附件不超过 50 MB。',
    en: () => 'The body is too large: 1 MB for acts, 50 MB for files.',
  },
  internal: {
    'zh-CN': (d) => `程序内部错误，编号 ${d.id}。没有保存任何内容，请稍后再试，并把编号告诉管理员。`,
    en: (d) => `Internal error ${d.id}. Nothing was stored; try again later, and tell the number to the operator.`,
  },
} as const satisfies Readonly<Record<string, Words>>

export type ComplaintId = keyof typeof complaints

/** Thrown where a call cannot be answered for what it is, not for what it asks. */
export class ApiComplaint extends Error {
  readonly status: 400 | 401 | 403 | 404 | 413 | 500
  readonly id: ComplaintId
  readonly details: Details

  constructor(status: ApiComplaint['status'], id: ComplaintId, details: Details = {}) {
    super(complaints[id].en(details))
    this.name = 'ApiComplaint'
    this.status = status
    this.id = id
    this.details = details
  }

  words(language: Language): string {
    return complaints[this.id][language](this.details)
  }
}
