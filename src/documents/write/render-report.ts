import { layoutReport } from '../../report/render/layout-report.ts'
import type { ReportLayout } from '../../report/render/report-layout.ts'
import type { Report } from '../../report/report.ts'

/** The formats that a report can be written in, in the order in which people name them. */
export const reportFormats = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

type Writer = (layout: ReportLayout, report: Report) => Uint8Array | Promise<Uint8Array>

/** Each writer is loaded only when its format is asked for: the packages behind them are large. */
const writers: Readonly<Record<ReportFormat, () => Promise<Writer>>> = {
  docx: async () => (await import('./docx/write-docx.ts')).writeDocx,
  pdf: async () => (await import('./pdf/write-pdf.ts')).writePdf,
  html: async () => (await import('./html/write-html.ts')).writeHtml,
  xlsx: async () => (await import('./xlsx/write-xlsx.ts')).writeXlsx,
  json: async () => {
    const { writeJson } = await import('./write-json.ts')
    return (_, report) => writeJson(report)
  },
}

/** Loads what writing `formats` needs, for a caller that has something else to wait for meanwhile. */
export async function loadWriters(formats: readonly ReportFormat[]): Promise<readonly Writer[]> {
  return await Promise.all(formats.map((format) => writers[format]()))
}

/** The bytes of `report` in each of `formats`, in their order. Throws Refusal `missing-glyph` for what a pdf cannot show. */
export async function renderReport(
  report: Report,
  formats: readonly ReportFormat[],
): Promise<Map<ReportFormat, Uint8Array>> {
  const layout = layoutReport(report)
  const loaded = await loadWriters(formats)
  const files = new Map<ReportFormat, Uint8Array>()
  for (const [place, format] of formats.entries()) {
    const write = loaded[place]
    if (write) files.set(format, await write(layout, report))
  }
  return files
}
