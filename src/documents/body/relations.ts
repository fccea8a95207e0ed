import { readXml } from '../docx/read-xml.ts'
import type { Zip } from '../zip.ts'

type Relation = { readonly target: string; readonly external: boolean }

/** What a part of a docx refers to, by id: addresses of links, and the parts that hold its pictures. */
export function readRelations(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found = new Map<string, Relation>()
  if (!zip.has(file)) return found
  readXml(zip, file, {
    open(name, attribute) {
      const id = attribute('Id')
      const target = attribute('Target')
      if (name !== 'rel:Relationship' || id === undefined || target === undefined) return
      const external = attribute('TargetMode') === 'External'
      found.set(id, { target: external ? target : within(folder, target), external })
    },
    close() {},
    text() {},
  })
  return found
}

function within(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
