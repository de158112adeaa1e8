import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CheckResult, findResult, listResultsOf, listResultsOfRun, resultLinks } from '../../integrity/public.ts'
import { listBankAccounts } from '../../people/public.ts'
import {
  type AnswerDocument,
  explain,
  FACT_KINDS,
  findDecision,
  findFact,
  listDecisionsOnFact,
  readAnswer,
} from '../../policy/public.ts'
import type { Check, Trail, TrailLink } from '../../record/public.ts'
import { accountTail, civilDateOf, formatYuan, maskName } from '../../values/public.ts'
import { listPaymentsOfClaimLine } from '../batches/payment-store.ts'
import { actsOn } from '../acts/links.ts'
import {
  findOrganisationListedOn,
  listBatchesOfClaim,
  listListedBy,
  listPaymentsAfterRun,
  listStandingsOfRun,
} from '../acts/store.ts'
import { words as actWords } from '../acts/words.ts'
import { trailWords } from '../batches/trail-words.ts'
import { Claimable } from '../deciding/claimable.ts'
import { findEntitlement } from '../deciding/store.ts'
import { findNoticeOfClaim, listObjections } from '../public-notices/store.ts'
import { objectionLink } from '../public-notices/trail.ts'
import { listHoldsOn } from '../holds/store.ts'
import { listCorrections } from '../payees/store.ts'
import { promisedBy } from '../promises/trail.ts'
import { explainPapers } from '../paper/explain-words.ts'
import { linksOfDecision } from '../redecisions/trail.ts'
import { CAUSE_WORDS, words as redecisionWords } from '../redecisions/words.ts'
import { claimLink } from './claim-link.ts'
import { maskedNamesOf } from './people/names.ts'
import { saidOfStanding, standingBehind } from './people/said-of-standing.ts'
import { findClaimLine, listClaimLines, listClaimPeopleBy, listLinesOfEntitlement } from './people/store.ts'
import { type Claim, findClaim, findReplacement, listClaimsOfRun } from './store.ts'
import { claimTrailWords } from './trail-words.ts'
import { words } from './words.ts'

const say = claimTrailWords
const plain = (text: string): Sentence => ({ zh: text, en: text })
const yuan = (fen: bigint): Sentence => ({ zh: `${formatYuan(fen)} 元`, en: `¥${formatYuan(fen)}` })

async function maskedName(tx: Tx, factId: string): Promise<string> {
  return (await maskedNamesOf(tx, [factId])).get(factId) ?? '*'
}

/** Whose step it is: the organisation that the recorded fact names. */
async function organisationOfFact(tx: Tx, factId: string): Promise<string | null> {
  const fact = await findFact(tx, factId)
  return Claimable.safeParse(fact?.body).data?.organisationId ?? null
}

type ResultLink = ReturnType<typeof resultLinks>

const claimTrail = (resultLink: ResultLink): Trail => ({
  kind: 'claim',
  async describe(tx, id) {
    const claim = await findClaim(tx, id)
    if (!claim) return undefined
    const lines = await listClaimLines(tx, id)
    const before = claim.replaces === null ? undefined : await findClaim(tx, claim.replaces.id)
    const after = await findReplacement(tx, id)
    const ofGroup = (await listResultsOfRun(tx, claim.groupId, claim.checkRunId)).filter(
      (result) => result.subjectId === claim.groupId,
    )
    const notice = await findNoticeOfClaim(tx, id)
    return {
      kind: 'claim',
      id,
      organisationId: claim.organisationId,
      title: { zh: `申领单 ${claim.number}`, en: `Claim ${claim.number}` },
      says: [
        { label: words.class, value: plain(claim.title) },
        { label: say.organisation, value: plain(claim.organisationName) },
        { label: words.scheme, value: claim.schemeTitle },
        { label: words.headCount, value: words.people(claim.headCount) },
        { label: say.amount, value: yuan(claim.amountFen) },
        { label: say.status, value: words.status[claim.status] },
        { label: say.content, value: plain(claim.contentSha256.toString('hex')) },
      ],
      restsOn: [
        ...(await actsOn(tx, claim)),
        ...(before ? [claimLink(before)] : []),
        ...ofGroup.map(resultLink),
        ...lines.map((line) => ({ kind: 'claim-line', id: line.id, title: say.line(line.position) })),
      ],
      leadsTo: [
        { kind: 'budget-line', id: claim.lineId, title: say.budgetLine },
        ...(notice ? [{ kind: 'public-notice', id: notice.id, title: say.notice(notice.number) }] : []),
        ...(await listBatchesOfClaim(tx, id)).map((batch) => ({
          kind: 'batch',
          id: batch.id,
          title: trailWords.batch(batch.number),
        })),
        ...(after ? [claimLink(after)] : []),
      ],
    }
  },
})

