import type { Day } from '../statute/day.ts'

/** A day as official papers write it: `2026年3月2日`, no leading zeros (GB/T 9704-2012). */
export function officialDay(on: Day): string {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
