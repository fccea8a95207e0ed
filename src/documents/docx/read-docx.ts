import type { SourceDocument } from '../../quality/source-document.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { Zip } from '../zip.ts'
import { BodyReader } from './body-reader.ts'
import { Numbering } from './numbering.ts'
import { findParts } from './parts.ts'
import { readXml } from './read-xml.ts'
import { Styles } from './styles.ts'

/**
 * Reads a Word or WPS document as its reader sees it: automatic numbers written out, tracked changes accepted, hidden
 * text and field codes left out, text boxes after the paragraph they hang on, notes at the end; no headers and footers.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const zip = new Zip(bytes)
  const parts = findParts(zip)
  const body = new BodyReader(Styles.read(zip, parts.styles), Numbering.read(zip, parts.numbering))
  for (const part of [parts.document, parts.footnotes, parts.endnotes]) if (part) readXml(zip, part, body)
  return assembleDocument('docx', body.finish())
}
