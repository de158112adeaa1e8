import { Problem } from '../../platform/contract/public.ts'
import { httpWords, type Route, route } from '../../platform/http/public.ts'
import type { Reaction } from '../../platform/outbox/public.ts'
import { walkTrail } from './contract.ts'
import { sealOfStep } from './sealing/routes.ts'
import type { Sealing } from './sealing/sealing.ts'
import { stuckRoutes } from './stuck/routes.ts'
import type { Walking } from './walking.ts'

/** One step of a trail, where what is another organisation's is as absent as what does not exist; and follow-ups that failed. */
export function recordRoutes(needs: {
  walking: Walking
  reactions: readonly Reaction[]
  sealing: Pick<Sealing, 'sealed'>
}): Route[] {
  return [
    route(walkTrail, async ({ tx, actor, params }) => {
      const step = await needs.walking.step(tx, params, actor.organisationId)
      if (!step) throw new Problem('not-found', httpWords.notFound)
      return {
        kind: step.kind,
        id: step.id,
        title: step.title,
        says: [...step.says],
        restsOn: [...step.restsOn],
        leadsTo: [...step.leadsTo],
        papers: (step.papers ?? [])
          .filter(({ may, ofBureau }) => actor.permissions.has(may) && !(ofBureau && actor.organisationId !== null))
          .map(({ kind, subjectId, form, part, title }) => ({ kind, subjectId, form, part, title })),
        sealed: actor.organisationId === null ? await sealOfStep(tx, needs.sealing, params) : null,
      }
    }),

    ...stuckRoutes(needs),
  ]
}
