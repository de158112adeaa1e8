import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { listResultsOfRun } from '../../integrity/public.ts'
import {
  type AnswerDocument,
  findDecision,
  type KeptDecision,
  type KeptFacts,
  listChains,
  type NeededFact,
  parametersOn,
  programOf,
  readAnswer,
  sayWouldBe,
  wordedForm,
} from '../../policy/public.ts'
import { defineForm, type Form } from '../../record/public.ts'
import { civilDateOf, formatYuan, withoutLongNumbers } from '../../values/public.ts'
import { explained } from '../claims/explained.ts'
import { type ClaimPersonRow, listClaimPeople } from '../claims/people/store.ts'
import { shownPeople } from '../claims/shown.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { claimTrailWords } from '../claims/trail-words.ts'
import { words as claimWords } from '../claims/words.ts'
import { listMakersOf } from '../redecisions/store.ts'
import { CAUSE_WORDS } from '../redecisions/words.ts'
import { findReplayable } from '../replays/store.ts'
import { toldOf } from '../telling/rules.ts'
import { type ExplainTold, explainSheet, type StepTold } from './explain-sheets.ts'
import { choosePerson, EXPLAIN_MAY, EXPLAIN_TITLES, READINGS } from './explain-words.ts'
import type { FormNeeds } from './forms.ts'

/** One decision on one page, in three readings: of one person of a claim, or of everybody one after another. */
export function explainForms(needs: FormNeeds): Form[] {
  return READINGS.map((reading) =>
    defineForm({
      id: `decision-${reading}`,
      title: EXPLAIN_TITLES[reading],
      subjectKind: 'claim',
      inParts: true,
      ...EXPLAIN_MAY[reading],
      async collect(tx, claimId, { part }) {
        const claim = await findClaim(tx, claimId)
        if (!claim) throw new Error('a form of a claim that does not exist')
        const people = (await listClaimPeople(tx, claimId)).filter(
          ({ decisionId }) => part === '' || decisionId === part,
        )
        if (people.length === 0) return { lacks: choosePerson }
        const { nameZh, bureauZh, supervisionPhone } = needs.districtOf(tx.district)
        const places = { county: nameZh, bureau: bureauZh, phone: supervisionPhone, provider: claim.organisationName }
        const worded = wordedForm(parametersOn(tx.district, civilDateOf(claim.assembledAt)), 'paper.decision', places)
        const told = await explainTold(tx, claim, people)
        return told.map((each) => explainSheet(reading, each, worded))
      },
    }),
  )
}

async function explainTold(tx: Tx, claim: Claim, people: readonly ClaimPersonRow[]): Promise<ExplainTold[]> {
  const shown = await shownPeople(tx, people, [], [])
  const results = await listResultsOfRun(tx, claim.groupId, claim.checkRunId)
  const chains = await listChains(tx, claim.groupId, claim.scheme)
  const told: ExplainTold[] = []
  for (const [at, person] of people.entries()) {
    const decision = await findDecision(tx, person.decisionId)
    const of = shown[at]
    if (!decision || !of) continue
    const chain = chains.get(person.subjectId) ?? [decision]
    const nth = Math.max(
      0,
      chain.findIndex(({ id }) => id === decision.id),
    )
    const before = chain[nth - 1]
    const trace = explained(
      decision,
      results.filter(({ subjectId }) => subjectId === person.subjectId),
      [],
      (_id, _outcome, sentence) => sentence,
    )
    const kept = await findReplayable(tx, decision.id)
    told.push({
      number: claim.number,
      position: person.position,
      maskedName: of.maskedName,
      maskedIdentity: of.maskedIdentity,
      group: withoutLongNumbers(claim.title),
      scheme: claim.schemeTitle.zh,
      version: decision.schemeVersion,
      outcome: outcomeOf(person, decision),
      amountFen: person.standing === 'due' ? decision.effectiveFen : 0n,
      decidedOn: civilDateOf(decision.businessAt),
      cause: CAUSE_WORDS[decision.cause],
      isManual: decision.cause === 'manual',
      nth: nth + 1,
      before: before ? { on: civilDateOf(before.businessAt), fen: before.effectiveFen, id: before.id } : null,
      by: await madeBy(tx, decision),
      references: kept?.references ?? [],
      ...missedOf(decision, () => programOf(kept?.pack, decision.packSha256, decision.facts as KeptFacts)),
      steps: stepsOf(trace, decision),
      stopped: {
        plain: person.reasons.filter(({ from }) => from !== 'condition').map((reason) => toldOf(reason).stopped),
        exact: person.reasons
          .filter(({ from }) => from !== 'condition')
          .map(({ label, sentence, basis }) => ({
            zh: withoutLongNumbers(`${label.zh}:${sentence.zh}(${basis.zh})`),
            en: withoutLongNumbers(`${label.en}: ${sentence.en} (${basis.en})`),
          })),
      },
      facts: trace.facts.map(({ label, value, source, asOf }) => ({ label, value, source, asOf })),
      isExample: readAnswer(decision.trace as AnswerDocument).placeholder,
      decisionId: decision.id,
      contentSha256: decision.contentSha256.toString('hex'),
      packSha256: decision.packSha256.toString('hex'),
    })
  }
  return told
}

