import { typefaces } from '../../../report/render/typefaces.ts'
import { footers } from './document-xml.ts'
import { element, namespaces, w, xmlText } from './xml.ts'

const SCHEMAS = 'http://schemas.openxmlformats.org'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts of the package that the main part refers to, with their kinds. */
const related = [
  { id: 'rId1', file: 'styles.xml', kind: 'styles' },
  { id: 'rId2', file: 'settings.xml', kind: 'settings' },
  { id: 'rId3', file: 'fontTable.xml', kind: 'fontTable' },
  ...footers.map(({ id, file }) => ({ id, file, kind: 'footer' })),
] as const

/** The part [Content_Types].xml. */
export function contentTypesXml(): string {
  const override = (name: string, type: string) => element('Override', { PartName: name, ContentType: type })
  return element(
    'Types',
    { xmlns: `${SCHEMAS}/package/2006/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/word/document.xml', `${WORD_TYPE}.document.main+xml`),
    ...related.map(({ file, kind }) => override(`/word/${file}`, `${WORD_TYPE}.${kind}+xml`)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
}

/** The part _rels/.rels. */
export function packageRelationsXml(): string {
  return relations([
    ['rId1', `${SCHEMAS}/officeDocument/2006/relationships/officeDocument`, 'word/document.xml'],
    ['rId2', `${SCHEMAS}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ])
}

/** The part word/_rels/document.xml.rels. */
export function documentRelationsXml(): string {
  return relations(
    related.map(({ id, file, kind }) => [id, `${SCHEMAS}/officeDocument/2006/relationships/${kind}`, file]),
  )
}

function relations(entries: readonly (readonly [string, string, string])[]): string {
  return element(
    'Relationships',
    { xmlns: `${SCHEMAS}/package/2006/relationships` },
    ...entries.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  )
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

/** The part docProps/core.xml: title, agency, and a day that is not the clock's. */
export function corePropertiesXml(title: string, creator: string, day: Date | null): string {
  const time = (name: string) =>
    day === null
      ? ''
      : element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${day.toISOString().slice(0, 19)}Z`)
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${SCHEMAS}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, xmlText(title)),
    element('dc:creator', {}, xmlText(creator)),
    element('cp:lastModifiedBy', {}, xmlText(creator)),
    element('dc:language', {}, 'zh-CN'),
    time('created'),
    time('modified'),
  )
}
