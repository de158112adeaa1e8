import pg from 'pg'

/** What answered at an address: a server (ours or not is the caller's question), one that is not ready, or nothing. */
export type Answer =
  | { readonly kind: 'server'; readonly dataDirectory: string; readonly durable: boolean }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'stranger'; readonly reason: string }
  | { readonly kind: 'nobody' }

/** Asks a server who it is. Writes nothing. The password proves both sides to each other (SCRAM). */
export async function askIdentity(superuserUrl: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => undefined) // The failure also rejects the call below.
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string; durable: boolean }>(
      `select current_setting('data_directory') as data_directory,
              current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean as durable`,
    )
    const row = rows[0]
    return row ? { kind: 'server', dataDirectory: row.data_directory, durable: row.durable } : { kind: 'notYet' }
  } catch (error) {
    return whatItMeans(error as Error & { code?: string })
  } finally {
    await client.end().catch(() => undefined) // It may have been lost already; nothing was written.
  }
}

function whatItMeans(error: Error & { code?: string }): Answer {
  // 57P03: starting up, shutting down or recovering. 53300: full, but alive.
  if (error.code === '57P03' || error.code === '57P01' || error.code === '53300') return { kind: 'notYet' }
  if (error.code === '28P01' || error.code === '28000') return { kind: 'stranger', reason: error.message }
  return { kind: 'nobody' }
}
