import type { RefusalDetails, RefusalId } from '../../../refusals/refusal.ts'
import type { ReportLayout } from '../../../report/render/report-layout.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import type { Register } from '../../../requests/retention/destruction-register.ts'

/** What the thread that sets pdfs is asked to set. */
export type PdfTask = { readonly report: ReportLayout } | { readonly letter: Letter } | { readonly register: Register }

/** What the thread that sets pdfs answers to a task. */
export type PdfAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: RefusalDetails }
  | { readonly kind: 'bug'; readonly stack: string }
