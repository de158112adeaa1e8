import type { Sentence } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import { type AnswerDocument, readAnswer } from '../../../policy/public.ts'
import { recordAct } from '../../../record/public.ts'
import { civilDateOf, fenToText, newId, yearOf } from '../../../values/public.ts'
import type { ClaimedFact, DecidedScheme } from '../../deciding/decide-group.ts'
import type { WaitReason } from '../rules.ts'
import type { Claim } from '../store.ts'
import { words } from '../words.ts'
import { findWait, insertWait, settleWait, type WaitingClaim } from './store.ts'

export type Waiting = Omit<WaitingClaim, 'id' | 'reason' | 'because' | 'waitsSince'>

/** What a group says of itself, as a wait and a claim keep it. */
export function groupOf({ fact, body }: ClaimedFact) {
  return {
    fund: body.fund,
    organisationId: body.organisationId,
    factKind: fact.kind,
    groupKind: body.groupKind,
    groupId: fact.groupId,
    title: body.groupTitle,
  }
}

/** Keeps that the group waits and why; the same wait is kept once. */
export async function waitFor(
  tx: Tx,
  about: Waiting,
  reason: WaitReason,
  now: Date,
  because: readonly Sentence[] = [],
): Promise<void> {
  const before = await findWait(tx, about.groupId, about.scheme)
  const same = before && before.reason === reason && before.amountFen === about.amountFen && before.year === about.year
  const saysSame = same && before.because.map(({ zh }) => zh).join('\n') === because.map(({ zh }) => zh).join('\n')
  if (saysSame && before.headCount === about.headCount) return
  if (before) await settleWait(tx, before.id, now)
  await insertWait(tx, { ...about, id: newId(), reason, because, waitsSince: before?.waitsSince ?? now })
  await recordAct(tx, {
    id: newId(),
    act: 'claim.waits',
    subjectKind: about.groupKind,
    subjectId: about.groupId,
    actor: null,
    at: now,
    detail: { scheme: about.scheme, reason, people: about.headCount, amountFen: fenToText(about.amountFen) },
  })
}

/** The group need not wait under this scheme any more. */
export async function waitNoMore(tx: Tx, group: { groupId: string; scheme: string }, now: Date): Promise<void> {
  const wait = await findWait(tx, group.groupId, group.scheme)
  if (wait) await settleWait(tx, wait.id, now)
}

const NOBODY = { headCount: 0, heldCount: 0, refusedCount: 0, amountFen: 0n }

/** A group under no scheme at all waits under the kind of its fact, so that it waits once. */
const underNone = (first: ClaimedFact, now: Date) => ({
  ...groupOf(first),
  ...NOBODY,
  scheme: first.fact.kind,
  schemeTitle: words.noScheme,
  year: yearOf(civilDateOf(now)),
})

/** Facts that no scheme answers to: nothing is decided, and that is kept where people look. */
export async function noScheme(tx: Tx, first: ClaimedFact, now: Date): Promise<void> {
  await waitFor(tx, underNone(first, now), 'no-scheme', now)
}

/** A group that every scheme says it does not apply to: kept with the schemes that were asked and the clause of each. */
export async function outOfScope(
  tx: Tx,
  first: ClaimedFact,
  schemes: readonly DecidedScheme[],
  now: Date,
): Promise<void> {
  await waitFor(tx, underNone(first, now), 'out-of-scope', now, schemes.flatMap(scopeReasons))
}

/** Why a scheme does not apply, each reason once, by the answers that are kept. */
function scopeReasons({ scheme, decided }: DecidedScheme): Sentence[] {
  const told = new Map<string, Sentence>()
  for (const { decision } of decided) {
    const answer = readAnswer(decision.trace as AnswerDocument)
    if (answer.kind !== 'notApplicable') continue
    for (const { label, sentence, cite } of answer.reasons) {
      const clause = answer.trace.clauses[cite]
      const reason = words.outside(scheme.pack.title, label, sentence, clause ? `${clause.doc}${clause.article}` : cite)
      told.set(reason.zh, reason)
    }
  }
  return told.size > 0 ? [...told.values()] : [scheme.pack.title]
}

/** A claim that was returned: its group waits, with every reason, until somebody assembles it again. */
export async function waitReturned(tx: Tx, claim: Claim, reasons: readonly string[], now: Date): Promise<void> {
  const { fund, organisationId, factKind, groupKind, groupId, title, scheme, schemeTitle } = claim
  const { headCount, heldCount, refusedCount, amountFen } = claim
  const about = {
    fund,
    organisationId,
    factKind,
    groupKind,
    groupId,
    title,
    scheme,
    schemeTitle,
    headCount,
    heldCount,
    refusedCount,
    amountFen,
    year: yearOf(civilDateOf(now)),
  }
  const because = reasons.map((reason) => ({ zh: reason, en: reason }))
  await waitFor(tx, about, 'returned', now, [words.claimReturned(claim.number), ...because])
}
