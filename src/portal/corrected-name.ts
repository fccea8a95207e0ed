import type { DownloadFormat } from './checker.ts'
import type { Words } from './words/zh-cn.ts'

/** The name of the corrected copy of the file `name`, without what a file system does not take. */
export function correctedName(words: Words, name: string, format: DownloadFormat): string {
  const plain = name.replace(/\.[^.]{1,5}$/, '').replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  return `${words.correctedName(plain || 'report')}.${format}`
}
