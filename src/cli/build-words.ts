import type { Language } from '../refusals/refusal.ts'
import type { AgencyKind } from '../statute/agency-rank.ts'

type BuildWords = {
  readonly written: (file: string, bytes: number) => string
  /** The report counts only a part of its year. */
  readonly unfinished: (year: number, asOf: string) => string
  /** What no ledger can tell and the agency has to write itself. */
  readonly drafted: (kind: AgencyKind) => string
  /** `ledger`: the blanks are figures that the ledger does not tell, rather than cells left blank in a declaration. */
  readonly blanks: (count: number, agency: string, ledger: boolean) => string
}

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024))

/** What `report build` says to people. */
export const buildWords: Readonly<Record<Language, BuildWords>> = {
  'zh-CN': {
    written: (file, bytes) => `已生成 ${file}（${kilobytes(bytes)} KB）\n`,
    unfinished: (year, asOf) => `注意：只统计到 ${asOf}，${year} 年度还没有结束，不是全年数据。\n`,
    drafted: (kind) =>
      `文字部分是草稿，只写了数据和法规能证明的内容。发布前请自己补写：第一部分，政府信息管理、平台建设、监督保障的实际做法${
        kind === 'government' ? '，工作考核、社会评议和责任追究结果' : ''
      }；第五部分，存在的主要问题和改进措施；第六部分，其他需要报告的事项。\n`,
    blanks: (count, agency, ledger) =>
      ledger
        ? `注意：有 ${count} 格空白，因为台账里没有这些数据。请用 gongkai ledger import 台账.xlsx --agency ${agency} 补齐后重新生成；确无数据的工作表，加 --confirm-empty。\n`
        : `注意：申报的数据里有 ${count} 格空白。没有发生的请填 0，重新申报后再生成。\n`,
  },
  en: {
    written: (file, bytes) => `Wrote ${file} (${kilobytes(bytes)} KB)\n`,
    unfinished: (year, asOf) => `Note: counted up to ${asOf} only; the year ${year} is not over.\n`,
    drafted: (kind) =>
      `The words are a draft that states only what figures and law bear. Before publishing, write yourself: in section one, what was done for managing information, for the platform and for supervision${
        kind === 'government' ? ', and the results of assessment, public appraisal and accountability' : ''
      }; in section five, the main problems and what was improved; in section six, anything else to report.\n`,
    blanks: (count, agency, ledger) =>
      ledger
        ? `Note: ${count} cells are blank, because the ledger does not tell them. Add them with gongkai ledger import FILE --agency ${agency} and build again; sheets that have nothing to tell take --confirm-empty.\n`
        : `Note: ${count} declared cells are blank. Enter 0 where nothing happened, declare and build again.\n`,
  },
}
