import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { listPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, civilDate, civilDateOf } from '../../values/public.ts'
import { ROLES, type Role } from '../permissions.ts'
import { listBureauStaff } from '../staff.ts'
import { whoOf } from '../who.ts'
import { delegationChoices, endDelegation, giveDelegation, listDelegations } from './contract.ts'
import { delegationProblems, HEADS, NEVER_DELEGATED, stateOf } from './rules.ts'
import {
  type Delegation,
  findDelegation,
  insertDelegation,
  insertDelegationEnd,
  listAbsent,
  listDelegations as listRows,
} from './store.ts'
import { refusals } from './words.ts'

export const delegationConstraintWords: ConstraintWords = {
  nobody_stands_in_for_themself: refusals.oneself,
  a_delegation_ends_once: refusals.over,
}

/** A head speaks for everybody by their own post; one who only stands in for a head does not. */
async function isHead(tx: Tx, actor: Actor): Promise<boolean> {
  const own = (await listBureauStaff(tx)).find(({ personId }) => personId === actor.personId)?.roles ?? []
  return own.some((role) => HEADS.includes(role))
}

export function delegationRoutes(): Route[] {
  return [
    route(listDelegations, async ({ tx, actor, query, now }) => {
      const today = civilDateOf(now)
      const rows = await listRows(tx, { after: query.after, limit: query.limit + 1 })
      const shown = rows.slice(0, query.limit)
      const persons = await listPersons(
        tx,
        shown.flatMap((row) => [row.absentPersonId, row.deputyPersonId]),
      )
      const who = await whoOf(
        tx,
        shown.map((row) => row.accountId),
      )
      const head = await isHead(tx, actor)
      const name = (personId: string) => persons.get(personId)?.maskedName ?? '*'
      const items = shown.map((row) => {
        const { id, from, to, reason, ended } = row
        const state = stateOf({ from, to, lastDay: ended?.lastDay ?? null }, today)
        const mine = head || row.absentPersonId === actor.personId
        return {
          id,
          absent: name(row.absentPersonId),
          deputy: name(row.deputyPersonId),
          posts: row.roles.map((role): Sentence => ROLES[role]),
          from,
          to,
          reason,
          state,
          ended,
          by: who(row.accountId),
          at: row.businessAt.toISOString(),
          mayEnd: mine && state !== 'ended' && actor.permissions.has(endDelegation.may),
        }
      })
      return { items, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
    }),

    route(delegationChoices, async ({ tx, actor }) => {
      const staff = (await listBureauStaff(tx)).filter(
        ({ roles }) => !roles.some((role) => NEVER_DELEGATED.includes(role)),
      )
      const persons = await listPersons(
        tx,
        staff.map(({ personId }) => personId),
      )
      const colleagues = staff.map(({ personId, roles }) => ({
        personId,
        name: persons.get(personId)?.maskedName ?? '*',
        posts: [...roles],
        post: postsOf(roles),
      }))
      const head = await isHead(tx, actor)
      return { absent: colleagues.filter(({ personId }) => head || personId === actor.personId), deputies: colleagues }
    }),

    route(giveDelegation, async ({ tx, actor, body, now, newId }) => {
      const { absentPersonId, deputyPersonId, posts: roles, from, to, reason } = body
      const today = civilDateOf(now)
      const staff = await listBureauStaff(tx)
      const holds = (personId: string) => staff.find((each) => each.personId === personId)?.roles ?? []
      const problems = delegationProblems({
        absentPersonId,
        deputyPersonId,
        roles,
        from,
        to,
        today,
        absentHolds: holds(absentPersonId),
        deputyHolds: holds(deputyPersonId),
        deputyIsAbsent: from <= to && (await listAbsent(tx, from, to)).includes(deputyPersonId),
        mayBeSaid: absentPersonId === actor.personId || (await isHead(tx, actor)),
      })
      if (problems.length > 0) {
        const items = problems.map((sentence) => ({ at: 'delegation', sentence }))
        throw new Problem('not-acceptable', refusals.refused, { items, code: 'delegation-refused' })
      }

      const id = newId()
      const by = { personId: actor.personId, accountId: actor.accountId, businessAt: now }
      await insertDelegation(tx, { id, absentPersonId, deputyPersonId, roles, from, to, reason, ...by })
      await recordAct(tx, {
        id: newId(),
        act: 'delegation.given',
        subjectKind: 'delegation',
        subjectId: id,
        actor,
        at: now,
        detail: { absentPersonId, deputyPersonId, roles, from, to, reason },
      })
      return { id }
    }),

    route(endDelegation, async ({ tx, actor, params, body, now, newId }) => {
      const today = civilDateOf(now)
      const delegation = await findDelegation(tx, params.delegationId)
      if (!delegation) throw new Problem('not-found', refusals.missing)
      if (delegation.absentPersonId !== actor.personId && !(await isHead(tx, actor)))
        throw new Problem('forbidden', refusals.notYours)
      if (isOver(delegation, today)) throw new Problem('conflict', refusals.over, { code: 'delegation-over' })

      const lastDay = addDays(civilDate(today), -1)
      const by = { personId: actor.personId, accountId: actor.accountId, businessAt: now }
      await insertDelegationEnd(tx, { delegationId: delegation.id, lastDay, reason: body.reason, ...by })
      await recordAct(tx, {
        id: newId(),
        act: 'delegation.ended',
        subjectKind: 'delegation',
        subjectId: delegation.id,
        actor,
        at: now,
        detail: { lastDay, reason: body.reason },
      })
      return { lastDay }
    }),
  ]
}

const isOver = ({ from, to, ended }: Delegation, today: string) =>
  stateOf({ from, to, lastDay: ended?.lastDay ?? null }, today) === 'ended'

const postsOf = (roles: readonly Role[]): Sentence => ({
  zh: roles.map((role) => ROLES[role].zh).join('、'),
  en: roles.map((role) => ROLES[role].en).join(', '),
})
