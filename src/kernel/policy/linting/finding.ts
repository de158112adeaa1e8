import type { Sentence } from '../../../platform/contract/public.ts'
import { type LintRule, LINT_RULES } from './words.ts'

/** What is wrong with a scheme as it is written. An error keeps it from being published; of a warning people judge. */
export type LintFinding = {
  readonly rule: LintRule
  readonly severity: 'error' | 'warning'
  /** The clause that it concerns, by its name in the pack. */
  readonly clause: string
  /** Where in the document: `conditions.2.oneOf`. */
  readonly at: string
  /** What is wrong, why it matters and what to do. */
  readonly sentence: Sentence
  /** Facts under which it shows, in words. */
  readonly witness?: Sentence
}

export type Found = {
  readonly clause: string
  readonly at: readonly PropertyKey[]
  readonly wrong: Sentence
  readonly witness?: Sentence | undefined
}

export function lintFinding(rule: LintRule, { clause, at, wrong, witness }: Found): LintFinding {
  const { severity, why, todo } = LINT_RULES[rule]
  return {
    rule,
    severity,
    clause,
    at: at.map(String).join('.'),
    sentence: {
      zh: `${wrong.zh}。${why.zh}。${todo.zh}。`,
      en: `${capital(wrong.en)}. ${capital(why.en)}. ${capital(todo.en)}.`,
    },
    ...(witness ? { witness } : {}),
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
