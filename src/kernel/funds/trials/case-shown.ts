import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import {
  type Answer,
  type AnswerDocument,
  amountsOf,
  explain,
  type Facts,
  findHeadOnFact,
  type KeptDecision,
  type KeptFacts,
  listFactsById,
  readAnswer,
  startCases,
  factsAt,
  readCases,
  type KeptCases,
} from '../../policy/public.ts'
import { civilDate } from '../../values/public.ts'
import type { askingOf } from './asking.ts'
import type { TrialCase } from './contract.ts'
import type { FoundCase } from './finding.ts'
import { ANSWERS, KEPT_ANSWERS } from './rules.ts'
import { casesAsked, slotsRead } from './running.ts'
import { factLabel, type Labels, reasonLabels } from './showing.ts'
import { programFor, type Side } from './sides.ts'
import type { ListedTrial, TrialRow } from './store.ts'
import { words } from './words.ts'

/** Cases of a trial with masked names, and in words why each is as it is. */
export async function casesShown(
  tx: Tx,
  trial: ListedTrial,
  found: readonly FoundCase[],
  label: Labels,
): Promise<TrialCase[]> {
  const ids = found.map(({ factId }) => factId)
  const names = await maskedNamesOf(tx, ids)
  const days = new Map((await listFactsById(tx, ids)).map(({ id, occurredOn }) => [id, occurredOn]))
  const reason = reasonLabels(trial.afterNamed)
  return found.map((each) => ({
    factId: each.factId,
    maskedName: names.get(each.factId) ?? '*',
    on: days.get(each.factId) ?? `${each.codes.month}-01`,
    change: each.change,
    before: { answer: each.before.answer, fen: String(each.before.fen) },
    after: { answer: each.after.answer, fen: String(each.after.fen) },
    why: whyOf(each, reason),
    provider: label('provider', each.codes.provider),
    group: label('group', each.codes.group),
  }))
}

function whyOf({ after, failed, missing, change }: FoundCase, reason: (id: string) => Sentence): Sentence[] {
  if (change === 'undecided')
    return missing.length > 0
      ? missing.map(factLabel)
      : [after.answer === 'unknown' ? words.contradiction : words.openThen]
  return after.answer === 'ineligible' ? failed.map(reason) : []
}

export type BothAnswers = {
  readonly before: { readonly answer: (typeof ANSWERS)[number]; readonly fen: string; readonly sentences: Sentence[] }
  readonly after: { readonly answer: (typeof ANSWERS)[number]; readonly fen: string; readonly sentences: Sentence[] }
  /** What was read, in words. */
  readonly told: { readonly label: Sentence; readonly words: Sentence }[]
}

/** One case decided alone by both sides, from all that its snapshot holds and what was asked for beside it. */
export async function decideAlone(
  tx: Tx,
  trial: TrialRow,
  sides: { before: Side; after: Side },
  {
    factId,
    on,
    asking,
  }: { factId: string; on: string; asking: (slots: ReturnType<typeof slotsRead>) => ReturnType<typeof askingOf> },
): Promise<BothAnswers | undefined> {
  const slots = slotsRead(sides, trial)
  const builder = startCases(slots, 1)
  const day = civilDate(on)
  const asked = { ...casesAsked(trial), from: day, to: day, after: null, limit: 1, only: factId }
  for await (const rows of readCases(tx, asked, slots)) while (rows.next()) builder.add(rows)
  if (builder.size() === 0) return undefined
  const cases = builder.take()
  await asking(slots)(tx, cases)
  const decision = await findHeadOnFact(tx, factId, trial.scheme)
  const kept = (decision?.facts as KeptFacts | undefined)?.facts ?? {}
  const facts = { ...factsAt(cases, 0), ...kept }
  return {
    before: saidAlone(sides.before, cases, facts, decision),
    after: saidAlone(sides.after, cases, facts, decision),
    told: slots.flatMap((slot) => (slot.key in facts ? [toldOf(slot, facts)] : [])),
  }
}

function toldOf(slot: ReturnType<typeof slotsRead>[number], facts: Facts): { label: Sentence; words: Sentence } {
  const value = facts[slot.key]!
  if (value.state === 'known') return { label: slot.label, words: slot.said(value.value) }
  return { label: slot.label, words: value.state === 'unknown' ? value.why : words.none }
}

function saidAlone(
  side: Side,
  cases: KeptCases,
  facts: Facts,
  decision: KeptDecision | undefined,
): BothAnswers['after'] {
  if (side.kind === 'as-decided') {
    if (!decision) return { answer: 'undecidedYet', fen: '0', sentences: [] }
    const answer = readAnswer(decision.trace as AnswerDocument)
    return {
      answer: ANSWERS[KEPT_ANSWERS[decision.answer]!]!,
      fen: String(decision.effectiveFen),
      sentences: sentencesOf(answer),
    }
  }
  const program = programFor(side, cases, 0)
  if (!program) return { answer: 'notApplicable', fen: '0', sentences: [words.otherMoney] }
  const answer = program.decide(facts)
  return { answer: answer.kind, fen: String(amountsOf(answer).effectiveFen), sentences: sentencesOf(answer) }
}

function sentencesOf(answer: Answer): Sentence[] {
  const english = explain(answer, 'en')
  return explain(answer, 'zh').map((zh, nth) => ({ zh, en: english[nth] ?? zh }))
}
