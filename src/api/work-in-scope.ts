import type { WorkToday } from '../requests/today/work-today.ts'
import type { ApiScope } from '../storage/api-tokens.ts'

/** The scope that opens each part of a day's work. */
const scopeOf = {
  toDo: 'requests:read',
  remedies: 'remedies:read',
  amendments: 'amendments:read',
  publications: 'publications:read',
} as const satisfies Readonly<Record<keyof WorkToday, ApiScope>>

/** Of a day's work the parts that the scopes open; the others are left out, which is not the same as empty. */
export function workInScope(work: WorkToday, scopes: readonly ApiScope[]): Partial<WorkToday> {
  return Object.fromEntries(Object.entries(work).filter(([part]) => scopes.includes(scopeOf[part as keyof WorkToday])))
}
