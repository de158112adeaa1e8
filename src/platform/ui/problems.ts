import { Refusal } from '../contract/client.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import type { Locale, Sentence } from '../contract/words.ts'
import { words } from './words.ts'

function without(detail: Sentence, locale: Locale, code: string): ProblemDocument {
  return { type: 'about:blank', title: '', status: 0, detail: detail[locale], code, items: [] }
}

/**
 * Any failure of a call as something that can be shown: the server's own sentence where there is one.
 * `otherwise` is what to say when no answer came.
 */
export function problemOf(error: unknown, locale: Locale, otherwise: Sentence = words.unreachable): ProblemDocument {
  if (!(error instanceof Refusal)) return without(otherwise, locale, 'unreachable')
  const { problem } = error
  if (typeof problem?.detail !== 'string') return { ...without(words.unexpected, locale, 'unexpected'), ...problem }
  return { ...problem, items: problem.items ?? [] }
}

/** Only a server that says "not now" is asked again unasked; three times, each wait longer. */
export function tryAgain(failures: number, error: unknown): boolean {
  return error instanceof Refusal && error.problem.status === 503 && failures < 3
}

export function waitBeforeAgain(failures: number): number {
  return 500 * 2 ** failures
}

/** Whether the server wants the second factor anew before it does what was asked. */
export function wantsFresh(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === 'step-up-needed'
}
