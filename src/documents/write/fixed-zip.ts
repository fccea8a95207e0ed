import { zipSync } from 'fflate'

/** Entries carry no day of their own: this is the first that the zip format knows. */
const ENTRY_DAY = new Date(1980, 0, 1)
/** Readers of Office files expect the list of content types first. */
const CONTENT_TYPES = '[Content_Types].xml'

/** An Office file of `parts` whose bytes depend on nothing but the parts. */
export function fixedZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).sort(([a], [b]) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES))
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: ENTRY_DAY })
}

/** The day that stands in a file's properties in place of the clock's: the last day of the report's year. */
export function fixedDay(year: number | null): Date | null {
  return year === null ? null : new Date(Date.UTC(year, 11, 31))
}
