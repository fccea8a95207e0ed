import { Refusal } from '../../refusals/refusal.ts'
import type { Zip } from '../zip.ts'
import { readXml } from './read-xml.ts'

export type Parts = {
  readonly document: string
  readonly styles: string | null
  readonly numbering: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
}

/** Where the parts of a docx stand, by its relationships, else by their usual names. */
export function findParts(zip: Zip): Parts {
  const document = relationships(zip, '_rels/.rels', '').get('officeDocument') ?? 'word/document.xml'
  if (!zip.has(document)) throw new Refusal('file-damaged')
  const folder = document.slice(0, document.lastIndexOf('/') + 1)
  const file = document.slice(folder.length)
  const related = relationships(zip, `${folder}_rels/${file}.rels`, folder)
  const part = (type: string) => [related.get(type), `${folder}${type}.xml`].find((one) => one && zip.has(one)) ?? null
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  }
}

/** Last word of the relationship's type → the part it names. */
function relationships(zip: Zip, part: string, folder: string): Map<string, string> {
  const found = new Map<string, string>()
  if (!zip.has(part)) return found
  readXml(zip, part, {
    open(name, attribute) {
      const target = attribute('Target')
      const type = attribute('Type')
      if (name !== 'rel:Relationship' || !target || !type || attribute('TargetMode') === 'External') return
      found.set(type.slice(type.lastIndexOf('/') + 1), resolvePath(folder, target))
    },
    close() {},
    text() {},
  })
  return found
}

function resolvePath(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
