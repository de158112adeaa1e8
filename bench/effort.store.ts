import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import pg from 'pg'

/*
 * What a thing costs in processor time, which others on the machine lengthen far less than they lengthen the time by the
 * clock. Of the database: its sessions that are open before and after.
 */

export type Effort = { readonly seconds: number; readonly ours: number; readonly database: number }

const TICKS_A_SECOND = 100

async function usedBy(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND
}

async function usedByBackends(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const used = await Promise.all(rows.map(({ pid }) => usedBy(pid)))
  return used.reduce((sum, each) => sum + each, 0)
}

/** Seconds by the clock, and of the processor in this process and in the sessions of the database. */
export async function effortOf(ownerUrl: string, work: () => unknown): Promise<Effort> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const [from, database, ours] = [performance.now(), await usedByBackends(owner), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(ours)
    return {
      seconds: (performance.now() - from) / 1000,
      ours: (user + system) / 1e6,
      database: (await usedByBackends(owner)) - database,
    }
  } finally {
    await owner.end()
  }
}

export const shownEffort = ({ seconds, ours, database }: Effort) =>
  `${seconds.toFixed(1)} s by the clock; of the processor ${ours.toFixed(1)} s ours and ${database.toFixed(1)} s the database’s`

/** How busy the machine is: processes that would run, on average over the last minute. */
export const shownLoad = () => `load ${loadavg()[0]!.toFixed(1)}`
