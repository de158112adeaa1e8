import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { listOrganisations, listPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { addDays, civilDate, civilDateOf } from '../../values/public.ts'
import { setPassword } from '../passwords/setting.ts'
import { findPasswordHash } from '../passwords/store.ts'
import { ROLES } from '../rules.ts'
import { type Account, getAccount, listAccountsById, listBureauAccounts } from '../store.ts'
import { countsOn } from '../scopes/rules.ts'
import { listWhoMay } from '../staff.ts'
import { whoOf } from '../who.ts'
import * as contract from './contract.ts'
import type { HandOver, Holder, OpenWork } from './hand-over.ts'
import {
  handOverWork,
  lockAdministrators,
  mayNotHold,
  mayTakeOver,
  openWorkOf,
  refuseLastAdministrator,
  refuseManaging,
} from './handing.ts'
import { invite, makeLink } from './invite.ts'
import { rolesOfSide } from './rules.ts'
import { accountsShown, detailOf, warningsAbout } from './showing.ts'
import {
  findInvitation,
  findOpenInvitation,
  insertGrant,
  insertRoleEnd,
  listAccountIds,
  listGrants,
  useInvitation,
  withdrawInvitations,
} from './store.ts'
import { refusals, words } from './words.ts'

export const accountConstraintWords: ConstraintWords = {
  one_account_per_name: refusals.nameTaken(''),
  nobody_gives_themself_a_role: refusals.oneself,
  nobody_hands_over_for_themself: refusals.oneself,
  a_role_ends_once: refusals.ended,
}

export type AccountNeeds = {
  readonly districtOf: (district: number) => District
  readonly vault: Vault
  readonly handOvers: readonly HandOver[]
}

/** Of one kind of open work, so many are shown. */
const MOST_SHOWN = 20
const MOST_EXPORTED = 2000

/** Accounts live in real time, whatever day a demonstration is on. */
const realToday = () => civilDateOf(new Date())

async function findOwn(tx: Tx, id: string, actor: Actor): Promise<Account> {
  const account = (await listAccountsById(tx, [id])).get(id)
  if (!account || (actor.organisationId !== null && account.organisationId !== actor.organisationId))
    throw new Problem('not-found', refusals.missing)
  return account
}

export function accountRoutes({ districtOf, vault, handOvers }: AccountNeeds): Route[] {
  const list = (
    tx: Tx,
    actor: Actor,
    filter: contract.AccountQuery,
    page: { after?: string | undefined; limit: number },
  ) => {
    const organisationId = actor.organisationId ?? filter.organisation
    return listAccountIds(tx, { ...filter, organisationId }, { ...page, today: realToday() })
  }
  return [
    route(contract.listAccounts, async ({ tx, actor, query }) => {
      const found = await list(tx, actor, query, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await accountsShown(tx, page),
        next: found.length > page.length ? page.at(-1)!.name : null,
      }
    }),

    route(contract.exportAccounts, async ({ tx, actor, query, locale }) => {
      const accounts = await accountsShown(tx, await list(tx, actor, query, { limit: MOST_EXPORTED }))
      const bytes = await writeTable({
        title: words.title[locale],
        columns: [words.name, words.person, words.side, words.roles, words.state, words.lastSeen].map(
          (each) => each[locale],
        ),
        rows: accounts.map((row) => [
          row.name,
          row.person,
          row.organisation?.name ?? words.bureau[locale],
          row.roles.map((role) => ROLES[role][locale]).join('、'),
          words.states[row.state][locale],
          row.lastSignedInAt?.slice(0, 10) ?? words.never[locale],
        ]),
      })
      return { fileName: `${words.title[locale]}.xlsx`, bytes }
    }),

    route(contract.accountChoices, async ({ tx }) => ({
      organisations: (await listOrganisations(tx, 'provider')).map(({ id, name }) => ({ id, name })),
    })),

    route(contract.inviteAccount, async ({ tx, actor, body, now }) => {
      const { accountId, personId, token, expiresAt } = await invite(tx, vault, body, {
        actor,
        now,
        today: realToday(),
        demonstration: districtOf(tx.district).demonstration,
      })
      return { accountId, token, expiresAt: expiresAt.toISOString(), warnings: await warningsAbout(tx, personId) }
    }),

    route(contract.getAccount, async ({ tx, actor, params }) => {
      const account = await findOwn(tx, params.accountId, actor)
      const [standing] = await listAccountIds(tx, { id: account.id }, { limit: 1, today: realToday() })
      return detailOf(tx, standing!, actor, realToday())
    }),

    route(contract.grantRole, async ({ tx, actor, params, body, now, newId }) => {
      const account = await findOwn(tx, params.accountId, actor)
      const today = realToday()
      await lockAdministrators(tx, today)
      refuseManaging(account, actor, today)
      const ofOrganisation = account.organisationId !== null
      const { role, from, to, reason } = body
      const overlaps = (await listGrants(tx, account.id)).some(
        (grant) =>
          grant.role === role &&
          (to === null || grant.from <= to) &&
          (grant.to === null || grant.to >= from) &&
          (grant.ended === null || grant.ended.lastDay >= from),
      )
      const problems = [
        ...(rolesOfSide(ofOrganisation).includes(role) ? [] : [refusals.otherSide(ROLES[role], ofOrganisation)]),
        ...(to !== null && to < from ? [refusals.daysWrong] : []),
        ...(to !== null && to < today ? [refusals.inThePast] : []),
        ...(overlaps ? [refusals.already(ROLES[role])] : []),
      ]
      if (problems.length > 0) {
        const items = problems.map((sentence) => ({ at: 'role', sentence }))
        throw new Problem('not-acceptable', refusals.refused, { items, code: 'role-refused' })
      }

      const id = newId()
      const { personId, id: accountId } = account
      await insertGrant(tx, { id, accountId, personId, ofOrganisation, role, from, to, reason, by: actor })
      await act(tx, 'role.granted', accountId, { actor, now, newId }, { grantId: id, role, from, to, reason })
      return { id }
    }),

    route(contract.endRole, async ({ tx, actor, params, body, now, newId }) => {
      const account = await findOwn(tx, params.accountId, actor)
      const grant = (await listGrants(tx, account.id)).find(({ id }) => id === params.grantId)
      if (!grant) throw new Problem('not-found', refusals.missing)
      const today = realToday()
      await lockAdministrators(tx, today)
      refuseManaging(account, actor, today)
      if (!countsOn(grant, today) && grant.from <= today)
        throw new Problem('conflict', refusals.ended, { code: 'role-ended' })
      if (grant.ended) throw new Problem('conflict', refusals.ended, { code: 'role-ended' })
      if (grant.role === 'administrator') await refuseLastAdministrator(tx, account.id, today)

      const lastDay = addDays(civilDate(today), -1)
      await insertRoleEnd(tx, { grantId: grant.id, lastDay, reason: body.reason, by: actor })
      await act(
        tx,
        'role.ended',
        account.id,
        { actor, now, newId },
        { grantId: grant.id, role: grant.role, reason: body.reason },
      )
      return { lastDay }
    }),

    route(contract.inviteAgain, async ({ tx, actor, params, body, now, newId }) => {
      const account = await findOwn(tx, params.accountId, actor)
      refuseManaging(account, actor, realToday())
      if (await findPasswordHash(tx, account.id))
        throw new Problem('conflict', refusals.hasPassword, { code: 'has-password' })

      const { token, expiresAt } = await makeLink(tx, account.id, body.days, actor)
      await act(tx, 'invitation.sent', account.id, { actor, now, newId }, { expiresAt: expiresAt.toISOString() })
      return { accountId: account.id, token, expiresAt: expiresAt.toISOString() }
    }),

    route(contract.withdrawInvitation, async ({ tx, actor, params, now, newId }) => {
      const account = await findOwn(tx, params.accountId, actor)
      refuseManaging(account, actor, realToday())
      if (!(await findOpenInvitation(tx, account.id)))
        throw new Problem('conflict', refusals.noInvitation, { code: 'no-invitation' })

      await withdrawInvitations(tx, account.id)
      await act(tx, 'invitation.withdrawn', account.id, { actor, now, newId }, {})
      return {}
    }),

    route(contract.openWork, async ({ tx, actor, params, now }) => {
      const account = await findOwn(tx, params.accountId, actor)
      const today = realToday()
      const from = { personId: account.personId, accountId: account.id }
      const colleagues =
        account.organisationId === null
          ? await listBureauAccounts(tx, today)
          : await colleaguesAt(tx, account.organisationId)
      const fit = colleagues.filter((each) => mayTakeOver(each, account, today))
      const who = await whoOf(
        tx,
        fit.map(({ id }) => id),
      )
      const successors = fit.map(({ id, personId }) => ({ accountId: id, personId, ...who(id) }))
      const work: contract.Work[] = []
      for (const { room, items } of await openWorkOf(tx, handOvers, from))
        if (items.length > 0)
          work.push({
            kind: room.kind,
            name: room.name,
            becomes: room.becomes,
            count: items.length,
            items: items.slice(0, MOST_SHOWN),
            takers: room.hold ? await takersOf(tx, room, items, { successors, now }) : null,
            colleagues: room.post ? await colleaguesOfPost(tx, room.post, account.personId, now) : null,
          })
      return { work, successors }
    }),

    route(contract.handOver, async ({ tx, actor, params, body, now }) => {
      const { id: accountId } = await findOwn(tx, params.accountId, actor)
      return { passed: await handOverWork(tx, handOvers, { accountId, ...body }, { actor, now, today: realToday() }) }
    }),

    route(contract.openInvitation, async ({ tx, body }) => {
      const invitation = await findInvitation(tx, sha256(body.token))
      if (!invitation) throw new Problem('not-found', refusals.linkUnknown, { code: 'link-unknown' })
      const account = await getAccount(tx, invitation.accountId)
      const district = districtOf(tx.district)
      return {
        accountName: account.name,
        person: (await listPersons(tx, [account.personId])).get(account.personId)?.maskedName ?? '',
        bureauName: { zh: district.bureauZh, en: district.bureauEn },
        expiresAt: invitation.expiresAt.toISOString(),
      }
    }),

    route(contract.acceptInvitation, async ({ tx, body, now, newId }) => {
      const invitation = await findInvitation(tx, sha256(body.token))
      if (!invitation || !(await useInvitation(tx, invitation.id)))
        throw new Problem('not-found', refusals.linkUnknown, { code: 'link-unknown' })
      await setPassword(tx, invitation.accountId, body.password)
      const account = await getAccount(tx, invitation.accountId)
      const actor = { accountId: account.id, personId: account.personId }
      await act(tx, 'invitation.accepted', account.id, { actor, now, newId }, {})
      return { accountName: account.name }
    }),
  ]
}

/** Everybody who can be named for a room's work, each with what of it they may not hold. */
async function takersOf<S extends Holder>(
  tx: Tx,
  room: HandOver,
  items: readonly OpenWork[],
  { successors, now }: { successors: readonly S[]; now: Date },
) {
  const takers: (S & { mayNot: Awaited<ReturnType<typeof mayNotHold>> })[] = []
  for (const to of successors) takers.push({ ...to, mayNot: await mayNotHold(tx, room, items, { to, now }) })
  return takers
}

/** Who else goes on with work of a post, of those who are there. */
async function colleaguesOfPost(tx: Tx, permission: string, but: string, now: Date) {
  const able = await listWhoMay(tx, permission, civilDateOf(now))
  const others = able.filter(({ personId, isAbsent }) => personId !== but && !isAbsent)
  const who = await whoOf(
    tx,
    others.map(({ accountId }) => accountId),
  )
  return others.map(({ accountId }) => who(accountId))
}

async function colleaguesAt(tx: Tx, organisationId: string): Promise<Account[]> {
  const found = await listAccountIds(tx, { organisationId, state: 'active' }, { limit: 200, today: realToday() })
  const ids = found.map(({ id }) => id)
  return [...(await listAccountsById(tx, ids)).values()]
}

async function act(
  tx: Tx,
  what: string,
  accountId: string,
  by: { actor: { accountId: string; personId: string }; now: Date; newId: () => string },
  detail: Record<string, unknown>,
): Promise<void> {
  const subject = { subjectKind: 'account', subjectId: accountId }
  await recordAct(tx, { id: by.newId(), act: what, ...subject, actor: by.actor, at: by.now, detail })
}
