import { addresses } from '../site/addresses.ts'

/** Where a page of applying or following stands, below base path and language: `apply/who/`, `follow/case/`. */
export function applyAddress(code: string, place: string): string {
  return `${addresses.column(code, 'request')}${place}`
}
