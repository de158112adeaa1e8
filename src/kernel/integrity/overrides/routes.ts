import { joinSentences, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { listOrganisationsOf, whoOf } from '../../access/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, type CivilDate, civilDate, civilDateOf, keptText } from '../../values/public.ts'
import { findNewestResult, findResult } from '../store.ts'
import * as contract from './contract.ts'
import { mayWithdraw, ownReasons, problemOfExpiry, stateOf, whyNotLiftable } from './rules.ts'
import { overridesShown, type ShowingNeeds } from './shown.ts'
import {
  countOverrides,
  countWaiting,
  findLastOverride,
  findOverride,
  insertDecision,
  insertOverride,
  insertWithdrawal,
  listOverrides,
  type Override,
} from './store.ts'
import { words } from './words.ts'

/** What is told when what counts of a group's overrides has changed; an expiry is seen when the checks are next asked. */
export const OVERRIDE_CHANGED = 'override.changed'
export type OverrideChanged = { readonly groupIds: readonly string[] }

const MOST_COUNTED = 100

export function overrideRoutes(needs: ShowingNeeds): Route[] {
  const { checks, source } = needs

  async function shown(tx: Tx, id: string, actor: Actor, today: CivilDate): Promise<contract.Override> {
    return (await overridesShown(tx, needs, [await getOverride(tx, id)], { actor, today }))[0]!
  }

  /** Nobody lets go what was found about themselves, a class they attend or teach, or their own provider's. */
  async function refuseOwn(tx: Tx, groupId: string, organisationId: string, actor: Actor, today: CivilDate) {
    const duties = (await source.handsOf(tx, groupId)).filter(({ personId }) => personId === actor.personId)
    const organisations = [actor.organisationId, ...(await listOrganisationsOf(tx, actor.personId, today))]
    const reasons = ownReasons({
      attends: duties.some(({ duty }) => duty === 'trainee'),
      teaches: duties.some(({ duty }) => duty === 'instructor'),
      belongs: organisations.includes(organisationId),
    })
    if (reasons.length > 0) throw new Problem('forbidden', joinSentences(reasons), { code: 'own-class' })
  }

  const maxDaysOn = (tx: Tx, today: CivilDate) => parametersOn(tx.district, today).get('override.maxDays').value

  const tell = (tx: Tx, override: Pick<Override, 'id' | 'groupId'>, id: string) => {
    const body: OverrideChanged = { groupIds: [override.groupId] }
    return announce(tx, { id, kind: OVERRIDE_CHANGED, subjectId: override.groupId, body })
  }

  return [
    route(contract.listOverrides, async ({ tx, actor, query, now }) => {
      const today = civilDateOf(now)
      const filter = { state: query.state, checkId: query.check, organisationId: query.organisation, today }
      const found = await listOverrides(tx, filter, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await overridesShown(tx, needs, page, { actor, today }),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.countOverrides, async ({ tx, actor, now }) => {
      const counted = await countOverrides(tx)
      const names = await listOrganisationNames(
        tx,
        counted.byOrganisation.map(({ key }) => key),
      )
      const who = await whoOf(
        tx,
        counted.byAccount.map(({ key }) => key),
      )
      const waits = actor.permissions.has(contract.decideOverride.may)
      const titleOf = (checkId: string) => checks.find(({ id }) => id === checkId)?.title ?? { zh: '', en: '' }
      return {
        waiting: waits ? await countWaiting(tx, civilDateOf(now), actor.personId, MOST_COUNTED) : 0,
        byCheck: counted.byCheck.map(({ key, ...n }) => ({ id: key, title: titleOf(key), ...n })),
        byOrganisation: counted.byOrganisation.map(({ key, ...n }) => ({ id: key, name: names.get(key) ?? '', ...n })),
        byPerson: counted.byAccount.map(({ key, ...n }) => ({ ...who(key), ...n })),
      }
    }),

    route(contract.overrideDefaults, async ({ tx, now }) => {
      const today = civilDateOf(now)
      const maxDays = maxDaysOn(tx, today)
      return { latest: addDays(today, maxDays), maxDays }
    }),

    route(contract.proposeOverride, async ({ tx, actor, body, now, newId }) => {
      const result = await findResult(tx, body.resultId)
      const group = result && (await source.find(tx, [result.groupId])).get(result.groupId)
      if (!result || !group) throw new Problem('not-found', httpWords.notFound)
      const today = civilDateOf(now)
      const { checkId, subjectId } = result
      const check = checks.find(({ id }) => id === checkId)
      const last = await findLastOverride(tx, checkId, subjectId)
      const newest = await findNewestResult(tx, checkId, subjectId)

      await refuseOwn(tx, group.id, group.organisationId, actor, today)
      const why = whyNotLiftable(check, result, newest, last && stateOf(last, today))
      if (why) throw new Problem('conflict', why.sentence, { code: why.code })
      const problem = problemOfExpiry(body.expiresOn, today, maxDaysOn(tx, today))
      if (problem) throw new Problem('not-acceptable', problem.sentence, { items: [problem] })

      const id = newId()
      await insertOverride(tx, {
        id,
        checkId,
        subjectKind: result.subjectKind === 'class' ? 'class' : 'enrolment',
        subjectId,
        groupId: group.id,
        organisationId: group.organisationId,
        resultId: result.id,
        nth: (last?.nth ?? 0) + 1,
        document: keptText(body.document),
        reason: keptText(body.reason),
        evidence: keptText(body.evidence),
        expiresOn: civilDate(body.expiresOn),
        proposedBy: actor.personId,
        accountId: actor.accountId,
        businessAt: now,
      })
      const detail = { check: checkId, subjectKind: result.subjectKind, subjectId, expiresOn: body.expiresOn }
      const act = { act: 'override.proposed', subjectKind: 'override', subjectId: id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return shown(tx, id, actor, today)
    }),

    route(contract.decideOverride, async ({ tx, actor, params, body, now, newId }) => {
      const override = await getOverride(tx, params.overrideId)
      const today = civilDateOf(now)
      const reason = keptText(body.reason)

      if (override.proposedBy === actor.personId)
        throw new Problem('conflict', words.ownProposal, { code: 'two_people_lift_an_answer' })
      await refuseOwn(tx, override.groupId, override.organisationId, actor, today)
      if (stateOf(override, today) !== 'waiting')
        throw new Problem('conflict', words.notWaiting, { code: 'not-waiting' })
      if (body.outcome === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)

      const by = { personId: actor.personId, accountId: actor.accountId, reason, businessAt: now }
      await insertDecision(tx, override, { ...by, outcome: body.outcome })
      const act = { act: `override.${body.outcome}`, subjectKind: 'override', subjectId: override.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now })
      if (body.outcome === 'confirmed') await tell(tx, override, newId())
      return shown(tx, override.id, actor, today)
    }),

    route(contract.withdrawOverride, async ({ tx, actor, params, body, now, newId }) => {
      const override = await getOverride(tx, params.overrideId)
      const today = civilDateOf(now)

      if (!mayWithdraw(override, actor.personId, today))
        throw new Problem('conflict', words.notWithdrawable, { code: 'not-withdrawable' })

      const by = { personId: actor.personId, accountId: actor.accountId, businessAt: now }
      await insertWithdrawal(tx, override, { ...by, reason: keptText(body.reason) })
      const act = { act: 'override.withdrawn', subjectKind: 'override', subjectId: override.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now })
      if (override.outcome === 'confirmed') await tell(tx, override, newId())
      return shown(tx, override.id, actor, today)
    }),
  ]
}

async function getOverride(tx: Tx, id: string): Promise<Override> {
  const override = await findOverride(tx, id)
  if (!override) throw new Problem('not-found', httpWords.notFound)
  return override
}
