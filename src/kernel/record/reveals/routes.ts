import { type Route, route } from '../../../platform/http/public.ts'
import type { Readers } from '../timelines/readings.ts'
import { listReveals, revealSigns } from './contract.ts'
import { listRevealActs, listRevealers, type RevealTerms } from './store.ts'
import { REVEALING } from './words.ts'

export type RevealRouteNeeds = {
  readonly whoOf: Readers
  /** The county's office hours and what is marked. */
  readonly revealTerms: (district: number) => RevealTerms
}

const NOBODY = { name: '', post: { zh: '', en: '' } }

/** Who saw personal data in clear. */
export function revealRoutes({ whoOf, revealTerms }: RevealRouteNeeds): Route[] {
  return [
    route(revealSigns, async ({ tx }) => {
      const terms = revealTerms(tx.district)
      const people = await listRevealers(tx, terms)
      const who = await whoOf(
        tx,
        people.map(({ accountId }) => accountId),
      )
      return {
        people: people.map((each) => ({
          ...each,
          by: who(each.accountId),
          isWorthALook: each.outsideHours > 0 || each.mostInADay >= terms.manyADay,
        })),
        terms,
      }
    }),

    route(listReveals, async ({ tx, query }) => {
      const found = await listRevealActs(tx, revealTerms(tx.district), { ...query, limit: query.limit + 1 })
      const items = found.slice(0, query.limit)
      const who = await whoOf(
        tx,
        items.flatMap(({ accountId }) => accountId ?? []),
      )
      return {
        items: items.map(({ id, act, accountId, reason, recordedAt, isOutsideHours }) => ({
          id,
          at: recordedAt.toISOString(),
          by: accountId === null ? NOBODY : who(accountId),
          what: REVEALING[act]!,
          reason: reason === '' ? null : reason,
          isOutsideHours,
        })),
        next: found.length > query.limit ? items.at(-1)!.id : null,
      }
    }),
  ]
}
