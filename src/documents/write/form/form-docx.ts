import type { Register } from '../../../office/register.ts'
import { page, pointsPerMm, typeSizes } from '../../../report/render/page-measures.ts'
import { contentTypesFor, fontTableXml, settingsXml } from '../docx/package-parts.ts'
import { run, runProperties } from '../docx/run-xml.ts'
import { spacing, styleIds, stylesXml } from '../docx/styles-xml.ts'
import { namespaces, twips, w } from '../docx/word-xml.ts'
import { fixedZip } from '../fixed-zip.ts'
import { contentTypesXml, corePropertiesXml, mainRelationsXml, packageRelationsXml } from '../office-parts.ts'
import { element, part } from '../xml.ts'

const related = [
  { id: 'rId1', file: 'styles.xml', kind: 'styles' },
  { id: 'rId2', file: 'settings.xml', kind: 'settings' },
  { id: 'rId3', file: 'fontTable.xml', kind: 'fontTable' },
] as const

const mm = (length: number) => twips(length * pointsPerMm)

const textWidth = page.width - page.left - page.right

/** A form as a Word file to be filled in, or as it was filled in: a title, a lead, one table, places to sign. */
export async function writeFormDocx(form: Register): Promise<Uint8Array> {
  const whole = form.widths.reduce((sum, one) => sum + one, 0)
  const widths = form.widths.map((share) => mm((textWidth * share) / whole))
  const line = (text: string, ...properties: readonly string[]) =>
    element('w:p', {}, element('w:pPr', {}, ...properties), text === '' ? '' : run(text))
  // An empty paragraph has the height of its mark, so that rows to write in are as high as they are in the pdf.
  const small = runProperties(null, 10.5)
  const cellLine = (text: string) =>
    element(
      'w:p',
      {},
      element('w:pPr', {}, spacing(17), element('w:rPr', {}, small)),
      text === '' ? '' : run(text, small),
    )
  const cell = (text: string, at: number) =>
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': widths[at] ?? 0, 'w:type': 'dxa' }),
        element('w:vAlign', { 'w:val': 'center' }),
      ),
      ...text.split('\n').map(cellLine),
    )
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }),
  )
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': mm(textWidth), 'w:type': 'dxa' }),
      element('w:tblBorders', {}, ...sides),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...[form.heads, ...form.rows].map((row) =>
      element('w:tr', {}, element('w:trPr', {}, w('cantSplit')), ...row.map(cell)),
    ),
  )
  const document = element(
    'w:document',
    namespaces,
    element(
      'w:body',
      {},
      line(form.title, w('pStyle', styleIds.title), spacing(typeSizes.title * 1.5, 0, 12)),
      line(form.agency, spacing(26), w('jc', 'center')),
      line(form.lead, spacing(26, 6, 6)),
      table,
      line(form.signatures.map((name) => `${name}：`).join('　'.repeat(7)), spacing(30, 6)),
      element(
        'w:sectPr',
        {},
        element('w:pgSz', { 'w:w': mm(page.width), 'w:h': mm(page.height) }),
        element('w:pgMar', {
          ...{ 'w:top': mm(25), 'w:right': mm(page.right), 'w:bottom': mm(22), 'w:left': mm(page.left) },
          ...{ 'w:header': mm(15), 'w:footer': mm(15), 'w:gutter': 0 },
        }),
      ),
    ),
  )
  return fixedZip({
    '[Content_Types].xml': part(contentTypesXml(contentTypesFor(related))),
    '_rels/.rels': part(packageRelationsXml('word/document.xml')),
    'docProps/core.xml': part(corePropertiesXml(form.title, form.agency, new Date(`${form.on}T00:00:00Z`))),
    'word/document.xml': part(document),
    'word/_rels/document.xml.rels': part(mainRelationsXml(related)),
    'word/styles.xml': part(stylesXml()),
    'word/settings.xml': part(settingsXml()),
    'word/fontTable.xml': part(fontTableXml()),
  })
}
