import type { Language } from '../refusals/refusal.ts'

type DeclareWords = {
  readonly templateWritten: (file: string) => string
  readonly declared: (agency: string, year: number, version: number, by: string, blanks: number) => string
  readonly insteadOfLedger: string
  readonly withdrawn: (agency: string, year: number) => string
  readonly nothingToWithdraw: (agency: string, year: number) => string
}

/** What `report declare` says to people. */
export const declareWords: Readonly<Record<Language, DeclareWords>> = {
  'zh-CN': {
    templateWritten: (file) => `已生成申报表 ${file}\n`,
    declared: (agency, year, version, by, blanks) =>
      `已记录 ${agency} ${year} 年度申报数据第 ${version} 版，申报人 ${by}${blanks > 0 ? `；其中 ${blanks} 个单元格空白` : ''}\n`,
    insteadOfLedger: '注意：该机关有台账。本年度报告今后采用申报数据，不再由台账计算；撤回申报请用 --withdraw。\n',
    withdrawn: (agency, year) => `已撤回 ${agency} ${year} 年度申报数据，恢复由台账计算\n`,
    nothingToWithdraw: (agency, year) => `${agency} ${year} 年度没有申报数据，无需撤回\n`,
  },
  en: {
    templateWritten: (file) => `Wrote the form ${file}\n`,
    declared: (agency, year, version, by, blanks) =>
      `Recorded version ${version} of the figures that ${by} declares for ${agency} ${year}${blanks > 0 ? `; ${blanks} cells are blank` : ''}\n`,
    insteadOfLedger:
      'Note: this agency keeps a ledger. The report of this year now takes the declared figures; --withdraw takes them back.\n',
    withdrawn: (agency, year) => `Took back the declared figures of ${agency} ${year}; the ledger counts again\n`,
    nothingToWithdraw: (agency, year) => `There are no declared figures of ${agency} ${year} to take back\n`,
  },
}
