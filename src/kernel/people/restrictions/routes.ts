import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { checkIdentityNumber, type CivilDate, civilDate, civilDateOf, keptText } from '../../values/public.ts'
import type { WhoOf } from '../insured/routes.ts'
import { tellOf } from '../told.ts'
import { findOrganisation, findPersonIds, listOrganisations, listPersons } from '../store.ts'
import * as contract from './contract.ts'
import { mayEnd, openProposal, problemOfDays, problemOfEnd } from './rules.ts'
import { restrictionsShown } from './shown.ts'
import { getRestriction, type ReplyNeeds, replyRoutes } from './reply-routes.ts'
import { countUnheard } from './reply-store.ts'
import { hearWithDecision, refuseUnheard } from './hearing.ts'
import { countWaiting, insertDecision, insertProposal, insertRestriction, listRestrictions } from './store.ts'
import { words } from './words.ts'

export type RestrictionNeeds = ReplyNeeds & { readonly vault: Vault; readonly whoOf: WhoOf }

/** The count in the navigation stops here. */
const MOST_COUNTED = 100

export function restrictionRoutes(needs: RestrictionNeeds): Route[] {
  async function shown(tx: Tx, id: string, actor: Actor, today: CivilDate): Promise<contract.Restriction> {
    return (await restrictionsShown(tx, needs.whoOf, [await getRestriction(tx, id)], { actor, today }))[0]!
  }
  return [
    ...replyRoutes(needs, shown),

    route(contract.countRestrictions, async ({ tx, actor }) => ({
      waiting: actor.permissions.has(contract.decideProposal.may)
        ? await countWaiting(tx, actor.personId, MOST_COUNTED)
        : 0,
      unheard: await countUnheard(tx, MOST_COUNTED),
    })),

    route(contract.listRestrictions, async ({ tx, actor, query, now }) => {
      const asked = { after: query.after, limit: query.limit + 1 }
      const found = await listRestrictions(tx, asked, { unheard: query.unheard === 'yes' })
      const page = found.slice(0, query.limit)
      return {
        items: await restrictionsShown(tx, needs.whoOf, page, { actor, today: civilDateOf(now) }),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.findRestrictable, async ({ tx, actor, body, now, newId }) => {
      const read = checkIdentityNumber(body.identityNumber, { today: civilDateOf(now) })
      if (!read.ok) {
        const items = read.problems.map((sentence) => ({ at: '', sentence }))
        throw new Problem('not-acceptable', words.identityWrong, { items })
      }
      const personId = (await findPersonIds(tx, needs.vault, [read.value])).get(read.value)
      const person = personId && (await listPersons(tx, [personId])).get(personId)
      if (!person) throw new Problem('not-found', words.personUnknown, { code: 'person-unknown' })

      await recordAct(tx, {
        id: newId(),
        act: 'person.looked-up',
        subjectKind: 'person',
        subjectId: person.id,
        actor,
        at: now,
        detail: { why: 'restriction' },
      })
      return { personId: person.id, maskedName: person.maskedName, maskedIdentity: person.maskedIdentity }
    }),

    route(contract.listRestrictableOrganisations, async ({ tx }) => {
      const all = [...(await listOrganisations(tx, 'provider')), ...(await listOrganisations(tx, 'employer'))]
      return { organisations: all.map(({ id, name }) => ({ id, name })) }
    }),

    route(contract.proposeRestriction, async ({ tx, actor, body, now, newId }) => {
      const { personId, organisationId } = body
      if ((personId === null) === (organisationId === null)) throw new Problem('bad-input', words.subjectMissing)
      if (personId !== null && !(await listPersons(tx, [personId])).has(personId))
        throw new Problem('not-found', words.personUnknown, { code: 'person-unknown' })
      if (organisationId !== null && !(await findOrganisation(tx, organisationId)))
        throw new Problem('not-found', words.organisationUnknown)
      const problem = problemOfDays(body)
      if (problem) throw new Problem('not-acceptable', problem)
      await refuseUnheard(tx, { personId, organisationId })

      const id = newId()
      const reason = keptText(body.reason)
      await insertRestriction(tx, {
        id,
        kind: body.kind,
        personId,
        organisationId,
        reason,
        document: keptText(body.document),
        clause: keptText(body.clause),
        from: civilDate(body.from),
        to: body.to === null ? null : civilDate(body.to),
      })
      await propose(tx, { restrictionId: id, step: 'impose', nth: 1, endsOn: null, reason, actor, now, id: newId() })
      await recordAct(tx, {
        id: newId(),
        act: 'restriction.proposed',
        subjectKind: 'restriction',
        subjectId: id,
        actor,
        at: now,
        detail: { kind: body.kind, from: body.from, to: body.to },
      })
      return shown(tx, id, actor, civilDateOf(now))
    }),

    route(contract.proposeEnd, async ({ tx, actor, params, body, now, newId }) => {
      const restriction = await getRestriction(tx, params.restrictionId)
      const today = civilDateOf(now)

      if (!mayEnd(restriction, today)) throw new Problem('conflict', words.notEndable, { code: 'not-endable' })
      const problem = problemOfEnd(restriction, body.endsOn, today)
      if (problem) throw new Problem('not-acceptable', problem)

      await propose(tx, {
        restrictionId: restriction.id,
        step: 'end',
        nth: restriction.proposals.length + 1,
        endsOn: body.endsOn === null ? null : civilDate(body.endsOn),
        reason: keptText(body.reason),
        actor,
        now,
        id: newId(),
      })
      await recordAct(tx, {
        id: newId(),
        act: 'restriction.end-proposed',
        subjectKind: 'restriction',
        subjectId: restriction.id,
        actor,
        at: now,
        detail: { endsOn: body.endsOn },
      })
      return shown(tx, restriction.id, actor, today)
    }),

    route(contract.decideProposal, async ({ tx, actor, params, body, now, newId }) => {
      const restriction = await getRestriction(tx, params.restrictionId)
      const proposal = openProposal(restriction.proposals)
      const reason = keptText(body.reason)

      if (proposal?.id !== params.proposalId)
        throw new Problem('conflict', words.nothingOpen, { code: 'nothing-to-decide' })
      if (proposal.proposedBy === actor.personId)
        throw new Problem('forbidden', words.ownProposal, { code: 'two_people_decide_a_restriction' })
      if (body.outcome === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)
      const today = civilDateOf(now)
      const { personId, accountId } = actor
      if (proposal.step === 'impose')
        await hearWithDecision(tx, restriction, { outcome: body.outcome, reason, personId, accountId, now, today })

      await insertDecision(tx, {
        proposal,
        decidedBy: actor.personId,
        accountId: actor.accountId,
        outcome: body.outcome,
        reason,
        businessAt: now,
      })
      await recordAct(tx, {
        id: newId(),
        act: `restriction.${proposal.step === 'end' ? 'end-' : ''}${body.outcome}`,
        subjectKind: 'restriction',
        subjectId: restriction.id,
        actor,
        at: now,
        detail: { proposalId: proposal.id },
      })
      if (body.outcome === 'confirmed') {
        const because = proposal.step === 'end' ? words.endConfirmed : words.restrictionConfirmed
        const { personId: restricted, organisationId } = restriction
        await tellOf(tx, restriction.id, { because, personIds: restricted ? [restricted] : [], organisationId })
      }
      return shown(tx, restriction.id, actor, today)
    }),
  ]
}

function propose(
  tx: Tx,
  given: {
    id: string
    restrictionId: string
    step: 'impose' | 'end'
    nth: number
    endsOn: CivilDate | null
    reason: string
    actor: Actor
    now: Date
  },
): Promise<void> {
  const { actor, now, ...proposal } = given
  return insertProposal(tx, {
    ...proposal,
    proposedBy: actor.personId,
    accountId: actor.accountId,
    businessAt: now,
  })
}
