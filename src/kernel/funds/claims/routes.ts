import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import { freezesOn, listFrozenNow, listResultsOfRun, tellingTo } from '../../integrity/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { findDecision, parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenFromText, fenToText, formatYuan } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { sumsOf } from '../review/approval/rules.ts'
import { CONFIRMING, type ReviewDuty, REVIEWS } from '../review/rules.ts'
import {
  assembleAgain,
  claimQueue,
  countClaimQueue,
  explainPerson,
  exportClaims,
  getClaim,
  listClaims,
  waitingClaims,
} from './contract.ts'
import { explained } from './explained.ts'
import { headOf } from './head.ts'
import { listClaimLines, listClaimPeople } from './people/store.ts'
import { type ClaimStatus, searchOf } from './rules.ts'
import { settleGroup, type SettlingNeeds } from './settle-group.ts'
import { GOES_ON, listed, shownPeople, toldOf } from './shown.ts'
import {
  type ClaimFilter,
  countClaims,
  findClaim,
  findOpenClaim,
  findOpenSupplement,
  listClaimsBy,
  pageKeyOf,
} from './store.ts'
import { settleDifferences } from './supplement.ts'
import { findWait, listWaits } from './waiting/store.ts'
import { WAIT_WORDS, words } from './words.ts'

/** What one file holds at most; more is exported in parts. */
const MOST_EXPORTED = 20_000
const MOST_COUNTED = 100

export const claimConstraintWords: ConstraintWords = { one_open_claim_a_group_and_scheme: words.openAlready }

type Filters = {
  status?: ClaimFilter['status']
  organisation?: string | undefined
  scheme?: string | undefined
  search?: string | undefined
  frozen?: 'yes' | undefined
  atLeastFen?: string | undefined
  atMostFen?: string | undefined
}

/** A provider's account is narrowed to its own claims, whatever it asks for. */
async function filterOf(tx: Tx, actor: Actor, query: Filters): Promise<ClaimFilter> {
  return {
    frozen: query.frozen ? { ...(await listFrozenNow(tx)), statuses: GOES_ON } : undefined,
    status: query.status,
    organisationId: actor.organisationId ?? query.organisation,
    scheme: query.scheme,
    search: searchOf(query.search ?? ''),
    atLeastFen: query.atLeastFen === undefined ? undefined : fenFromText(query.atLeastFen),
    atMostFen: query.atMostFen === undefined ? undefined : fenFromText(query.atMostFen),
  }
}

