import type { Sentence } from '../../../platform/contract/public.ts'
import { type CheckResult, isLiftable, type tellingTo } from '../../integrity/public.ts'
import { type AnswerDocument, explain, type KeptDecision, readAnswer } from '../../policy/public.ts'
import { type Check, NO_GROUND } from '../../record/public.ts'
import { fenToText } from '../../values/public.ts'
import type { PersonExplained } from './contract.ts'

/** How an answer came about, from the stored decision and the stored checks alone: no pack is read again. */
export function explained(
  decision: KeptDecision,
  results: readonly CheckResult[],
  checks: readonly Check[],
  tell: ReturnType<typeof tellingTo>,
): Omit<PersonExplained, 'person'> {
  const answer = readAnswer(decision.trace as AnswerDocument)
  const { trace } = answer
  const clauseOf = (cite: string) => {
    const clause = trace.clauses[cite]
    return {
      doc: clause?.doc ?? '',
      article: clause?.article ?? '',
      text: clause?.text ?? '',
      placeholder: clause?.placeholder === true,
    }
  }
  const known = new Map(checks.map((check) => [check.id, check]))
  const english = explain(answer, 'en')
  return {
    sentences: explain(answer, 'zh').map((zh, at): Sentence => ({ zh, en: english[at] ?? zh })),
    conditions: [...trace.scope, ...trace.conditions].map(({ id, label, verdict, sentence, cite }) => {
      return { id, label, verdict, sentence, clause: clauseOf(cite) }
    }),
    amounts: trace.amount.map(({ id, label, fen, how, cite, placeholder }) => {
      const { doc, article } = clauseOf(cite)
      return {
        id,
        label,
        fen: fenToText(fen),
        ...(how ? { how } : {}),
        clause: { zh: `${doc}${article}`, en: `${doc} ${article}` },
        placeholder,
      }
    }),
    facts: factsOf(trace),
    checks: results.map((result) => {
      const { id, checkId, outcome, action, sentence } = result
      const check = known.get(checkId)
      const title = check?.title ?? { zh: checkId, en: checkId }
      return {
        id,
        checkId,
        title,
        basis: check?.basis ?? NO_GROUND,
        outcome,
        action,
        sentence: tell(checkId, outcome, sentence),
        liftable: isLiftable(check, result),
      }
    }),
  }
}

type Trace = ReturnType<typeof readAnswer>['trace']
type Read = Trace['amount'][number]['read'][number]
type Node = { readonly read: readonly Read[]; readonly parts: readonly Node[] }

/** Every fact that the answer read, once, in the order of the conditions. */
function factsOf(trace: Trace): PersonExplained['facts'] {
  const reads: Read[] = []
  const walk = (node: Node): void => {
    reads.push(...node.read)
    node.parts.forEach(walk)
  }
  for (const node of [...trace.scope, ...trace.conditions]) walk(node)
  for (const step of trace.amount) reads.push(...step.read)
  const once = new Map(reads.map((read) => [read.at ? `${read.fact}@${read.at}` : read.fact, read]))
  return [...once].map(([key, { label, words, source, asOf }]) => ({ key, label, value: words, source, asOf }))
}
