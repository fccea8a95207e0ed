/** What a file holds besides what it shows, and reviewers should know before it is public. */
export type FileWarning =
  | { readonly what: 'comments' | 'trackedChanges'; readonly count: number; readonly by: readonly string[] }
  | { readonly what: 'hiddenSheets'; readonly names: readonly string[] }
  | { readonly what: 'annotations'; readonly count: number }
  | { readonly what: 'signature' | 'embeddedFiles' | 'actions' | 'wordsNotRead' }
