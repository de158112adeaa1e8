import { type Locale, type Sentence, say } from '../../../platform/contract/public.ts'
import { citation } from '../packs/clause.ts'
import type { Answer, Reason } from './decide.ts'
import type { Trace } from './trace.ts'
import { sayDue, sayKeep, sayPaused } from './instalment-words.ts'
import { pauses } from './pauses.ts'
import { ANSWER_WORDS, joined, sayYuan } from './words.ts'

/** The answer in sentences for the resident, first the outcome, then every reason with its clause. Needs only the stored answer. */
export function explain(answer: Answer, locale: Locale): string[] {
  const sentences = sentencesOf(answer)
  if (answer.placeholder && answer.kind !== 'notApplicable') sentences.push(ANSWER_WORDS.placeholder)
  return sentences.map((sentence) => say(sentence, locale))
}

function sentencesOf(answer: Answer): Sentence[] {
  const { trace } = answer
  switch (answer.kind) {
    case 'eligible': {
      const steps = trace.amount.map((step) => {
        const by = step.how ? [step.how] : step.read.map((read) => read.words)
        const label = {
          zh: `${step.label.zh}(${by.map((w) => w.zh).join('、')})`,
          en: `${step.label.en} (${by.map((w) => w.en).join(', ')})`,
        }
        return ANSWER_WORDS.step(label, sayYuan(step.fen), cited(trace, step.cite))
      })
      const parts =
        answer.subtractedFen === 0n
          ? []
          : [
              ANSWER_WORDS.subtracted(
                sayYuan(answer.valueFen),
                sayYuan(answer.subtractedFen),
                sayYuan(answer.effectiveFen),
              ),
            ]
      return [
        ANSWER_WORDS.eligible(sayYuan(answer.effectiveFen)),
        ...parts,
        ...steps,
        ...besideIn(trace),
        ...duesIn(trace),
      ]
    }
    case 'ineligible':
      return [
        pauses(answer)
          ? ANSWER_WORDS.paused(sayPaused(trace.instalment!.number))
          : ANSWER_WORDS.ineligible(answer.reasons.length),
        ...listed(answer.reasons, trace),
        ...(answer.unknown.length === 0
          ? []
          : [ANSWER_WORDS.alsoUnknown(answer.unknown.length), ...listed(answer.unknown, trace)]),
      ]
    case 'unknown':
      return [
        ...(answer.contradictions ?? []).map(({ label, sentence, cite }) =>
          ANSWER_WORDS.contradiction(label, sentence, cited(trace, cite)),
        ),
        ...(answer.needs.length > 0 ? [ANSWER_WORDS.unknown(answer.needs.length)] : []),
        ...answer.needs.map((need, index) => ANSWER_WORDS.need(index + 1, need.label, need.why, need.comesFrom)),
      ]
    case 'notApplicable':
      return [ANSWER_WORDS.notApplicable(trace.title), ...listed(answer.reasons, trace)]
  }
}

/** Which of a family is given and what is forgone, where there is another at all. */
function besideIn(trace: Trace): Sentence[] {
  return trace.conditions.flatMap(({ stacking, label, sentence, cite }) =>
    stacking && (stacking.had.length > 0 || stacking.beside.length > 0)
      ? [ANSWER_WORDS.stands(label, sentence, cited(trace, cite))]
      : [],
  )
}

/** Which instalment it is, when the others are due and what has to hold then. */
function duesIn(trace: Trace): Sentence[] {
  const { instalment } = trace
  if (!instalment) return []
  const { label, cite, number, dues, keep } = instalment
  const said = joined([sayDue(number, dues), ...(number < dues.length ? [sayKeep(keep)] : [])])
  return [ANSWER_WORDS.stands(label, said, cited(trace, cite))]
}

function listed(reasons: readonly Reason[], trace: Trace): Sentence[] {
  return reasons.map((reason, index) =>
    ANSWER_WORDS.reason(index + 1, reason.label, reason.sentence, cited(trace, reason.cite)),
  )
}

function cited(trace: Trace, id: string): Sentence {
  const clause = trace.clauses[id]
  if (!clause) throw new Error(`the trace of ${trace.scheme} cites ${id}, which it does not carry`)
  return citation(clause)
}
