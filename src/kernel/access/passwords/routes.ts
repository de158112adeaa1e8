import { Problem } from '../../../platform/contract/public.ts'
import { type AskApart, type Route, routeApart } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { keyOfTries, type SigningIn } from '../signing-in.ts'
import { rememberDevice } from '../sessions/devices.ts'
import { endSessions, endWaysIn } from '../sessions/store.ts'
import { REFUSED, SIGN_IN } from '../tries/limits.ts'
import { count, noteWrongTry, uncount } from '../tries/store.ts'
import { changePassword } from './contract.ts'
import { passwordMatches } from './hashing.ts'
import { setPassword } from './setting.ts'
import { findPasswordHash } from './store.ts'
import { changeWords } from './words.ts'

export function passwordRoutes(needs: SigningIn): Route[] {
  return [
    routeApart(changePassword, async (ask) => {
      const { within, actor, body, request, reply, district, newId } = ask
      await demandOwnPassword(needs, ask, body.oldPassword)
      if (body.password === body.oldPassword)
        throw new Problem('bad-input', changeWords.same, { code: 'password-same' })
      const ended = await within(async (tx) => {
        await setPassword(tx, actor.accountId, body.password)
        await endWaysIn(tx, actor.accountId)
        const count = await endSessions(tx, actor.accountId, actor.session?.id)
        await recordAct(tx, {
          id: newId(),
          act: 'password.changed',
          subjectKind: 'account',
          subjectId: actor.accountId,
          actor,
          at: tx.now,
          detail: { sessionsEnded: count },
        })
        return count
      })
      const passwordHash = (await within((tx) => findPasswordHash(tx, actor.accountId))) ?? ''
      rememberDevice(request, reply, needs.vault, { district, accountId: actor.accountId, passwordHash })
      return { ended }
    }),
  ]
}

/** Whoever is signed in shows that they know the password: a desk left open is not enough. Counted like a sign-in. */
export async function demandOwnPassword(needs: SigningIn, ask: AskApart, password: string): Promise<void> {
  const { within, actor } = ask
  const of = keyOfTries(needs.vault, actor.session?.id ?? actor.accountId)
  const { hash, isWithin } = await within(async (tx) => ({
    hash: await findPasswordHash(tx, actor.accountId),
    isWithin: (await count(tx, SIGN_IN.passwordOfDevice, of)) <= SIGN_IN.passwordOfDevice.most,
  }))
  if (isWithin && (await passwordMatches(hash, password))) {
    await within((tx) => uncount(tx, SIGN_IN.passwordOfDevice, of))
    return
  }
  await within(async (tx) => {
    await noteWrongTry(tx, actor.accountId)
    if (!isWithin) await count(tx, { what: REFUSED.password, window: 'hour' }, Buffer.alloc(32))
  })
  if (!isWithin)
    throw new Problem('too-many', changeWords.tooOften, { code: 'password-too-often', retryAfterSeconds: 3600 })
  throw new Problem('not-acceptable', changeWords.wrongOld, { code: 'wrong-password' })
}
