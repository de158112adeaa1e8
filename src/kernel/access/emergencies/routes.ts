import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import type { Sms } from '../../../platform/sms/public.ts'
import { findPhone, listPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { type Role, ROLES } from '../permissions.ts'
import { listBureauStaff } from '../staff.ts'
import { PERMISSION_WORDS } from '../who-may/permission-words.ts'
import { whoOf } from '../who.ts'
import * as contract from './contract.ts'
import { type EmergencyTerms, isInForce, opensBesides, takingProblems } from './rules.ts'
import {
  countInForce,
  countUnanswered,
  type Emergency,
  findEmergency,
  findUnended,
  insertEmergency,
  insertEnd,
  insertReview,
  listEmergencies,
  listUses,
} from './store.ts'
import { refusals, sms } from './words.ts'

export const emergencyConstraintWords: ConstraintWords = {
  nobody_reviews_their_own_emergency: refusals.own,
  a_use_is_answered_once: refusals.answered,
  an_emergency_ends_once: refusals.over,
}

export type EmergencyNeeds = {
  readonly vault: Vault
  readonly districtOf: (district: number) => District
  readonly emergencyTerms: (district: number) => EmergencyTerms
  /** Sends a short message, after the answer. */
  readonly tell: (sms: Sms) => void
}

const HEADS: readonly Role[] = ['deputy-director', 'director']

/** Who is told and reviews: the directors, where there is no other one the administrators; never who took it. */
async function tellable(tx: Tx, taker: string): Promise<string[]> {
  const others = (await listBureauStaff(tx)).filter(({ personId }) => personId !== taker)
  const heads = others.filter(({ roles }) => roles.some((role) => HEADS.includes(role)))
  const told = heads.length > 0 ? heads : others.filter(({ roles }) => roles.includes('administrator'))
  return told.map(({ personId }) => personId)
}

/** What somebody has without the emergency. */
const withoutIt = ({ permissions, emergency }: Actor): ReadonlySet<string> =>
  new Set([...permissions].filter((each) => !emergency?.opens.has(each)))

export function emergencyRoutes({ vault, districtOf, emergencyTerms, tell }: EmergencyNeeds): Route[] {
  return [
    route(contract.listEmergencies, async ({ tx, actor, query }) => {
      const rows = await listEmergencies(tx, { after: query.after, limit: query.limit + 1 })
      const page = rows.slice(0, query.limit)
      return {
        items: await shown(tx, page, actor, new Date()),
        next: rows.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.countEmergencies, async ({ tx, actor }) => {
      if (!actor.permissions.has(contract.reviewUse.may)) return { inForce: 0, waiting: 0, overdue: 0 }
      const at = new Date()
      const inForce = await countInForce(tx, actor.personId, at)
      return { inForce, ...(await countUnanswered(tx, { butOf: actor.personId, at })) }
    }),

    route(contract.emergencyChoices, async ({ tx, actor }) => {
      const has = withoutIt(actor)
      const roles = (Object.keys(ROLES) as Role[]).flatMap((role) => {
        const opens = opensBesides(role, has)
        return opens.length > 0 ? [{ role, name: ROLES[role], opens: opens.map(sentenceOf) }] : []
      })
      return { mostMinutes: emergencyTerms(tx.district).mostMinutes, roles }
    }),

    route(contract.getEmergency, async ({ tx, actor, params }) => {
      const found = await findEmergency(tx, params.emergencyId)
      if (!found) throw new Problem('not-found', refusals.missing)
      const [emergency] = await shown(tx, [found], actor, new Date())
      const uses = await listUses(tx, [found.id])
      const who = await whoOf(
        tx,
        uses.flatMap(({ review }) => review?.accountId ?? []),
      )
      const used = uses.map(({ id, method, path, subject, permission, usedAt, review }) => ({
        id,
        method,
        path: filled(path, subject),
        permission: sentenceOf(permission),
        at: usedAt.toISOString(),
        review: review && { ...review, by: who(review.accountId), at: review.at.toISOString() },
      }))
      return { ...emergency!, used }
    }),

    route(contract.takeEmergency, async ({ tx, actor, body, now, newId }) => {
      const { role, minutes, reason, ticket } = body
      const beganAt = new Date()
      const terms = emergencyTerms(tx.district)
      const told = await tellable(tx, actor.personId)
      const opens = opensBesides(role, withoutIt(actor))
      const problems = takingProblems(
        {
          role,
          minutes,
          opens,
          hasOne: (await findUnended(tx, actor.accountId, beganAt)) !== undefined,
          overdue: (await countUnanswered(tx, { of: actor.personId, at: beganAt })).overdue,
          reviewers: told.length,
        },
        terms,
      )
      if (problems.length > 0) {
        const items = problems.map((sentence) => ({ at: 'emergency', sentence }))
        throw new Problem('not-acceptable', refusals.refused, { items, code: 'emergency-refused' })
      }

      const id = newId()
      const until = new Date(beganAt.getTime() + minutes * 60_000)
      const reviewBy = new Date(beganAt.getTime() + terms.reviewHours * 3_600_000)
      const { accountId, personId } = actor
      await insertEmergency(tx, { id, accountId, personId, role, reason, ticket, beganAt, until, reviewBy })
      await recordAct(tx, {
        id: newId(),
        act: 'emergency.taken',
        subjectKind: 'emergency',
        subjectId: id,
        actor,
        at: now,
        detail: { role, reason, ticket, until: until.toISOString(), told },
      })
      const taker = (await listPersons(tx, [personId])).get(personId)?.maskedName ?? ''
      const text = sms(districtOf(tx.district).nameZh, taker, role, timeOf(until))
      for (const each of told) {
        const phone = await findPhone(tx, vault, each)
        if (phone) tell({ district: tx.district, phone, text })
      }
      return { id, until: until.toISOString() }
    }),

    route(contract.endEmergency, async ({ tx, actor, params, now, newId }) => {
      const found = await findEmergency(tx, params.emergencyId)
      if (!found) throw new Problem('not-found', refusals.missing)
      const at = new Date()
      if (!mayEnd(found, actor)) throw new Problem('forbidden', refusals.notYours)
      if (!isInForce({ ...found, endedAt: found.ended?.at ?? null }, at))
        throw new Problem('conflict', refusals.over, { code: 'emergency-over' })

      await insertEnd(tx, { emergencyId: found.id, at, by: actor })
      const about = { subjectKind: 'emergency', subjectId: found.id }
      await recordAct(tx, { id: newId(), act: 'emergency.ended', ...about, actor, at: now })
      return {}
    }),

    route(contract.reviewUse, async ({ tx, actor, params, body, now, newId }) => {
      const found = await findEmergency(tx, params.emergencyId)
      const use = found && (await listUses(tx, [found.id])).find(({ id }) => id === params.useId)
      if (!use) throw new Problem('not-found', refusals.missingUse)
      if (use.personId === actor.personId) throw new Problem('conflict', refusals.own, { code: 'own-emergency' })
      if (!(await insertReview(tx, { useId: use.id, userPersonId: use.personId, ...body, by: actor })))
        throw new Problem('conflict', refusals.answered, { code: 'use-answered' })

      await recordAct(tx, {
        id: newId(),
        act: 'emergency.reviewed',
        subjectKind: 'emergency',
        subjectId: use.emergencyId,
        actor,
        at: now,
        detail: { useId: use.id, ...body },
      })
      return {}
    }),
  ]
}

const mayEnd = ({ personId }: Emergency, actor: Actor): boolean =>
  personId === actor.personId || actor.permissions.has(contract.reviewUse.may)

const sentenceOf = (permission: string) => PERMISSION_WORDS[permission] ?? { zh: permission, en: permission }

/** The path as it was asked: its parameters in their order. */
function filled(path: string, subject: string): string {
  const values = subject.split(' ')
  return path.replace(/:\w+/g, () => values.shift() ?? '')
}

/** Hours and minutes of Shanghai. */
const timeOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

async function shown(tx: Tx, rows: readonly Emergency[], actor: Actor, at: Date): Promise<contract.Emergency[]> {
  const uses = await listUses(
    tx,
    rows.map(({ id }) => id),
  )
  const who = await whoOf(
    tx,
    rows.flatMap(({ accountId, ended }) => [accountId, ...(ended ? [ended.accountId] : [])]),
  )
  return rows.map((row) => {
    const { id, role, reason, ticket, beganAt, until, ended, reviewBy } = row
    const own = uses.filter(({ emergencyId }) => emergencyId === id)
    const unanswered = own.filter(({ review }) => review === null).length
    const state = isInForce({ beganAt, until, endedAt: ended?.at ?? null }, at) ? 'in-force' : 'over'
    return {
      id,
      role,
      roleName: ROLES[role],
      reason,
      ticket,
      by: who(row.accountId),
      beganAt: beganAt.toISOString(),
      until: until.toISOString(),
      ended: ended && { at: ended.at.toISOString(), by: who(ended.accountId) },
      state,
      uses: own.length,
      unanswered,
      unjustified: own.filter(({ review }) => review?.justified === false).length,
      reviewBy: reviewBy.toISOString(),
      isOverdue: unanswered > 0 && reviewBy < at,
      mayEnd: state === 'in-force' && actor.permissions.has(contract.endEmergency.may) && mayEnd(row, actor),
      mayReview: row.personId !== actor.personId && actor.permissions.has(contract.reviewUse.may),
    }
  })
}
