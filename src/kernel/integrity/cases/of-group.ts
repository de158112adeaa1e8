import type { Tx } from '../../../platform/db/public.ts'
import { listCasesBy } from './store.ts'

const MOST = 20

/** The suspicion cases about a group, the newest first, and whether each is open. */
export async function listCasesOf(
  tx: Tx,
  groupId: string,
): Promise<{ readonly id: string; readonly number: string; readonly open: boolean }[]> {
  const all = await listCasesBy(tx, { groupId }, { limit: MOST })
  const open = new Set((await listCasesBy(tx, { groupId, state: 'open' }, { limit: MOST })).map(({ id }) => id))
  return all.map(({ id, number }) => ({ id, number, open: open.has(id) }))
}
