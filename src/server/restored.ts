import { existsSync } from 'node:fs'
import { recomputeBalances } from '../kernel/funds/budget/ledger.ts'
import { listDistricts } from '../kernel/reference/public.ts'
import type { Sentence } from '../platform/contract/public.ts'
import { damagedRelations, type RowCounts, rowCounts } from '../platform/db/integrity.ts'
import { type Db, inDistrict } from '../platform/db/public.ts'
import { vaultAt } from './boot/keys.ts'

export type Verdict = { readonly rows: RowCounts; readonly problems: readonly string[] }

const line = ({ zh, en }: Sentence) => `${zh} / ${en}`

/** What a restored database is worth: every page and index read, every budget line recomputed from its transfers, the keys tried. */
export async function verifyRestored(needs: { superuserUrl: string; db: Db; keysPath: string }): Promise<Verdict> {
  const problems = [...(await damagedRelations(needs.superuserUrl))]
  for (const { district } of await listDistricts(needs.db)) {
    const differences = await inDistrict(needs.db, district, recomputeBalances)
    problems.push(...differences.map(({ sentence }) => `${district}: ${line(sentence)}`))
  }
  if (existsSync(needs.keysPath))
    await vaultAt(needs.keysPath, needs.db).catch((error: Error) => problems.push(error.message))
  return { rows: await rowCounts(needs.superuserUrl), problems }
}
