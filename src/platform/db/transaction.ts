import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Db } from './pool.ts'

/** One transaction inside one district: the only way to a tenant's rows. */
export type Tx = { readonly district: number; readonly db: Transaction<Tables> }

const RETRIES = 3

/**
 * Runs `work` in a READ COMMITTED transaction fenced to the district by a literal SET LOCAL (Citus does not propagate
 * set_config; drivers cannot bind in SET). Retries serialization failures and deadlocks; nothing else.
 */
export async function inDistrict<T>(
  db: Db,
  district: number,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  if (!Number.isInteger(district) || !/^\d{6}$/.test(String(district)))
    throw new RangeError(`Not a district: ${district}`)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db
        .transaction()
        .setAccessMode(options.readOnly ? 'read only' : 'read write')
        .execute(async (transaction) => {
          await sql.raw(`set local app.district = '${district}'`).execute(transaction)
          return await work({ district, db: transaction })
        })
    } catch (error) {
      if (attempt >= RETRIES || !mayRetry(error)) throw error
    }
  }
}

function mayRetry(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    code === '40001' || code === '40P01' || (code === 'XX000' && /could not commit transaction/.test(message ?? ''))
  )
}

/** The name of the constraint an error breaks, on plain PostgreSQL and on Citus (which hides it and adds a shard suffix). */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string }
  if (code !== '23505' && code !== '23503' && code !== '23514' && code !== 'XX000') return undefined
  return (constraint ?? /constraint "([^"]+)"/.exec(message ?? '')?.[1])?.replace(/_\d+$/, '')
}

/** Whether the database, not the request, is at fault: gone, starting, shutting down, out of connections or of time. */
export function databaseIsAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    /^(08|57P0|53)/.test(code ?? '') ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message ?? '',
    )
  )
}
