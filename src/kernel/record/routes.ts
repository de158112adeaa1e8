import { Problem } from '../../platform/contract/public.ts'
import { httpWords, type Route, route } from '../../platform/http/public.ts'
import type { Reaction } from '../../platform/outbox/public.ts'
import { walkTrail } from './contract.ts'
import { stuckRoutes } from './stuck/routes.ts'
import type { Trail } from './trails.ts'

/** One step of a trail, where what is another organisation's is as absent as what does not exist; and follow-ups that failed. */
export function recordRoutes(needs: { trails: readonly Trail[]; reactions: readonly Reaction[] }): Route[] {
  const trails = new Map(needs.trails.map((trail) => [trail.kind, trail]))
  return [
    route(walkTrail, async ({ tx, actor, params }) => {
      const step = await trails.get(params.kind)?.describe(tx, params.id)
      if (!step || (actor.organisationId !== null && step.organisationId !== actor.organisationId))
        throw new Problem('not-found', httpWords.notFound)
      return {
        kind: step.kind,
        id: step.id,
        title: step.title,
        says: [...step.says],
        restsOn: [...step.restsOn],
        leadsTo: [...step.leadsTo],
      }
    }),

    ...stuckRoutes(needs),
  ]
}
