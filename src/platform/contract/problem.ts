import type { Sentence } from './words.ts'

/** One thing wrong with what was sent: where (a field, a row) and what to do about it. */
export type ProblemItem = { readonly at: string; readonly sentence: Sentence }

/** The kinds of refusal the platform gives; each is one HTTP status. */
export const PROBLEM_STATUS = {
  'bad-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'not-acceptable': 422,
  'too-many': 429,
  unexpected: 500,
  unavailable: 503,
} as const

export type ProblemKind = keyof typeof PROBLEM_STATUS

/** A refusal a person can act on: what is wrong, with which value, what to do next. Becomes an RFC 9457 document. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly sentence: Sentence
  readonly items: readonly ProblemItem[]
  /** The name of what was defended (a constraint, a rule), for programs; never shown to people. */
  readonly code: string
  /** Whether only those who run the installation can mend it: it is logged, while a caller's own mistakes are not. */
  readonly operatorsFault: boolean
  /** When asking again makes sense; said to programs too. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: ProblemKind,
    sentence: Sentence,
    options: {
      items?: readonly ProblemItem[]
      code?: string
      operatorsFault?: boolean
      retryAfterSeconds?: number
    } = {},
  ) {
    super(sentence.en)
    this.name = 'Problem'
    this.kind = kind
    this.sentence = sentence
    this.items = options.items ?? []
    this.code = options.code ?? kind
    this.operatorsFault = options.operatorsFault ?? false
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** The RFC 9457 document as it travels. */
export type ProblemDocument = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  items: { at: string; detail: string }[]
  /** The id under which an unexpected failure was logged. */
  instance?: string
}
