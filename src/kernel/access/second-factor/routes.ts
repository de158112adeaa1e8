import QRCode from 'qrcode'
import { Problem } from '../../../platform/contract/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type AskApart, type Route, route, routeApart } from '../../../platform/http/public.ts'
import { findPhone } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { stepUp } from '../contract.ts'
import { demandOwnPassword } from '../passwords/routes.ts'
import { cameTo } from '../signed-in.ts'
import { keyOfTries, letIn, refuseOpenLine, type SigningIn } from '../signing-in.ts'
import { giveToken, rotate } from '../sessions/sessions.ts'
import { endSessions, endWaysIn, endWayIn, tryWayIn } from '../sessions/store.ts'
import { findAccount, getAccount } from '../store.ts'
import { REFUSED, SIGN_IN } from '../tries/limits.ts'
import { count, noteWrongTry, uncount } from '../tries/store.ts'
import { words as accessWords } from '../words.ts'
import { beginFactor, confirmBegun, newRecoveryCodes, takeCode } from './checking.ts'
import {
  beginEnrolment,
  beginSecondFactor,
  confirmEnrolment,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from './contract.ts'
import { isDemanded, SECOND_FACTOR } from './rules.ts'
import { countRecoveryCodes, endFactors, endRecoveryCodes, findFactor } from './store.ts'
import { addressOf, base32Of } from './totp.ts'
import { words } from './words.ts'

export function secondFactorRoutes(needs: SigningIn): Route[] {
  const { vault, districtOf, secondFactorTerms } = needs
  const begun = async (tx: Tx, accountId: string) => {
    const account = await getAccount(tx, accountId)
    const secret = await beginFactor(tx, vault, accountId)
    const { nameZh } = districtOf(tx.district)
    return shown(secret, `山匠·${nameZh}`, account.name)
  }
  return [
    route(getSecondFactor, async ({ tx, actor }) => {
      const terms = secondFactorTerms(tx.district)
      const has = (await findFactor(tx, actor.accountId)) !== undefined
      const recoveryCodesLeft = has ? await countRecoveryCodes(tx, actor.accountId) : 0
      return { has, isDemanded: isDemanded(terms, actor), recoveryCodesLeft, freshMinutes: terms.freshMinutes }
    }),

    routeApart(beginSecondFactor, async (ask) => {
      refuseOpenLine(needs, ask)
      await demandOwnPassword(needs, ask, ask.body.password)
      return ask.within((tx) => begun(tx, ask.actor.accountId))
    }),

    routeApart(confirmSecondFactor, async ({ within, actor, body }) => {
      const recoveryCodes = await within(async (tx) => {
        const codes = await confirmBegun(tx, vault, actor.accountId, body.code)
        if (!codes) return undefined
        await endSessions(tx, actor.accountId, actor.session?.id)
        await endWaysIn(tx, actor.accountId)
        await record(tx, 'second-factor.confirmed', actor.accountId, actor)
        return codes
      })
      if (!recoveryCodes) throw new Problem('not-acceptable', words.wrongFirstCode, { code: 'wrong-code' })
      return { recoveryCodes }
    }),

    routeApart(renewRecoveryCodes, async ({ within, actor }) =>
      within(async (tx) => {
        if (!(await findFactor(tx, actor.accountId)))
          throw new Problem('conflict', words.none, { code: 'no-second-factor' })
        await record(tx, 'second-factor.recovery-renewed', actor.accountId, actor)
        return { recoveryCodes: await newRecoveryCodes(tx, vault, actor.accountId) }
      }),
    ),

    routeApart(removeSecondFactor, async (ask) => {
      const { within, actor, body, district } = ask
      if (isDemanded(secondFactorTerms(district), actor))
        throw new Problem('conflict', words.demanded, { code: 'second-factor-demanded' })
      await demandOwnPassword(needs, ask, body.password)
      await within(async (tx) => {
        await endFactors(tx, actor.accountId)
        await endRecoveryCodes(tx, actor.accountId)
        await record(tx, 'second-factor.removed', actor.accountId, actor)
      })
      return {}
    }),

    routeApart(stepUp, async ({ within, actor, body, request, reply }) => {
      const done = await within(async (tx) => {
        const of = keyOfTries(vault, actor.session?.id ?? actor.accountId)
        // In one browser that is signed in: others cannot shut it out, and it cannot guess on and on.
        const counted = await count(tx, SIGN_IN.codeOfDevice, of)
        const isWithin = counted <= SIGN_IN.codeOfDevice.most
        if (!isWithin || !actor.session || !(await takeCode(tx, vault, actor.accountId, body.code))) {
          await noteWrongTry(tx, actor.accountId)
          if (!isWithin) await count(tx, { what: REFUSED.code, window: 'hour' }, Buffer.alloc(32))
          return isWithin ? ('wrong' as const) : ('too-often' as const)
        }
        await uncount(tx, SIGN_IN.codeOfDevice, of)
        return (await rotate(tx, actor.session.id)) ?? ('wrong' as const)
      })
      if (done === 'too-often')
        throw new Problem('too-many', accessWords.codeTooOften, { code: 'code-too-often', retryAfterSeconds: 3600 })
      if (done === 'wrong') throw new Problem('not-acceptable', accessWords.wrongCode, { code: 'wrong-code' })
      giveToken(request, reply, done.token, done.expiresAt)
      return {}
    }),

    routeApart(beginEnrolment, async (ask) => {
      refuseOpenLine(needs, ask)
      const way = await ask.within((tx) => tryWayIn(tx, sha256(ask.body.ticket), 'enrol', SECOND_FACTOR.triesOfAWayIn))
      if (!way) throw new Problem('not-signed-in', accessWords.ticketOver, { code: 'ticket-over' })
      return ask.within((tx) => begun(tx, way.accountId))
    }),

    routeApart(confirmEnrolment, async (ask) => enrol(needs, ask, ask.body)),

    route(resetSecondFactor, async ({ tx, actor, params, body }) => {
      const account = await findAccount(tx, params.accountId)
      if (!account) throw new Problem('not-found', words.noAccount)
      if (!(await endFactors(tx, account.id))) throw new Problem('conflict', words.none, { code: 'no-second-factor' })
      await endRecoveryCodes(tx, account.id)
      await endSessions(tx, account.id, actor.session?.id)
      await endWaysIn(tx, account.id)
      await record(tx, 'second-factor.reset', account.id, actor, { reason: body.reason })
      const phone = await findPhone(tx, vault, account.personId)
      if (phone) needs.tell({ district: tx.district, phone, text: words.resetSms(districtOf(tx.district).nameZh).zh })
      return {}
    }),
  ]
}

/** Whoever must have a second factor sets it up with the ticket of their password, and is in with its first code. */
async function enrol(needs: SigningIn, ask: AskApart, { ticket, code }: { ticket: string; code: string }) {
  const tokenSha256 = sha256(ticket)
  const way = await ask.within((tx) => tryWayIn(tx, tokenSha256, 'enrol', SECOND_FACTOR.triesOfAWayIn))
  if (!way) throw new Problem('not-signed-in', accessWords.ticketOver, { code: 'ticket-over' })
  const { accountId } = way
  const recoveryCodes = await ask.within(async (tx) => {
    // Set up meanwhile in another window: that one counts.
    if (await findFactor(tx, accountId)) return undefined
    const codes = await confirmBegun(tx, needs.vault, accountId, code)
    if (!codes || !(await endWayIn(tx, tokenSha256))) return undefined
    const { personId } = await getAccount(tx, accountId)
    await endSessions(tx, accountId)
    await record(tx, 'second-factor.confirmed', accountId, { accountId, personId })
    return codes
  })
  if (!recoveryCodes) throw new Problem('not-acceptable', words.wrongFirstCode, { code: 'wrong-code' })
  const came = await letIn(needs, ask, accountId, new Date())
  return { recoveryCodes, cameTo: await cameTo(needs, ask, came) }
}

function record(
  tx: Tx,
  act: string,
  accountId: string,
  actor: Pick<Actor, 'accountId' | 'personId'>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordAct(tx, { id: newId(), act, subjectKind: 'account', subjectId: accountId, actor, at: tx.now, detail })
}

async function shown(secret: Buffer, issuer: string, accountName: string) {
  const address = addressOf(secret, issuer, accountName)
  const svg = await QRCode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return {
    address,
    key: (base32Of(secret).match(/.{1,4}/g) ?? []).join(' '),
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  }
}
