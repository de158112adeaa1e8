import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatherSealed, isRekeyed } from '../kernel/record/sealing/declared.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { SEALED_TABLES } from './house.ts'

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const sealed = gatherSealed(SEALED_TABLES)
const unsealed = SEALED_TABLES.flatMap((room) => Object.entries(room.unsealed))

/** Every tenant table that the application may not delete from, with what it may change of it. */
async function keptTables() {
  const { rows } = await owner.query<{ table: string; columns: string[]; moving: string[]; told: string[] }>(`
    select n.nspname || '.' || c.relname as table,
      array_agg(a.attname::text order by a.attnum) as columns,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege('shanjiang_app', c.oid, a.attnum, 'update')), '{}') as moving,
      coalesce(array_agg(a.attname::text) filter (where pg_get_expr(d.adbin, d.adrelid) = 'now()'), '{}') as told
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'
      and not has_table_privilege('shanjiang_app', c.oid, 'delete') and n.nspname || '.' || c.relname <> 'reference.districts'
    group by 1 having bool_or(a.attname = 'district') order by 1`)
  return rows
}

it('seals every tenant table that is only added to, or says in writing why not', async () => {
  const declared = new Set([...sealed.map(({ table }) => table), ...unsealed.map(([table]) => table)])
  const kept = await keptTables()
  const forgotten = kept.filter(({ table }) => !declared.has(table)).map(({ table }) => table)
  // To mend: one line in the room's sealed.ts, and `select public.app_seal('…')` in the migration that makes the table.
  expect(forgotten).toEqual([])
  const names = new Set(kept.map(({ table }) => table))
  expect([...declared].filter((table) => !names.has(table))).toEqual([])
  expect(kept.length).toBeGreaterThan(100)
  for (const [, because] of unsealed) expect(because.length).toBeGreaterThan(5)
})

it('seals every column that never changes, and none that does', async () => {
  const kept = new Map((await keptTables()).map((each) => [each.table, each]))
  for (const { table, apart } of sealed) {
    const { columns, moving } = kept.get(table)!
    // The fence keeps a row in its district; the right to change that column is only for locking the row.
    const left = columns.filter(
      (column) => column !== 'district' && !Object.hasOwn(apart, column) && !isRekeyed(column),
    )
    expect({ table, movesButIsSealed: left.filter((column) => moving.includes(column)) }).toEqual({
      table,
      movesButIsSealed: [],
    })
    expect(Object.keys(apart).filter((column) => !columns.includes(column))).toEqual([])
  }
})

it('finds the rows of lately by an index on when their transaction began, which the database alone writes', async () => {
  const kept = new Map((await keptTables()).map((each) => [each.table, each]))
  const { rows } = await owner.query<{ table: string; column: string }>(`
    select n.nspname || '.' || c.relname as table, a.attname as column
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam and m.amname = 'brin'
    join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]`)
  const indexed = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  for (const { table, toldIn } of sealed) {
    expect(kept.get(table)!.told).toContain(toldIn)
    expect([...indexed]).toContain(`${table}.${toldIn}`)
  }
})
