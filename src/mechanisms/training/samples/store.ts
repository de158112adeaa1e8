import type { Population } from '../../../kernel/integrity/public.ts'

type List = Population['list']

/** Classes by id, by the day they end. */
export const listClassesToDraw: List = async (tx, { from, to, organisationId, state }, { after, limit }) => {
  let query = tx.db
    .selectFrom('training.classes')
    .select(['id', 'organisation_id as organisationId', 'status as state'])
    .where('district', '=', tx.district)
  if (after !== null) query = query.where('id', '>', after)
  if (from) query = query.where('ends_on', '>=', from)
  if (to) query = query.where('ends_on', '<=', to)
  if (organisationId) query = query.where('organisation_id', '=', organisationId)
  if (state) query = query.where('status', '=', state)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ ...row, scheme: '' }))
}
