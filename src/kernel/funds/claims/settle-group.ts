import type { Tx } from '../../../platform/db/public.ts'
import type { CheckRun, Integrity } from '../../integrity/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { decideGroup, type DecidedGroup, type DecidedScheme, type DecidingNeeds } from '../deciding/decide-group.ts'
import { subjectsOf } from '../deciding/subjects.ts'
import { assembleList } from '../province/assemble-list.ts'
import { findOpenList } from '../province/list-store.ts'
import { assembleClaim, waitForFacts } from './assemble.ts'
import { findOpenClaim } from './store.ts'
import { noScheme, outOfScope, waitNoMore } from './waiting/keep.ts'

export type SettlingNeeds = DecidingNeeds & { readonly integrity: Integrity }

export type Occasion = {
  readonly kind: string
  readonly groupId: string
  readonly now: Date
  /** Whether to try again though nothing is newly decided: the budget arrived, a returned claim is asked for again. */
  readonly again: boolean
}

/**
 * From recorded facts to a claim, or to a pre-checked list where the province holds the record, in one transaction: decide,
 * check, entitle, assemble. Asked twice, it changes nothing the second time.
 */
export async function settleGroup(tx: Tx, needs: SettlingNeeds, occasion: Occasion): Promise<void> {
  const { kind, groupId, now, again } = occasion
  const group = await decideGroup(tx, needs, { kind, groupId, today: civilDateOf(now), now })
  const first = group.facts[0]
  if (!first) return
  const { unasked } = first.body
  if (group.schemes.length === 0) return unasked ? undefined : noScheme(tx, first, now)
  let [run, isClaimed]: [CheckRun | undefined, boolean] = [undefined, false]
  for (const decided of group.schemes) {
    const { scheme, record } = decided.scheme.pack
    const isHere = record === 'here'
    const open = isHere ? await findOpenClaim(tx, groupId, scheme) : await findOpenList(tx, groupId, scheme)
    if (open) isClaimed = true
    if (decided.fresh === 0 && !again) continue
    if (open) {
      if (decided.fresh > 0) await tellFactsChanged(tx, isHere ? 'claim' : 'province-list', open.id, decided, now)
      continue
    }
    // Where nobody asked, nothing is checked before somebody can have it.
    if (unasked && !decided.decided.some(({ decision }) => decision.answer === 'eligible')) {
      await waitForFacts(tx, decided, groupId, now)
      continue
    }
    run ??= await runChecks(tx, needs, group, groupId, now)
    const assemble = isHere ? assembleClaim : assembleList
    await assemble(tx, needs.integrity.checks, { decided, groupId, run, now })
  }
  // A claim that is open is told of its changed records; only once it is returned does its group wait for a scheme.
  if (!isClaimed && !unasked && group.schemes.every(appliesToNobody)) await outOfScope(tx, first, group.schemes, now)
  else await waitNoMore(tx, { groupId, scheme: kind }, now)
}

const appliesToNobody = ({ decided }: DecidedScheme) =>
  decided.every(({ decision }) => decision.answer === 'not-applicable')

/** Every check of the moment `claim`, about each person of the group and about the group itself. */
export async function runChecks(
  tx: Tx,
  needs: SettlingNeeds,
  group: DecidedGroup,
  groupId: string,
  now: Date,
): Promise<CheckRun> {
  return needs.integrity.run(tx, { moment: 'claim', groupId, subjects: subjectsOf(group.facts, groupId), now })
}

/** An open claim never changes; who reviews it is told that the records behind it did. */
async function tellFactsChanged(
  tx: Tx,
  kind: 'claim' | 'province-list',
  id: string,
  decided: DecidedScheme,
  now: Date,
): Promise<void> {
  await recordAct(tx, {
    id: newId(),
    act: `${kind}.facts-changed`,
    subjectKind: kind,
    subjectId: id,
    actor: null,
    at: now,
    detail: { people: decided.fresh },
  })
}
