import type { Language } from '../refusals/refusal.ts'
import type { Report } from '../report/report.ts'
import type { AgencyKind, AgencyLevel } from '../statute/agency-rank.ts'
import type { Day } from '../statute/day.ts'
import type { PresentedFinding } from '../statute/finding.ts'

/** A file as it arrived: dropped, chosen or pasted. It lives in memory for one check and is never stored. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a person may say about the agency; null: not said. */
export type CheckSettings = {
  readonly level: AgencyLevel | null
  readonly kind: AgencyKind | null
  readonly publishedOn: Day | null
  readonly previous: NamedFile | null
}

/** What became of one file. `text` is the whole file as plain text; a finding at `@start-end` counts in it. */
export type CheckOutcome =
  | {
      readonly kind: 'checked'
      readonly report: Report
      readonly findings: readonly PresentedFinding[]
      readonly text: string
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** Reads and checks one file. Files that are no report come back `refused`; anything thrown is a bug. */
export type Checker = (file: NamedFile, settings: CheckSettings, language: Language) => Promise<CheckOutcome>

export const downloadFormats = ['docx', 'xlsx'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

export const tableNames = ['proactive', 'requests', 'remedies'] as const
export type TableName = (typeof tableNames)[number]

/** Mends what can be mended without guessing and writes the report; 0 is entered in the blank cells of `zeroIn` only. */
export type Mender = (report: Report, format: DownloadFormat, zeroIn: readonly TableName[]) => Promise<Uint8Array>
