import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { PurposeCode } from '../personal/words.ts'
import type { TrailPlace } from '../trails.ts'

/** The county's years (`personal.retention`) that end in an emptying. */
export type EmptyingYears = 'refused' | 'unfiled' | 'screenshot' | 'letter' | 'money'

/** A row whose bytes are emptied when its years are over. */
export type Expiring = {
  readonly id: string
  readonly title: Sentence
  /** From when its years are counted. */
  readonly since: CivilDate
  readonly fileIds: readonly string[]
  /** Where it is walked to, and what its act is about. */
  readonly subject: TrailPlace
  /** The groups of people it is of, its organisation, and those whom it names as far as we know them. */
  readonly groupIds: readonly string[]
  readonly organisationId: string | null
  readonly personIds: readonly string[]
}

/** A place among the rows of a rule: by the day their years begin, then by id. */
export type ExpiringKey = { readonly since: CivilDate; readonly id: string }

/** What one room empties when the county's years are over: which rows, and what of them besides their files. */
export type EmptyingRule = {
  readonly code: string
  readonly name: Sentence
  readonly purpose: PurposeCode
  readonly years: EmptyingYears
  /** Money may rest on it: kept as long as accounts are, where any does. */
  readonly restsMoney: boolean
  /** The table of its rows. */
  readonly source: string
  /** Rows not emptied yet whose years began on a day or before, the oldest first. */
  list(
    tx: Tx,
    asked: { readonly until: CivilDate; readonly after: ExpiringKey | null; readonly limit: number },
  ): Promise<Expiring[]>
  empty?(tx: Tx, emptyingId: string, row: Expiring): Promise<void>
}

/** Why a row is not emptied yet, and until when as far as anybody knows. */
export type Held = { readonly why: Sentence; readonly until: CivilDate | null }

/** A room in which something can be under way, or paid, that rests on what others would empty. */
export type LegalHold = {
  readonly name: string
  /** What holds each of these rows, by its id; rows that nothing holds are absent. */
  of(tx: Tx, rows: readonly Expiring[], terms: HoldTerms): Promise<ReadonlyMap<string, Held>>
}

export type HoldTerms = {
  readonly today: CivilDate
  readonly restsMoney: boolean
  /** The years that accounts are kept. */
  readonly moneyYears: number
}
