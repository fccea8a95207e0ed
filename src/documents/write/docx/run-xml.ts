import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'
import { element, xmlText } from '../xml.ts'
import { halfPoints, w } from './word-xml.ts'

/** Properties of a run: the face of a role for Chinese and, unless it names another, for Latin text; the size in points. */
export function runProperties(role: TypefaceRole | null, size: number | null): string {
  return (
    (role === null ? '' : fonts(role)) + (size === null ? '' : w('sz', halfPoints(size)) + w('szCs', halfPoints(size)))
  )
}

function fonts(role: TypefaceRole): string {
  const { name, latin = name } = typefaces[role]
  return element('w:rFonts', {
    'w:ascii': latin,
    'w:hAnsi': latin,
    'w:eastAsia': name,
    'w:cs': latin,
    'w:hint': 'eastAsia',
  })
}

/** A run of text; `\n` is a line break. */
export function run(text: string, properties = ''): string {
  const lines = text.split('\n').map((line) => element('w:t', { 'xml:space': 'preserve' }, xmlText(line)))
  return element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), lines.join(w('br')))
}
