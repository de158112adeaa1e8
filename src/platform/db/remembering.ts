import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Tx } from './transaction.ts'

/** So many answers are kept at once; the ones that nobody asked for lately go first. */
const MOST_KEPT = 4_000

/**
 * The same transaction, which asks the database nothing twice: what was read is read again from memory. Only for one that
 * is `steady` (it sees one moment and writes nothing), and only for who reads thousands of records that share much: a
 * class's steps all ask for its class, its sheet and its run of checks.
 */
export function remembering(tx: Tx, most = MOST_KEPT): Tx {
  const kept = new Map<string, QueryResult<unknown>>()
  const ask = async (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    if (!/^\s*(?:select|with)\b/i.test(query.sql)) return tx.db.executeQuery(query)
    const key = `${query.sql}\n${JSON.stringify(query.parameters, plainly)}`
    const known = kept.get(key)
    if (known) kept.delete(key)
    const answer = known ?? (await tx.db.executeQuery(query))
    kept.set(key, answer)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    // Whoever sorts the rows they got sorts their own.
    return { ...answer, rows: [...answer.rows] }
  }
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) => ask(query) as Promise<QueryResult<R>>,
    streamQuery() {
      throw new Error('Nothing is streamed from a transaction that remembers.')
    },
  }
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOf(connection),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return { ...tx, db: db as Transaction<Tables> }
}

const plainly = (_name: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)

/** The one connection, which is the transaction's: it is neither begun nor ended here. */
function driverOf(connection: DatabaseConnection): Driver {
  const refuse = async () => {
    throw new Error('The transaction that is remembered is begun and ended by whoever opened it.')
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}
