import type { CivilDate } from '../../values/public.ts'
import { compile, type Program } from '../deciding/compile.ts'
import type { Answer } from '../deciding/decide.ts'
import type { UsedParameter } from '../deciding/parameters.ts'
import type { Facts } from '../facts/facts.ts'
import { contentHash } from './content-hash.ts'
import { type Manual, manualAnswer } from './manual.ts'
import type { KeptDecision } from './store.ts'

/** What a decision was answered from, as it is kept; `on` is absent in decisions from before packs had values of their own. */
export type KeptFacts = {
  readonly facts: Facts
  readonly parameters: readonly UsedParameter[]
  readonly on?: CivilDate
  /** What two people decided in the place of the machine's answer to these facts. */
  readonly manual?: Manual
}

/** The answer to what a decision was kept with: the program's, or what people made of it. */
export function answerOf(program: Program, { facts, manual }: KeptFacts): Answer {
  const answer = program.decide(facts)
  return manual ? manualAnswer(answer, manual) : answer
}

/** Why a kept pack cannot decide again. */
export type Unreadable = 'pack-missing' | 'pack-changed' | 'pack-unreadable'

/** A pack as it was kept, made ready with the parameters and the day that a decision was kept with; or why that cannot be. */
export function programOf(document: unknown, packSha256: Buffer, { parameters, on }: KeptFacts): Program | Unreadable {
  if (document === undefined) return 'pack-missing'
  if (contentHash(document) !== packSha256.toString('hex')) return 'pack-changed'
  const get = (name: string) => {
    const found = parameters.find((parameter) => parameter.name === name)
    if (!found) throw new RangeError(`the decision was kept without the parameter ${name}`)
    return { ...found, value: found.value }
  }
  try {
    return compile(document, { parameters: { get }, ...(on ? { on } : {}) })
  } catch {
    return 'pack-unreadable'
  }
}

const ANSWERS = {
  eligible: 'eligible',
  ineligible: 'not-eligible',
  unknown: 'not-known',
  notApplicable: 'not-applicable',
} as const satisfies Record<Answer['kind'], KeptDecision['answer']>

/** What of an answer stands in columns of its own: its kind and its three amounts. */
export function amountsOf(
  answer: Answer,
): Pick<KeptDecision, 'answer' | 'valueFen' | 'subtractedFen' | 'effectiveFen'> {
  const { valueFen, subtractedFen, effectiveFen } =
    answer.kind === 'eligible' ? answer : { valueFen: 0n, subtractedFen: 0n, effectiveFen: 0n }
  return { answer: ANSWERS[answer.kind], valueFen, subtractedFen, effectiveFen }
}
