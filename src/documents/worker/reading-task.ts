import type { SourceDocument } from '../../quality/source-document.ts'
import type { RefusalDetails, RefusalId } from '../../refusals/refusal.ts'
import type { Report } from '../../report/report.ts'
import type { PackedDocument } from './packed-document.ts'

/** What the reading process is asked to do: a path it opens itself, or bytes with the name they came under. */
export type ReadingTask = {
  readonly want: 'document' | 'report'
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array; readonly fileName: string }
}

export type ForeignDocument = { readonly document: SourceDocument; readonly report: Report | null }

/** What it answers. `isDoc`: a binary .doc, which only the parent may convert, since the reading process may start nothing. */
export type ReadingAnswer =
  | { readonly kind: 'read'; readonly document: PackedDocument; readonly report: Report | null }
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: RefusalDetails }
  | { readonly kind: 'isDoc' }
  | { readonly kind: 'bug'; readonly stack: string }
