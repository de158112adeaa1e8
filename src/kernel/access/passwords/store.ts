import type { Tx } from '../../../platform/db/public.ts'

/** The hash that counts now: the newest that was set, else what the account was opened with; undefined for none at all. */
export async function findPasswordHash(tx: Tx, accountId: string): Promise<string | undefined> {
  const [newest] = await listPasswordHashes(tx, accountId, 1)
  if (newest) return newest
  const account = await tx.db
    .selectFrom('access.accounts')
    .select('password_hash')
    .where('district', '=', tx.district)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account?.password_hash ?? undefined
}

/** The hashes that were set, the newest first. */
export async function listPasswordHashes(tx: Tx, accountId: string, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('access.passwords')
    .select('password_hash')
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.password_hash)
}

export async function insertPassword(tx: Tx, row: { id: string; accountId: string; hash: string }): Promise<void> {
  await tx.db
    .insertInto('access.passwords')
    .values({ district: tx.district, id: row.id, account_id: row.accountId, password_hash: row.hash })
    .execute()
}
