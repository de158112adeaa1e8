import { type Route, route } from '../../../platform/http/public.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Readers } from '../timelines/readings.ts'
import { listReveals, revealAlerts, revealSigns } from './contract.ts'
import { MATTER_KINDS } from './matters.ts'
import {
  type AlertTerms,
  listRevealActs,
  listRevealAlerts,
  listRevealers,
  type Reveal,
  type RevealAlert,
  type RevealTerms,
} from './store.ts'
import { alertWords, MARK_WORDS, MATTER_WORDS, REVEALING, SUBJECT_WORDS } from './words.ts'

export type RevealRouteNeeds = {
  readonly whoOf: Readers
  /** The county's office hours and what is marked. */
  readonly revealTerms: (district: number) => RevealTerms
  readonly alertTerms: (district: number) => AlertTerms
  /** The names of the county’s towns, by code. */
  readonly townNames: (tx: Tx) => Promise<ReadonlyMap<string, Sentence>>
}

const NOBODY = { name: '', post: { zh: '', en: '' } }

/** Who saw personal data in clear. */
export function revealRoutes({ whoOf, revealTerms, alertTerms, townNames }: RevealRouteNeeds): Route[] {
  return [
    route(revealAlerts, async ({ tx }) => {
      const terms = alertTerms(tx.district)
      const alerts = await listRevealAlerts(tx, terms)
      const towns = await townNames(tx)
      const who = await whoOf(
        tx,
        alerts.map(({ accountId }) => accountId),
      )
      return {
        alerts: alerts.map((alert) => ({
          accountId: alert.accountId,
          by: who(alert.accountId),
          says: alertSentence(alert, towns),
          lastAt: alert.lastAt.toISOString(),
        })),
        terms,
      }
    }),

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
        items: items.map(({ id, act, accountId, reason, recordedAt, isOutsideHours, ...rest }) => ({
          id,
          at: recordedAt.toISOString(),
          by: accountId === null ? NOBODY : who(accountId),
          what: REVEALING[act]!,
          reason: reason === '' ? null : reason,
          isOutsideHours,
          about: aboutOf(rest),
          marks: marksOf(rest),
        })),
        next: found.length > query.limit ? items.at(-1)!.id : null,
      }
    }),
  ]
}

const UNKNOWN_TOWN: Sentence = { zh: '一个乡镇', en: 'one town' }

function alertSentence({ what, town, count }: RevealAlert, towns: ReadonlyMap<string, Sentence>): Sentence {
  const name = (town === null ? undefined : towns.get(town)) ?? UNKNOWN_TOWN
  const both = (say: (town: string) => Sentence): Sentence => ({ zh: say(name.zh).zh, en: say(name.en).en })
  switch (what) {
    case 'same-town':
      return both((of) => alertWords.town(of, count))
    case 'same-village':
      return both((of) => alertWords.village(of, count))
    case 'town':
      return both((of) => alertWords.ownTown(of, count))
    case 'household':
      return alertWords.household(count)
    case 'self':
      return alertWords.self()
    case 'without-matter':
      return alertWords.withoutMatter(count)
  }
}

/** The step of a trail that a matter is; an enrolment and a report are on the class and the claim. */
const TRAIL_OF: Readonly<Record<string, string>> = { claim: 'claim', case: 'suspicion-case' }

function aboutOf({ subject, reading }: Pick<Reveal, 'subject' | 'reading'>) {
  if (reading === null) {
    const kind = SUBJECT_WORDS[subject.kind]
    return kind ? { kind, place: { kind: subject.kind, id: subject.id } } : null
  }
  if (!reading.about) return null
  const kind = MATTER_KINDS.find((each) => each === reading.about?.kind)
  const trail = TRAIL_OF[reading.about.kind]
  return kind ? { kind: MATTER_WORDS[kind], place: trail ? { kind: trail, id: reading.about.id } : null } : null
}

function marksOf({ reading }: Pick<Reveal, 'reading'>): Sentence[] {
  if (reading === null) return []
  const matter = reading.about === null ? [MARK_WORDS.noMatter] : reading.isOpen ? [] : [MARK_WORDS.closedMatter]
  return [...matter, ...(reading.kin ? [MARK_WORDS[reading.kin]] : [])]
}
