import type { Language } from '../../../refusals/refusal.ts'
import type { Day } from '../../../statute/day.ts'
import type { ClockProblemRule } from '../clock-problem.ts'
import type { StepReason } from '../clock-step.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** What the clock says to people, one file a language. */
export type ClockWords = {
  /** `worked`: weekend days of the step that are worked and therefore counted. */
  readonly why: (reason: StepReason, worked: readonly Day[]) => string
  readonly problems: Readonly<Record<ClockProblemRule, string>>
}

export const clockWords: Readonly<Record<Language, ClockWords>> = { 'zh-CN': zhCN, en }
