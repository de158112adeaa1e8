import { sha256 } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { findLiveSessionOf, insertLiveSession, type LiveSession } from './store.ts'
import { insertLiveSigns, type LiveSign } from './sign-store.ts'

/** The keyed hash of some device, the same for the same name. */
export const givenDevice = (name: string): Buffer => sha256(`device ${name}`)

/** A session of the timetable held live, opened on the instructor's tablet at its beginning. */
export async function givenLiveSession(
  tx: Tx,
  of: { readonly classId: string; readonly sessionId: string; readonly at: Date },
): Promise<LiveSession> {
  const by = { accountId: newId(), personId: newId(), device: givenDevice('tablet') }
  const { classId, sessionId, at } = of
  await insertLiveSession(tx, { id: newId(), classId, sessionId, ...by, businessAt: at, deviceAt: null })
  return (await findLiveSessionOf(tx, sessionId))!
}

/** A live sign: by scanning on a phone of their own, at the session's opening, unless said otherwise. */
export async function givenLiveSign(
  tx: Tx,
  live: LiveSession,
  of: { readonly enrolmentId: string } & Partial<LiveSign>,
): Promise<LiveSign> {
  const method = of.method ?? 'qr'
  const sign: LiveSign = {
    id: newId(),
    liveSessionId: live.id,
    kind: 'in',
    method,
    nth: 1,
    device: givenDevice(method === 'qr' || method === 'code' ? of.enrolmentId : 'tablet'),
    seenAt: live.openedAt,
    signedAt: live.openedAt,
    businessAt: live.businessAt,
    deviceAt: null,
    operator: method === 'qr' || method === 'code' ? null : { accountId: live.accountId, personId: live.personId },
    minutesLate: 0,
    minutesEarly: 0,
    quality: 'strong',
    reason: method === 'assisted' ? '没有手机' : '',
    ...of,
  }
  await insertLiveSigns(tx, [sign])
  return sign
}