export function claimRoutes(needs: SettlingNeeds): Route[] {
  return [
    route(listClaims, async ({ tx, actor, query }) => {
      return pageOfClaims(tx, await filterOf(tx, actor, query), query, 'newest')
    }),

    route(exportClaims, async ({ tx, actor, query, locale, now }) => {
      const rows = await listClaimsBy(tx, await filterOf(tx, actor, query), {
        limit: MOST_EXPORTED + 1,
        order: 'newest',
      })
      if (rows.length > MOST_EXPORTED) throw new Problem('not-acceptable', words.tooManyToExport(MOST_EXPORTED))
      const { standing } = words
      const titles = [
        words.number,
        words.class,
        words.organisation,
        words.scheme,
        words.state,
        standing.due,
        standing.held,
        standing.refused,
      ]
      const header = [...titles, words.amountYuan, words.assembledOn].map((title) => title[locale])
      const lines = rows.map((row) => [
        row.number,
        row.title,
        row.organisationName,
        row.schemeTitle[locale],
        words.status[row.status][locale],
        row.headCount,
        row.heldCount,
        row.refusedCount,
        formatYuan(row.amountFen).replaceAll(',', ''),
        civilDateOf(row.assembledAt),
      ])
      const bytes = new TextEncoder().encode(csvOf([header, ...lines]))
      return { fileName: `${words.exportName[locale]}-${civilDateOf(now)}.csv`, bytes }
    }),

    route(claimQueue, async ({ tx, actor, query, now }) => {
      const filter = {
        ...(await filterOf(tx, actor, { search: query.search })),
        ...queueOf(tx, actor, query.duty, now),
      }
      return pageOfClaims(tx, filter, query, 'oldest')
    }),

    route(countClaimQueue, async ({ tx, actor, now }) => {
      const waiting = async (duty: ReviewDuty) =>
        actor.organisationId === null ? countClaims(tx, queueOf(tx, actor, duty, now), MOST_COUNTED) : 0
      const counts = {
        initialReview: await waiting('initial-review'),
        secondReview: await waiting('second-review'),
        approval: await waiting('approval'),
      }
      const own = { status: CONFIRMING.of, organisationId: actor.organisationId ?? undefined }
      const confirmation = actor.permissions.has(CONFIRMING.may) ? await countClaims(tx, own, MOST_COUNTED) : 0
      const initial = actor.permissions.has(REVIEWS['initial-review'].may) ? counts.initialReview : 0
      return { ...counts, confirmation, mine: initial + counts.secondReview + counts.approval + confirmation }
    }),

    route(waitingClaims, async ({ tx, actor, query }) => {
      const rows = await listWaits(tx, actor.organisationId, { after: query.after, limit: query.limit + 1 })
      const names = await listOrganisationNames(
        tx,
        rows.map((row) => row.organisationId),
      )
      const funds = await fundNames(tx)
      const items = rows.slice(0, query.limit).map((row) => {
        const fund = funds.get(row.fund) ?? { zh: row.fund, en: row.fund }
        const why = {
          zh: WAIT_WORDS[row.reason](fund.zh, row.year).zh,
          en: WAIT_WORDS[row.reason](fund.en, row.year).en,
        }
        const organisationName = names.get(row.organisationId) ?? ''
        return {
          ...row,
          organisationName,
          why,
          because: [...row.because],
          amountFen: fenToText(row.amountFen),
          waitsSince: row.waitsSince.toISOString(),
        }
      })
      return { items, next: nextKey(rows, query.limit) }
    }),

    route(getClaim, async ({ tx, actor, params, now }) => {
      const claim = await findClaim(tx, params.claimId, actor.organisationId)
      if (!claim) throw new Problem('not-found', words.claimMissing)
      const head = await headOf(tx, claim, actor, now)
      const tell = tellingTo(actor.organisationId, needs.integrity.checks)
      return { ...head, people: head.people.map((person) => toldOf(person, tell)) }
    }),

    route(explainPerson, async ({ tx, actor, params }) => {
      const claim = await findClaim(tx, params.claimId, actor.organisationId)
      const person =
        claim && (await listClaimPeople(tx, claim.id)).find((each) => each.decisionId === params.decisionId)
      const decision = person && (await findDecision(tx, person.decisionId))
      if (!claim || !decision) throw new Problem('not-found', words.claimMissing)

      const results = (await listResultsOfRun(tx, claim.groupId, claim.checkRunId)).filter(
        ({ subjectId, outcome }) =>
          subjectId === person.subjectId || (subjectId === claim.groupId && outcome === 'failed'),
      )
      const lines = (await listClaimLines(tx, claim.id)).filter((line) => line.personId === person.personId)
      const [shown] = await shownPeople(tx, [person], lines, results)
      if (!shown) throw new Problem('not-found', words.claimMissing)
      const tell = tellingTo(actor.organisationId, needs.integrity.checks)
      return { person: toldOf(shown, tell), ...explained(decision, results, needs.integrity.checks, tell) }
    }),

    route(assembleAgain, async ({ tx, actor, params, now, newId }) => {
      const claim = await findClaim(tx, params.claimId, actor.organisationId)
      if (!claim) throw new Problem('not-found', words.claimMissing)
      if (claim.status !== 'returned') throw new Problem('conflict', words.notReturned(claim.status))
      const openOf = () =>
        claim.supplement === 0
          ? findOpenClaim(tx, claim.groupId, claim.scheme)
          : findOpenSupplement(tx, claim.groupId, claim.scheme)
      if (await openOf()) throw new Problem('conflict', words.openAlready)

      const { groupId, factKind: kind } = claim
      if (claim.supplement === 0) await settleGroup(tx, needs, { kind, groupId, now, again: true })
      await settleDifferences(tx, needs, { groupId, now })

      const made = await openOf()
      if (!made) {
        const wait =
          (await findWait(tx, claim.groupId, claim.scheme)) ?? (await findWait(tx, claim.groupId, claim.factKind))
        const fund = (await fundNames(tx)).get(claim.fund) ?? { zh: claim.fund, en: claim.fund }
        const reason = WAIT_WORDS[wait?.reason ?? 'nobody-due']
        const year = wait?.year ?? 0
        throw new Problem('conflict', words.stillWaits({ zh: reason(fund.zh, year).zh, en: reason(fund.en, year).en }))
      }
      const detail = { from: claim.number, number: made.number }
      await recordAct(tx, {
        id: newId(),
        act: 'claim.assembled-again',
        subjectKind: 'claim',
        subjectId: made.id,
        actor,
        at: now,
        detail,
      })
      return { id: made.id, number: made.number }
    }),
  ]
}

/** What of a review waits for this person: the initial of everybody, the second where they were drawn, the approval of their sums. */
function queueOf(tx: Tx, actor: Actor, duty: ReviewDuty, now: Date): ClaimFilter & { status: ClaimStatus } {
  const status = REVIEWS[duty].of
  if (duty === 'second-review') return { status, drawnFor: actor.personId }
  if (duty === 'initial-review') return { status }
  const bands = parametersOn(tx.district, civilDateOf(now)).get('approval.bands').value
  return { status, sums: sumsOf(bands, actor.roles) }
}

async function pageOfClaims(
  tx: Tx,
  filter: ClaimFilter,
  page: { after?: string | undefined; limit: number },
  order: 'newest' | 'oldest',
) {
  const rows = await listClaimsBy(tx, filter, { after: page.after, limit: page.limit + 1, order })
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  const shown = rows.slice(0, page.limit)
  const freezeOn = await freezesOn(tx, shown)
  return { items: shown.map((row) => listed(row, freezeOn(row))), next: last?.[pageKeyOf(filter)] ?? null }
}

/** The key of the next page: the last id shown, when one more row was found than shown. */
function nextKey(rows: readonly { id: string }[], limit: number): string | null {
  return rows.length > limit ? (rows[limit - 1]?.id ?? null) : null
}
