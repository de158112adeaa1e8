import pg from 'pg'

/** The rows of a run again, by `pg` alone: the same columns, keys and indexes, a thousand rows a statement, no fence. */
export async function storeBare(superuserUrl: string, runId: string): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('create table if not exists public.bench_results (like integrity.check_results including all)')
    await client.query('truncate public.bench_results')
    const { rows } = await client.query<Record<string, unknown>>(
      'select * from integrity.check_results where run_id = $1 order by id',
      [runId],
    )
    const columns = Object.keys(rows[0] ?? {})
    const from = performance.now()
    await client.query('begin')
    for (let at = 0; at < rows.length; at += 1000) {
      const some = rows.slice(at, at + 1000)
      const places = some.map(
        (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(',')})`,
      )
      await client.query(
        `insert into public.bench_results (${columns.join(',')}) values ${places.join(',')}`,
        some.flatMap((row) => columns.map((column) => valueOf(row[column]))),
      )
    }
    await client.query('commit')
    return performance.now() - from
  } finally {
    await client.end()
  }
}

const valueOf = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value
