import type { Language } from '../refusals/refusal.ts'
import { placeEn } from '../report/check/words/en.ts'
import { placeZh } from '../report/check/words/zh-cn.ts'
import type { Cell } from '../report/report.ts'
import type { ReportSource } from '../storage/ledger/report-of-year.ts'
import { beijingDay } from './beijing-day.ts'

type CellWords = {
  readonly head: (agency: string, year: number, where: string, cell: Cell, source: ReportSource) => string
  readonly foot: (shown: number, next: string | null) => string
}

/** What `report cell` says to people. */
export const cellWords: Readonly<Record<Language, CellWords>> = {
  'zh-CN': {
    head: (agency, year, where, cell, source) =>
      `${agency} ${year} 年度 ${placeZh(where)}（${where}）＝ ${cell.text === '' ? '空白' : cell.text}，${
        source.kind === 'ledger'
          ? `由台账计算，截至 ${source.asOf}`
          : `由 ${source.by} 于 ${beijingDay(source.at)} 申报（第 ${source.version} 版），后面没有台账明细`
      }\n`,
    foot: (shown, next) => `共列出 ${shown} 行${next === null ? '' : `，后面还有：--after '${next}'`}\n`,
  },
  en: {
    head: (agency, year, where, cell, source) =>
      `${agency} ${year} ${placeEn(where)} (${where}) = ${cell.text === '' ? '(blank)' : cell.text}, ${
        source.kind === 'ledger'
          ? `computed from the ledger as of ${source.asOf}`
          : `declared by ${source.by} on ${beijingDay(source.at)} (version ${source.version}); no rows behind it`
      }\n`,
    foot: (shown, next) => `${shown} rows${next === null ? '' : `, more with --after '${next}'`}\n`,
  },
}
