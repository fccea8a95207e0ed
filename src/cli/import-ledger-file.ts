import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openTableFile } from '../documents/workbook/open-table-file.ts'
import { ImportTally, type SheetTally } from '../report/ledger/import-tally.ts'
import { pairSheets, readSheet, type SourceSheet } from '../report/ledger/read-sheet.ts'
import type { LedgerSheet } from '../report/ledger/sheets.ts'
import type { Agency } from '../storage/agencies.ts'
import {
  type IncomingRow,
  noteImport,
  unknownRequests,
  type WriteMode,
  writeLedgerRows,
} from '../storage/ledger/ledger-writer.ts'
import type { Trx } from '../storage/storage.ts'
import { InFlight } from './in-flight.ts'
import { readWholeFile } from './read-whole-file.ts'

export type ImportOptions = WriteMode & {
  /** The sheet that a single csv is; null: by its name. */
  readonly sheet: string | null
  /** `emptyMeansNone`: sheets without rows are handed in too, and say that there was nothing. */
  readonly emptySheets: 'ignored' | 'emptyMeansNone'
  /** Aborted when the command is told to stop: what was read so far is then undone, not finished. */
  readonly stopped: AbortSignal
  /** Told every thousand rows of a sheet how many were read. */
  readonly onRead: (sheet: LedgerSheet, rows: number) => void
}

/** Problems and warnings listed for one file; the rest is only counted. */
const LISTED = 200
/** Rows written at a time: few round trips, flat memory. */
const BATCH = 500
/** One batch in the hands of the database, and one waiting for it while the next is read; more only cost memory. */
const BATCHES_AT_ONCE = 2
/** Rows read before somebody who waits is told again. */
const TOLD = 1000
/** Rows read before a batch on its way to the database gets a turn. */
const TURN = 100

/**
 * Reads one file into the ledger in the caller's transaction. Good rows are written as they come; whether bad ones undo
 * them is for the caller to say. Throws Refusal when the file cannot be read as a ledger at all.
 */
export async function importLedgerFile(
  trx: Trx,
  agency: Agency,
  file: string,
  options: ImportOptions,
): Promise<ImportTally> {
  const bytes = await readWholeFile(file)
  const { pairs, unknown } = pairSheets(openTableFile(bytes, file), options.sheet)
  const tally = new ImportTally(LISTED)
  for (const value of unknown)
    tally.addWarning({ sheet: pairs[0]?.sheet.id ?? 'requests', row: null, code: 'unknownSheet', value })
  // Requests first, so that a case finds the request of its own file.
  const ordered = [...pairs].sort((a, b) => Number(b.sheet.id === 'requests') - Number(a.sheet.id === 'requests'))
  for (const { sheet, source } of ordered) await importSheet(trx, agency, sheet, source, options, tally)
  if (tally.rows > 0 || options.emptySheets === 'emptyMeansNone') {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    for (const { sheet, added, changed, unchanged } of tally.sheets)
      await noteImport(trx, agency.id, sheet, { file: basename(file), sha256, added, changed, unchanged })
  }
  return tally
}

async function importSheet(
  trx: Trx,
  agency: Agency,
  sheet: LedgerSheet,
  source: SourceSheet,
  options: ImportOptions,
  tally: ImportTally,
): Promise<void> {
  const figures = tally.start(sheet.id)
  let batch: IncomingRow[] = []
  let read = 0
  // While the database writes some batches, the next is sealed and the one after it read.
  const writing = new InFlight(BATCHES_AT_ONCE)
  const flush = async () => {
    const rows = batch
    batch = []
    await writing.start(() => writeBatch(trx, agency, sheet, rows, options, tally, figures))
  }
  try {
    for (const event of readSheet(sheet, source, options.today)) {
      if (event.is !== 'warning' && ++read % TOLD === 0) options.onRead(sheet, read)
      switch (event.is) {
        case 'example':
          figures.examples++
          break
        case 'warning':
          tally.addWarning(event.warning)
          break
        case 'bad':
          figures.bad++
          tally.addProblems(event.problems)
          break
        case 'row':
          batch.push(event)
          options.stopped.throwIfAborted()
          if (batch.length >= BATCH) await flush()
          else if (batch.length % TURN === 0) await setImmediate()
          break
      }
    }
    if (batch.length > 0) await flush()
  } finally {
    // Whatever stopped the reading, the transaction must not end under a batch that is still on its way.
    await writing.settled()
  }
  writing.throwFailure()
}

async function writeBatch(
  trx: Trx,
  agency: Agency,
  sheet: LedgerSheet,
  rows: readonly IncomingRow[],
  options: ImportOptions,
  tally: ImportTally,
  figures: SheetTally,
): Promise<void> {
  const written = await writeLedgerRows(trx, agency.id, sheet.id, rows, options)
  figures.added += written.added
  figures.changed += written.changed
  figures.unchanged += written.unchanged
  figures.bad += written.problems.length
  tally.addProblems(written.problems)
  if (sheet.id === 'remedies')
    for (const warning of await unknownRequests(trx, agency.id, rows)) tally.addWarning(warning)
  if (sheet.id === 'documents')
    for (const { number, row } of rows)
      if (typeof row.leadMaker === 'string' && row.leadMaker !== agency.name && row.leadMaker !== agency.code)
        tally.addWarning({ sheet: 'documents', row: number, code: 'madeElsewhere', value: row.leadMaker })
}
