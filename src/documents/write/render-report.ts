import type { ReportLayout } from '../../report/render/report-layout.ts'
import type { Report } from '../../report/report.ts'

/** The formats that a report can be written in, in the order in which people name them. */
export const reportFormats = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

type Writer = (layout: ReportLayout, report: Report) => Uint8Array | Promise<Uint8Array>

/** Each writer is loaded only when its format is asked for: the packages behind them are large. */
const writers: Readonly<Record<ReportFormat, () => Promise<Writer>>> = {
  docx: async () => (await import('./docx/write-docx.ts')).writeDocx,
  pdf: async () => (await import('./pdf/write-pdf-apart.ts')).startPdfWriter(),
  html: async () => (await import('./html/write-html.ts')).writeHtml,
  xlsx: async () => (await import('./xlsx/write-xlsx.ts')).writeXlsx,
  json: async () => {
    const { writeJson } = await import('./write-json.ts')
    return (_, report) => writeJson(report)
  },
}

/** Layout and writers of one report, loaded and made ready. */
type LoadedWriters = {
  readonly layoutReport: (report: Report) => ReportLayout
  readonly writers: ReadonlyMap<ReportFormat, Writer>
}

/** Loads what writing `formats` needs, for a caller that has something else to wait for meanwhile. */
export async function loadWriters(formats: readonly ReportFormat[]): Promise<LoadedWriters> {
  // The pdf is set in a thread of its own, which takes longest: nothing else is loaded before it is under way.
  const pdf = formats.includes('pdf') ? await writers.pdf() : null
  const others = formats.filter((format) => format !== 'pdf')
  const [{ layoutReport }, ...loaded] = await Promise.all([
    import('../../report/render/layout-report.ts'),
    ...others.map(async (format) => [format, await writers[format]()] as const),
  ])
  return { layoutReport, writers: new Map([...(pdf ? [['pdf', pdf] as const] : []), ...loaded]) }
}

/**
 * The bytes of `report` in each of `formats`, in their order; `loaded` are the writers of one earlier `loadWriters`.
 * Throws Refusal `missing-glyph` for what a pdf cannot show.
 */
export async function renderReport(
  report: Report,
  formats: readonly ReportFormat[],
  loaded?: LoadedWriters,
): Promise<Map<ReportFormat, Uint8Array>> {
  const ready = loaded ?? (await loadWriters(formats))
  const layout = ready.layoutReport(report)
  const written = new Map(
    await Promise.all(
      [...ready.writers].map(async ([format, write]) => [format, await write(layout, report)] as const),
    ),
  )
  return new Map(
    formats.flatMap((format) => {
      const bytes = written.get(format)
      return bytes ? [[format, bytes] as const] : []
    }),
  )
}
