import type { FileReference } from './file-reference.ts'

/** Signed on screen by the person who is signed in, or on paper: then the scan is kept with name and day. */
export type Approval =
  | { readonly medium: 'onScreen' }
  | { readonly medium: 'onPaper'; readonly name: string; readonly scan: FileReference }
