import type { AgencyKind, AgencyLevel } from '../../statute/agency-rank.ts'
import { day } from '../../statute/day.ts'
import type { Finding } from '../../statute/finding.ts'
import { headings } from '../../statute/form-2021.ts'
import { type Cell, formatAddress, makeTables, missingCell, numberCell, parseAddress, type Report } from '../report.ts'
import type { CheckContext, RuleId } from './rule.ts'

/**
 * A case beside its rule. Given: a good report without any request, changed as said; finds: what the rule must report of
 * it, field by field as far as written, and nothing more. Adding a case needs no programming.
 */
export type Example = {
  readonly title: string
  readonly given: GivenReport & GivenContext
  readonly finds: readonly Partial<Finding>[]
}
export type RuleExamples = { readonly rule: RuleId; readonly examples: readonly Example[] }

export type GivenReport = {
  readonly agency?: string | null
  readonly year?: number | null
  readonly form?: Report['form']
  readonly title?: string
  readonly lead?: string
  /** Prose by section number; null leaves the section out. */
  readonly text?: Readonly<Record<number, string | null>>
  readonly headings?: Readonly<Record<number, string>>
  /** Order in which the sections stand. */
  readonly order?: readonly number[]
  /** Figures or marks by the contract's address; `*` is every other cell, default 0. */
  readonly cells?: Readonly<Record<string, GivenCell>>
}
type GivenContext = {
  readonly previous?: GivenReport
  readonly agencies?: readonly GivenReport[]
  readonly level?: AgencyLevel
  readonly kind?: AgencyKind
  readonly publishedOn?: string
  readonly documentText?: string
}
type GivenCell = number | 'blank' | 'none' | 'missing' | 'unreadable' | Cell

const marks: Readonly<Record<Extract<GivenCell, string>, Cell>> = {
  blank: { value: null, kind: 'blank', text: '' },
  none: { value: null, kind: 'none', text: '/' },
  missing: missingCell,
  unreadable: { value: null, kind: 'unreadable', text: '1?' },
}

const goodText: Readonly<Record<number, string>> = {
  1: '（一）主动公开。全年主动公开政府信息36条。\n（二）依申请公开。全年未收到政府信息公开申请。\n（三）政府信息管理。严格审核把关。\n（四）政府信息公开平台建设。维护门户网站专栏。\n（五）监督保障。开展业务培训，组织社会评议，纳入绩效考核，未发生责任追究情形。',
  2: '',
  3: '',
  4: '',
  5: '解读形式较为单一。下一步将丰富解读形式。',
  6: '全年未发出收费通知，未收取信息处理费。',
}

/** The report an example describes. */
export function buildReport(given: GivenReport): Report {
  const year = given.year === undefined ? 2024 : given.year
  const agency = given.agency === undefined ? '清河县水务局' : given.agency
  const title = given.title ?? `${agency ?? '清河县水务局'}${year ?? 2024}年政府信息公开工作年度报告`
  const lead = given.lead ?? `本报告所列数据的统计期限为${year ?? 2024}年1月1日至12月31日。`
  const text = { ...goodText, ...given.text }
  const order = given.order ?? [1, 2, 3, 4, 5, 6]
  return {
    agency,
    year,
    form: given.form ?? '2021',
    preamble: { title, text: [title, lead].filter(Boolean).join('\n') },
    sections: order.flatMap((number) => {
      const prose = text[number]
      const heading = given.headings?.[number] ?? headings[number - 1] ?? ''
      return typeof prose === 'string' ? [{ number, heading, text: prose }] : []
    }),
    ...makeTables((address) => toCell(given.cells?.[formatAddress(address)] ?? given.cells?.['*'] ?? 0)),
  }
}

/** The context an example describes. Throws on an address that the form has not. */
export function buildContext(given: GivenReport & GivenContext): CheckContext {
  for (const address of Object.keys(given.cells ?? {})) {
    if (address !== '*' && !parseAddress(address)) throw new RangeError(`no such cell: ${address}`)
  }
  return {
    ...(given.previous && { previous: buildReport({ year: 2023, ...given.previous }) }),
    ...(given.agencies && { agencies: given.agencies.map(buildReport) }),
    ...(given.level && { level: given.level }),
    ...(given.kind && { kind: given.kind }),
    ...(given.publishedOn && { publishedOn: day(given.publishedOn) }),
    ...(given.documentText !== undefined && { documentText: given.documentText }),
  }
}

function toCell(given: GivenCell): Cell {
  if (typeof given === 'number') return numberCell(given)
  return typeof given === 'string' ? marks[given] : given
}
