import type { DisclosureItemId } from '../statute/article-20.ts'
import type { Day } from '../statute/day.ts'
import type { GenreId } from '../statute/genres.ts'
import type { PublicationLimitId } from '../statute/publication-limits.ts'
import type { ThemeId } from '../statute/themes.ts'

/** What table one of the annual report counts a document as. */
export type DocumentKind = 'regulation' | 'normativeDocument' | 'other'

export const documentKinds: readonly DocumentKind[] = ['regulation', 'normativeDocument', 'other']

/** A column of the portal besides 法定主动公开内容, which every item stands in: 政府信息公开制度. */
export type ItemColumn = 'rules'

export const itemColumns: readonly ItemColumn[] = ['rules']

/** What the catalogue says of an item (条例12, and the columns that government sites show). Nothing here is of a person. */
export type ItemMetadata = {
  readonly title: string
  /** 内容概述; null where the title says it. */
  readonly summary: string | null
  /** 发文机关: who made it; the lead maker where several did. */
  readonly maker: string
  readonly jointMakers: readonly string[]
  /** 成文日期. */
  readonly madeOn: Day
  readonly documentNumber: string | null
  readonly kind: DocumentKind
  readonly theme: ThemeId | null
  readonly genre: GenreId | null
  readonly keywords: readonly string[]
  /** Which of the fifteen items of 条例20 it belongs to; null for what is published besides. */
  readonly item: DisclosureItemId | null
  /** The period it has to be published in. */
  readonly limit: PublicationLimitId
  /** 政策解读: ids of the published items that this one explains. */
  readonly interprets: readonly string[]
  /** The last day on which the document holds, where it says so itself. */
  readonly validUntil: Day | null
  /** The column it is shown in as well; absent in items proposed before there was a choice. */
  readonly column?: ItemColumn | null | undefined
}
