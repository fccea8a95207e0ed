import type { BindingPlan, TakenFile } from '../write/volume/volume-parts.ts'

/** A file on its way into a volume; `attach` where opening it has failed before. */
export type FileToTake = { readonly bytes: Uint8Array; readonly mediaType: string; readonly attach: boolean }

export type BindingTask = { readonly take: FileToTake } | { readonly bind: BindingPlan }

export type BindingAnswer =
  | { readonly kind: 'taken'; readonly taken: TakenFile }
  | { readonly kind: 'bound'; readonly bytes: Uint8Array }
  | { readonly kind: 'bug'; readonly stack: string }
