import type { LedgerColumn } from './column.ts'
import { countColumns, documentColumns } from './publication-columns.ts'
import { remedyColumnsOfLedger, requestColumnsOfLedger } from './request-columns.ts'
import type { Rule } from './rules.ts'
import { countRules, documentRules, remedyRules, requestRules } from './sheet-rules.ts'

export type SheetId = 'requests' | 'remedies' | 'documents' | 'counts'

/** A sheet of the ledger workbook. This declaration drives template, matching, validation, messages and documentation. */
export type LedgerSheet = {
  readonly id: SheetId
  /** Chinese name; a file may use it or the id. */
  readonly name: string
  readonly columns: readonly LedgerColumn[]
  /** What tells two rows apart: the first of these lists whose cells are all filled. */
  readonly keys: readonly (readonly string[])[]
  readonly rules: readonly Rule[]
  /** Rows of the template that show how it is filled; ignored on import by the mark in their first cell. */
  readonly examples: readonly Readonly<Record<string, string | number>>[]
}

/** Marks in the first cell of a row: an example, or the explanation under the headings. Such rows are never imported. */
export const exampleMark = '【示例】'
export const explanationMark = '【说明】'

export const ledgerSheets: readonly LedgerSheet[] = [
  {
    id: 'requests',
    name: '依申请公开',
    columns: requestColumnsOfLedger,
    keys: [['number']],
    rules: requestRules,
    examples: [
      {
        number: `${exampleMark}2025-001`,
        channel: '邮寄',
        receivedOn: '2025-03-03',
        applicantKind: '自然人',
        applicantName: '申请人姓名',
        content: '2024年度部门决算',
        outcome: '予以公开',
        repliedOn: '2025-03-20',
      },
      {
        number: `${exampleMark}2025-002`,
        channel: '网上平台',
        receivedOn: '2025-12-15',
        applicantKind: '法律服务机构',
        applicantName: '申请单位名称',
        content: '某地块征收补偿方案',
        note: '尚未办结：办理结果、答复日期留空，自动计入结转',
      },
    ],
  },
  {
    id: 'remedies',
    name: '复议诉讼',
    columns: remedyColumnsOfLedger,
    keys: [['caseNumber']],
    rules: remedyRules,
    examples: [
      {
        caseNumber: `${exampleMark}政复〔2025〕1号`,
        requestNumber: '2025-001',
        kind: '行政复议',
        filedOn: '2025-04-10',
        concludedOn: '2025-06-05',
        result: '结果维持',
        coDefendant: '否',
      },
    ],
  },
  {
    id: 'documents',
    name: '公开文件',
    columns: documentColumns,
    keys: [['documentNumber'], ['title', 'madeOn']],
    rules: documentRules,
    examples: [
      {
        title: `${exampleMark}机关办公用房管理办法`,
        documentNumber: '管发〔2025〕1号',
        kind: '行政规范性文件',
        madeOn: '2025-02-10',
        publishedOn: '2025-02-14',
      },
    ],
  },
  {
    id: 'counts',
    name: '数量',
    columns: countColumns,
    keys: [['year', 'suppliedBy'], ['year']],
    rules: countRules,
    examples: [
      {
        year: `${exampleMark}2025`,
        'licences.decisions': 12,
        'penalties.decisions': 0,
        'coerciveMeasures.decisions': 0,
        'fees.amount': 3.5,
        suppliedBy: '行政审批科',
      },
    ],
  },
]

/** The sheet with this id or Chinese name, or null. */
export function findSheet(name: string): LedgerSheet | null {
  const wanted = name.normalize('NFKC').trim()
  return ledgerSheets.find((sheet) => sheet.id === wanted || sheet.name === wanted) ?? null
}

/** The sheet with this id. */
export function sheetOf(id: SheetId): LedgerSheet {
  const sheet = findSheet(id)
  if (!sheet) throw new RangeError(`no such sheet: ${id}`)
  return sheet
}
