import { linePitch, typeSizes } from '../../../report/render/page-measures.ts'
import type { ParagraphLevel } from '../../../report/render/report-layout.ts'
import type { TypefaceRole } from '../../../report/render/typefaces.ts'
import { element } from '../xml.ts'
import { runProperties } from './run-xml.ts'
import { namespaces, twips, w } from './word-xml.ts'

export const styleIds = {
  body: 'Body',
  title: 'Title',
  section: 'Heading1',
  part: 'Heading2',
  table: 'TableText',
  pageNumber: 'Footer',
} as const

/** Style of a heading that stands alone; the lower levels are body text that stays with what follows. */
export const headingStyles: Readonly<Partial<Record<ParagraphLevel, string>>> = {
  section: styleIds.section,
  part: styleIds.part,
}

/** Lines of one exact pitch, with free space before and after; all in points. */
export function spacing(line: number, before = 0, after = 0): string {
  return element('w:spacing', {
    'w:before': twips(before),
    'w:after': twips(after),
    'w:line': twips(line),
    'w:lineRule': 'exact',
  })
}

const indent = element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': twips(2 * typeSizes.body) })

type Style = {
  readonly id: string
  readonly name: string
  readonly next?: string
  readonly paragraph: string
  readonly run?: readonly [TypefaceRole, number | null]
}

/** By GB/T 9704-2012: body 3号仿宋 with 28.95 pt between lines, title 2号小标宋, headings 黑体 and 楷体, none bold. */
const styles: readonly Style[] = [
  { id: styleIds.body, name: 'Body Text', paragraph: spacing(linePitch) + indent + w('jc', 'both') },
  {
    id: styleIds.title,
    name: 'Title',
    next: styleIds.body,
    paragraph: w('keepNext') + spacing(typeSizes.title * 1.5, 0, linePitch) + w('jc', 'center'),
    run: ['title', typeSizes.title],
  },
  heading(styleIds.section, 'heading 1', 'section', 0),
  heading(styleIds.part, 'heading 2', 'part', 1),
  { id: styleIds.table, name: 'Table Text', paragraph: w('jc', 'center'), run: ['table', null] },
  { id: styleIds.pageNumber, name: 'footer', paragraph: '', run: ['pageNumber', typeSizes.pageNumber] },
]

function heading(id: string, name: string, role: TypefaceRole, level: number): Style {
  const paragraph =
    w('keepNext') + w('keepLines') + spacing(linePitch) + indent + w('jc', 'both') + w('outlineLvl', level)
  return { id, name, next: styleIds.body, paragraph, run: [role, null] }
}

/** The part word/styles.xml. */
export function stylesXml(): string {
  const language = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })
  const defaults = element(
    'w:rPr',
    {},
    runProperties('body', null),
    w('color', '000000'),
    runProperties(null, typeSizes.body),
    language,
  )
  return element(
    'w:styles',
    namespaces,
    element('w:docDefaults', {}, element('w:rPrDefault', {}, defaults), element('w:pPrDefault', {})),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      w('name', 'Normal'),
      w('qFormat'),
    ),
    ...styles.map(({ id, name, next, paragraph, run }) =>
      element(
        'w:style',
        { 'w:type': 'paragraph', 'w:styleId': id },
        w('name', name),
        w('basedOn', 'Normal'),
        next ? w('next', next) : '',
        w('qFormat'),
        paragraph === '' ? '' : element('w:pPr', {}, paragraph),
        run ? element('w:rPr', {}, runProperties(...run)) : '',
      ),
    ),
  )
}
