import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { listActs, recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { shownPeople } from '../claims/shown.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import { claimNotices, recordNoticesPrinted } from './contract.ts'
import { occasionOf } from './occasion.ts'
import { isNotified, noticeOf } from './rules.ts'
import { words } from './words.ts'

const PRINTED = 'claim.notices-printed'

/** What people are told of their claim, on paper or by message. `districtOf` knows the bureau's name and phone. */
export function tellingRoutes(needs: { districtOf: (district: number) => District }): Route[] {
  return [
    route(claimNotices, async ({ tx, actor, params, query, now }) => {
      const claim = await getClaim(tx, params.claimId, actor)
      const people = (await listNotified(tx, claim)).filter(
        ({ decisionId }) => query.person === undefined || decisionId === query.person,
      )
      const shown = await shownPeople(tx, people, [], [])
      const printed = (await listActs(tx, 'claim', claim.id)).filter(({ act }) => act === PRINTED).at(-1)
      const occasion = occasionOf(tx, needs.districtOf(tx.district), claim, now)
      return {
        number: claim.number,
        until: occasion.until,
        lastPrintedAt: printed?.businessAt.toISOString() ?? null,
        notices: shown.flatMap(({ decisionId, position, maskedName, maskedIdentity, standing, reasons }) => {
          if (standing === 'due') return []
          const notice = noticeOf({ position, maskedName, maskedIdentity, standing, reasons }, occasion)
          const { opening, items, closing } = notice
          return [{ ...notice, decisionId, position, opening: [...opening], items: [...items], closing: [...closing] }]
        }),
      }
    }),

    route(recordNoticesPrinted, async ({ tx, actor, params, body, now, newId }) => {
      const claim = await getClaim(tx, params.claimId, actor)
      const notified = new Set((await listNotified(tx, claim)).map(({ decisionId }) => decisionId))
      const people = [...new Set(body.people)]
      if (people.some((decisionId) => !notified.has(decisionId))) throw new Problem('conflict', words.notOfTheClaim)

      const act = { act: PRINTED, subjectKind: 'claim', subjectId: claim.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { number: claim.number, people } })
      return { printed: people.length }
    }),
  ]
}

const listNotified = async (tx: Tx, claim: Claim) => (await listClaimPeople(tx, claim.id)).filter(isNotified)

async function getClaim(tx: Tx, id: string, actor: Actor): Promise<Claim> {
  const claim = await findClaim(tx, id, actor.organisationId)
  if (!claim) throw new Problem('not-found', claimWords.claimMissing)
  return claim
}
