import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { keepReveal, mattersOf, type Revealing } from '../reveals/keeping.ts'
import { recordAct } from '../store.ts'
import {
  employerTimeline,
  mattersOfPerson,
  openPersonTimeline,
  personTimeline,
  providerTimeline,
  timelineSubjects,
  type TimelinePageShape,
} from './contract.ts'
import { findOwnReading, READING } from './store.ts'
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
  readonly revealing: Revealing
}

type Asked = { readonly kind: string; readonly after?: string | undefined; readonly limit: number }

export function timelineRoutes(needs: TimelineNeeds): Route[] {
  const { timelines, subjects } = needs
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
      const { claimId, decisionId, reason, aboutKind, aboutId } = body
      if ((aboutKind === null) !== (aboutId === null)) throw new Problem('bad-input', words.halfAMatter)
      const personId = await needs.personOfClaim(tx, claimId, decisionId)
      if (personId === undefined) throw new Problem('not-found', words.missing)

      const readingId = newId()
      await recordAct(tx, {
        id: readingId,
        act: READING,
        subjectKind: 'person',
        subjectId: personId,
        actor,
        at: now,
        detail: { reason, claimId, about: aboutKind },
      })
      const about = aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null
      await keepReveal(tx, needs.revealing, { actId: readingId, personId, actor, about, at: now })
      return { readingId }
    }),

    route(mattersOfPerson, async ({ tx, params }) => {
      const personId = await needs.personOfClaim(tx, params.claimId, params.decisionId)
      if (personId === undefined) throw new Problem('not-found', words.missing)
      const all = await mattersOf(tx, needs.revealing, personId)
      return { matters: all.filter(({ id, isOpen }) => isOpen || id === params.claimId) }
    }),

    route(personTimeline, async ({ tx, actor, params, query }) => {
      const personId = await needs.personOfClaim(tx, params.claimId, params.decisionId)
      if (personId === undefined) throw new Problem('not-found', words.missing)
      const { accountId } = actor
      const reading = query.reading && (await findOwnReading(tx, query.reading, { personId, accountId }))
      if (!reading) throw new Problem('forbidden', words.noReading, { code: 'no-reading' })

      const { reason, until } = reading
      return { ...(await page(tx, 'person', personId, query, true)), reading: { reason, until: until.toISOString() } }
    }),
  ]
}
