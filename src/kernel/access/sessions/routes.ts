import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { listWithFactor } from '../second-factor/store.ts'
import { keyOfTries, type SigningIn } from '../signing-in.ts'
import { type Account, findAccount, listAccounts } from '../store.ts'
import { REFUSED, SIGN_IN } from '../tries/limits.ts'
import { countedInADay, countedOf, listWrongTries } from '../tries/store.ts'
import { whoOf } from '../who.ts'
import {
  type AccountSignIns,
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  getAccountSignIns,
  listOwnSessions,
  listSignIns,
  type Session,
} from './contract.ts'
import { deviceWords, SESSION } from './rules.ts'
import { seenSince } from './sessions.ts'
import { countSessions, endSession, endSessions, endWaysIn, type KeptSession, listSessions } from './store.ts'
import { words } from './words.ts'

export function sessionRoutes(needs: SigningIn): Route[] {
  return [
    route(listOwnSessions, async ({ tx, actor }) => ({
      sessions: (await listSessions(tx, actor.accountId, seenSince())).map((each) => shown(each, actor.session?.id)),
      idleMinutes: SESSION.idleMs / 60_000,
      lastsHours: SESSION.lastsMs / 3_600_000,
    })),

    route(endOwnSession, async ({ tx, actor, params }) => {
      if (!(await endSession(tx, actor.accountId, params.sessionId))) throw new Problem('not-found', words.noSession)
      await record(tx, 'session.ended', actor.accountId, actor, { session: params.sessionId })
      return {}
    }),

    route(endOtherSessions, async ({ tx, actor }) => {
      const ended = await endSessions(tx, actor.accountId, actor.session?.id)
      await endWaysIn(tx, actor.accountId)
      await record(tx, 'session.others-ended', actor.accountId, actor, { ended })
      return { ended }
    }),

    route(listSignIns, async ({ tx }) => {
      const refused = await countedInADay(tx, Object.values(REFUSED))
      const of = (kind: keyof typeof REFUSED) => refused.get(REFUSED[kind]) ?? 0
      return {
        accounts: await signInsOf(tx, needs, await listAccounts(tx)),
        refused: { password: of('password'), code: of('code'), reveal: of('reveal'), export: of('export') },
      }
    }),

    route(getAccountSignIns, async ({ tx, actor, params }) => {
      const account = await findAccount(tx, params.accountId)
      if (!account) throw new Problem('not-found', words.noAccount)
      const [summary] = await signInsOf(tx, needs, [account])
      const sessions = await listSessions(tx, account.id, seenSince())
      return { account: summary!, sessions: sessions.map((each) => shown(each, actor.session?.id)) }
    }),

    route(endSessionsOf, async ({ tx, actor, params, body }) => {
      const account = await findAccount(tx, params.accountId)
      if (!account) throw new Problem('not-found', words.noAccount)
      const { sessionId, reason } = body
      if (sessionId !== null && !(await endSession(tx, account.id, sessionId)))
        throw new Problem('not-found', words.noSession)
      const ended = sessionId === null ? await endSessions(tx, account.id) : 1
      if (sessionId === null) await endWaysIn(tx, account.id)
      await record(tx, 'session.ended-by-another', account.id, actor, { reason, ended, session: sessionId })
      return { ended }
    }),
  ]
}

const shown = (session: KeptSession, own: string | undefined): Session => ({
  id: session.id,
  device: deviceWords(session.device),
  startedAt: session.startedAt.toISOString(),
  seenAt: session.seenAt.toISOString(),
  endsAt: session.expiresAt.toISOString(),
  withSecondFactor: session.withSecondFactor,
  isThis: session.id === own,
})

async function signInsOf(tx: Tx, { vault }: SigningIn, accounts: readonly Account[]): Promise<AccountSignIns[]> {
  const ids = accounts.map((account) => account.id)
  const open = await countSessions(tx, ids, seenSince())
  const withFactor = await listWithFactor(tx, ids)
  const wrong = await listWrongTries(tx, ids)
  const who = await whoOf(tx, ids)
  const organisations = await listOrganisationNames(
    tx,
    accounts.flatMap((account) => account.organisationId ?? []),
  )
  const keys = new Map(ids.map((id) => [id, keyOfTries(vault, id)]))
  const counted = await countedOf(tx, SIGN_IN.password, [...keys.values()])
  return accounts.map((account) => {
    const tries = wrong.get(account.id)
    const { name, post } = who(account.id)
    return {
      accountId: account.id,
      accountName: account.name,
      personName: name,
      post,
      organisation: organisations.get(account.organisationId ?? '') ?? null,
      openSessions: open.get(account.id) ?? 0,
      hasSecondFactor: withFactor.has(account.id),
      wrongTries: tries ? { count: tries.count, lastAt: tries.lastAt.toISOString() } : null,
      isShut: (counted.get(keys.get(account.id)!.toString('hex')) ?? 0) > SIGN_IN.password.most,
    }
  })
}

function record(tx: Tx, act: string, accountId: string, actor: Actor, detail: Record<string, unknown>): Promise<void> {
  return recordAct(tx, { id: newId(), act, subjectKind: 'account', subjectId: accountId, actor, at: tx.now, detail })
}
