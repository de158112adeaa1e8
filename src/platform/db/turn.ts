import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

const LONGEST_WAIT_MS = 300_000

/**
 * Runs `work` while no other process does its own under the same number: two that start at once on one database take
 * turns. The turn ends with the connection, so one that is killed keeps nobody waiting.
 */
export async function inTurn<T>(pool: pg.Pool, number: number, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const until = Date.now() + LONGEST_WAIT_MS
    while (!(await taken(client, number))) {
      if (Date.now() > until)
        throw new Error('另一个进程一直在启动,没有结束 / Another process is still starting; wait for it, or end it.')
      await pause(200)
    }
    return await work()
  } finally {
    // Closed rather than given back: its turn goes with it.
    client.release(true)
  }
}

async function taken(client: pg.PoolClient, number: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [number])
  return rows[0]!.taken
}
