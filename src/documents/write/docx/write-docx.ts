import type { ReportLayout } from '../../../report/render/report-layout.ts'
import { fixedDay, fixedZip } from '../fixed-zip.ts'
import { contentTypesXml, corePropertiesXml, mainRelationsXml, packageRelationsXml } from '../office-parts.ts'
import { part } from '../xml.ts'
import { documentXml, footers, footerXml } from './document-xml.ts'
import { contentTypesFor, fontTableXml, related, settingsXml } from './package-parts.ts'
import { stylesXml } from './styles-xml.ts'

/**
 * A Word file by GB/T 9704-2012, without macros, that Word, WPS and LibreOffice open alike. The same layout gives the
 * same bytes on any day.
 */
export async function writeDocx(layout: ReportLayout): Promise<Uint8Array> {
  const title = layout.titleLines.join('')
  return fixedZip({
    '[Content_Types].xml': part(contentTypesXml(contentTypesFor(related))),
    '_rels/.rels': part(packageRelationsXml('word/document.xml')),
    'docProps/core.xml': part(corePropertiesXml(title, layout.agency ?? title, fixedDay(layout.year))),
    'word/document.xml': part(documentXml(layout)),
    'word/_rels/document.xml.rels': part(mainRelationsXml(related)),
    'word/styles.xml': part(stylesXml()),
    'word/settings.xml': part(settingsXml()),
    'word/fontTable.xml': part(fontTableXml()),
    ...Object.fromEntries(footers.map(({ file, side }) => [`word/${file}`, part(footerXml(side))])),
  })
}
