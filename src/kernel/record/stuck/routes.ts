import { Problem } from '../../../platform/contract/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { countGivenUp, listStuck, putBack, type Reaction, type StuckEvent } from '../../../platform/outbox/public.ts'
import { recordAct } from '../store.ts'
import { countStuckFollowUps, listStuckFollowUps, type StuckFollowUp, tryFollowUpAgain } from './contract.ts'
import { words } from './words.ts'

/** Follow-ups that failed: looked at by who watches, put back by the administrator. */
export function stuckRoutes({ reactions }: { reactions: readonly Reaction[] }): Route[] {
  return [
    route(listStuckFollowUps, async ({ tx, query }) => {
      const found = await listStuck(tx, { state: query.state, after: query.after, limit: query.limit + 1 })
      const shown = found.slice(0, query.limit)
      return {
        items: shown.map((event) => shownOf(event, reactions)),
        next: found.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
      }
    }),

    route(countStuckFollowUps, async ({ tx }) => ({ gaveUp: await countGivenUp(tx) })),

    route(tryFollowUpAgain, async ({ tx, actor, params, now, newId }) => {
      const found = await putBack(tx, params.followUpId)
      if (!found) throw new Problem('not-found', words.missing)

      if (found.state === 'put-back') {
        await recordAct(tx, {
          id: newId(),
          act: 'follow-up.put-back',
          subjectKind: 'follow-up',
          subjectId: params.followUpId,
          actor,
          at: now,
          detail: { event: found.kind, tries: found.attempts },
        })
      }
      return { state: found.state === 'done' ? ('done' as const) : ('waiting' as const) }
    }),
  ]
}

function shownOf(event: StuckEvent, reactions: readonly Reaction[]): StuckFollowUp {
  const { id, kind, subjectId, state, attempts, happenedAt, failedAt, nextTryAt, failure } = event
  // A reaction that a newer version no longer has is shown by the name of its event.
  const reaction =
    reactions.find((each) => each.name === failure.reaction) ?? reactions.find((each) => each.on === kind)
  const about = reaction && { ...reaction.about, id: subjectId, page: reaction.about.page.replace(':id', subjectId) }
  return {
    id,
    what: reaction?.title ?? { zh: kind, en: kind },
    about: about ?? null,
    state,
    tries: attempts,
    happenedAt: happenedAt.toISOString(),
    failedAt: failedAt.toISOString(),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    why: failure.sentence,
    failureId: failure.id,
  }
}
