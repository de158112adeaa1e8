import type pg from 'pg'

/** Counts the statements that go through a pool from now on; the answer says how many so far. */
export function countStatements(pool: pg.Pool): () => number {
  let sent = 0
  const counted = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (counted.has(client)) return
    counted.add(client)
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      sent += 1
      return ask(...given)
    }) as typeof client.query
  })
  return () => sent
}
