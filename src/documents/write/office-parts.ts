import { element, xmlText } from './xml.ts'

// The parts that a Word file and an Excel file have alike, by ECMA-376 part 2.
const SCHEMAS = 'http://schemas.openxmlformats.org'
export const RELATIONSHIPS = `${SCHEMAS}/officeDocument/2006/relationships`

/** The part [Content_Types].xml: `types` gives the name of each part whose kind its ending does not tell, and its kind. */
export function contentTypesXml(types: readonly (readonly [part: string, type: string])[]): string {
  const override = (name: string, type: string) => element('Override', { PartName: name, ContentType: type })
  return element(
    'Types',
    { xmlns: `${SCHEMAS}/package/2006/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...types.map(([name, type]) => override(`/${name}`, type)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
}

/** The part _rels/.rels, which names the main part and, where the file has them, the properties of its program. */
export function packageRelationsXml(main: string, program: string | null = null): string {
  return relations([
    ['rId1', `${RELATIONSHIPS}/officeDocument`, main],
    ['rId2', `${SCHEMAS}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ...(program === null ? [] : [['rId3', `${RELATIONSHIPS}/extended-properties`, program] as const]),
  ])
}

type Related = { readonly id: string; readonly file: string; readonly kind: string }

/** The relationships of the main part to the others in its folder. */
export function mainRelationsXml(related: readonly Related[]): string {
  return relations(related.map(({ id, file, kind }) => [id, `${RELATIONSHIPS}/${kind}`, file]))
}

function relations(entries: readonly (readonly [string, string, string])[]): string {
  return element(
    'Relationships',
    { xmlns: `${SCHEMAS}/package/2006/relationships` },
    ...entries.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  )
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
