import type { Tx } from '../../../platform/db/public.ts'
import { type KeptLiveSign, listLiveSignsOfClass } from '../live/sign-store.ts'
import { listLiveSessions, type LiveSession } from '../live/store.ts'
import type { LiveMark } from './signing-rules.ts'

/** The sessions of a class that were held live, and every sign of them that counts, in order of time. */
export type LiveClass = {
  readonly sessions: readonly LiveSession[]
  readonly signs: readonly (LiveMark & { readonly liveSessionId: string })[]
}

/** Undefined for a class that signed on paper alone. One statement for the sessions and one for the signs of the class. */
export async function liveClass(tx: Tx, classId: string): Promise<LiveClass | undefined> {
  const sessions = await listLiveSessions(tx, classId)
  if (sessions.length === 0) return undefined
  const signs = await listLiveSignsOfClass(tx, classId)
  return { sessions, signs: signs.filter(({ struck }) => struck === null).map(markOf) }
}

function markOf(sign: KeptLiveSign): LiveClass['signs'][number] {
  const { id, enrolmentId, kind, method, signedAt, businessAt, minutesLate, minutesEarly, liveSessionId } = sign
  const device = sign.device.toString('hex')
  return { id, enrolmentId, kind, method, device, signedAt, businessAt, minutesLate, minutesEarly, liveSessionId }
}
