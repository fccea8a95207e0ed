import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Two publications that were the first of a half-year at the same moment both made its partition, and one of them failed: a look-up by name
 * may be answered from before the lock was waited for. A query is not.
 */
export const halfYearOnce: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(addHalfYear).execute(db)
  },
}

const addHalfYear = `create or replace function add_search_half_year(published timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    local_day date := (published at time zone 'Asia/Shanghai')::date;
    half integer := case when extract(month from local_day) < 7 then 1 else 2 end;
    start date := make_date(extract(year from local_day)::integer, half * 6 - 5, 1);
    part text := format('public_search_%sh%s', extract(year from local_day)::integer, half);
  begin
    if published < '1990-01-01' or published > now() + interval '1 year' then
      raise exception 'no half-year of publications' using errcode = 'invalid_parameter_value';
    end if;
    if to_regclass(part) is not null then return; end if;
    perform pg_advisory_xact_lock(hashtext('public_search'));
    if exists (select from pg_class where relname = part and relnamespace = 'public'::regnamespace) then return; end if;
    execute format('create table %I (like public_search including defaults including storage)', part);
    execute format('alter table %I alter column text set statistics 0', part);
    execute format('alter table public_search attach partition %I for values from (%L) to (%L)', part,
      start::timestamp at time zone 'Asia/Shanghai', (start + interval '6 months') at time zone 'Asia/Shanghai');
  end $$`
