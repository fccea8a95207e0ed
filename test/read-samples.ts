import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../src/documents/read-document.ts'
import { Refusal } from '../src/refusals/refusal.ts'
import { readReport } from '../src/report/read/read-report.ts'
import { type Cell, cellAddresses, cellAt, formatAddress, type Report, type Tables } from '../src/report/report.ts'

export const samplesFolder: string = join(
  process.env.GONGKAI_SAMPLES ?? fileURLToPath(new URL('../../shared/samples', import.meta.url)),
  'reports',
)

type Judged = Readonly<Record<string, { readonly kind: Cell['kind']; readonly value?: number | null }>>
export type Expected = {
  readonly expect: 'full' | 'partial' | 'narrative' | 'no_tables' | 'refuse'
  readonly agency: string | null
  readonly year: number | null
  readonly proactive?: Judged
  readonly requests?: Readonly<Record<string, Judged>>
  readonly remedies?: Readonly<Record<string, Judged>>
}

/** A sample beside what a person read in it. `wrong`: a number that is not there; `unread`: a judged cell that came back otherwise. */
export type SampleReading = {
  readonly file: string
  readonly expected: Expected
  readonly report: Report | null
  readonly refused: string | null
  readonly cells: number
  readonly wrong: readonly string[]
  readonly unread: readonly string[]
}

export function sampleFiles(): string[] {
  if (!existsSync(samplesFolder)) return []
  return readdirSync(samplesFolder)
    .filter((file) => !file.endsWith('.expected.json'))
    .sort()
}

function expectedOf(file: string): Expected {
  return JSON.parse(readFileSync(join(samplesFolder, file.replace(/\.\w+$/, '.expected.json')), 'utf8'))
}

export async function readSample(file: string): Promise<SampleReading> {
  const expected = expectedOf(file)
  const document = await readDocument(readFileSync(join(samplesFolder, file)), file)
  try {
    const report = readReport(document)
    return { file, expected, report, refused: null, ...judge(expected, report) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { file, expected, report: null, refused: error.id, cells: 0, wrong: [], unread: [] }
  }
}

/** The cell that a person read at an address, or undefined where none was judged. */
function judgedCell(expected: Expected, address: (typeof cellAddresses)[number]) {
  switch (address.table) {
    case 'proactive':
      return expected.proactive?.[address.cell]
    case 'requests':
      return expected.requests?.[address.row]?.[address.column]
    case 'remedies':
      return expected.remedies?.[address.group]?.[address.column]
  }
}

function judge(expected: Expected, tables: Tables): Pick<SampleReading, 'cells' | 'wrong' | 'unread'> {
  const wrong: string[] = []
  const unread: string[] = []
  let cells = 0
  for (const address of cellAddresses) {
    const truth = judgedCell(expected, address)
    if (!truth) continue
    cells++
    const cell = cellAt(tables, address)
    const told = `${formatAddress(address)}: ${truth.kind} ${truth.value ?? ''} read as ${cell.kind} ${cell.value ?? ''}`
    if (cell.value !== null && cell.value !== (truth.value ?? null)) wrong.push(told)
    else if (cell.kind !== truth.kind || cell.value !== (truth.value ?? null)) unread.push(told)
  }
  return { cells, wrong, unread }
}
