import { typefaces } from '../../../report/render/typefaces.ts'
import { element } from '../xml.ts'
import { footers } from './document-xml.ts'
import { namespaces, w } from './word-xml.ts'

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts that the main part refers to, with their kinds. */
export const related = [
  { id: 'rId1', file: 'styles.xml', kind: 'styles' },
  { id: 'rId2', file: 'settings.xml', kind: 'settings' },
  { id: 'rId3', file: 'fontTable.xml', kind: 'fontTable' },
  ...footers.map(({ id, file }) => ({ id, file, kind: 'footer' })),
] as const

/** The kind of each part, for [Content_Types].xml, of a file whose main part refers to these. */
export function contentTypesFor(parts: readonly { readonly file: string; readonly kind: string }[]) {
  return [
    ['word/document.xml', `${WORD_TYPE}.document.main+xml`],
    ...parts.map(({ file, kind }) => [`word/${file}`, `${WORD_TYPE}.${kind}+xml`] as const),
  ] as const
}

/** The part word/settings.xml: outer page numbers, and the layout of Word 2013 and newer. */
export function settingsXml(): string {
  return element(
    'w:settings',
    namespaces,
    w('evenAndOddHeaders'),
    w('characterSpacingControl', 'compressPunctuation'),
    element(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  )
}

/** The part word/fontTable.xml: other names of each face, so that a machine without it takes the nearest. */
export function fontTableXml(): string {
  const byName = new Map(Object.values(typefaces).map((face) => [face.name, face]))
  const fonts = [...byName.values()].map(({ name, alternatives, kind }) =>
    element(
      'w:font',
      { 'w:name': name },
      w('altName', alternatives.join(',')),
      w('charset', '86'),
      w('family', kind === 'sans' ? 'swiss' : 'roman'),
      w('pitch', 'variable'),
    ),
  )
  return element('w:fonts', namespaces, ...fonts)
}
