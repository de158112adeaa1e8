import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import {
  type AnswerDocument,
  clausesForPeople,
  findDocument,
  findFact,
  type KeptDecision,
  type KeptFacts,
  listChains,
  programOf,
  readAnswer,
  schemesOf,
} from '../../policy/public.ts'
import { whoOf } from '../../access/public.ts'
import { civilDateOf, fenToText, formatYuan } from '../../values/public.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { words as claimWords, STATUS_WORDS } from '../claims/words.ts'
import { findNoticeOfClaim, listObjections } from '../public-notices/store.ts'
import { listRecoveriesByDecision } from '../recoveries/store.ts'
import { RECOVERY_STATUS_WORDS } from '../recoveries/words.ts'
import { listReportsOfPerson } from '../reports/store.ts'
import { changesBetween } from './changes.ts'
import type { Chain } from './contract.ts'
import { type Difference, differenceOf, type MoneyLine, movedFen } from './money.ts'
import { listItemsOn, listMakersOf, listMoneyLines, findRedecision } from './store.ts'
import { words } from './words.ts'

/** The chain of somebody of a claim; somebody else's claim, and who is not in it, are not found. */
export async function chainIn(
  tx: Tx,
  organisationId: string | null,
  { claimId, decisionId }: { readonly claimId: string; readonly decisionId: string },
): Promise<{ claim: Claim; chain: readonly KeptDecision[]; subjectId: string; personId: string }> {
  const claim = await findClaim(tx, claimId, organisationId)
  const person = claim && (await listClaimPeople(tx, claim.id)).find((each) => each.decisionId === decisionId)
  if (!claim || !person) throw new Problem('not-found', claimWords.claimMissing)
  const chain = (await listChains(tx, claim.groupId, claim.scheme)).get(person.subjectId) ?? []
  return { claim, chain, subjectId: person.subjectId, personId: person.personId }
}

type Shown = Awaited<ReturnType<typeof chainIn>> & { readonly ofBureau: boolean }

/** A chain as the drawer shows it. A provider reads neither who decided anew nor why. */
export async function chainShown(tx: Tx, { claim, chain, subjectId, personId, ofBureau }: Shown): Promise<Chain> {
  const head = chain.at(-1)
  if (!head) throw new Problem('not-found', words.missing)
  const money = (await listMoneyLines(tx, claim.groupId, claim.scheme)).get(subjectId) ?? []
  const recoveries = await listRecoveriesByDecision(
    tx,
    chain.map(({ id }) => id),
  )
  const difference: Difference = chain.length > 1 ? differenceOf(head, money) : { kind: 'none' }
  const waiting = ofBureau ? await waitingOn(tx, head.id) : undefined
  return {
    links: await linksOf(tx, chain, ofBureau),
    money: money.map((line) => ({
      claim: { id: line.claim.id, number: line.claim.number },
      amountFen: fenToText(line.amountFen),
      state: stateOf(line),
      reference: line.payment?.reference ?? null,
    })),
    recoveries: recoveries
      .filter(({ status }) => ofBureau || status === 'ordered' || status === 'recovered')
      .map(({ id, amountFen, status }) => ({
        id,
        amountFen: fenToText(amountFen),
        state: RECOVERY_STATUS_WORDS[status],
      })),
    movedFen: String(movedFen(money)),
    open: difference.kind === 'none' ? null : openOf(difference),
    waiting: waiting ?? null,
    forPeople: ofBureau ? await clausesOf(tx, head) : [],
    about: ofBureau ? await aboutOf(tx, { claim, personId, money }) : [],
    corrected: (await schemesOf(tx))
      .corrections()
      .some(({ scheme, corrects }) => scheme === head.scheme && corrects.versions.includes(head.schemeVersion)),
  }
}

