import type { Language } from '../refusals/refusal.ts'

type BuildWords = { readonly written: (file: string, bytes: number) => string }

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024))

/** What `report build` says to people. */
export const buildWords: Readonly<Record<Language, BuildWords>> = {
  'zh-CN': { written: (file, bytes) => `已生成 ${file}（${kilobytes(bytes)} KB）\n` },
  en: { written: (file, bytes) => `Wrote ${file} (${kilobytes(bytes)} KB)\n` },
}
