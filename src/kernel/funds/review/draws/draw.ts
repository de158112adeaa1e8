import { randomBytes } from 'node:crypto'
import { Problem } from '../../../../platform/contract/public.ts'
import { sha256 } from '../../../../platform/crypto/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import { listWhoMay, whoOf } from '../../../access/public.ts'
import { recordAct } from '../../../record/public.ts'
import { civilDateOf, newId } from '../../../values/public.ts'
import { type Claim, findClaim, lockClaim } from '../../claims/store.ts'
import { words as claimWords } from '../../claims/words.ts'
import { dutyRefusalsOf } from '../../duties/ask.ts'
import { REVIEWS } from '../rules.ts'
import { nthOf, whyAgain } from './rules.ts'
import { type Draw, insertDraw, type InLot, type LeftOut, listAwaitingSecond, listDraws } from './store.ts'
import { LEFT_OUT, ON_LEAVE, words } from './words.ts'

const DUTY = REVIEWS['second-review'].may
/** Who is in the lot; others who may give a second review give it only when a head names them. */
const IN_THE_LOT = 'claim.be-drawn'

/** Of everybody who has a permission: who could give this claim its second review now, and who not and why. */
async function ableFor(
  tx: Tx,
  claimId: string,
  permission: string,
  now: Date,
): Promise<{ candidates: InLot[]; excluded: LeftOut[] }> {
  const [candidates, excluded]: [InLot[], LeftOut[]] = [[], []]
  const able = await listWhoMay(tx, permission, civilDateOf(now))
  const personIds = able.flatMap(({ personId, isAbsent }) => (isAbsent ? [] : [personId]))
  const refusals = await dutyRefusalsOf(tx, [claimId], { duty: DUTY, personIds, now })
  for (const { personId, accountId, isAbsent } of able) {
    const one = { personId, accountId }
    const refused = refusals.get(personId)?.[0]
    if (isAbsent) excluded.push({ ...one, ...ON_LEAVE })
    else if (refused) excluded.push({ ...one, code: refused.code, why: LEFT_OUT[refused.code] ?? refused.sentence })
    else candidates.push(one)
  }
  return { candidates: candidates.sort((a, b) => (a.personId < b.personId ? -1 : 1)), excluded }
}

/** The draw that a seed makes of these candidates, in their order: anybody makes it again and gets the same person. */
export function drawnBy(seed: string, candidates: readonly InLot[]): InLot | undefined {
  const text = [seed, ...candidates.map(({ personId }) => personId)].join('\n')
  return nthOf(candidates, BigInt(`0x${sha256(Buffer.from(text)).toString('hex')}`))
}

/**
 * Draws who gives the second review of a locked claim, where nobody is drawn who still can; whether it did. Everybody who
 * might be drawn is written down, and whoever was left out with the reason.
 */
export async function drawReviewer(tx: Tx, claim: Pick<Claim, 'id' | 'number'>, now: Date): Promise<boolean> {
  const [newest] = await listDraws(tx, claim.id)
  const { candidates, excluded } = await ableFor(tx, claim.id, IN_THE_LOT, now)
  const because = whyAgain({
    isDrawn: newest !== undefined,
    hasSomebody: newest?.chosen != null,
    stillMay: newest?.chosen != null && (await stillMay(tx, claim.id, newest.chosen.personId, now)),
    candidates: candidates.length,
  })
  if (because === null) return false
  const seed = randomBytes(16).toString('hex')
  const chosen = drawnBy(seed, candidates) ?? null
  await keepDraw(tx, claim, {
    id: newId(),
    claimId: claim.id,
    nth: (newest?.nth ?? 0) + 1,
    way: chosen ? 'drawn' : 'none',
    chosen,
    seed,
    candidates,
    excluded,
    reason: words.because[because].zh,
    by: null,
    businessAt: now,
  })
  return true
}

async function stillMay(tx: Tx, claimId: string, personId: string, now: Date): Promise<boolean> {
  const { candidates } = await ableFor(tx, claimId, DUTY, now)
  return candidates.some((one) => one.personId === personId)
}

