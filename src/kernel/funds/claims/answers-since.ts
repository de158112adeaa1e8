import type { Tx } from '../../../platform/db/public.ts'
import { type CheckResult, listNewestAnswers } from '../../integrity/public.ts'
import type { ClaimHead } from './contract.ts'
import type { ClaimPersonRow } from './people/store.ts'
import type { Claim } from './store.ts'

/**
 * The checks that had no answer when the claim was assembled, with what they answered since of those it pays: before a
 * payment everything is asked once more. Null where nobody was answered.
 */
export async function withAnswersSince(
  tx: Tx,
  { unavailable }: Pick<Claim, 'unavailable'>,
  people: readonly ClaimPersonRow[],
  then: readonly CheckResult[],
): Promise<ClaimHead['unavailable']> {
  const due = new Set(people.filter(({ standing }) => standing === 'due').map(({ subjectId }) => subjectId))
  const silent = then.filter(({ outcome, subjectId }) => outcome === 'unavailable' && due.has(subjectId))
  const newest = await listNewestAnswers(
    tx,
    unavailable.map(({ checkId }) => checkId),
    silent.map(({ subjectId }) => subjectId),
  )
  return unavailable.map((each) => {
    const asked = new Set(silent.filter(({ checkId }) => checkId === each.checkId).map(({ subjectId }) => subjectId))
    const answered = newest.filter(
      ({ checkId, subjectId, outcome }) =>
        checkId === each.checkId && asked.has(subjectId) && outcome !== 'unavailable',
    )
    const passed = answered.filter(({ outcome }) => outcome === 'passed').length
    return {
      ...each,
      since: answered.length > 0 ? { asked: asked.size, answered: answered.length, passed } : null,
    }
  })
}
