import { officialDay } from '../office/official-day.ts'
import type { Register } from '../office/register.ts'
import { type Day, day, makeDay } from '../statute/day.ts'

/** What a transfer list tells of an item: what the public read, as it was when the list was drawn up. */
export type Transferred = {
  /** `takenDown`: handed over before, and not public any more. */
  readonly what: 'published' | 'takenDown'
  readonly number: string
  readonly version: number
  readonly indexNumber: string
  readonly title: string
  readonly documentNumber: string | null
  readonly madeOn: Day
  readonly publishedOn: Day
  readonly files: number
  readonly takenDownOn: Day | null
}

/** 主动公开政府信息移送明细表: what was published in a quarter, for an archive or library (条例25). */
export type TransferList = {
  readonly list: number
  readonly quarter: string
  readonly recipient: string
  readonly madeOn: Day
  readonly entries: readonly Transferred[]
}

/** First and last day of a quarter written `2026Q3`; null for anything else. */
export function quarterSpan(quarter: string): { readonly first: Day; readonly last: Day } | null {
  const [, year = '', part = ''] = /^(\d{4})Q([1-4])$/.exec(quarter) ?? []
  const first = makeDay(Number(year), 3 * Number(part) - 2, 1)
  const lastDay = ['03-31', '06-30', '09-30', '12-31'][Number(part) - 1]
  return part === '' || first === null ? null : { first, last: day(`${year}-${lastDay}`) }
}

/** The list as it goes on paper with what is handed over, to be signed by both sides. */
export function transferRegister(
  agency: string,
  { list, quarter, recipient, madeOn, entries }: TransferList,
): Register {
  const [year, part] = quarter.split('Q')
  const ordinal = ['一', '二', '三', '四'][Number(part) - 1]
  const gone = entries.filter(({ what }) => what === 'takenDown').length
  return {
    agency,
    title: '主动公开政府信息移送明细表',
    lead: `第 ${list} 号，${officialDay(madeOn)}编制。依照《中华人民共和国政府信息公开条例》第二十五条，移送${recipient} ${year} 年第${ordinal}季度主动公开的政府信息 ${entries.length - gone} 件${gone === 0 ? '' : `，另告知以前移送、现已撤下的 ${gone} 件`}。`,
    heads: ['序号', '索引号', '标题', '发文字号', '成文日期', '公开日期', '备注'],
    widths: [11, 26, 36, 24, 24, 24, 20],
    left: [2, 6],
    rows: entries.map((one, at) => [
      ...[String(at + 1), one.indexNumber, one.title, one.documentNumber ?? '', one.madeOn, one.publishedOn],
      remarkOn(one),
    ]),
    signatures: ['移送人', '移送单位（盖章）', '接收人', '接收单位（盖章）', '移送日期'],
    on: madeOn,
  }
}

function remarkOn({ what, version, files, takenDownOn }: Transferred): string {
  const down = takenDownOn === null ? '' : `${officialDay(takenDownOn)}撤下`
  if (what === 'takenDown') return `以前移送，${down}`
  return [version > 1 ? `第${version}版` : '', files > 0 ? `附件${files}件` : '', down]
    .filter((one) => one !== '')
    .join('，')
}
