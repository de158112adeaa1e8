import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Db } from './pool.ts'

/** One transaction inside one district: the only way to a tenant's rows. */
export type Tx = {
  readonly district: number
  readonly db: Transaction<Tables>
  /** Business time when the transaction began: database time, plus the offset a demonstration district may have. */
  readonly now: Date
}

const RETRIES = 3

/**
 * Runs `work` in a READ COMMITTED transaction fenced to the district by a literal SET LOCAL (Citus does not propagate
 * set_config; drivers cannot bind in SET). Retries serialization failures and deadlocks; nothing else. `steady` reads
 * everything as it was at one moment (REPEATABLE READ, read only), for comparing what belongs together.
 */
export async function inDistrict<T>(
  db: Db,
  district: number,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; steady?: boolean } = {},
): Promise<T> {
  if (!Number.isInteger(district) || !/^\d{6}$/.test(String(district)))
    throw new RangeError(`Not a district: ${district}`)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.connection().execute((connection) => within(connection, district, options, work))
    } catch (error) {
      if (attempt >= RETRIES || !mayRetry(error)) throw error
    }
  }
}

async function within<T>(
  connection: Db,
  district: number,
  mode: { readOnly?: boolean; steady?: boolean },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { rows } = await beginning(district, mode).execute(connection)
  try {
    const done = await work({ district, db: connection as Transaction<Tables>, now: rows[0]!.now })
    await commit(connection)
    return done
  } catch (error) {
    // On a lost connection there is nothing left to roll back; the first failure is the one to tell.
    await sql`rollback`.execute(connection).catch(() => undefined)
    throw error
  }
}

/** A connection that breaks between the commit and its answer leaves nobody knowing whether the work was kept. */
const lostAtCommit = new WeakSet<object>()

async function commit(connection: Db): Promise<void> {
  try {
    await sql`commit`.execute(connection)
  } catch (error) {
    if (databaseIsAway(error)) lostAtCommit.add(error as object)
    throw error
  }
}

/** Whether it cannot be said if the transaction took effect: the connection was lost at its very end. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return typeof error === 'object' && error !== null && lostAtCommit.has(error)
}

/** Three statements in one message to the server: one round trip before the work instead of three. */
function beginning(
  district: number,
  { readOnly = false, steady = false }: { readOnly?: boolean; steady?: boolean },
): RawBuilder<{ now: Date }> {
  const mode = steady ? 'isolation level repeatable read, read only' : readOnly ? 'read only' : 'read write'
  return sql.raw(`start transaction ${mode};
    set local app.district = '${district}';
    select now() + make_interval(secs => coalesce((select offset_seconds from clock.offsets where district = ${district}), 0)::float8) as now`)
}

function mayRetry(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    code === '40001' || code === '40P01' || (code === 'XX000' && /could not commit transaction/.test(message ?? ''))
  )
}

/** Whether the same work may well succeed in a moment: the database was away, or rows were contended. */
export function isPassing(error: unknown): boolean {
  return databaseIsAway(error) || mayRetry(error)
}

/** The name of the constraint an error breaks, on plain PostgreSQL and on Citus (which hides it and adds a shard suffix). */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint, message } = (error ?? {}) as { code?: string; constraint?: string; message?: string }
  if (code !== '23505' && code !== '23503' && code !== '23514' && code !== 'XX000') return undefined
  return (constraint ?? /constraint "([^"]+)"/.exec(message ?? '')?.[1])?.replace(/_\d+$/, '')
}

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end|Client was closed and is not queryable/

/** Whether the database, not the request, is at fault: gone, starting, shutting down, out of connections or of time. */
export function databaseIsAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return /^(08|57P0|53)/.test(code ?? '') || AWAY_CODES.has(code ?? '') || AWAY_MESSAGE.test(message ?? '')
}

/** Whether the work itself was stopped for its length: a statement too long, or a transaction left idle. */
export function tookTooLong(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string }
  return code === '57014' || code === '25P03'
}