const claimLineTrail: Trail = {
  kind: 'claim-line',
  async describe(tx, id) {
    const line = await findClaimLine(tx, id)
    const claim = line && (await findClaim(tx, line.claimId))
    if (!line || !claim) return undefined
    const account = (await listBankAccounts(tx, [line.bankAccountId])).get(line.bankAccountId)
    const payments = await listPaymentsOfClaimLine(tx, id)
    const holds = (await listHoldsOn(tx, [claim.id])).filter((hold) => hold.claimLineId === id)
    const corrections = (await listCorrections(tx, [id])).get(id) ?? []
    const notice = await findNoticeOfClaim(tx, claim.id)
    const objections = notice
      ? (await listObjections(tx, notice.id)).filter(({ claimLineId }) => claimLineId === id)
      : []
    return {
      kind: 'claim-line',
      id,
      organisationId: claim.organisationId,
      title: say.line(line.position),
      says: [
        { label: words.number, value: plain(claim.number) },
        { label: say.payee, value: plain(maskName(line.payeeName)) },
        { label: words.account, value: account ? accountOf(account) : plain('') },
        { label: say.amount, value: yuan(line.amountFen) },
      ],
      restsOn: [{ kind: 'entitlement', id: line.entitlementId, title: say.entitlement }],
      leadsTo: [
        claimLink(claim),
        ...payments.map((payment) => ({
          kind: 'payment',
          id: payment.id,
          title: trailWords.payment(payment.reference),
        })),
        ...objections.map(objectionLink),
        ...holds.map((hold) => ({ kind: 'line-hold', id: hold.id, title: actWords.hold })),
        ...corrections.map((each) => ({ kind: 'account-correction', id: each.id, title: actWords.correction })),
      ],
    }
  },
}

function accountOf({ bankName, tail }: { bankName: string; tail: string }): Sentence {
  const ending = accountTail(`****${tail}`)
  return { zh: `${bankName} ${ending.zh}`, en: `${bankName}, ${ending.en}` }
}

const entitlementTrail = (resultLink: ResultLink): Trail => ({
  kind: 'entitlement',
  async describe(tx, id) {
    const entitlement = await findEntitlement(tx, { id })
    const decision = entitlement && (await findDecision(tx, entitlement.decisionId))
    if (!entitlement || !decision) return undefined
    const results = await resultsBehind(tx, entitlement.decisionId, decision.factId)
    const lines: TrailLink[] = []
    for (const line of await listLinesOfEntitlement(tx, id)) {
      const number = (await findClaim(tx, line.claimId))?.number ?? ''
      lines.push({ kind: 'claim-line', id: line.id, title: trailWords.claimLine(number, line.position) })
    }
    return {
      kind: 'entitlement',
      id,
      organisationId: await organisationOfFact(tx, decision.factId),
      title: say.entitlement,
      says: [
        { label: say.person, value: plain(await maskedName(tx, decision.factId)) },
        { label: say.amount, value: yuan(entitlement.amountFen) },
        { label: say.status, value: words.standing[entitlement.status] },
      ],
      restsOn: [{ kind: 'decision', id: decision.id, title: say.decision }, ...results.map(resultLink)],
      leadsTo: lines,
    }
  },
})

