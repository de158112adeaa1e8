import pg from 'pg'

/** Rows of every table of ours, by its name. */
export type RowCounts = ReadonlyMap<string, number>

const OURS = `n.nspname not in ('information_schema', 'public') and n.nspname not like 'pg\\_%'`

async function asked<T>(superuserUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Reads every row of every table, and so every page with its checksum. */
export async function rowCounts(superuserUrl: string): Promise<RowCounts> {
  return await asked(superuserUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and ${OURS} order by 1`,
    )
    const counts = new Map<string, number>()
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${name}`)
      counts.set(name, Number(rows[0]!.count))
    }
    return counts
  })
}

/**
 * Tables and indexes that are not whole, each with what is wrong: tables are read to their last page, indexes compared
 * with their tables. The extension that does it leaves with the transaction.
 */
export async function damagedRelations(superuserUrl: string): Promise<string[]> {
  return await asked(superuserUrl, async (client) => {
    const relations = await client.query<{ name: string; kind: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
       where (c.relkind = 'r' or (c.relkind = 'i' and a.amname = 'btree')) and ${OURS} order by 1`,
    )
    const damaged: string[] = []
    await client.query('begin')
    await client.query('create extension if not exists amcheck')
    for (const { name, kind } of relations.rows) {
      const look =
        kind === 'r'
          ? `select msg from verify_heapam('${name.replaceAll("'", "''")}'::regclass) limit 1`
          : `select bt_index_check('${name.replaceAll("'", "''")}'::regclass, true)::text as msg`
      await client.query('savepoint looking')
      try {
        const { rows } = await client.query<{ msg: string }>(look)
        if (rows[0]?.msg) damaged.push(`${name}: ${rows[0].msg}`)
      } catch (error) {
        damaged.push(`${name}: ${(error as Error).message}`)
      }
      await client.query('rollback to looking')
    }
    await client.query('rollback')
    return damaged
  })
}
