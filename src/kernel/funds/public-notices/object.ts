import { Problem } from '../../../platform/contract/public.ts'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { openByHand } from '../../integrity/public.ts'
import { recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, keptText, newId } from '../../values/public.ts'
import { findClaim, lockClaim } from '../claims/store.ts'
import { refuseDuty } from '../duties/ask.ts'
import { insertHold, type LineHold, listHoldsOn } from '../holds/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { type Channel, refusalToObject } from './rules.ts'
import { findNotice, insertObjection, listRows } from './store.ts'
import { words } from './words.ts'

export const objectorPlace = (district: number, id: string) => placeOf('funds.objections.objector_sealed', district, id)

export type Objection = {
  readonly noticeId: string
  readonly claimLineId: string
  readonly receivedOn: CivilDate
  readonly channel: Channel
  readonly said: string
  /** Who objects and how to reach them, as they said it; empty for somebody who gave no name. Sealed. */
  readonly objector: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

const MAY_HOLD: readonly string[] = ['published', 'payable']

/**
 * Takes an objection in: the one person is held, a suspicion case about them opens, and everybody else of the list goes
 * on. A second objection to the same person joins the first one's case. The provider's gate is held before the claim.
 */
export async function takeObjection(
  tx: Tx,
  vault: Vault,
  objection: Objection,
): Promise<{ id: string; caseId: string }> {
  const { noticeId, claimLineId, receivedOn, channel, actor, now } = objection
  const notice = await findNotice(tx, noticeId)
  const row = notice && (await listRows(tx, noticeId, { limit: notice.headCount })).find(isOf(claimLineId))
  const claim = notice && (await findClaim(tx, notice.claimId))
  if (!notice || !row || !claim) throw new Problem('not-found', words.noSuchRow)
  await refuseDuty(tx, claim.id, { duty: 'objection.write', personId: actor.personId, now })
  const held = (await listHoldsOn(tx, [claim.id])).find((hold) => hold.claimLineId === claimLineId && isStanding(hold))
  const said = keptText(objection.said)

  const open =
    held ??
    (await holdLine(tx, {
      claim,
      claimLineId,
      reason: words.caseReason(notice.number, row.position, row.maskedName, said).zh,
      amountFen: row.amountFen,
      actor,
      now,
    }))
  const locked = await lockClaim(tx, claim.id)
  const refusal = refusalToObject(notice, {
    receivedOn,
    today: civilDateOf(now),
    mayHold: held !== undefined || MAY_HOLD.includes(locked?.status ?? ''),
  })
  if (refusal) throw new Problem('conflict', words.objectionRefused(refusal, notice), { code: `objection-${refusal}` })

  const id = newId()
  await insertObjection(tx, {
    id,
    noticeId,
    claimLineId,
    holdId: open.id,
    receivedOn,
    channel,
    said,
    objectorSealed: objection.objector === '' ? null : vault.seal(objectorPlace(tx.district, id), objection.objector),
    recordedBy: actor.personId,
    accountId: actor.accountId,
    businessAt: now,
  })
  await recordAct(tx, {
    id: newId(),
    act: 'public-notice.objected-to',
    subjectKind: 'public-notice',
    subjectId: noticeId,
    actor,
    at: now,
    detail: { number: notice.number, position: row.position, channel, receivedOn, caseId: open.caseId },
  })
  return { id, caseId: open.caseId }
}

const isOf = (claimLineId: string) => (row: { readonly claimLineId: string }) => row.claimLineId === claimLineId

const isStanding = (hold: LineHold) => hold.status !== 'released'

async function holdLine(
  tx: Tx,
  held: {
    readonly claim: { id: string; groupKind: string; groupId: string; organisationId: string }
    readonly claimLineId: string
    readonly reason: string
    readonly amountFen: bigint
    readonly actor: Objection['actor']
    readonly now: Date
  },
): Promise<LineHold> {
  const { claim, claimLineId, reason, amountFen, actor, now } = held
  const group = { id: claim.groupId, organisationId: claim.organisationId }
  const opened = await openByHand(tx, claim.groupKind, group, { reason, actor, now, freezes: 'person' })
  const hold: LineHold = {
    id: newId(),
    claimId: claim.id,
    claimLineId,
    caseId: opened.id,
    amountFen,
    status: 'held',
    heldAt: now,
  }
  await insertHold(tx, hold)
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'line-hold',
      subjectId: hold.id,
      from: null,
      to: 'held',
      personId: actor.personId,
      note: opened.number,
      businessAt: now,
    },
  ])
  return hold
}
