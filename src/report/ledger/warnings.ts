import type { LooseRow } from './column.ts'
import type { Warning } from './problem.ts'
import type { SheetId } from './sheets.ts'

/** Ends of names that organisations bear and persons do not. */
const ORGANISATION_ENDS =
  /(公司|集团|企业|事务所|研究院|研究所|大学|学院|协会|商会|基金会|合作社|委员会|中心|工厂|商行)$/

/** What a clerk should look at in a good row. A warning never carries the name itself. */
export function* warnOfRow(sheet: SheetId, row: number, read: LooseRow): Generator<Warning> {
  if (sheet !== 'requests') return
  const name = read.applicantName
  if (read.applicantKind === 'naturalPerson' && typeof name === 'string' && ORGANISATION_ENDS.test(name.trim()))
    yield { sheet, row, code: 'kindAgainstName' }
  if (read.outcome === 'other.feeOverdue' && read.feeNotifiedOn === null)
    yield { sheet, row, code: 'feeLapseWithoutNotice' }
}
