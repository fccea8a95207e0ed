import { limits } from '../../limits.ts'
import type { DocumentState } from './volume-file.ts'

/** What stands at the head of a letter that is not the one that went out. */
export const composedMark = '据案件记录生成，非发出件'

type StateWords = { readonly attached: boolean; readonly stands: string; readonly why: string | null }

/** How a document stands in a volume, and why its file has no pages. */
export const attachWords: Readonly<Record<DocumentState, StateWords>> = {
  pages: { attached: false, stands: '收页', why: null },
  kind: { attached: true, stands: '见附件', why: '这类文件不能如实转为页面，原文件作为附件收入本册，请从附件中打开。' },
  encrypted: { attached: true, stands: '见附件', why: '文件设有密码，不能转为页面，原文件作为附件收入本册。' },
  damaged: { attached: true, stands: '见附件', why: '文件损坏或者不完整，不能转为页面，原文件作为附件收入本册。' },
  picture: { attached: true, stands: '见附件', why: '这种图像不能如实转为页面，原文件作为附件收入本册。' },
  tooManyPages: {
    attached: true,
    stands: '见附件',
    why: `文件超过${limits.pdfPages}页，没有转为页面，原文件作为附件收入本册。`,
  },
  exhausted: {
    attached: true,
    stands: '见附件',
    why: '打开文件所需的时间或者内存过多，没有转为页面，原文件作为附件收入本册。',
  },
  withheld: {
    attached: false,
    stands: '未收入',
    why: '文件载有或者可能载有身份信息，按要求不收入本册；原文件留存在系统中，按摘要调取。',
  },
  lost: { attached: false, stands: '未收入', why: '系统中保存的文件缺失或者已经损坏，请核对备份。' },
  noRoom: { attached: false, stands: '未收入', why: '本册文件总量过大，没有收入；原文件留存在系统中，按摘要调取。' },
}
