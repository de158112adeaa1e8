import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import type pg from 'pg'

/*
 * What a thing costs in processor time, which others on the machine lengthen far less than they lengthen the time by the
 * clock. Of the database: the sessions one names, which are open before and after.
 */

export type Effort = { readonly seconds: number; readonly ours: number; readonly database: number }

/** Processor seconds that each of these has used so far, to the nanosecond; who is gone is left out. */
async function usedByEach(pids: readonly number[]): Promise<Map<number, number>> {
  const used = new Map<number, number>()
  for (const pid of pids) {
    const said = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => undefined)
    if (said) used.set(pid, Number(said.split(' ')[0]) / 1e9)
  }
  return used
}

/** The sessions of a database that are open now, but the one that asks. */
export async function sessionsOf(owner: pg.Client): Promise<number[]> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return rows.map(({ pid }) => pid)
}

/** Seconds by the clock, and of the processor in this process and in these sessions (or other processes). */
export async function effortOf(sessions: readonly number[], work: () => unknown): Promise<Effort> {
  const [before, from, ours] = [await usedByEach(sessions), performance.now(), process.cpuUsage()]
  await work()
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(ours)
  let database = 0
  for (const [pid, used] of await usedByEach(sessions)) database += used - (before.get(pid) ?? used)
  return { seconds, ours: (user + system) / 1e6, database }
}

export const shownEffort = ({ seconds, ours, database }: Effort) =>
  `${seconds.toFixed(1)} s by the clock; of the processor ${ours.toFixed(1)} s ours and ${database.toFixed(1)} s the database’s`

/** How busy the machine is: processes that would run, on average over the last minute. */
export const shownLoad = () => `load ${loadavg()[0]!.toFixed(1)}`
