import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CheckRun, type Integrity, listResultsOfRun } from '../../integrity/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { sameAnswers } from '../claims/rules.ts'
import type { DecidedGroup } from '../deciding/decide-group.ts'
import { assembleList } from './assemble-list.ts'
import { countChangedOnList } from './changed-facts.ts'
import { listOpenLists, lockList, type ProvinceList } from './list-store.ts'
import { moveList } from './move-list.ts'
import { nextListStatus } from './rules.ts'

/**
 * Lists of a group of which others have told something: where the checks now answer differently or its records are newer, a list that is not with
 * the province yet gives its place to a new one; of one that is, it is recorded.
 */
export async function lookAtListsAgain(
  tx: Tx,
  integrity: Integrity,
  about: { group: DecidedGroup; kind: string; groupId: string; run: CheckRun; because: Sentence; now: Date },
): Promise<void> {
  const { group, kind, groupId, run, because, now } = about
  for (const { id, factKind } of await listOpenLists(tx, groupId)) {
    if (factKind !== kind) continue
    const list = await lockList(tx, id)
    const decided = group.schemes.find(({ scheme }) => scheme.pack.scheme === list?.scheme)
    if (!list || !decided) continue
    const isSame = sameAnswers(await listResultsOfRun(tx, groupId, list.checkRunId), run.results)
    if (isSame && (await countChangedOnList(tx, list)) === 0) continue
    if (nextListStatus(list.status, 'replace') === undefined) {
      await tell(tx, list, 'province-list.answers-changed', because, now)
      continue
    }
    await moveList(tx, list, 'replace', { personId: null, at: now, note: because.zh })
    await tell(tx, list, 'province-list.replaced', because, now)
    await assembleList(tx, integrity.checks, { decided, groupId, run, now, replaces: list })
  }
}

async function tell(tx: Tx, list: ProvinceList, act: string, because: Sentence, now: Date): Promise<void> {
  const detail = { number: list.number, because: because.zh }
  const about = { subjectKind: 'province-list', subjectId: list.id, actor: null, at: now, detail }
  await recordAct(tx, { id: newId(), act, ...about })
}
