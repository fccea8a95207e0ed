import { addDays, type Day } from '../statute/day.ts'

/** An entry of the standard catalogue (基层政务公开标准目录), as its table has it. */
export type CatalogueEntry = {
  /** 一级事项/二级事项/公开内容: by which a later edition finds it again, whatever its number. */
  readonly path: string
  readonly content: string
  readonly basis: string
  readonly limit: string
  readonly body: string
  readonly channels: readonly string[]
  readonly objects: readonly string[]
  readonly ways: readonly string[]
  readonly levels: readonly string[]
}

/** What an office has published under an entry. */
export type EntryItems = {
  readonly items: number
  readonly published: number
  /** The last day on which anything under it was published or changed. */
  readonly lastOn: Day | null
  /** The earliest last day of an item under it that is not public yet. */
  readonly dueOn: Day | null
}

/**
 * `empty`: nothing of it is public. `late`: what is drafted under it should be public by now. `stale`: its renewal, as often as the
 * catalogue says, has passed. `covered`: none of these.
 */
export type EntryStanding = 'covered' | 'empty' | 'late' | 'stale'

/** How an entry stands on a day. */
export function entryStanding(limit: string, { published, lastOn, dueOn }: EntryItems, today: Day): EntryStanding {
  if (dueOn !== null && dueOn < today) return 'late'
  if (published === 0 || lastOn === null) return 'empty'
  const days = renewalDays(limit)
  return days !== null && addDays(lastOn, days) < today ? 'stale' : 'covered'
}

const renewals: readonly (readonly [RegExp, number])[] = [
  [/每年|按年|每年度|年度更新/, 366],
  [/每半年|按半年/, 184],
  [/每季度?|按季度?/, 92],
  [/每月|按月|每个月/, 31],
  [/每周|按周/, 7],
  [/每日|每天|按日/, 1],
]

/** Days after which an entry has to be renewed; null where the catalogue names no rhythm, and none is invented. */
export function renewalDays(limit: string): number | null {
  return renewals.find(([pattern]) => pattern.test(limit))?.[1] ?? null
}
