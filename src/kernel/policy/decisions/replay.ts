import type { Sentence } from '../../../platform/contract/public.ts'
import { writeAnswer } from '../deciding/answer-document.ts'
import type { Counterfactual } from '../deciding/counterfactual.ts'
import type { Answer } from '../deciding/decide.ts'
import { canonicalJson } from './canonical-json.ts'
import { decisionHash } from './decision-hash.ts'
import { amountsOf, answerOf, type KeptFacts, programOf } from './kept-program.ts'
import { proofWords } from './proof-words.ts'
import { replayWords } from './replay-words.ts'
import type { KeptDecision } from './store.ts'

/** One thing that a replay compares, and whether it is the same. */
export type ReplayLine = {
  readonly id: 'hash' | 'pack' | 'answer' | 'amount' | 'trace'
  readonly same: boolean
  readonly sentence: Sentence
}

export type Replayed = {
  readonly same: boolean
  readonly lines: readonly ReplayLine[]
  /** The answer given again; absent where the pack cannot be read. */
  readonly answer?: Answer
  readonly counterfactuals: readonly Counterfactual[]
}

/**
 * Decides once more from the kept pack and the kept facts alone, and compares: the decision's own hash, the answer, every
 * fen, and the trace to the letter. The words of a trace may have been put better since; that is said and is no difference.
 */
export function replay(decision: KeptDecision, pack: unknown): Replayed {
  const hash = decisionHash(decision).equals(decision.contentSha256)
  const kept = decision.facts as KeptFacts
  const program = programOf(pack, decision.packSha256, kept)
  const own: ReplayLine = { id: 'hash', same: hash, sentence: replayWords.hash(hash, decision.contentSha256) }
  if (typeof program === 'string') {
    const line: ReplayLine = { id: 'pack', same: false, sentence: proofWords.unproved(decision.id, program) }
    return { same: false, lines: [own, line], counterfactuals: [] }
  }
  const answer = answerOf(program, kept)
  const again = amountsOf(answer)
  const isSameAnswer = again.answer === decision.answer
  const isSameAmount =
    again.valueFen === decision.valueFen &&
    again.subtractedFen === decision.subtractedFen &&
    again.effectiveFen === decision.effectiveFen
  const trace = compareTraces(decision.trace, writeAnswer(answer))
  const lines: ReplayLine[] = [
    own,
    {
      id: 'pack',
      same: true,
      sentence: replayWords.pack(decision.scheme, decision.schemeVersion, decision.packSha256),
    },
    { id: 'answer', same: isSameAnswer, sentence: replayWords.answer(isSameAnswer, decision.answer, again.answer) },
    {
      id: 'amount',
      same: isSameAmount,
      sentence: replayWords.amount(isSameAmount, decision.effectiveFen, again.effectiveFen),
    },
    { id: 'trace', same: trace !== 'differs', sentence: replayWords.trace[trace] },
  ]
  const same = lines.every((line) => line.same)
  // What people decided, no fact would have changed.
  return { same, lines, answer, counterfactuals: kept.manual ? [] : program.counterfactuals(kept.facts) }
}

function compareTraces(kept: unknown, again: unknown): 'same' | 'worded' | 'differs' {
  if (canonicalJson(kept) === canonicalJson(again)) return 'same'
  return canonicalJson(withoutWords(kept)) === canonicalJson(withoutWords(again)) ? 'worded' : 'differs'
}

/** The same document with every sentence left out. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  if ('zh' in value && 'en' in value) return null
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutWords(each)]))
}
