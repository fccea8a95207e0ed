import { createHash } from 'node:crypto'
import { type Client, type ClientBase, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'

/** The role this program makes for a database. Roles belong to the whole server, so its name carries the database's. */
export function appRoleName(database: string): string {
  return `gongkai_app_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`
}

/** Makes the app role, or gives it this password. Refuses, with the statement to run, when the owner may not. */
export async function makeAppRole(owner: Client, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role)
  const secret = `login password ${escapeLiteral(password)}`
  // One process at a time: two that alter one role would meet as "tuple concurrently updated".
  await owner.query(`begin; select pg_advisory_xact_lock(hashtext('gongkai app role'))`)
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
  try {
    // Of an existing role only the password is ours to set: an owner who is no superuser may not mention the rest.
    await owner.query(
      rowCount
        ? `alter role ${name} ${secret}`
        : `create role ${name} ${secret} nosuperuser nobypassrls nocreatedb nocreaterole`,
    )
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    const code = errorCode(error)
    // Another process made it at the same moment, from the same key: it is the same role.
    if (code === '42710' || code === '23505') return
    if (code === '42501') throw new Refusal('app-role-not-allowed', { role })
    throw error
  }
}

/** Gives the role every right that migrations noted and it lacks. */
export async function grantAppRole(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ kind: string; name: string; privilege: string }>(
    `select kind, name, privilege from app_grant where not case kind
       when 'table' then has_table_privilege($1, name, privilege)
       when 'sequence' then has_sequence_privilege($1, name, privilege)
       when 'function' then has_function_privilege($1, name, privilege)
       when 'schema' then has_schema_privilege($1, name, privilege) end`,
    [role],
  )
  if (rows.length === 0) return
  // One process at a time: two that grant on one table would meet as "tuple concurrently updated".
  await owner.query(`begin; select pg_advisory_xact_lock(hashtext('gongkai grants'))`)
  for (const { kind, name, privilege } of rows) {
    await owner.query(`grant ${privilege} on ${kind} ${name} to ${escapeIdentifier(role)}`)
  }
  await owner.query('commit')
}

/** Refuses to serve as a role that row-level security does not bind. */
export async function checkAppRole(app: ClientBase): Promise<void> {
  const { rows } = await app.query<{ role: string; unbound: boolean }>(
    `select rolname as role, rolsuper or rolbypassrls or exists (
         select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and c.relrowsecurity and pg_has_role(r.oid, c.relowner, 'member')
       ) as unbound
     from pg_roles r where rolname = current_user`,
  )
  const found = rows[0]
  if (!found || found.unbound) throw new Refusal('app-role-unbound', { role: found?.role ?? '' })
}

/** How the app role signs in where the owner does. */
export function appConfig(owner: Client, config: ClientConfig, role: string, password: string): ClientConfig {
  const { host, port, database, ssl } = owner
  return {
    ...(config.ssl === undefined ? { ssl } : { ssl: config.ssl }),
    host,
    port,
    ...(database === undefined ? {} : { database }),
    user: role,
    password,
  }
}
