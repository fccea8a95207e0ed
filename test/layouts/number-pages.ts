import fc from 'fast-check'
import type { SourceDocument } from '../../src/quality/source-document.ts'
import { toDocument } from './text-document.ts'

/** How the pages of a file are numbered when its text is taken out of it. */
export type PageStyle = {
  readonly mark: (page: number, pages: number) => string
  /** The number of the first page; a page below 1 bears none. */
  readonly first: number
  /** How many lines a page has, page by page; the last length holds for all further pages. */
  readonly lengths: readonly number[]
  /** Empty lines before and behind the numbers. */
  readonly airy: boolean
  /** What every page begins with. */
  readonly header: string
  /** Lines of narrative before the tables, and whether anything follows them. */
  readonly lead: number
  readonly tail: 'whole' | 'none'
}

const TITLE = '青禾县农业农村局2025年政府信息公开工作年度报告'
const MARKS: readonly PageStyle['mark'][] = [
  (page) => `- ${page} -`,
  (page) => `— ${page} —`,
  (page) => `－${page}－`,
  (page) => `第${page}页`,
  (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  (page, pages) => `第${page}页/共${pages}页`,
  (page, pages) => `${page}/${pages}`,
  (page, pages) => `${page} / ${pages}`,
]
const bare: PageStyle['mark'] = (page) => `${page}`

export const pageStyles: fc.Arbitrary<PageStyle> = fc.record({
  mark: fc.oneof({ weight: 3, arbitrary: fc.constant(bare) }, { weight: 1, arbitrary: fc.constantFrom(...MARKS) }),
  first: fc.constantFrom(1, 1, 1, 0, 2, -1),
  lengths: fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 12 }),
  airy: fc.boolean(),
  header: fc.constantFrom('', '', '', TITLE, '2025年度'),
  lead: fc.constantFrom(0, 0, 5, 20, 45, 90),
  tail: fc.constantFrom('whole', 'whole', 'whole', 'none'),
})

const LEAD = '（三）监督保障情况。本年按月检查公开目录，及时补充缺漏，并对两名工作人员进行培训。'

/** The lines of `document` with the numbers of pages between them. Only for documents without grids. */
export function numberPages({ blocks }: SourceDocument, style: PageStyle): SourceDocument {
  const source = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
  const start = source.indexOf('二、主动公开政府信息情况')
  const end = source.indexOf('五、存在的主要问题及改进情况')
  const lines = [
    ...source.slice(0, start),
    ...new Array<string>(style.lead).fill(LEAD),
    ...source.slice(start, style.tail === 'none' ? end : source.length),
  ]
  const pages: string[][] = []
  for (let done = 0; done < lines.length; ) {
    const length = style.lengths[Math.min(pages.length, style.lengths.length - 1)] ?? 30
    pages.push(lines.slice(done, done + length))
    done += length
  }
  const numbered = pages.flatMap((lines, index) => {
    const number = style.first + index
    const page = style.header === '' || index === 0 ? lines : [style.header, ...lines]
    if (number < 1) return page
    const mark = style.mark(number, style.first + pages.length - 1)
    return style.airy ? [...page, '', mark, ''] : [...page, mark]
  })
  return toDocument([{ lines: numbered }])
}
