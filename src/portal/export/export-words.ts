import type { Language } from '../../refusals/refusal.ts'

/** What the exported files say beside the pages of the portal. */
export type ExportWords = typeof zhCN

const zhCN = {
  elsewhere: '此项服务在办理服务器上',
  elsewhereAt: '本页为静态页面，此项服务请到以下地址办理：',
  nowhere: '本站不提供此项网上服务',
  nowhereInstead: '请按政府信息公开指南载明的地址、电话与公开机构联系。',
  guide: '政府信息公开指南',
  search: '搜索',
  searchLabel: '标题、文号、正文中的词',
  browse: '按公开单位和年份浏览',
  year: (year: string) => `${year} 年`,
  inYear: (agency: string, year: string) => `${agency} ${year} 年公开的信息`,
  /** What stands on both sides of the agency's name in that. */
  aroundAgency: (year: string) => ['', ` ${year} 年公开的信息`],
  found: '共找到',
  foundUnit: '条',
  none: '没有找到。请换一个词，或按公开单位和年份浏览。',
  failed: '搜索数据没有取到，请稍后再试，或按公开单位和年份浏览。',
  more: '更多结果',
  noScript: '搜索需要浏览器启用 JavaScript；不启用时，可以按公开单位和年份浏览。',
  newestOnly: (count: number) => `只能搜索最近公开的 ${count} 条；更早的请按公开单位和年份浏览。`,
} as const

const en = {
  elsewhere: 'This service is on the server',
  elsewhereAt: 'This is a static page. The service is at this address: ',
  nowhere: 'This site does not have this service',
  nowhereInstead: 'Please write to or call the agency as its guide to disclosure says.',
  guide: 'Guide to disclosure',
  search: 'Search',
  searchLabel: 'Words of a title, a number or a text',
  browse: 'By agency and year',
  year: (year: string) => year,
  inYear: (agency: string, year: string) => `Published in ${year} by ${agency}`,
  aroundAgency: (year: string) => [`Published in ${year} by `, ''],
  found: 'Found:',
  foundUnit: '',
  none: 'Nothing was found. Try another word, or look by agency and year.',
  failed: 'The data of the search could not be fetched. Try again later, or look by agency and year.',
  more: 'More',
  noScript: 'Search needs JavaScript in the browser. Without it, look by agency and year.',
  newestOnly: (count: number) => `Only the newest ${count} can be searched; older ones are found by agency and year.`,
} as const

export function exportWordsIn(language: Language): { readonly [K in keyof ExportWords]: Widened<ExportWords[K]> } {
  return language === 'en' ? en : zhCN
}

type Widened<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => R extends string ? string : readonly string[]
  : string
