import type { Db } from '../platform/db/public.ts'
import { roleFaults, unfencedTables } from '../platform/db/fence.ts'

/** Refuses to start on a database whose fences are down, naming each fault. */
export async function checkFences(db: Db): Promise<void> {
  const faults = [...(await roleFaults(db)), ...(await unfencedTables(db))]
  if (faults.length > 0)
    throw new Error(
      `数据库防护不完整,不能启动 / The database's fences are down:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    )
}
