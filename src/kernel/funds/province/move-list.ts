import type { Tx } from '../../../platform/db/public.ts'
import { moveBenefits } from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import { insertListEvent, type ProvinceList, setListStatus } from './list-store.ts'
import { type ListAct, type ListStatus, nextListStatus } from './rules.ts'

/** Moves a locked list along `LIST_NEXT` and leaves the event; throws on a move the table has not. */
export async function moveList(
  tx: Tx,
  list: Pick<ProvinceList, 'id' | 'number' | 'status'>,
  act: ListAct,
  by: { readonly personId: string | null; readonly at: Date; readonly note?: string },
): Promise<ListStatus> {
  const to = nextListStatus(list.status, act)
  if (to === undefined) throw new RangeError(`the list ${list.number} is ${list.status}: ${act} is not a way on`)
  await setListStatus(tx, list.id, to)
  const event = { from: list.status, to, personId: by.personId, note: by.note ?? '', at: by.at }
  await insertListEvent(tx, newId(), list.id, event)
  if (to === 'returned') await moveBenefits(tx, { holderId: list.id }, 'released', by.at)
  if (to === 'exported') await moveBenefits(tx, { holderId: list.id }, 'committed', by.at)
  return to
}
