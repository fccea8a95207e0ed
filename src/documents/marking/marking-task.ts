/** Kinds of files that can be marked. */
export type MarkedKind = 'jpeg' | 'png' | 'pdf'

/** What the thread that marks is asked to do. */
export type MarkingTask = { readonly kind: MarkedKind; readonly bytes: Uint8Array }

/** Why a file was not marked: ids of refusals. */
export type MarkingFault = 'proof-damaged' | 'proof-encrypted' | 'proof-too-large'

export type MarkingAnswer = { readonly bytes: Uint8Array; readonly fault?: never } | { readonly fault: MarkingFault }

/** What may be marked: more is refused before anything is unpacked. */
export const markingLimits = { megapixels: 50, pages: 20, megabytes: 10, longestSide: 2000, seconds: 30 } as const
