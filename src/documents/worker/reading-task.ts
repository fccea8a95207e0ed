import type { PublicFileKind } from '../../publications/public-file-kind.ts'
import type { SourceDocument } from '../../quality/source-document.ts'
import type { RefusalDetails, RefusalId } from '../../refusals/refusal.ts'
import type { CheckContext } from '../../report/check/rule.ts'
import type { Report } from '../../report/report.ts'
import type { Finding } from '../../statute/finding.ts'
import type { PublicCopy } from '../attachment/public-copy.ts'
import type { ImportedBody } from '../body/imported-body.ts'

import type { PackedDocument } from './packed-document.ts'

/**
 * What the reading process is asked for, of a path it opens itself or of bytes with the name they came under. A report can
 * be checked on the spot: findings are small, the text that they are found in is not.
 */
export type ReadingTask = {
  readonly want:
    | 'document'
    | 'report'
    | 'body'
    | { readonly checkedWith: CheckContext }
    | { readonly publicCopy: PublicFileKind }
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array; readonly fileName: string }
}

export type CheckedReport = { readonly report: Report; readonly findings: readonly Finding[] }

/** What comes of it. */
export type Reading =
  | { readonly kind: 'read'; readonly document: SourceDocument; readonly report: Report | null }
  | ({ readonly kind: 'checked' } & CheckedReport)
  | { readonly kind: 'body'; readonly imported: ImportedBody }
  | ({ readonly kind: 'copied' } & PublicCopy)

/** What the process answers. `isDoc`: a binary .doc, which only the parent may convert, since the reading process may start nothing. */
export type ReadingAnswer =
  | { readonly kind: 'read'; readonly document: PackedDocument; readonly report: Report | null }
  | Extract<Reading, { readonly kind: 'checked' | 'body' | 'copied' }>
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: RefusalDetails }
  | { readonly kind: 'isDoc' }
  | { readonly kind: 'bug'; readonly stack: string }
