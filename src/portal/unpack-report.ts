import { z } from 'zod'
import { type Cell, cellAddresses, formatAddress, makeTables, numberCell, type Report } from '../report/report.ts'
import type { PackedCell } from './pack-report.ts'

const packedCell = z.union([
  z.number(),
  z.null(),
  z
    .object({
      value: z.number().nullable(),
      kind: z.enum(['number', 'blank', 'none', 'remark', 'missing', 'unreadable']),
      text: z.string(),
    })
    .refine(({ value, kind }) => (value !== null) === (kind === 'number' || kind === 'remark')),
])

const packedReport = z.object({
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  form: z.enum(['2021', '2019', 'mixed']),
  preamble: z.object({ title: z.string(), text: z.string() }),
  sections: z
    .array(z.object({ number: z.number().int().min(1).max(6), heading: z.string(), text: z.string() }))
    .max(50),
  cells: z.array(packedCell).length(cellAddresses.length),
})

/** The report out of a field that `packReport` made, or null when the field was cut or altered into no report. */
export function unpackReport(packed: string): Report | null {
  const parsed = packedReport.safeParse(parseJson(packed))
  if (!parsed.success) return null
  const { cells, ...rest } = parsed.data
  const byAddress = new Map(cellAddresses.map((address, index) => [formatAddress(address), cells[index] ?? null]))
  return { ...rest, ...makeTables((address) => unpackCell(byAddress.get(formatAddress(address)) ?? null)) }
}

function unpackCell(packed: PackedCell): Cell {
  if (typeof packed === 'number') return numberCell(packed)
  return packed ?? { value: null, kind: 'blank', text: '' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is not JSON is refused by the schema like everything else that is no report.
    return undefined
  }
}
