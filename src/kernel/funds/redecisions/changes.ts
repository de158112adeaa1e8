import type { Sentence } from '../../../platform/contract/public.ts'
import { type AnswerDocument, type KeptDecision, MANUAL_LABEL, readAnswer } from '../../policy/public.ts'
import { words } from './words.ts'

/** One thing that is otherwise in a later decision: a fact, a condition with its clause, a step of the amount, the rules. */
export type Change = {
  readonly kind: 'version' | 'fact' | 'condition' | 'amount'
  readonly id: string
  readonly label: Sentence
  readonly was: Sentence | null
  readonly now: Sentence | null
  readonly clause: Sentence | null
}

type Answer = ReturnType<typeof readAnswer>
type Node = Answer['trace']['conditions'][number]['parts'][number]

const NOTHING: Sentence | null = null

/** What differs between two decisions on one fact: first the rules, then facts, conditions and the steps of the amount. */
export function changesBetween(before: KeptDecision, after: KeptDecision): Change[] {
  const [one, other] = [answerOf(before), answerOf(after)]
  const plain = (text: string): Sentence => ({ zh: text, en: text })
  const version: Change[] =
    before.packSha256.equals(after.packSha256) || before.schemeVersion === after.schemeVersion
      ? []
      : [
          {
            kind: 'version',
            id: 'version',
            label: words.version,
            was: plain(before.schemeVersion),
            now: plain(after.schemeVersion),
            clause: NOTHING,
          },
        ]
  return [
    ...version,
    ...differing('fact', factsOf(one), factsOf(other)),
    ...differing('condition', conditionsOf(one), conditionsOf(other)),
    ...differing('amount', stepsOf(one), stepsOf(other)),
  ]
}

const answerOf = (decision: KeptDecision): Answer => readAnswer(decision.trace as AnswerDocument)

type Told = {
  readonly label: Sentence
  readonly says: Sentence
  readonly clause: Sentence | null
  /** What it is compared by, where its words change from day to day. */
  readonly means?: string
}

function differing(
  kind: Change['kind'],
  before: ReadonlyMap<string, Told>,
  after: ReadonlyMap<string, Told>,
): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, now] = [before.get(id), after.get(id)]
    if (meaningOf(was) === meaningOf(now)) return []
    const told = now ?? was
    return told
      ? [{ kind, id, label: told.label, was: was?.says ?? NOTHING, now: now?.says ?? NOTHING, clause: told.clause }]
      : []
  })
}

const meaningOf = (told: Told | undefined) => told && (told.means ?? told.says.zh)

function factsOf({ trace }: Answer): Map<string, Told> {
  const found = new Map<string, Told>()
  const walk = ({ read, parts }: Node): void => {
    for (const { fact, at, label, words: says } of read)
      found.set(at ? `${fact}@${at}` : fact, { label, says, clause: NOTHING })
    parts.forEach(walk)
  }
  for (const node of [...trace.scope, ...trace.conditions]) walk(node)
  for (const step of trace.amount)
    for (const { fact, label, words: says } of step.read) found.set(fact, { label, says, clause: NOTHING })
  return found
}

function conditionsOf(answer: Answer): Map<string, Told> {
  const { trace } = answer
  const told = [...trace.scope, ...trace.conditions].map(({ id, label, sentence, cite, verdict, limit }) => {
    const says = { label, says: sentence, clause: clauseOf(answer, cite) }
    if (!limit) return [id, says] as const
    // Up to which day the past is known is another every day; what counts and what is left is what matters.
    const { found, left, leftFen, counted } = limit
    const means = [verdict, found, left, leftFen, ...counted.map((each) => each.words.zh)].join(' ')
    return [id, { ...says, means }] as const
  })
  const byPeople = answer.kind === 'ineligible' ? answer.reasons.filter(({ id }) => id === 'manual') : []
  return new Map([
    ...told,
    ...byPeople.map(
      ({ sentence, cite }) =>
        ['manual', { label: MANUAL_LABEL, says: sentence, clause: clauseOf(answer, cite) }] as const,
    ),
  ])
}

function stepsOf(answer: Answer): Map<string, Told> {
  return new Map(
    answer.trace.amount
      .filter(({ skipped }) => !skipped)
      .map(
        ({ id, label, fen, cite }) => [id, { label, says: words.yuan(fen), clause: clauseOf(answer, cite) }] as const,
      ),
  )
}

function clauseOf({ trace }: Answer, cite: string): Sentence | null {
  const clause = trace.clauses[cite]
  return clause ? { zh: `${clause.doc}${clause.article}`, en: `${clause.doc} ${clause.article}` } : NOTHING
}
