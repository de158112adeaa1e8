import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../store.ts'
import {
  employerTimeline,
  openPersonTimeline,
  providerTimeline,
  timelineSubjects,
  type TimelinePageShape,
} from './contract.ts'
import { gatherTimeline, keyText, readKey, type Timeline, type TimelineOf } from './timelines.ts'
import { words } from './words.ts'

export type TimelineNeeds = {
  readonly timelines: readonly Timeline[]
  /** The providers, or the one that asks, and the employers, which only the bureau reads. */
  readonly subjects: (tx: Tx) => Promise<{
    providers: { id: string; name: string }[]
    employers: { uscc: string; name: string }[]
  }>
  /** Whom a claim speaks of. */
  readonly personOfClaim: (tx: Tx, claimId: string, decisionId: string) => Promise<string | undefined>
}

type Asked = { readonly kind: string; readonly after?: string | undefined; readonly limit: number }

export function timelineRoutes({ timelines, personOfClaim, subjects }: TimelineNeeds): Route[] {
  const page = async (tx: Tx, of: TimelineOf, subject: string, asked: Asked, isBureau: boolean) => {
    const readable = timelines.filter((each) => each.of === of && (isBureau || each.readers === 'all'))
    const chosen = asked.kind === '' ? readable : readable.filter(({ kind }) => kind === asked.kind)
    const { entries, next } = await gatherTimeline(tx, chosen, subject, {
      before: readKey(asked.after),
      limit: asked.limit,
    })
    const kinds = new Map(readable.map(({ kind, name }) => [kind, { kind, name }]))
    return {
      items: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      next: next && keyText(next),
      kinds: [...kinds.values()],
    } satisfies TimelinePageShape
  }
  return [
    route(timelineSubjects, async ({ tx, actor }) => {
      const { providers, employers } = await subjects(tx)
      if (actor.organisationId === null) return { providers, employers }
      return { providers: providers.filter(({ id }) => id === actor.organisationId), employers: [] }
    }),

    route(providerTimeline, async ({ tx, actor, params, query }) => {
      const isBureau = actor.organisationId === null
      if (!isBureau && actor.organisationId !== params.organisationId) throw new Problem('not-found', words.missing)
      return page(tx, 'provider', params.organisationId, query, isBureau)
    }),

    route(employerTimeline, async ({ tx, params, query }) => page(tx, 'employer', params.uscc, query, true)),

    route(openPersonTimeline, async ({ tx, actor, body, now, newId }) => {
      const personId = await personOfClaim(tx, body.claimId, body.decisionId)
      if (personId === undefined) throw new Problem('not-found', words.missing)

      // The pages after the first are the same look.
      if (body.after === undefined && body.kind === '')
        await recordAct(tx, {
          id: newId(),
          act: 'timeline.opened',
          subjectKind: 'person',
          subjectId: personId,
          actor,
          at: now,
          detail: { reason: body.reason, claimId: body.claimId },
        })
      return page(tx, 'person', personId, body, true)
    }),
  ]
}