/** The checks a person's standing rests on: of the run of every claim and list they stand on; without one, the newest asked. */
async function resultsBehind(tx: Tx, decisionId: string, factId: string): Promise<CheckResult[]> {
  const behind: CheckResult[] = []
  for (const person of (await listClaimPeopleBy(tx, { decisionId })).toReversed()) {
    const claim = await findClaim(tx, person.claimId)
    if (!claim) continue
    const results = await listResultsOfRun(tx, claim.groupId, claim.checkRunId)
    behind.push(
      ...results.filter((result) => result.subjectId === person.subjectId || result.subjectId === claim.groupId),
    )
  }
  for (const { subjectId, groupId, checkRunId } of await listListedBy(tx, { decisionId })) {
    const results = await listResultsOfRun(tx, groupId, checkRunId)
    behind.push(...results.filter((result) => result.subjectId === subjectId || result.subjectId === groupId))
  }
  if (behind.length > 0) return behind
  const fact = await findFact(tx, factId)
  const results = fact ? await listResultsOf(tx, fact.subjectId, 100) : []
  const newest = results.find((result) => result.moment === 'claim')
  // Answers of one run are made in one millisecond, so their ids tell no order.
  return results
    .filter((result) => result.runId === newest?.runId)
    .toSorted((one, other) => one.checkId.localeCompare(other.checkId))
}

const decisionTrail = (checks: readonly Check[], resultLink: ResultLink): Trail => ({
  kind: 'decision',
  async describe(tx, id) {
    const decision = await findDecision(tx, id)
    if (!decision) return undefined
    const answer = readAnswer(decision.trace as AnswerDocument)
    const english = explain(answer, 'en')
    const entitlement = await findEntitlement(tx, { decisionId: id })
    // A scheme that does not apply to somebody asks no checks about them.
    const results = decision.answer === 'not-applicable' ? [] : await resultsBehind(tx, id, decision.factId)
    const stopping = (outcome: CheckResult['outcome']) =>
      results.filter((result) => result.outcome === outcome).map(resultLink)
    const listed = (await listClaimPeopleBy(tx, { decisionId: id })).at(-1)
    const stands = listed ?? standingBehind(results, checks)
    const [failed, silent] = [stopping('failed'), stopping('unavailable')]
    const fact = { kind: 'fact', id: decision.factId, title: say.fact }
    const organisationId = await organisationOfFact(tx, decision.factId)
    const person = { label: say.person, value: plain(await maskedName(tx, decision.factId)) }
    const links = await linksOfDecision(tx, decision)
    const conditions = [
      { label: say.answer, value: say.answers[decision.answer] },
      { label: redecisionWords.said.cause, value: CAUSE_WORDS[decision.cause] },
      ...explain(answer, 'zh').map((zh, at) => ({ label: say.found, value: { zh, en: english[at] ?? zh } })),
      {
        label: say.pack,
        value: plain(`${decision.scheme} ${decision.schemeVersion} · ${decision.packSha256.toString('hex')}`),
      },
      { label: say.content, value: plain(decision.contentSha256.toString('hex')) },
    ]
    return {
      kind: 'decision',
      id,
      organisationId,
      title: say.decision,
      // Before what policy answered: whoever meets the conditions may still be refused by a check.
      says: [person, ...saidOfStanding(stands, checks, null), ...conditions],
      saysToOrganisation: [person, ...saidOfStanding(stands, checks, organisationId), ...conditions],
      // What refused comes first; of whoever is paid, the way to the evidence does.
      restsOn:
        stands === undefined || stands.standing === 'due'
          ? [fact, ...links.restsOn, ...failed, ...silent]
          : [...failed, fact, ...links.restsOn, ...silent],
      leadsTo: [
        ...(entitlement ? [{ kind: 'entitlement', id: entitlement.id, title: say.entitlement }] : []),
        ...links.leadsTo,
        ...(await promisedBy(tx, id)),
      ],
      ...(listed ? { papers: explainPapers(listed.claimId, id) } : {}),
    }
  },
})

/** What was recorded, in words, and that it was recorded anew after a correction. */
function recordedAs({ kind, version }: { kind: string; version: number }): Sentence {
  return say.recorded(FACT_KINDS[kind] ?? plain(kind), version)
}

function askedAt({ moment, businessAt }: CheckResult): Sentence {
  const day = civilDateOf(businessAt)
  return { zh: `${say.moments[moment].zh} · ${day}`, en: `${say.moments[moment].en} · ${day}` }
}

