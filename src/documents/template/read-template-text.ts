import { BodyReader } from '../docx/body-reader.ts'
import { Numbering } from '../docx/numbering.ts'
import { findParts } from '../docx/parts.ts'
import { readDocx } from '../docx/read-docx.ts'
import { readXml } from '../docx/read-xml.ts'
import { Styles } from '../docx/styles.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { Zip } from '../zip.ts'

/** What a reader sees of a letter: the lines of its body with its notes, and those of each head and foot. */
export type LetterText = { readonly body: readonly string[]; readonly edges: readonly (readonly string[])[] }

/** Reads a Word file with the heads and feet named. Hidden, struck-out and deleted text is not there. */
export function readLetterText(bytes: Uint8Array, edges: readonly string[]): LetterText {
  const zip = new Zip(bytes)
  const parts = findParts(zip)
  const ofEdge = (part: string) => {
    const reader = new BodyReader(Styles.read(zip, parts.styles), Numbering.read(zip, parts.numbering))
    readXml(zip, part, reader)
    return linesOf(assembleDocument('docx', reader.finish()).text)
  }
  return {
    body: linesOf(readDocx(bytes).text),
    edges: edges.filter((part) => zip.has(part)).map(ofEdge),
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n')
}
