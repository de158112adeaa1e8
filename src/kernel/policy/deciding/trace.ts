import type { Sentence } from '../../../platform/contract/public.ts'
import type { Clause } from '../packs/clause.ts'
import type { StackingRule } from '../packs/stacking.ts'
import type { FactValue, Moment } from '../facts/facts.ts'

/** Three-valued: unknown is never false. */
export type Verdict = 'true' | 'false' | 'unknown'

/** A fact as it was read: the value in words beside the value itself, and which record said so, as of when. */
export type TraceRead = FactValue & {
  readonly fact: string
  readonly at?: Moment
  readonly label: Sentence
  readonly words: Sentence
}

/** A parameter of the county on the right-hand side of a comparison, and which layer it came from. */
export type TraceParameter = {
  readonly name: string
  readonly origin: string
  readonly words: Sentence
  readonly cite: Clause
}

/** One earlier subsidy that counts under a limit; of another county's only that there is one. */
export type TraceReceipt = {
  readonly id?: string
  readonly on?: { readonly from: string; readonly to: string }
  readonly title?: Sentence
  readonly reference?: string
  readonly amountFen?: bigint
  readonly where: 'here' | 'elsewhere' | 'ledger' | 'province'
  readonly words: Sentence
}

/** What a limit found: which earlier subsidies count, what is left, and of which times nothing is known. */
export type TraceLimit = {
  readonly rule: 'count' | 'sum' | 'once' | 'noLower'
  readonly found: 'free' | 'used' | 'unclear' | 'not-known'
  /** Passed and only told of; not known and gone on without. */
  readonly then?: 'told' | 'noted'
  readonly window?: { readonly from: string; readonly to: string }
  readonly most?: number
  readonly mostFen?: bigint
  readonly left?: number
  readonly leftFen?: bigint
  readonly counted: readonly TraceReceipt[]
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
}

/** What a scheme found beside it: which of a family is given, what of it was had, and what is forgone. */
export type TraceStacking = {
  readonly rule: StackingRule
  /** Which is given: this one, or another before it. */
  readonly applies: 'this' | 'other'
  /** What this one comes to by itself; absent where that is not known. */
  readonly aloneFen?: bigint
  /** What was had already or is given before it. */
  readonly takenFen: bigint
  readonly had: readonly TraceReceipt[]
  /** Those decided together with it: given before it, forgone for it, or not known yet. */
  readonly beside: readonly {
    readonly scheme: string
    readonly title: Sentence
    readonly place: 'ahead' | 'behind' | 'not-known'
    readonly amountFen?: bigint
    readonly why?: Sentence
  }[]
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
  /** Not known, and gone on without. */
  readonly then?: 'noted'
}

/** Which of several instalments it is, and when each is due. */
export type TraceInstalment = {
  readonly label: Sentence
  readonly cite: string
  readonly number: number
  readonly count: number
  /** The day of each; the last is that after which nothing is given. */
  readonly dues: readonly string[]
  readonly end: string
  /** Names of what is read again on each day. */
  readonly keep: readonly Sentence[]
}

/** One test, or parts joined. Sentences are kept with it, so that a stored trace reads the same when words change. */
export type TraceNode = {
  readonly kind: 'test' | 'all' | 'any' | 'not' | 'excepted'
  readonly verdict: Verdict
  readonly sentence: Sentence
  readonly read: readonly TraceRead[]
  readonly parameters: readonly TraceParameter[]
  readonly parts: readonly TraceNode[]
  readonly required?: Sentence
  /** False only because the fact does not exist; another part of the same condition says why. */
  readonly idle?: true
  /** Set where it is a limit on what a person may have. */
  readonly limit?: TraceLimit
  /** Set where it is how the scheme stands to others of its family. */
  readonly stacking?: TraceStacking
  /** Set on the part that says whether an exception holds. */
  readonly exception?: { readonly id: string; readonly label: Sentence; readonly cite: string }
}

/** The name under which something has to hold, and the clause it cites. */
export type Named = { readonly id: string; readonly label: Sentence; readonly cite: string }

export type TraceCondition = TraceNode &
  Named & {
    /** The region of the layer it was taken over from. */
    readonly origin?: string
  }

/** One step of the amount. `subtracted` steps are negative; the sum of all steps is the amount. */
export type AmountStep = {
  readonly id: string
  readonly stage: 'value' | 'subtracted'
  readonly label: Sentence
  readonly read: readonly TraceRead[]
  readonly fen: bigint
  readonly cite: string
  readonly placeholder: boolean
  /** How it was reckoned; a plain rate of a table needs no more than what it read. */
  readonly how?: Sentence
  readonly parameters?: readonly TraceParameter[]
  /** The step stands in the scheme and was not taken. */
  readonly skipped?: true
}

export type Trace = {
  readonly scheme: string
  readonly version: string
  readonly title: Sentence
  readonly clauses: Readonly<Record<string, Clause>>
  readonly scope: readonly TraceCondition[]
  readonly conditions: readonly TraceCondition[]
  readonly amount: readonly AmountStep[]
  readonly totalFen: bigint
  readonly instalment?: TraceInstalment
}