async function linksOf(tx: Tx, chain: readonly KeptDecision[], ofBureau: boolean): Promise<Chain['links']> {
  const ids = chain.map(({ id }) => id)
  const makers = ofBureau ? await listMakersOf(tx, ids) : new Map()
  const who = await whoOf(
    tx,
    [...makers.values()].flatMap((each) => [each.accountId, ...(each.answer ? [each.answer.accountId] : [])]),
  )
  return chain.map((decision, at) => {
    const before = chain[at - 1]
    const maker = makers.get(decision.id)
    return {
      decisionId: decision.id,
      cause: decision.cause,
      answer: decision.answer,
      effectiveFen: fenToText(decision.effectiveFen),
      on: civilDateOf(decision.businessAt),
      schemeVersion: decision.schemeVersion,
      differenceFen: before ? String(decision.effectiveFen - before.effectiveFen) : null,
      changes: before ? changesBetween(before, decision) : [],
      redecision: maker?.answer
        ? {
            id: maker.id,
            reason: maker.reason,
            document: maker.document,
            proposedBy: who(maker.accountId),
            confirmedBy: who(maker.answer.accountId),
          }
        : null,
    }
  })
}

function stateOf({ dropped, payment, claim }: MoneyLine): Sentence {
  if (dropped) return { zh: '不再支付', en: 'Not to be paid' }
  return payment?.status === 'paid'
    ? STATUS_WORDS.paid
    : STATUS_WORDS[claim.status === 'paid' ? 'batched' : claim.status]
}

/** What a difference is to whoever looks at the chain, and whether somebody can settle it now. */
function openOf(difference: Exclude<Difference, { kind: 'none' }>): NonNullable<Chain['open']> {
  return { sentence: thenOf(difference), settles: difference.kind === 'more' || difference.kind === 'less' }
}

/** What becomes of the money, in a sentence. */
export function thenOf(difference: Difference): Sentence {
  const { then } = words
  switch (difference.kind) {
    case 'none':
    case 'not-known':
      return then[difference.kind]
    case 'more':
    case 'less':
      return then[difference.kind](formatYuan(difference.fen))
    case 'waits': {
      const { number, status } = difference.claim
      if (status === 'batched') return then.inBatch(number)
      if (status === 'approved' || status === 'published' || status === 'payable') return then.sendBack(number, status)
      return then.inReview(number)
    }
  }
}

/** The proposal on a decision that nobody has answered. */
export async function waitingOn(tx: Tx, decisionId: string): Promise<string | undefined> {
  for (const { redecisionId } of (await listItemsOn(tx, [decisionId])).toReversed()) {
    const found = await findRedecision(tx, redecisionId)
    if (found?.answer === null) return redecisionId
  }
  return undefined
}

/** The clauses by which people may decide the case in the place of the machine, by its own kept pack and facts. */
async function clausesOf(tx: Tx, head: KeptDecision): Promise<Chain['forPeople']> {
  const kept = head.facts as KeptFacts
  const program = programOf(await findDocument(tx, head.packSha256), head.packSha256, kept)
  if (typeof program === 'string') return []
  const { clauses } = readAnswer(head.trace as AnswerDocument).trace
  return clausesForPeople(program.pack, program.decide(kept.facts)).flatMap((id) => {
    const clause = clauses[id]
    const named = clause && { zh: `${clause.doc}${clause.article}`, en: `${clause.doc} ${clause.article}` }
    return named ? [{ id, clause: named, text: clause.text }] : []
  })
}

/** What of the person a proposal may rest on: what they reported, and who objected to them. */
async function aboutOf(
  tx: Tx,
  {
    claim,
    personId,
    money,
  }: { readonly claim: Claim; readonly personId: string; readonly money: readonly MoneyLine[] },
): Promise<Chain['about']> {
  const reports = (await listReportsOfPerson(tx, personId)).map(({ id, number }) => ({
    kind: 'person-report' as const,
    id,
    title: { zh: `群众反映 ${number}`, en: `Report ${number}` },
  }))
  const notice = await findNoticeOfClaim(tx, claim.id)
  const lines = new Set(money.map(({ lineId }) => lineId))
  const objections = notice ? await listObjections(tx, notice.id) : []
  return [
    ...reports,
    ...objections
      .filter(({ claimLineId }) => claimLineId !== null && lines.has(claimLineId))
      .map(({ id }) => ({
        kind: 'objection' as const,
        id,
        title: { zh: `公示 ${notice?.number ?? ''} 的异议`, en: `Objection to notice ${notice?.number ?? ''}` },
      })),
  ]
}

/** Whose chain a decision is of. */
export async function subjectOf(tx: Tx, decision: KeptDecision): Promise<string | undefined> {
  return (await findFact(tx, decision.factId))?.subjectId
}