async function keepDraw(tx: Tx, claim: Pick<Claim, 'number'>, draw: Draw, actor?: InLot): Promise<void> {
  await insertDraw(tx, draw)
  await recordAct(tx, {
    id: newId(),
    act: `claim.second-reviewer.${draw.way}`,
    subjectKind: 'claim',
    subjectId: draw.claimId,
    actor: actor ?? null,
    at: draw.businessAt,
    detail: {
      number: claim.number,
      personId: draw.chosen?.personId ?? null,
      candidates: draw.candidates.length,
      excluded: draw.excluded.length,
      reason: draw.reason,
    },
  })
}

/** A head names who gives the second review, with a reason, where nobody can be drawn. */
export async function nameReviewer(
  tx: Tx,
  given: { claimId: string; personId: string; reason: string; actor: InLot; now: Date },
): Promise<void> {
  const { claimId, personId, reason, actor, now } = given
  const claim = await lockAwaitingSecond(tx, claimId)
  await drawReviewer(tx, claim, now)
  const [newest] = await listDraws(tx, claimId)
  if (newest?.chosen) {
    const who = (await whoOf(tx, [newest.chosen.accountId]))(newest.chosen.accountId)
    throw new Problem('conflict', words.somebodyIsThere(who.name), { code: 'reviewer-drawn' })
  }
  const { candidates, excluded } = await ableFor(tx, claimId, DUTY, now)
  const chosen = candidates.find((one) => one.personId === personId)
  if (!chosen) {
    const known = excluded.find((one) => one.personId === personId)
    throw new Problem('conflict', known?.why ?? words.cannotBeNamed, { code: known?.code ?? 'cannot-be-named' })
  }
  const draw: Draw = {
    id: newId(),
    claimId,
    nth: (newest?.nth ?? 0) + 1,
    way: 'named',
    chosen,
    seed: '',
    candidates,
    excluded,
    reason,
    by: { personId: actor.personId, accountId: actor.accountId },
    businessAt: now,
  }
  await keepDraw(tx, claim, draw, actor)
}

/** Draws again where whoever was drawn cannot give the review any more. */
export async function drawAgain(tx: Tx, claimId: string, now: Date): Promise<boolean> {
  return drawReviewer(tx, await lockAwaitingSecond(tx, claimId), now)
}

async function lockAwaitingSecond(tx: Tx, claimId: string): Promise<Claim> {
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', claimWords.claimMissing)
  if (claim.status !== REVIEWS['second-review'].of)
    throw new Problem('conflict', claimWords.notAwaited('second-review', claim.status), { code: 'not-awaited' })
  return claim
}

/** The draw by which this person gives the second review; refused where another was drawn, or nobody. */
export async function drawOf(tx: Tx, claimId: string, personId: string): Promise<Draw> {
  const [newest] = await listDraws(tx, claimId)
  if (newest?.chosen?.personId === personId) return newest
  throw new Problem('conflict', await notDrawn(tx, newest), { code: 'not-drawn' })
}

export async function notDrawn(tx: Tx, newest: Draw | undefined) {
  if (!newest?.chosen) return words.nobodyDrawn
  const { name, post } = (await whoOf(tx, [newest.chosen.accountId]))(newest.chosen.accountId)
  return { zh: words.notDrawn(`${name}(${post.zh})`).zh, en: words.notDrawn(`${name} (${post.en})`).en }
}

/** Who could be named now, and who not and why. */
export async function nameable(tx: Tx, claimId: string, now: Date) {
  if (!(await findClaim(tx, claimId))) throw new Problem('not-found', claimWords.claimMissing)
  return ableFor(tx, claimId, DUTY, now)
}

const LOOKED_AT_ONCE = 200

/** Looks at the draws of everything that awaits a second review: who went on leave or left is drawn anew. */
export async function redrawReviewers(tx: Tx): Promise<boolean> {
  for (const id of await listAwaitingSecond(tx, LOOKED_AT_ONCE)) {
    const claim = await lockClaim(tx, id)
    if (claim?.status === REVIEWS['second-review'].of) await drawReviewer(tx, claim, tx.now)
  }
  return false
}
