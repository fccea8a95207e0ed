/** What a foreign document may cost before it is refused. The one place where these numbers stand. */
export const limits = {
  /** Size of the file itself, in bytes. */
  uploadBytes: 50 * 1024 * 1024,
  /** Everything inside a zip container together, unpacked, in bytes. */
  unzippedBytes: 500 * 1024 * 1024,
  /** Unpacked size of a zip entry against its packed size; small entries are let off (`ratioFreeBytes`). */
  unzipRatio: 200,
  ratioFreeBytes: 1024 * 1024,
  zipEntries: 10_000,
  /** Table cells of one document; every column that a cell covers counts. */
  cells: 2_000_000,
  paragraphs: 2_000_000,
  /** Tables inside tables deeper than this are read as plain text of the cell that holds them. */
  tableDepth: 32,
  pdfPages: 2_000,
  /** Words of one public file that are kept for search, in characters. */
  publicFileWords: 200_000,
  /** Time for one document in the worker, in milliseconds. */
  readingMs: 30_000,
  /** Time for one file of a volume, and for binding it, in milliseconds; memory of the process that does it, in MB. */
  bindingMs: 120_000,
  bindingMemoryMb: 1_536,
  /** All files of a volume together, in bytes; what comes after is named with its digest and not taken in. */
  volumeBytes: 300 * 1024 * 1024,
  /** Memory of the worker, in MB. */
  memoryMb: 512,
} as const
