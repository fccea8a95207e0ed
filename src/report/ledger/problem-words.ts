import type { Language } from '../../refusals/refusal.ts'
import type { LedgerColumn } from './column.ts'
import type { Problem, ProblemCode, Warning, WarningCode } from './problem.ts'
import { problemsEn, warningsEn } from './problem-words-en.ts'
import { problemsZhCN, warningsZhCN } from './problem-words-zh-cn.ts'
import { sheetOf } from './sheets.ts'

/** What a message is made of: headings instead of ids. */
export type ProblemParts = {
  readonly column: string
  readonly other: string
  readonly value: string
  readonly allowed: readonly string[]
}
export type ProblemWords = Readonly<Record<ProblemCode, (parts: ProblemParts) => string>>
export type WarningWords = Readonly<Record<WarningCode, (value: string) => string>>

/** One sentence: what is wrong and what is allowed. The place is told apart. */
export function problemInWords(problem: Problem, language: Language): string {
  return cellProblemInWords(problem, sheetOf(problem.sheet).columns, language)
}

/** The same of a cell of any sheet that has such columns. */
export function cellProblemInWords(
  problem: Omit<Problem, 'sheet' | 'row' | 'letter'>,
  columns: readonly LedgerColumn[],
  language: Language,
): string {
  const heading = (id: string | undefined) => columns.find((column) => column.id === id)?.heading ?? id ?? ''
  const words = language === 'en' ? problemsEn : problemsZhCN
  return words[problem.code]({
    column: heading(problem.column),
    other: heading(problem.other),
    value: problem.value ?? '',
    allowed: problem.allowed ?? [],
  })
}

export function warningInWords(warning: Warning, language: Language): string {
  return (language === 'en' ? warningsEn : warningsZhCN)[warning.code](warning.value ?? '')
}
