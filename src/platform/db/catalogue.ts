import type { Client } from 'pg'

/** What the database's own catalogue says of our schemas, as text that is the same on every machine. */

const OURS = `n.nspname not in ('information_schema', 'public') and n.nspname not like 'pg\\_%'`

type Column = {
  schema: string
  table: string
  name: string
  type: string
  not_null: boolean
  has_default: boolean
  default_text: string | null
}

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as not_null, a.atthasdef as has_default, pg_get_expr(d.adbin, d.adrelid) as default_text
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v')
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and ${OURS}
    order by n.nspname, c.relname, a.attnum`)
  return rows
}

function byTable(columns: Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>()
  for (const column of columns) {
    const name = `${column.schema}.${column.table}`
    tables.set(name, [...(tables.get(name) ?? []), column])
  }
  return tables
}

/** The snapshot kept in db/schema.sql: tables, constraints, indexes, policies, grants and functions, in one fixed order. */
export async function schemaText(client: Client): Promise<string> {
  const lines = async (query: string): Promise<string[]> =>
    (await client.query<{ line: string }>(query)).rows.map((row) => row.line)
  const tables = [...byTable(await columnsOf(client))].map(([name, columns]) =>
    [
      `create table ${name} (`,
      ...columns.map(
        (c) =>
          `  ${c.name} ${c.type}${c.not_null ? ' not null' : ''}${c.default_text ? ` default ${c.default_text}` : ''}`,
      ),
      ');',
    ].join('\n'),
  )
  const constraints = await lines(`
    select format('alter table %I.%I add constraint %I %s;', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and k.contype <> 'n' order by 1`)
  const indexes = await lines(`
    select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by 1`)
  const fences = await lines(`
    select format('-- %s.%s: row security %s', n.nspname, c.relname,
      case when c.relrowsecurity and c.relforcerowsecurity then 'forced' when c.relrowsecurity then 'on' else 'off' end) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS} order by 1`)
  const policies = await lines(`
    select format('create policy %I on %I.%I as %s for %s to %s using (%s) with check (%s);', policyname, schemaname, tablename,
      lower(permissive), lower(cmd), array_to_string(roles, ', '), qual, with_check) as line
    from pg_policies order by 1`)
  const grants = await lines(`
    select format('grant %s on %I.%I to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_schema, table_name, grantee) as line
    from information_schema.role_table_grants
    where grantee in ('shanjiang_app', 'shanjiang_reader') group by table_schema, table_name, grantee
    union all
    select format('grant update (%s) on %I.%I to %s;', string_agg(column_name, ', ' order by column_name), table_schema, table_name, grantee)
    from information_schema.role_column_grants g
    where grantee in ('shanjiang_app', 'shanjiang_reader') and privilege_type = 'UPDATE'
      and not exists (select 1 from information_schema.role_table_grants t where t.grantee = g.grantee and t.table_schema = g.table_schema
                      and t.table_name = g.table_name and t.privilege_type = 'UPDATE')
    group by table_schema, table_name, grantee
    order by 1`)
  const functions = await lines(`
    select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where (n.nspname = 'public' or ${OURS}) and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`)
  const section = (title: string, parts: string[]) => `-- ${title}\n\n${parts.join('\n')}\n`
  return [
    '-- Written from the catalogue by `npm run snapshots`; not to be edited.\n',
    section('Functions', functions),
    section('Tables', tables),
    section('Constraints', constraints),
    section('Indexes', indexes),
    section('Row security', [...fences, ...policies]),
    section('Grants', grants),
  ].join('\n')
}

/** How a column's type is read, and how it is written. JSON is read as unknown and written as text. */
const TYPES: Record<string, { read: string; write: string }> = {
  integer: { read: 'number', write: 'number' },
  smallint: { read: 'number', write: 'number' },
  bigint: { read: 'bigint', write: 'bigint' },
  boolean: { read: 'boolean', write: 'boolean' },
  text: { read: 'string', write: 'string' },
  uuid: { read: 'string', write: 'string' },
  date: { read: 'string', write: 'string' },
  bytea: { read: 'Buffer', write: 'Buffer' },
  jsonb: { read: 'unknown', write: 'string' },
  'text[]': { read: 'string[]', write: 'string[]' },
  'uuid[]': { read: 'string[]', write: 'string[]' },
  'bytea[]': { read: 'Buffer[]', write: 'Buffer[]' },
  'timestamp with time zone': { read: 'Date', write: 'Date' },
}

/** The table types kept in db/tables.ts. */
export async function tablesText(client: Client): Promise<string> {
  const name = (table: string) => table.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())
  const interfaces: string[] = []
  const members: string[] = []
  for (const [table, columns] of byTable(await columnsOf(client))) {
    const fields = columns.map((column) => {
      const type = TYPES[column.type]
      if (!type) throw new Error(`No TypeScript type for ${table}.${column.name} (${column.type})`)
      const orNull = column.not_null ? '' : ' | null'
      const optional = column.not_null && !column.has_default ? '' : ' | undefined'
      return `  ${column.name}: ColumnType<${type.read}${orNull}, ${type.write}${orNull}${optional}, ${type.write}${orNull}>`
    })
    interfaces.push(`export interface ${name(table)} {\n${fields.join('\n')}\n}`)
    members.push(`  '${table}': ${name(table)}`)
  }
  return `// Written from the catalogue by \`npm run snapshots\`; not to be edited.\nimport type { ColumnType } from 'kysely'\n\n${interfaces.join('\n\n')}\n\nexport interface Tables {\n${members.join('\n')}\n}\n`
}
