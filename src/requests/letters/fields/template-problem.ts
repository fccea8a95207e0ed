import type { Citation } from '../../../statute/citation.ts'

/** What can be wrong with an office's template. Words are in `words/`. */
export type TemplateProblemId =
  | 'macros'
  | 'embedded'
  | 'foreignPart'
  | 'external'
  | 'comments'
  | 'trackedChanges'
  | 'boundContent'
  | 'runningField'
  | 'partsUnreadable'
  | 'secrecyMarking'
  | 'fullWidthBraces'
  | 'tagUnclosed'
  | 'tagUnopened'
  | 'tagForbidden'
  | 'fieldUnknown'
  | 'fieldOutsideList'
  | 'loopUnclosed'
  | 'loopUnopened'
  | 'loopCrossed'
  | 'loopNested'
  | 'hiddenTag'
  | 'notFillable'
  | 'fieldMissing'
  | 'statementMissing'
  | 'notShown'

export type TemplateProblem = {
  readonly problem: TemplateProblemId
  /** The field, or the thing found. */
  readonly field: string | null
  readonly article: Citation | null
  /** Text of the paragraph, or the part of the file. */
  readonly where: string | null
}

/** A problem; what it has no word for is null. */
export function templateProblem(
  problem: TemplateProblemId,
  more: Partial<Omit<TemplateProblem, 'problem'>> = {},
): TemplateProblem {
  return { problem, field: null, article: null, where: null, ...more }
}
