import type { FileWarning } from '../../publications/file-warning.ts'
import { fixedZip } from '../write/fixed-zip.ts'
import { Zip } from '../zip.ts'
import { stripJpeg, stripPng } from './strip-picture.ts'

const cp = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** Who wrote it, for whom and with what: emptied, so that nothing that refers to these parts breaks. */
const emptied: Readonly<Record<string, string>> = {
  'docprops/core.xml': `<cp:coreProperties xmlns:cp="${cp}"/>`,
  'docprops/app.xml': `<Properties xmlns="${office}/extended-properties"/>`,
  'docprops/custom.xml': `<Properties xmlns="${office}/custom-properties"/>`,
}

/** A docx or xlsx without its properties and without the names of those who commented or changed it; what else it holds is told. */
export function stripOffice(bytes: Uint8Array): {
  readonly bytes: Uint8Array
  readonly warnings: readonly FileWarning[]
} {
  const zip = new Zip(bytes)
  const parts: Record<string, Uint8Array> = {}
  const notes = { comments: 0, changes: 0, by: new Set<string>(), hidden: [] as string[], embedded: false }
  for (const name of zip.names()) {
    const key = name.toLowerCase()
    const content = wholeOf(zip, name)
    const empty = emptied[key]
    if (empty !== undefined) parts[name] = encoded(empty)
    else if (/^docprops\//.test(key)) continue
    else if (/^(?:word|xl)\/media\/[^/]+\.png$/.test(key)) parts[name] = pictureOr(content, stripPng)
    else if (/^(?:word|xl)\/media\/[^/]+\.jpe?g$/.test(key)) parts[name] = pictureOr(content, stripJpeg)
    else if (/\.(?:xml|rels)$/.test(key))
      parts[name] = encoded(withoutNames(key, new TextDecoder().decode(content), notes))
    else {
      notes.embedded ||= /\/embeddings\//.test(key)
      parts[name] = content
    }
  }
  const by = [...notes.by].slice(0, 20)
  return {
    bytes: fixedZip(parts),
    warnings: [
      ...(notes.comments > 0 ? [{ what: 'comments', count: notes.comments, by } as const] : []),
      ...(notes.changes > 0 ? [{ what: 'trackedChanges', count: notes.changes, by } as const] : []),
      ...(notes.hidden.length > 0 ? [{ what: 'hiddenSheets', names: notes.hidden } as const] : []),
      ...(notes.embedded ? [{ what: 'embeddedFiles' } as const] : []),
    ],
  }
}

type Notes = {
  comments: number
  changes: number
  readonly by: Set<string>
  readonly hidden: string[]
  embedded: boolean
}

function withoutNames(key: string, xml: string, notes: Notes): string {
  // What pointed to a preview that is gone.
  if (key === '_rels/.rels') return xml.replace(/<Relationship\b[^>]*\bTarget="\/?docProps\/thumbnail[^>]*>/gi, '')
  if (key.startsWith('word/')) {
    if (/^word\/comments[^/]*\.xml$/.test(key)) notes.comments += xml.match(/<w:comment\b/g)?.length ?? 0
    notes.changes += xml.match(/<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b/g)?.length ?? 0
    if (key === 'word/people.xml') return xml.replace(/<w15:person\b[\s\S]*?<\/w15:person>/g, '')
    return xml.replace(/(\sw:(?:author|initials)=)"([^"]*)"/g, (_, attribute: string, name: string) => {
      if (name !== '' && attribute.includes('author')) notes.by.add(name)
      return `${attribute}""`
    })
  }
  if (/^xl\/comments[^/]*\.xml$|^xl\/comments\//.test(key)) {
    notes.comments += xml.match(/<comment\b/g)?.length ?? 0
    return xml.replace(/<author>([^<]*)<\/author>/g, (_, name: string) => {
      if (name !== '') notes.by.add(name)
      return '<author></author>'
    })
  }
  if (/^xl\/threadedcomments\//.test(key)) notes.comments += xml.match(/<threadedComment\b/g)?.length ?? 0
  if (/^xl\/persons\//.test(key))
    return xml.replace(/(\s(?:displayName|userId)=)"([^"]*)"/g, (_, attribute: string, name: string) => {
      if (attribute.includes('displayName') && name !== '') notes.by.add(name)
      return `${attribute}""`
    })
  if (key === 'xl/workbook.xml')
    for (const [sheet] of xml.matchAll(/<sheet\b[^>]*>/g))
      if (/\bstate="(?:hidden|veryHidden)"/.test(sheet)) notes.hidden.push(/\bname="([^"]*)"/.exec(sheet)?.[1] ?? '')
  return xml
}

/** A picture that cannot be read is left out: what it holds besides could not be taken away. */
function pictureOr(content: Uint8Array, strip: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  try {
    return strip(content)
  } catch {
    return new Uint8Array()
  }
}

function wholeOf(zip: Zip, name: string): Uint8Array {
  const pieces: Uint8Array[] = []
  zip.read(name, (piece) => pieces.push(piece.slice()))
  return Buffer.concat(pieces)
}

const encoded = (text: string) => new TextEncoder().encode(text)
