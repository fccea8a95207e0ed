import { officialDay } from '../../office/official-day.ts'
import type { Register } from '../../office/register.ts'
import type { Day } from '../../statute/day.ts'

type Listed = {
  readonly procedure: 'request' | 'recordAmendment' | 'publication'
  readonly number: string
  readonly volume: string | null
  readonly receivedOn: Day | null
  readonly closedOn: Day
  readonly keptUntil: Day
}

/**
 * 销毁清册 as it goes on paper to be signed. It is kept for good, so that it says neither who applied nor for what.
 */
export function destructionRegister(
  agency: string,
  list: { readonly list: number; readonly drawnUpOn: Day; readonly volumes: readonly Listed[] },
): Register {
  const some = (wanted: Listed['procedure']) => list.volumes.some(({ procedure }) => procedure === wanted)
  const cases = [...(some('request') ? ['政府信息公开申请'] : []), ...(some('recordAmendment') ? ['更正申请'] : [])]
  const items = some('publication')
  // All kinds by name would be a title of two lines.
  const kinds = cases.length === 0 ? '主动公开信息' : items ? '政府信息公开档案' : `${cases.join('、')}案卷`
  const things = [...(cases.length > 0 ? ['案卷'] : []), ...(items ? ['信息'] : [])].join('、')
  return {
    agency,
    title: `${kinds}销毁清册`,
    lead: `第 ${list.list} 号，共 ${list.volumes.length} 件，${officialDay(list.drawnUpOn)}编制。下列${things}保管期限已满，经鉴定不再具有保存价值，拟予销毁。`,
    heads: ['序号', '登记编号', items ? '案卷号、索引号' : '案卷号', '收到日期', '办结日期', '应保管至', '备注'],
    widths: [7, 18, 18, 15, 15, 15, 12],
    rows: list.volumes.map(({ procedure, number, volume, receivedOn, closedOn, keptUntil }, at) => [
      ...[String(at + 1), number, volume ?? '', receivedOn ?? '', closedOn, keptUntil, remark(procedure, volume)],
    ]),
    signatures: ['鉴定人', '审批人', '监销人', '监销人', '审批日期', '销毁日期'],
    on: list.drawnUpOn,
  }
}

function remark(procedure: Listed['procedure'], volume: string | null): string {
  if (procedure === 'publication') return volume === null ? '未公开草稿' : '已撤下'
  return procedure === 'recordAmendment' ? '更正' : ''
}
