import { type Citation, cite, type Sureness } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { day } from './day.ts'
import { formSource, type ProactiveCellId, type RequestRowId, requestRows } from './form-2021.ts'

/**
 * The form for the reports of 2019 and 2020 (60号), as far as reports made on it show: its notice was not read. Only what
 * differs from form 2021 stands here. Headings, applicant columns, the other rows of table two and table three are the same.
 */
const form2019Source: Citation = cite('60号')
const form2019Sureness: Sureness = 'secondHand'

/**
 * A block of the old table one. `cells` stand under `columns`: the identifier of form 2021 where the same thing is
 * counted, else null. New and published documents of the year, and all published so far, are other measures than
 * issued, repealed and in force; the number of items on a list is no longer asked for, nor is procurement.
 */
export type OldProactiveBlock = {
  readonly block: string
  readonly article: Citation
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly (ProactiveCellId | null)[] }[]
}

const NOTHING_KEPT = [null, null, null] as const
const DECISION_COLUMNS = ['上一年项目数量', '本年增/减', '处理决定数量'] as const

export const oldProactiveBlocks: readonly OldProactiveBlock[] = [
  {
    block: '第二十条第（一）项',
    article: cite('条例20(1)'),
    columns: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
    rows: [
      { label: '规章', cells: NOTHING_KEPT },
      { label: '规范性文件', cells: NOTHING_KEPT },
    ],
  },
  {
    block: '第二十条第（五）项',
    article: cite('条例20(5)'),
    columns: DECISION_COLUMNS,
    rows: [
      { label: '行政许可', cells: [null, null, 'licences.decisions'] },
      { label: '其他对外管理服务事项', cells: NOTHING_KEPT },
    ],
  },
  {
    block: '第二十条第（六）项',
    article: cite('条例20(6)'),
    columns: DECISION_COLUMNS,
    rows: [
      { label: '行政处罚', cells: [null, null, 'penalties.decisions'] },
      { label: '行政强制', cells: [null, null, 'coerciveMeasures.decisions'] },
    ],
  },
  {
    block: '第二十条第（八）项',
    article: cite('条例20(8)'),
    columns: ['上一年项目数量', '本年增/减'],
    rows: [{ label: '行政事业性收费', cells: [null, null] }],
  },
  {
    block: '第二十条第（九）项',
    article: cite('条例20(9)'),
    columns: ['采购项目数量', '采购总金额'],
    rows: [{ label: '政府集中采购', cells: [null, null] }],
  },
]

/** Rows of table two that the old form lacks; in identities they count as 0. */
export const rowsAddedIn2021: readonly RequestRowId[] = ['other.correctionOverdue', 'other.feeOverdue']

/** 其他处理 was one row, now its last. */
const relabelled: Readonly<Partial<Record<RequestRowId, string>>> = { 'other.remaining': '（六）其他处理' }

/** The 23 rows of the old table two under the identifiers of form 2021. */
export const oldRequestRows: readonly { readonly id: RequestRowId; readonly label: string }[] = requestRows
  .filter(({ id }) => !rowsAddedIn2021.includes(id))
  .map(({ id, label }) => ({ id, label: relabelled[id] ?? label }))

const forms: readonly Dated<'2019' | '2021'>[] = [
  {
    value: '2019',
    from: day('2019-05-15'),
    until: day('2021-09-25'),
    citation: form2019Source,
    sureness: form2019Sureness,
    checkedOn: day('2026-11-22'),
  },
  {
    value: '2021',
    from: day('2021-09-26'),
    citation: formSource,
    sureness: 'verified',
    checkedOn: day('2026-11-22'),
  },
]

/** The form that the report for `year` is to be made on: the one in force in the January after. Null before the first. */
export function formForYear(year: number): Dated<'2019' | '2021'> | null {
  return valueOn(forms, day(`${year + 1}-01-31`))
}
