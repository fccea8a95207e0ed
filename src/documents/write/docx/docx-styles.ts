import type { IParagraphStyleOptions, IRunOptions } from 'docx'
import { linePitch, typeSizes } from '../../../report/render/page-measures.ts'
import type { ParagraphLevel } from '../../../report/render/report-layout.ts'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'

/** Word counts type in half points and everything else in twentieths of a point. */
export const halfPoints = (points: number) => Math.round(points * 2)
export const twips = (points: number) => Math.round(points * 20)

/** The face of a role for Chinese text and, unless it names another, for Latin text and digits as well. */
export function face(role: TypefaceRole): Pick<IRunOptions, 'font'> {
  const { name, latin = name } = typefaces[role]
  return { font: { ascii: latin, hAnsi: latin, eastAsia: name, cs: name, hint: 'eastAsia' } }
}

const exactly = (points: number) => ({ line: twips(points), lineRule: 'exact' as const })
const indent = { firstLineChars: 200, firstLine: twips(2 * typeSizes.body) }

export const styleIds = {
  body: 'Body',
  title: 'Title',
  section: 'Heading1',
  part: 'Heading2',
  table: 'TableText',
  pageNumber: 'PageNumber',
} as const

/** Style of a heading that stands alone; the lower levels are body text that stays with what follows. */
export const headingStyles: Readonly<Partial<Record<ParagraphLevel, string>>> = {
  section: styleIds.section,
  part: styleIds.part,
}

type StyleSheet = {
  readonly default: { readonly document: object }
  readonly paragraphStyles: IParagraphStyleOptions[]
}

/** Styles by GB/T 9704-2012: body 3号仿宋 with 28.95 pt between lines, title 2号小标宋, headings 黑体 and 楷体, none bold. */
export const docxStyles: StyleSheet = {
  default: {
    document: {
      run: {
        ...face('body'),
        size: halfPoints(typeSizes.body),
        color: '000000',
        language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
      },
    },
  },
  paragraphStyles: [
    {
      id: styleIds.body,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: 'both', indent, spacing: { ...exactly(linePitch), before: 0, after: 0 } },
    },
    {
      id: styleIds.title,
      name: 'Title',
      basedOn: 'Normal',
      next: styleIds.body,
      quickFormat: true,
      run: { ...face('title'), size: halfPoints(typeSizes.title) },
      paragraph: {
        alignment: 'center',
        keepNext: true,
        spacing: { ...exactly(typeSizes.title * 1.5), before: 0, after: twips(linePitch) },
      },
    },
    heading(styleIds.section, 'heading 1', 'section', 0),
    heading(styleIds.part, 'heading 2', 'part', 1),
    {
      id: styleIds.table,
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: face('table'),
      paragraph: { alignment: 'center', spacing: { line: 240, lineRule: 'auto', before: 0, after: 0 } },
    },
    {
      id: styleIds.pageNumber,
      name: 'footer',
      basedOn: 'Normal',
      run: { ...face('pageNumber'), size: halfPoints(typeSizes.pageNumber) },
      paragraph: { spacing: { line: 240, lineRule: 'auto', before: 0, after: 0 } },
    },
  ],
}

function heading(id: string, name: string, role: TypefaceRole, outlineLevel: number): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: styleIds.body,
    quickFormat: true,
    run: { ...face(role), size: halfPoints(typeSizes.body), bold: false, color: '000000' },
    paragraph: {
      alignment: 'both',
      keepNext: true,
      keepLines: true,
      outlineLevel,
      indent,
      spacing: { ...exactly(linePitch), before: 0, after: 0 },
    },
  }
}
