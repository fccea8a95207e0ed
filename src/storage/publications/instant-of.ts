import { sql } from 'kysely'

/** A column of instants as `Instant` is written. */
export function instantOf(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`
}
