import type { RefusalDetails, RefusalId } from '../../../refusals/refusal.ts'
import type { ReportLayout } from '../../../report/render/report-layout.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import type { VolumePaper } from './volume-paper.ts'

/** What the thread that sets pdfs is asked to set. */
export type PdfTask =
  | { readonly report: ReportLayout }
  /** `mark` stands at the head of each page of a letter that is not the one that went out. */
  | { readonly letter: Letter; readonly mark?: string }
  | { readonly volume: VolumePaper }

/** What the thread that sets pdfs answers to a task. */
export type PdfAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: RefusalDetails }
  | { readonly kind: 'bug'; readonly stack: string }
