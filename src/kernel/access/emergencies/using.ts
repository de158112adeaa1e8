import type { Tx } from '../../../platform/db/public.ts'
import type { Actor, Used } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { isInForce, opensBesides } from './rules.ts'
import { findUnended, insertUse } from './store.ts'

/** What an account may do besides because it has taken a role, at a moment of real time. */
export async function emergencyOf(
  tx: Tx,
  accountId: string,
  has: ReadonlySet<string>,
  at: Date,
): Promise<Actor['emergency']> {
  const found = await findUnended(tx, accountId, at)
  if (!found || !isInForce({ ...found, endedAt: found.ended?.at ?? null }, at)) return undefined
  return {
    id: found.id,
    role: found.role,
    until: found.until,
    askedAt: at,
    opens: new Set(opensBesides(found.role, has)),
  }
}

/** Keeps that an operation was asked for which only the emergency opens: for the review, and in the record each time. */
export async function noteUse(tx: Tx, { visitor, endpoint, permission, params, reads }: Used): Promise<void> {
  const { emergency, personId } = visitor
  if (!emergency) return
  const { method, path } = endpoint
  const subject = Object.values(params).join(' ')
  const { id: emergencyId, until, askedAt: usedAt } = emergency
  const use = { method, path, permission, subject }
  // The navigation counts by itself what waits: that is in the record, and nobody need answer it.
  if (!reads || !path.endsWith('/count'))
    await insertUse(tx, { id: newId(), emergencyId, personId, until, ...use, reads, usedAt })
  await recordAct(tx, {
    id: newId(),
    act: 'emergency.used',
    subjectKind: 'emergency',
    subjectId: emergencyId,
    actor: visitor,
    at: tx.now,
    detail: use,
  })
}
