import type { Tx } from '../../../platform/db/public.ts'
import type { ClassStatus } from '../classes/states.ts'
import { nameNow } from '../names/store.ts'

/** Once submitted a class is before the bureau; a draft is still the provider's own business. */
const BEFORE_THE_BUREAU: readonly ClassStatus[] = ['submitted', 'filed', 'completed']

/** Ids of classes that have a roster and are before the bureau, newest first, paged by id. */
export async function listAskableClasses(
  tx: Tx,
  page: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<string[]> {
  let query = tx.db
    .selectFrom('training.classes')
    .select('id')
    .where('district', '=', tx.district)
    .where('status', 'in', [...BEFORE_THE_BUREAU])
    .where('roster_import_id', 'is not', null)
  if (page.search) {
    const pattern = `%${page.search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([where('number', 'like', pattern), where('filing_number', 'ilike', pattern)]),
    )
  }
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map((row) => row.id)
}

/** Everybody on the current rosters of these classes that are before the bureau, class by class in roster order, under the names these give. */
export async function listPeopleOfClasses(
  tx: Tx,
  classIds: readonly string[],
): Promise<{ classId: string; personId: string; name: string }[]> {
  if (classIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('training.classes as c')
    .innerJoin('training.enrolments as e', (join) =>
      join.onRef('e.district', '=', 'c.district').onRef('e.roster_import_id', '=', 'c.roster_import_id'),
    )
    .select(['c.id as class_id', 'e.person_id', nameNow(tx).as('name')])
    .where('c.district', '=', tx.district)
    .where('c.id', 'in', [...new Set(classIds)])
    .where('c.status', 'in', [...BEFORE_THE_BUREAU])
    .orderBy('c.id')
    .orderBy('e.position')
    .execute()
  return rows.map((row) => ({ classId: row.class_id, personId: row.person_id, name: row.name }))
}