const factTrail: Trail = {
  kind: 'fact',
  async describe(tx, id) {
    const fact = await findFact(tx, id)
    if (!fact) return undefined
    const body = Claimable.safeParse(fact.body).data
    const people = await listClaimPeopleBy(tx, { factId: id })
    const listed = await listListedBy(tx, { factId: id })
    const decided = await listDecisionsOnFact(tx, id)
    const decisions = [...new Set([...[...people, ...listed].map(({ decisionId }) => decisionId), ...decided])]
    return {
      kind: 'fact',
      id,
      organisationId: body?.organisationId ?? null,
      title: say.fact,
      says: [
        { label: say.person, value: plain(await maskedName(tx, fact.id)) },
        ...(body ? [{ label: words.class, value: plain(body.groupTitle) }] : []),
        { label: say.recordedAs, value: recordedAs(fact) },
        { label: say.happenedOn, value: plain(fact.occurredOn) },
      ],
      restsOn: [{ kind: fact.source.kind, id: fact.source.id, title: say.source }],
      leadsTo: decisions.map((decision) => ({ kind: 'decision', id: decision, title: say.decision })),
    }
  },
}

/**
 * What rests on an answer: where the person stands in the claims and lists made on its run, the payments it let go, and for an
 * answer about the whole group the claim.
 */
async function restingOn(tx: Tx, result: CheckResult, claims: readonly Claim[]): Promise<TrailLink[]> {
  const stops = result.outcome === 'failed' || result.outcome === 'unavailable'
  const standings = await listStandingsOfRun(tx, result.runId, result.subjectId)
  return [
    ...claims.filter((claim) => claim.groupId === result.subjectId).map(claimLink),
    ...standings.flatMap(({ decisionId, entitlementId, position }) => [
      ...(entitlementId ? [{ kind: 'entitlement', id: entitlementId, title: say.entitlementOf(position) }] : []),
      ...(stops ? [{ kind: 'decision', id: decisionId, title: say.decisionOf(position) }] : []),
    ]),
    ...(await listPaymentsAfterRun(tx, result.runId, result.subjectId)).map(({ id, reference }) => ({
      kind: 'payment',
      id,
      title: trailWords.payment(reference),
    })),
  ]
}

function checkResultTrail(checks: readonly Check[]): Trail {
  const known = new Map(checks.map((check) => [check.id, check]))
  return {
    kind: 'check-result',
    async describe(tx, id) {
      const result = await findResult(tx, id)
      if (!result) return undefined
      const check = known.get(result.checkId)
      const title = check?.title ?? plain(result.checkId)
      const claims = await listClaimsOfRun(tx, result.runId)
      return {
        kind: 'check-result',
        id,
        // What other offices know of a person is walked by the bureau alone.
        organisationId: check?.confidential
          ? null
          : (claims[0]?.organisationId ?? (await findOrganisationListedOn(tx, result.runId)) ?? null),
        title: { zh: `核对 ${result.checkId} ${title.zh}`, en: `Check ${result.checkId}: ${title.en}` },
        says: [
          { label: say.outcome, value: words.outcomes[result.outcome] },
          { label: say.found, value: result.sentence },
          ...(check ? [{ label: say.basis, value: check.basis }] : []),
          { label: say.moment, value: askedAt(result) },
          ...result.evidence.flatMap((each) => (each.id ? [] : [{ label: say.evidence, value: each.label }])),
        ],
        restsOn: [
          ...(result.subjectKind === 'enrolment' || result.subjectKind === 'class'
            ? [{ kind: result.subjectKind, id: result.subjectId, title: say.askedAbout }]
            : []),
          ...result.evidence.flatMap(({ kind, id: at, label }) => (kind && at ? [{ kind, id: at, title: label }] : [])),
        ],
        leadsTo: await restingOn(tx, result, claims),
      }
    },
  }
}

/** The way of the money through claims, in both directions. `checks` tell what each check makes sure of. */
export function claimTrails(needs: { checks: readonly Check[] }): Trail[] {
  const { checks } = needs
  const resultLink = resultLinks(checks)
  return [
    claimTrail(resultLink),
    claimLineTrail,
    entitlementTrail(resultLink),
    decisionTrail(checks, resultLink),
    factTrail,
    checkResultTrail(checks),
  ]
}
