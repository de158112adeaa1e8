import type { FastifyRequest } from 'fastify'
import { sha256 } from '../../platform/crypto/public.ts'
import { Problem } from '../../platform/contract/public.ts'
import { setBusinessNow } from '../../platform/clock/public.ts'
import { isPrivate, type Route, route, routeApart } from '../../platform/http/public.ts'
import { recordAct } from '../record/public.ts'
import type { District } from '../reference/public.ts'
import { delegationHandOver } from './accounts/handing.ts'
import { type AccountNeeds, accountRoutes } from './accounts/routes.ts'
import { demonstrationAccounts, giveCode, moveDemonstrationDate, signIn, signOut, whoAmI } from './contract.ts'
import { delegationRoutes } from './delegations/routes.ts'
import { type EmergencyNeeds, emergencyRoutes } from './emergencies/routes.ts'
import { passwordRoutes } from './passwords/routes.ts'
import { ROLES } from './permissions.ts'
import { secondFactorRoutes } from './second-factor/routes.ts'
import { cameTo, signedIn } from './signed-in.ts'
import { type ScopeNeeds, scopeRoutes } from './scopes/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { takeTokenBack, tokenOf } from './sessions/sessions.ts'
import { endSessionByToken } from './sessions/store.ts'
import { giveCode as giveCodeOf, givePassword, type SigningIn } from './signing-in.ts'
import { listAccounts } from './store.ts'
import { whoMayRoutes } from './who-may/routes.ts'
import { words } from './words.ts'

export function accessRoutes(needs: SigningIn & AccountNeeds & EmergencyNeeds & ScopeNeeds): Route[] {
  const { districtOf } = needs
  return [
    ...delegationRoutes(),
    ...whoMayRoutes(),
    ...emergencyRoutes(needs),
    ...accountRoutes({ ...needs, handOvers: [...needs.handOvers, delegationHandOver] }),
    ...scopeRoutes(needs),
    ...passwordRoutes(needs),
    ...sessionRoutes(needs),
    ...secondFactorRoutes(needs),

    routeApart(signIn, async (ask) => cameTo(needs, ask, await givePassword(needs, ask, ask.body))),

    routeApart(giveCode, async (ask) => cameTo(needs, ask, await giveCodeOf(needs, ask, ask.body))),

    route(whoAmI, async ({ tx, actor, request }) => signedIn(tx, actor, districtOf(tx.district), request)),

    route(signOut, async ({ tx, actor, now, newId, request, reply }) => {
      const token = tokenOf(request)
      if (token) await endSessionByToken(tx, sha256(token))
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

    route(demonstrationAccounts, async ({ tx, request }) => {
      const district = districtOf(tx.district)
      const accounts = district.demonstration ? await listAccounts(tx) : []
      return {
        districtName: { zh: district.nameZh, en: district.nameEn },
        bureauName: { zh: district.bureauZh, en: district.bureauEn },
        line: lineOf(request, district),
        // Whoever has no role today cannot be chosen.
        accounts: accounts.flatMap(({ name, roles: [first] }) =>
          first ? [{ accountName: name, post: ROLES[first] }] : [],
        ),
      }
    }),

    route(moveDemonstrationDate, async ({ tx, actor, body, now, newId }) => {
      if (!districtOf(tx.district).demonstration) throw new Problem('forbidden', words.onlyInDemonstration)
      // The new day at the time told, or at the same time of day, Shanghai time.
      const time = body.time ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19)
      const instant = new Date(`${body.businessDate}T${time}+08:00`)
      await setBusinessNow(tx, instant)
      await recordAct(tx, {
        id: newId(),
        act: 'clock.moved',
        subjectKind: 'account',
        subjectId: actor.accountId,
        actor,
        at: now,
        detail: { to: body.businessDate, ...(body.time ? { time: body.time } : {}) },
      })
      return { businessDate: body.businessDate }
    }),
  ]
}

function lineOf(request: FastifyRequest, { demonstration }: District): 'private' | 'open-demonstration' | 'open' {
  if (isPrivate(request)) return 'private'
  return demonstration ? 'open-demonstration' : 'open'
}
