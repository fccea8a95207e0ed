import type { Language } from '../../../refusals/refusal.ts'
import type { Day } from '../../../statute/day.ts'
import type { RemedyGroupId } from '../../../statute/form-2021.ts'
import type { RawResultId, RemedyResult } from '../../../statute/remedy-results.ts'
import type { RemedyState, RemedyStepReason } from '../evaluate-remedy.ts'
import type { Procedure, Remedy } from '../remedy.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** What remedies say to people, one file a language. */
export type RemedyWords = {
  /** `worked`: weekend days of the step that are worked and therefore counted. */
  readonly why: (reason: RemedyStepReason, worked: readonly Day[]) => string
  readonly kinds: Readonly<Record<RemedyGroupId, string>>
  readonly procedures: Readonly<Record<Procedure, string>>
  readonly states: Readonly<Record<RemedyState, string>>
  readonly results: Readonly<Record<RemedyResult, string>>
  readonly rawResults: Readonly<Record<RawResultId, string>>
  /** Litigation without the reconsideration that had to come first. */
  readonly doubtfulPath: string
  readonly fields: Readonly<Record<keyof Remedy, string>>
}

export const remedyWords: Readonly<Record<Language, RemedyWords>> = { 'zh-CN': zhCN, en }
