import { sha256 } from '../../platform/crypto/public.ts'
import { Problem } from '../../platform/contract/public.ts'
import { setBusinessNow } from '../../platform/clock/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../platform/http/public.ts'
import { findOrganisation, listPersons } from '../people/public.ts'
import { recordAct } from '../record/public.ts'
import type { District } from '../reference/public.ts'
import { civilDateOf } from '../values/public.ts'
import { demonstrationAccounts, moveDemonstrationDate, signIn, type SignedIn, signOut, whoAmI } from './contract.ts'
import { delegationRoutes } from './delegations/routes.ts'
import { passwordMatches } from './passwords/hashing.ts'
import { findPasswordHash } from './passwords/store.ts'
import { type Role, ROLES } from './permissions.ts'
import { actorOf, giveToken, newToken, takeTokenBack, tokenOf } from './sessions.ts'
import { endSession, findAccountByName, getAccount, listAccounts, startSession } from './store.ts'
import { words } from './words.ts'

export type AccessNeeds = { readonly districtOf: (district: number) => District }

export function accessRoutes({ districtOf }: AccessNeeds): Route[] {
  return [
    ...delegationRoutes(),

    route(signIn, async ({ tx, body, now, newId, request, reply }) => {
      const account = await findAccountByName(tx, body.accountName)
      const active =
        account &&
        account.activeFrom <= civilDateOf(new Date()) &&
        (account.activeTo === null || account.activeTo >= civilDateOf(new Date()))
      const hash = account && (await findPasswordHash(tx, account.id))
      if (!(await passwordMatches(hash, body.password)) || !account || !active)
        throw new Problem('not-signed-in', words.wrongNameOrPassword, { code: 'wrong-name-or-password' })
      const { token, tokenSha256, expiresAt } = newToken(tx.district)
      await startSession(tx, { tokenSha256, accountId: account.id, expiresAt })
      await recordAct(tx, {
        id: newId(),
        act: 'session.started',
        subjectKind: 'account',
        subjectId: account.id,
        actor: { accountId: account.id, personId: account.personId },
        at: now,
      })
      giveToken(request, reply, token)
      return signedIn(tx, await actorOf(tx, { ...account, accountId: account.id }), districtOf(tx.district))
    }),

    route(whoAmI, async ({ tx, actor }) => signedIn(tx, actor, districtOf(tx.district))),

    route(signOut, async ({ tx, actor, now, newId, request, reply }) => {
      const token = tokenOf(request)
      if (token) await endSession(tx, sha256(token))
      await recordAct(tx, {
        id: newId(),
        act: 'session.ended',
        subjectKind: 'account',
        subjectId: actor.accountId,
        actor,
        at: now,
      })
      takeTokenBack(request, reply)
      return {}
    }),

    route(demonstrationAccounts, async ({ tx }) => {
      const district = districtOf(tx.district)
      const accounts = district.demonstration ? await listAccounts(tx) : []
      return {
        districtName: { zh: district.nameZh, en: district.nameEn },
        bureauName: { zh: district.bureauZh, en: district.bureauEn },
        accounts: accounts.map((account) => ({ accountName: account.name, post: ROLES[account.roles[0]!] })),
      }
    }),

    route(moveDemonstrationDate, async ({ tx, actor, body, now, newId }) => {
      if (!districtOf(tx.district).demonstration) throw new Problem('forbidden', words.onlyInDemonstration)
      // The new day at the same time of day, Shanghai time.
      const instant = new Date(
        `${body.businessDate}T${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19)}+08:00`,
      )
      await setBusinessNow(tx, instant)
      await recordAct(tx, {
        id: newId(),
        act: 'clock.moved',
        subjectKind: 'account',
        subjectId: actor.accountId,
        actor,
        at: now,
        detail: { to: body.businessDate },
      })
      return { businessDate: body.businessDate }
    }),
  ]
}

async function signedIn(tx: Tx, actor: Actor, district: District): Promise<SignedIn> {
  const [account, persons, organisation] = [
    await getAccount(tx, actor.accountId),
    await listPersons(tx, [actor.personId]),
    actor.organisationId === null ? undefined : await findOrganisation(tx, actor.organisationId),
  ]
  return {
    accountId: actor.accountId,
    accountName: account.name,
    personName: persons.get(actor.personId)?.maskedName ?? '',
    post: ROLES[(actor.roles[0] as Role | undefined) ?? 'auditor'],
    roles: [...actor.roles],
    permissions: [...actor.permissions],
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    district: district.district,
    districtName: { zh: district.nameZh, en: district.nameEn },
    bureauName: { zh: district.bureauZh, en: district.bureauEn },
    demonstration: district.demonstration,
    businessDate: civilDateOf(tx.now),
  }
}
