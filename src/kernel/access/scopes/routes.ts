import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { findOrganisation, listOrganisationNames, listOrganisations } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, civilDate, civilDateOf } from '../../values/public.ts'
import { refuseManaging } from '../accounts/handing.ts'
import { refusals } from '../accounts/words.ts'
import { type Account, listAccountsById } from '../store.ts'
import { whoOf } from '../who.ts'
import * as contract from './contract.ts'
import { countsOn, overlaps } from './rules.ts'
import { insertScope, insertScopeEnd, listScopes, type ScopeRow } from './store.ts'
import { words } from './words.ts'

export const scopeConstraintWords: ConstraintWords = {
  nobody_widens_their_own_scope: words.oneself,
  a_scope_ends_once: words.ended,
}

type Group = { readonly id: string; readonly title: Sentence; readonly organisationName: string }

/** The classes that a scope can be about; the room that has them tells. */
export type ScopeClasses = {
  find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Group>>
  list(tx: Tx, page: { search?: string | undefined; limit: number }): Promise<readonly Group[]>
}

export type ScopeNeeds = { readonly classes: ScopeClasses }

const MOST_CHOICES = 30

/** Accounts live in real time, whatever day a demonstration is on. */
const realToday = () => civilDateOf(new Date())

const isInstructors = (account: Account) => account.organisationId !== null && account.roles.includes('instructor')

/** Which classes and providers an instructor's account reaches: given by an administrator from a day on, ended by a row of its own. */
export function scopeRoutes({ classes }: ScopeNeeds): Route[] {
  return [
    route(contract.listScopes, async ({ tx, actor, params }) => {
      const account = await getOwn(tx, params.accountId, actor)
      const scopes = await listScopes(tx, account.id)
      return {
        scopes: await scopesShown(tx, classes, scopes),
        mayManage: actor.permissions.has(contract.giveScope.may) && account.personId !== actor.personId,
        isInstructor: isInstructors(account),
      }
    }),

    route(contract.scopeChoices, async ({ tx, actor, params, query }) => {
      await getOwn(tx, params.accountId, actor)
      const found = await classes.list(tx, { search: query.search, limit: MOST_CHOICES })
      return {
        organisations: (await listOrganisations(tx, 'provider')).map(({ id, name }) => ({ id, name })),
        classes: found.map(({ id, title, organisationName }) => ({ id, title, organisationName })),
      }
    }),

    route(contract.giveScope, async ({ tx, actor, params, body, now, newId }) => {
      const account = await getOwn(tx, params.accountId, actor)
      const today = realToday()
      refuseManaging(account, actor, today)
      const given = await listScopes(tx, account.id)
      const items = await problemsOf(tx, classes, { account, given, today, ...body })
      if (items.length > 0) throw new Problem('not-acceptable', words.refused, { items, code: 'scope-refused' })

      const id = newId()
      const of = { accountId: account.id, personId: account.personId }
      await insertScope(tx, { id, ...of, ...body, by: actor })
      const subject = { subjectKind: 'account', subjectId: account.id }
      await recordAct(tx, { id: newId(), act: 'scope.given', ...subject, actor, at: now, detail: { id, ...body } })
      return { id }
    }),

    route(contract.endScope, async ({ tx, actor, params, body, now, newId }) => {
      const account = await getOwn(tx, params.accountId, actor)
      const scope = (await listScopes(tx, account.id)).find(({ id }) => id === params.scopeId)
      if (!scope) throw new Problem('not-found', words.missing)
      const today = realToday()
      refuseManaging(account, actor, today)
      if (scope.ended || (scope.to !== null && scope.to < today))
        throw new Problem('conflict', words.ended, { code: 'scope-ended' })

      const lastDay = addDays(civilDate(today), -1)
      await insertScopeEnd(tx, { scopeId: scope.id, lastDay, reason: body.reason, by: actor })
      const detail = { scopeId: scope.id, lastDay, reason: body.reason }
      const subject = { subjectKind: 'account', subjectId: account.id }
      await recordAct(tx, { id: newId(), act: 'scope.ended', ...subject, actor, at: now, detail })
      return { lastDay }
    }),
  ]
}

async function getOwn(tx: Tx, id: string, actor: Actor): Promise<Account> {
  const account = (await listAccountsById(tx, [id])).get(id)
  if (!account || (actor.organisationId !== null && account.organisationId !== actor.organisationId))
    throw new Problem('not-found', refusals.missing)
  return account
}

/** Everything that is wrong with a scope, at once. */
async function problemsOf(
  tx: Tx,
  classes: ScopeClasses,
  asked: {
    account: Account
    given: readonly ScopeRow[]
    today: string
    kind: ScopeRow['kind']
    subjectId: string
    from: string
    to: string | null
  },
): Promise<ProblemItem[]> {
  const { account, given, today, kind, subjectId, from, to } = asked
  const exists =
    kind === 'class'
      ? (await classes.find(tx, [subjectId])).has(subjectId)
      : (await findOrganisation(tx, subjectId)) !== undefined
  const again = given.some((scope) => scope.kind === kind && scope.subjectId === subjectId && overlaps(scope, from, to))
  const missing = kind === 'class' ? words.noClass : words.noOrganisation
  return [
    ...(isInstructors(account) ? [] : [{ at: 'body.kind', sentence: words.onlyInstructors }]),
    ...(exists ? [] : [{ at: 'body.subjectId', sentence: missing }]),
    ...(to !== null && to < from ? [{ at: 'body.to', sentence: words.daysWrong }] : []),
    ...(to !== null && to < today ? [{ at: 'body.to', sentence: words.inThePast }] : []),
    ...(again ? [{ at: 'body.subjectId', sentence: words.already }] : []),
  ]
}

async function scopesShown(tx: Tx, classes: ScopeClasses, scopes: readonly ScopeRow[]): Promise<contract.ScopeShown[]> {
  const of = (kind: ScopeRow['kind']) => scopes.flatMap((scope) => (scope.kind === kind ? [scope.subjectId] : []))
  const groups = await classes.find(tx, of('class'))
  const organisations = await listOrganisationNames(tx, of('organisation'))
  const who = await whoOf(
    tx,
    scopes.flatMap(({ grantedAccountId, ended }) => [grantedAccountId, ...(ended ? [ended.accountId] : [])]),
  )
  const today = realToday()
  return scopes.map((scope) => {
    const name = organisations.get(scope.subjectId) ?? ''
    return {
      id: scope.id,
      kind: scope.kind,
      subject: groups.get(scope.subjectId)?.title ?? { zh: name, en: name },
      from: scope.from,
      to: scope.to,
      reason: scope.reason,
      by: who(scope.grantedAccountId),
      at: scope.at.toISOString(),
      ended: scope.ended && { ...scope.ended, by: who(scope.ended.accountId) },
      inForce: countsOn(scope, today),
    }
  })
}