const WOULD_BE_ON_PAPER = 3

/**
 * What is missing for an answer, or what would have made it yes, by the program it was decided by. What people decided, no
 * fact would have changed.
 */
export function missedOf(
  decision: KeptDecision,
  program: () => ReturnType<typeof programOf>,
): Pick<ExplainTold, 'missing' | 'wouldBe'> {
  const answer = readAnswer(decision.trace as AnswerDocument)
  const { facts, manual } = decision.facts as KeptFacts
  if (answer.kind === 'unknown') return { missing: answer.needs.map(sayNeed), wouldBe: [] }
  const decides = answer.kind === 'ineligible' && !manual ? program() : 'pack-missing'
  return {
    missing: [],
    wouldBe: typeof decides === 'string' ? [] : sayWouldBe(decides.counterfactuals(facts)).slice(0, WOULD_BE_ON_PAPER),
  }
}

const sayNeed = ({ label, why, comesFrom }: NeededFact): Sentence => ({
  zh: `${label.zh}(${why.zh}),以${comesFrom.zh}为准`,
  en: `Missing: ${label.en} (${why.en}), from ${comesFrom.en}`,
})

/** Where the person stands on the claim; a decision that is yes may be held or refused by a check all the same. */
const outcomeOf = ({ standing }: ClaimPersonRow, { answer }: KeptDecision) =>
  answer === 'not-applicable' ? claimTrailWords.answers[answer] : claimWords.standing[standing]

async function madeBy(tx: Tx, decision: KeptDecision): Promise<ExplainTold['by']> {
  const maker = (await listMakersOf(tx, [decision.id])).get(decision.id)
  if (!maker?.answer) return null
  const who = await whoOf(tx, [maker.accountId, maker.answer.accountId])
  const named = (accountId: string) => `${who(accountId).post.zh} ${who(accountId).name}`
  return {
    proposed: named(maker.accountId),
    confirmed: named(maker.answer.accountId),
    document: withoutLongNumbers(maker.document),
  }
}

/** One sentence a step: each condition as it came out, then each step of the amount, then what people said instead. */
export function stepsOf({ conditions, amounts }: ReturnType<typeof explained>, decision: KeptDecision): StepTold[] {
  const answer = readAnswer(decision.trace as AnswerDocument)
  const byPeople = answer.kind === 'ineligible' ? answer.reasons.filter(({ id }) => id === 'manual') : []
  return [
    ...conditions.map(({ verdict, label, sentence, clause }) => ({
      verdict,
      label,
      sentence,
      clause: `${clause.doc}${clause.article}`,
      placeholder: clause.placeholder,
    })),
    ...byPeople.map(({ label, sentence, cite }) => {
      const clause = answer.trace.clauses[cite]
      return {
        verdict: 'false' as const,
        label,
        sentence,
        clause: `${clause?.doc ?? ''}${clause?.article ?? ''}`,
        placeholder: clause?.placeholder === true,
      }
    }),
    ...amounts.map(({ label, fen, how, clause, placeholder }) => {
      const isLess = BigInt(fen) < 0n
      const yuan = formatYuan(isLess ? -BigInt(fen) : BigInt(fen))
      return {
        verdict: 'amount' as const,
        label,
        sentence: {
          zh: `${how ? `${how.zh}:` : ''}${isLess ? '减 ' : ''}${yuan} 元`,
          en: `${how ? `${how.en}: ` : ''}${isLess ? 'less ' : ''}¥${yuan}`,
        },
        clause: clause.zh,
        placeholder,
      }
    }),
  ]
}
