import type { Tx } from '../../../platform/db/public.ts'
import { listRecordedNames } from '../../../kernel/people/public.ts'
import { type KnownName, knownNameOf } from './name-rules.ts'
import { listStandingNames } from './store.ts'

/** What the district calls these persons, leaving out what this class's own rosters say. Nobody new is among them. */
export async function knownNames(
  tx: Tx,
  classId: string,
  personIds: readonly string[],
): Promise<Map<string, KnownName>> {
  const recorded = await listRecordedNames(tx, personIds)
  const standing = (await listStandingNames(tx, personIds)).filter((each) => each.classId !== classId)
  const known = [...recorded].flatMap(([personId, record]) => {
    const elsewhere = standing.filter((each) => each.personId === personId)
    const name = knownNameOf(record, elsewhere)
    return name ? [[personId, name] as const] : []
  })
  return new Map(known)
}
