import type { FileReference } from '../../office/file-reference.ts'
import type { Day } from '../../statute/day.ts'
import type { Letter } from '../letters/letter.ts'

/** What a volume is made for: the archive (一案一卷), or a reconsideration body or court (证据材料). */
export type VolumePurpose = 'archive' | 'evidence'

/** A row of a sheet: what it is, and what is recorded. */
export type SheetRow = readonly [label: string, text: string]

/** A page printed out of the record: sections of rows, each with a heading of its own where it has one. */
export type Sheet = {
  readonly title: string
  readonly sections: readonly { readonly heading: string | null; readonly rows: readonly SheetRow[] }[]
  /** What stands under it; null for nothing. */
  readonly note: string | null
}

/** Where the pages of a document come from. */
export type DocumentSource =
  | { readonly from: 'record'; readonly sheet: Sheet }
  /** Put into words now, and marked so, because nothing was kept. */
  | { readonly from: 'composed'; readonly letter: Letter }
  | { readonly from: 'file'; readonly file: FileReference }
  /** A file that is not taken in, because it names somebody. */
  | { readonly from: 'withheld'; readonly file: FileReference }

/** Documents that there are in the volumes of both procedures. */
type SharedKind =
  | 'powerOfAttorney'
  | 'dispatch'
  | 'material'
  | 'letter'
  | 'service'
  | 'serviceProof'
  | 'withdrawal'
  | 'reopening'
  | 'remedy'
  | 'course'

export type RequestDocumentKind =
  | SharedKind
  | 'request'
  | 'correction'
  | 'justification'
  | 'legalReview'
  | 'consultation'
  | 'fee'
  | 'extensionApproval'
  | 'approval'
  | 'provided'

export type AmendmentDocumentKind =
  | SharedKind
  | 'amendmentRequest'
  | 'evidence'
  | 'evidenceRequest'
  | 'amendmentApproval'
  | 'transfer'

/** What kind of document of a case it is; the order of a volume and what a document proves follow from it. */
export type DocumentKind = RequestDocumentKind | AmendmentDocumentKind

/** A document of a volume: a row of its list, and its pages. */
export type VolumeDocument = {
  readonly kind: DocumentKind
  /** 文号. */
  readonly number: string | null
  /** 责任者. */
  readonly author: string
  readonly title: string
  readonly on: Day
  /** 备注. */
  readonly remark: string
  readonly source: DocumentSource
  /** Of an evidence list: 证明内容, and 来源. */
  readonly proves: string
  readonly origin: string
}

/** Rows of the cover, the documents in their order, and the rows of what stands at the end. */
export type Volume = {
  readonly purpose: VolumePurpose
  /** The number of the case. */
  readonly number: string
  readonly agency: string
  readonly title: string
  readonly cover: readonly SheetRow[]
  readonly documents: readonly VolumeDocument[]
  /** 卷内备考表; null in an evidence volume. */
  readonly closing: Sheet | null
  /** Day of the last event: a volume is dated by its case, not by the day it is printed. */
  readonly on: Day
  /** Letters that went out, were not kept and cannot be composed, with what is missing: for the clerk. */
  readonly gaps: readonly { readonly title: string; readonly missing: string }[]
}
