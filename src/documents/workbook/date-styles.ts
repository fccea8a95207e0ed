import { addDays, type Day, day } from '../../statute/day.ts'
import { parseWholeXml } from './parse-xml.ts'
import type { ZipEntry } from './zip-entries.ts'

/** Whether the cell style with this index (`s` of a cell) shows a day. */
export type DateStyles = (style: number) => boolean

/** Number formats every spreadsheet knows by number that show a day; 27–36 and 50–58 are those of East Asia. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Reads which cell styles show days out of the styles part; without one no style does. */
export function readDateStyles(entry: ZipEntry | undefined): DateStyles {
  if (!entry) return () => false
  const custom = new Map<number, boolean>()
  const byStyle: number[] = []
  let inCellStyles = false
  parseWholeXml(entry, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) byStyle.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return (style) => {
    const format = byStyle[style]
    return format !== undefined && (custom.get(format) ?? BUILT_IN.has(format))
  }
}

/** A format shows a day when it has a year or day letter outside quoted words, brackets and escapes. */
function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''))
}

const FIRST_1900 = day('1899-12-31')
const FIRST_1904 = day('1904-01-01')
/** 9999-12-31 in the system of 1900. */
const LAST_SERIAL = 2_958_465

/**
 * The day of a spreadsheet's serial number; a time of day after the point is dropped. Null when it is none. The system of
 * 1900 counts a 29 February 1900 that never was, so serials after it are one too high.
 */
export function dayOfSerial(serial: number, system: 1900 | 1904): Day | null {
  const whole = Math.floor(serial)
  const known = knownDays[system].get(whole)
  if (known !== undefined) return known
  const found = findDay(whole, system)
  if (knownDays[system].size < MOST_KNOWN) knownDays[system].set(whole, found)
  return found
}

/** A ledger has few days and many rows; each day is worked out once. */
const knownDays = { 1900: new Map<number, Day | null>(), 1904: new Map<number, Day | null>() }
const MOST_KNOWN = 20_000

function findDay(whole: number, system: 1900 | 1904): Day | null {
  if (!Number.isFinite(whole) || whole < 0 || whole > LAST_SERIAL) return null
  if (system === 1904) return whole > LAST_SERIAL - 1462 ? null : addDays(FIRST_1904, whole)
  if (whole < 1 || whole === 60) return null
  return addDays(FIRST_1900, whole > 60 ? whole - 1 : whole)
}
