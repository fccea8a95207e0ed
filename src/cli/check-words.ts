import type { Language } from '../refusals/refusal.ts'
import { placeEn } from '../report/check/words/en.ts'
import { placeZh } from '../report/check/words/zh-cn.ts'
import type { Report } from '../report/report.ts'
import type { Severity } from '../statute/finding.ts'

/** `unread`: files without errors whose tables, or some of them, were not found. */
export type CheckTally = {
  readonly files: number
  readonly failing: number
  readonly unread: number
  readonly refused: number
}

/** What `report check` prints around the findings. `places` are the first of `count`, by the contract's address. */
export type CheckWords = {
  readonly refused: string
  readonly noAgency: string
  readonly noYear: string
  readonly year: (year: number) => string
  readonly forms: Readonly<Record<Report['form'], string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly count: (severity: string, count: number) => string
  /** Behind a sentence that holds in several places. */
  readonly times: (count: number) => string
  readonly nothingFound: string
  readonly figuresUnchecked: string
  readonly tablesMissing: (tables: readonly string[]) => string
  readonly unreadable: (places: readonly string[], count: number) => string
  /** The last line where several files were checked. */
  readonly summary: (tally: CheckTally) => string
  readonly otherAgency: (previous: string, agency: string) => string
  readonly undecided: (rule: string, places: readonly string[], count: number) => string
}

const listZh = (places: readonly string[], count: number) =>
  `${places.map(placeZh).join('、')}${count > places.length ? ' 等' : ''}`
const listEn = (places: readonly string[], count: number) =>
  `${places.map(placeEn).join(', ')}${count > places.length ? ' …' : ''}`

export const checkWords: Readonly<Record<Language, CheckWords>> = {
  'zh-CN': {
    refused: '未检查',
    noAgency: '机关名称未读到',
    noYear: '年度未读到',
    year: (year) => `${year} 年度`,
    forms: { '2021': '2021 年格式', '2019': '2019 年格式', mixed: '新旧混用格式' },
    severities: { error: '错误', warning: '提醒', advice: '建议' },
    count: (severity, count) => `${severity} ${count}`,
    times: (count) => `（共 ${count} 处）`,
    nothingFound: '没有发现问题',
    figuresUnchecked: '表格没有读到，数字未核对',
    tablesMissing: (tables) => `没有读到：${tables.map(placeZh).join('、')}（缺少或为图片），未核对数字。`,
    unreadable: (places, count) => `${count} 格读不准：${listZh(places, count)}，请对照原件。`,
    summary: ({ files, failing, unread, refused }) =>
      `共 ${files} 份：有错误 ${failing} 份，没有错误 ${files - failing - unread - refused} 份${unread > 0 ? `，表格没有读到 ${unread} 份` : ''}${refused > 0 ? `，未能检查 ${refused} 份` : ''}\n`,
    otherAgency: (previous, agency) =>
      `注意：上年报告是“${previous}”的，这份是“${agency}”的。如果不是机关更名或改革，请检查 --previous 是否选错。\n`,
    undecided: (rule, places, count) =>
      `${rule} 有 ${count} 处因空白、缺少或读不准而无法核对：${listZh(places, count)}`,
  },
  en: {
    refused: 'not checked',
    noAgency: 'agency not found',
    noYear: 'year not found',
    year: (year) => `${year}`,
    forms: { '2021': 'form of 2021', '2019': 'form of 2019', mixed: 'old and new form mixed' },
    severities: { error: 'error', warning: 'warning', advice: 'advice' },
    count: (severity, count) => `${count} ${severity}${count === 1 || severity === 'advice' ? '' : 's'}`,
    times: (count) => ` (${count} places)`,
    nothingFound: 'nothing found',
    figuresUnchecked: 'tables not found, figures not checked',
    tablesMissing: (tables) =>
      `Not found: ${tables.map(placeEn).join(', ')} (missing or a picture); figures not checked.`,
    unreadable: (places, count) => `${count} unreadable: ${listEn(places, count)}; compare with the original.`,
    summary: ({ files, failing, unread, refused }) =>
      `${files} files: ${failing} with errors, ${files - failing - unread - refused} without${unread > 0 ? `, ${unread} without tables` : ''}${refused > 0 ? `, ${refused} not checked` : ''}\n`,
    otherAgency: (previous, agency) =>
      `Note: the report of last year is by ${previous}, this one by ${agency}. Unless it was renamed, check --previous.\n`,
    undecided: (rule, places, count) =>
      `${rule} could not be decided in ${count} places (blank, missing or unreadable): ${listEn(places, count)}`,
  },
}
