import { unzipSync } from 'fflate'
import { typefaces } from '../../../report/render/typefaces.ts'
import { fixedDay, fixedZip } from '../fixed-zip.ts'

/** The times of creation and change in docProps/core.xml. */
const TIME = /<(dcterms:(?:created|modified))( [^>]*)>[^<]*<\/\1>/g

/**
 * What the `docx` package leaves to do: other names of each face, so that a machine without it takes the nearest, and
 * days that come from the report and not from the clock.
 */
export function finishDocx(bytes: Uint8Array, year: number | null): Uint8Array {
  const parts = unzipSync(bytes)
  const core = parts['docProps/core.xml']
  if (!core) throw new Error('the docx package wrote no docProps/core.xml')
  const day = fixedDay(year)
  const time = day === null ? '' : `<$1$2>${day.toISOString().slice(0, 19)}Z</$1>`
  return fixedZip({
    ...parts,
    'word/fontTable.xml': new TextEncoder().encode(fontTable()),
    'docProps/core.xml': new TextEncoder().encode(new TextDecoder().decode(core).replaceAll(TIME, time)),
  })
}

function fontTable(): string {
  const byName = new Map(Object.values(typefaces).map((face) => [face.name, face]))
  const fonts = [...byName.values()].map(
    ({ name, alternatives, kind }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${kind === 'sans' ? 'swiss' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
  )
}
