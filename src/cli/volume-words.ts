import type { Language } from '../refusals/refusal.ts'

type Words = {
  readonly written: (file: string, documents: number, pages: number) => string
  readonly gap: (title: string, missing: string) => string
  readonly lost: (digest: string) => string
  readonly unshown: (characters: string) => string
  readonly erased: string
}

/** What the command that makes a volume says beside it. */
export const volumeWords: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    written: (file, documents, pages) => `${file}（${documents}件，${pages}页）`,
    gap: (title, missing) =>
      `《${title}》没有留存发出件，也不能据案件记录生成，缺少：${missing}。请留存发出件（keep-letter），或者用 --settings 补充。`,
    unshown: (characters) =>
      `本机没有能显示“${characters}”的字体，卷中以〓代替。需要原字的，请安装含有这些字的字体后重新生成。`,
    lost: (digest) => `文件 ${digest} 缺失或者损坏，没有收入。`,
    erased: '（已删除）',
  },
  en: {
    written: (file, documents, pages) => `${file} (${documents} documents, ${pages} pages)`,
    gap: (title, missing) =>
      `${title}: no letter was kept, and none can be composed from the record; missing: ${missing}. Keep the letter that went out (keep-letter), or add it by --settings.`,
    unshown: (characters) =>
      `No font here shows ${characters}: 〓 stands in their place. Install a font that has them and make the volume again.`,
    lost: (digest) => `The file ${digest} is missing or damaged and was not taken in.`,
    erased: '（已删除）',
  },
}
