import { type Kysely, sql } from 'kysely'

/** The agencies of the transaction. The sub-select is evaluated once a query; the bare setting would be once a row. */
const ownAgencies = "(select nullif(current_setting('app.agencies', true), ''))::integer[]"

export type TableRight = 'select' | 'insert' | 'update' | 'delete'

/**
 * Makes an existing table one whose rows belong to an agency: row-level security by `column`, and these rights for the app
 * role. Without an agency set, or with another's, the table is empty and refuses every write.
 */
export async function scopeToAgency(
  db: Kysely<unknown>,
  table: string,
  rights: readonly TableRight[] = ['select', 'insert', 'update', 'delete'],
  column = 'agency_id',
): Promise<void> {
  const own = sql`${sql.ref(column)} = any (${sql.raw(ownAgencies)})`
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`create policy own_agencies on ${sql.table(table)} using (${own}) with check (${own})`.execute(db)
  for (const right of rights) await grantToApp(db, 'table', table, right)
}

/**
 * Notes a right of the app role. Its name differs between databases, so migrations note rights and `grantAppRole` grants
 * whatever the role of this database lacks. A function is named with its argument types: `find_agency(text)`.
 */
export async function grantToApp(
  db: Kysely<unknown>,
  kind: 'table' | 'sequence' | 'function' | 'schema',
  name: string,
  right: TableRight | 'usage' | 'execute',
): Promise<void> {
  await sql`insert into app_grant (kind, name, privilege) values (${kind}, ${name}, ${right})
    on conflict do nothing`.execute(db)
}
