import { sql } from 'kysely'
import type { Db } from './pool.ts'

/** What is wrong with the role we work as: it must own nothing, be no superuser and bypass no row security. */
export async function roleFaults(db: Db): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select format('role %s is a superuser', rolname) as fault from pg_roles where rolname = current_user and rolsuper
    union all select format('role %s bypasses row security', rolname) from pg_roles where rolname = current_user and rolbypassrls
    union all select format('role %s owns %s.%s', current_user, n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(c.relowner) = current_user and c.relkind in ('r', 'p', 'v', 'm')`.execute(
    db,
  )
  return rows.map((row) => row.fault)
}

/**
 * Tables with a `district` column whose fence is not whole: row security on and forced, one restrictive policy on the
 * district for every verb; and views that do not run as their caller, materialised views, partitions granted directly.
 */
export async function unfencedTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with ours as (
      select c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.reloptions,
             exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped) as has_district
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'
    )
    select format('%s.%s: row security is not forced', nspname, relname) as fault from ours
      where relkind in ('r', 'p') and has_district and nspname || '.' || relname <> 'reference.districts' and not (relrowsecurity and relforcerowsecurity)
    union all
    select format('%s.%s: no restrictive tenant policy for every verb', nspname, relname) from ours
      where relkind in ('r', 'p') and has_district and nspname || '.' || relname <> 'reference.districts'
        and not exists (select 1 from pg_policy p where p.polrelid = ours.oid and not p.polpermissive and p.polcmd = '*'
                        and p.polroles = '{0}' and pg_get_expr(p.polqual, p.polrelid) like '(district = %app.district%'
                        and pg_get_expr(p.polwithcheck, p.polrelid) like '(district = %app.district%')
    union all
    select format('%s.%s: a view that does not run as its caller', nspname, relname) from ours
      where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
    union all
    select format('%s.%s: a materialised view has no row security', nspname, relname) from ours where relkind = 'm'
    union all
    select format('%s.%s: a partition granted directly', nspname, relname) from ours
      where relispartition and has_table_privilege(current_user, oid, 'select, insert, update, delete')
    order by 1`.execute(db)
  return rows.map((row) => row.fault)
}
