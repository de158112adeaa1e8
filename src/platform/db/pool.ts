import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../../db/tables.ts'
import { CopyOut } from './bulk.ts'

export type Db = Kysely<Tables>

/** Fen are bigint and exact; civil dates stay text; neither passes through a float or a time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.INT8) return (text: string) => BigInt(text)
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}

export type Connection = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> }

/** A pool with every time-out set: half a minute, or `patienceMs` for who reads a whole district. A lost connection is reported to `onLost`, never thrown into the void. */
export function connect(
  url: string,
  options: { max?: number; onLost?: (error: Error) => void; patienceMs?: number } = {},
): Connection {
  const patienceMs = options.patienceMs ?? 30_000
  const onLost = options.onLost ?? (() => undefined)
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: patienceMs,
    // Later than the server's own: only a server that says nothing at all is given up from here.
    query_timeout: patienceMs + 5_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: patienceMs,
    application_name: 'shanjiang',
  })
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lastResults(pool), cursor: CopyOut }) })
  return { db, pool, close: () => db.destroy() }
}

/**
 * Several statements in one message give several results; the last one's rows are what was asked for. A connection that
 * broke, fell silent, was left in the middle of an answer or could not be rolled back is closed: the next district must not find a transaction open on it.
 */
function lastResults(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      let stuck: Error | undefined
      const asked = async (text: string, values: readonly unknown[]) => {
        // Nothing more is asked of a connection that broke or fell silent: its answer would be another question's.
        if (stuck) throw stuck
        try {
          const result = (await client.query(text, [...values])) as pg.QueryResult | pg.QueryResult[]
          return Array.isArray(result) ? result.at(-1) : result
        } catch (error) {
          if (text === 'rollback' || !(error instanceof pg.DatabaseError) || error.severity === 'FATAL')
            stuck = error as Error
          throw error
        }
      }
      const query = (asking: string | CopyOut, values: readonly unknown[] = []) => {
        if (typeof asking === 'string') return asked(asking, values)
        asking.onLeft = (error) => {
          stuck = error
        }
        return client.query(asking)
      }
      return { query, release: () => client.release(stuck) } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}
