import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CheckRun, listResultsOfRun } from '../../integrity/public.ts'
import { listHolderNames } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { decideGroup } from '../deciding/decide-group.ts'
import { listOpenLists } from '../province/list-store.ts'
import { countChangedFacts } from '../review/give-review.ts'
import { lookAtListsAgain } from '../province/look-again-list.ts'
import { assembleClaim } from './assemble.ts'
import { listClaimLines } from './people/store.ts'
import { nextStatus, sameAnswers } from './rules.ts'
import { runChecks, settleGroup, type SettlingNeeds } from './settle-group.ts'
import { type Claim, listOpenClaims, lockClaim } from './store.ts'
import { settleDifferences, withdrawClaim } from './supplement.ts'
import { listWaitsOfGroup } from './waiting/store.ts'

/** What was told, by whom: another office's answer, a ledger, a look-up of certificates. */
export type Told = { readonly groupId: string; readonly because: Sentence; readonly now: Date }

/**
 * Asks the checks again about a group that others have told us something of. Where they now answer differently, or
 * the records themselves are newer, or a payee's name was put right, a claim that is still in review gives its place to a new one, with what was told; an approved one is not touched here, since
 * it is asked again before it is paid. A group that waits is settled again.
 */
export async function lookAgain(tx: Tx, needs: SettlingNeeds, told: Told): Promise<void> {
  const { groupId, now } = told
  const open = [...(await listOpenClaims(tx, groupId)), ...(await listOpenLists(tx, groupId))]
  for (const kind of new Set(open.map(({ factKind }) => factKind))) {
    // Those who look at one group take turns here; what is open is read after that.
    const group = await decideGroup(tx, needs, { kind, groupId, today: civilDateOf(now), now })
    const run = await runChecks(tx, needs, group, groupId, now)
    for (const { id, factKind } of await listOpenClaims(tx, groupId)) {
      if (factKind !== kind) continue
      const claim = await lockClaim(tx, id)
      const decided = group.schemes.find(({ scheme }) => scheme.pack.scheme === claim?.scheme)
      if (!claim || !decided) continue
      const isReplaced = nextStatus(claim.status, 'replace') !== undefined
      const isAsItWas = (await answersAreThoseOf(tx, claim, run)) && (await countChangedFacts(tx, claim)) === 0
      // What was approved is paid under the names it was approved with.
      if (isAsItWas && !(isReplaced && (await payeesAreRenamed(tx, claim)))) continue
      if (!isReplaced) {
        await tell(tx, claim, 'claim.answers-changed', told)
        continue
      }
      await withdrawClaim(tx, claim, told.because, now)
      // What supplements is made anew below, of what is still asked for.
      if (claim.supplement > 0) continue
      await assembleClaim(tx, needs.integrity.checks, {
        decided,
        groupId,
        run,
        now,
        replaces: { claim, because: told.because },
      })
    }
    await lookAtListsAgain(tx, needs.integrity, { group, kind, run, ...told })
  }
  for (const kind of new Set((await listWaitsOfGroup(tx, groupId)).map((wait) => wait.factKind)))
    await settleGroup(tx, needs, { kind, groupId, now, again: true })
  await settleDifferences(tx, needs, { groupId, now })
}

/** Whether an account of a claim is held under another name now: somebody's was put right. */
async function payeesAreRenamed(tx: Tx, claim: Claim): Promise<boolean> {
  const lines = await listClaimLines(tx, claim.id)
  const holders = await listHolderNames(
    tx,
    lines.map(({ bankAccountId }) => bankAccountId),
  )
  return lines.some(({ bankAccountId, payeeName }) => holders.get(bankAccountId) !== payeeName)
}

async function answersAreThoseOf(tx: Tx, claim: Claim, run: CheckRun): Promise<boolean> {
  return sameAnswers(await listResultsOfRun(tx, claim.groupId, claim.checkRunId), run.results)
}

async function tell(tx: Tx, claim: Claim, act: string, { because, now }: Told): Promise<void> {
  const detail = { number: claim.number, because: because.zh }
  await recordAct(tx, { id: newId(), act, subjectKind: 'claim', subjectId: claim.id, actor: null, at: now, detail })
}
