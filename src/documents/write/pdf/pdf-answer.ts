import type { RefusalDetails, RefusalId } from '../../../refusals/refusal.ts'

/** What the thread that sets pdfs answers to a layout. */
export type PdfAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: RefusalDetails }
  | { readonly kind: 'bug'; readonly stack: string }
