import type pg from 'pg'

/** Every tenant table × role × verb, tried for real as a foreigner: what a district must never be able to do to another. */

export type Leak = { readonly table: string; readonly role: string; readonly verb: string; readonly what: string }

type Table = { name: string; columns: { name: string; type: string; nullable: boolean; hasDefault: boolean }[] }

/** Tables that have a tenant: a `district` column, outside the catalogue. `reference.districts` lists the tenants themselves. */
export async function tenantTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Table['columns'] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull, 'hasDefault', a.atthasdef) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'
      and format('%I.%I', n.nspname, c.relname) <> 'reference.districts'
    group by 1 having bool_or(a.attname = 'district') order by 1`)
  return rows
}

/** A value of a type, for a row that exists only to be refused or hidden. */
function sample(type: string, seed: number): string {
  switch (type) {
    case 'integer':
    case 'smallint':
    case 'bigint':
      return String(1 + seed)
    case 'uuid':
      return `'0190${String(seed).padStart(4, '0')}-0000-7000-8000-000000000000'`
    case 'boolean':
      return 'true'
    case 'date':
      return `'2022-03-07'`
    case 'timestamp with time zone':
      return 'now()'
    case 'jsonb':
      return `'{}'`
    case 'bytea':
      return `'\\x00'`
    case 'uuid[]':
    case 'bytea[]':
    case 'text[]':
      return `'{}'`
    default:
      return `'x'`
  }
}

/** The row of a table for a district, all constraints but the keys set aside by the caller. */
function insertOf(table: Table, district: number): string {
  const values = table.columns.map((column, at) =>
    column.name === 'district' ? String(district) : sample(column.type, at),
  )
  return `insert into ${table.name} (${table.columns.map((column) => `"${column.name}"`).join(', ')}) values (${values.join(', ')})`
}

/**
 * Plants one row of `home` in every tenant table (as superuser, checks and foreign keys set aside), then as each role in
 * `foreign` and with no district at all tries to read, change, delete and forge it. Returns every leak; the caller's
 * database is a clone and is thrown away.
 */
export async function runMatrix(
  superuser: pg.Client,
  roles: Readonly<Record<string, pg.Client>>,
  home: number,
  foreign: number,
): Promise<{ tables: number; tried: number; leaks: Leak[] }> {
  const tables = await tenantTables(superuser)
  await superuser.query(`set session_replication_role = replica`)
  for (const table of tables) {
    const checks = await superuser.query<{ conname: string }>(
      `select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [table.name],
    )
    for (const { conname } of checks.rows)
      await superuser.query(`alter table ${table.name} drop constraint "${conname}"`)
    await superuser.query(insertOf(table, home))
  }
  const leaks: Leak[] = []
  let tried = 0
  for (const table of tables) {
    for (const [role, client] of Object.entries(roles)) {
      for (const district of [foreign, undefined]) {
        for (const [verb, statement] of verbsOn(table, home)) {
          tried += 1
          const changed = await attempt(client, district, statement)
          const where = district === undefined ? 'without a district' : `from district ${district}`
          if (changed > 0)
            leaks.push({ table: table.name, role, verb, what: `${changed} row(s) of district ${home} ${where}` })
        }
      }
    }
  }
  return { tables: tables.length, tried, leaks }
}

function verbsOn(table: Table, home: number): [string, string][] {
  const other = table.columns.find((column) => column.name !== 'district')!.name
  return [
    ['select', `select 1 from ${table.name}`],
    ['select by key', `select 1 from ${table.name} where district = ${home}`],
    ['update', `update ${table.name} set "${other}" = "${other}"`],
    ['move', `update ${table.name} set district = district`],
    ['delete', `delete from ${table.name}`],
    ['insert', insertOf(table, home)],
  ]
}

/** Rows reached; a refusal by privilege or policy is none. Always rolled back. */
async function attempt(client: pg.Client, district: number | undefined, statement: string): Promise<number> {
  await client.query('begin')
  try {
    if (district !== undefined) await client.query(`set local app.district = '${district}'`)
    return (await client.query(statement)).rowCount ?? 0
  } catch (error) {
    // Only privilege and policy close the way; a key or a foreign key that happens to refuse has let the row come that far.
    if ((error as { code?: string }).code === '42501') return 0
    return 1
  } finally {
    await client.query('rollback')
  }
}
