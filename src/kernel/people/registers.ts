import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { Evidence } from '../record/public.ts'
import type { CivilDate, Period } from '../values/public.ts'

/** Registers of other offices that a person can be compared with. */
export type RegisterName = 'pension-payments' | 'government-payroll' | 'deaths' | 'insured-staff'

/** One line of another office's register about a person: from when (month or day), until when, and what it says. */
export type RegisterHit = {
  /** Empty where the office did not say: from before anything. */
  readonly from: string
  readonly to: string | null
  readonly says: string
  readonly source: string
  readonly asOf: string
  /** Of an employer's insurance: the employer's social credit code, where the register says it. */
  readonly uscc?: string
  /** Where the line itself can be seen. */
  readonly evidence?: Evidence
}

/** Whose words a comparison was, and as of which day. */
export type Compared = { readonly source: string; readonly asOf: string }

/**
 * What a register answers about the people asked: their hits, and whom it has been compared about. Silence about
 * somebody it was not compared about means nothing.
 */
export type RegisterAnswer = {
  readonly compared: ReadonlyMap<string, Compared>
  readonly hits: ReadonlyMap<string, readonly RegisterHit[]>
  /** What was looked at although it is not the whole register: told to those about whom there is no answer. */
  readonly partly?: Sentence
}

export type RegisterAsk = {
  readonly personIds: readonly string[]
  readonly during: Period
  readonly today: CivilDate
}

/** A way to ask another office's register: a letter, a list, a nightly file, an interface. Several may know one register. */
export type Register = { readonly name: RegisterName; ask(tx: Tx, asked: RegisterAsk): Promise<RegisterAnswer> }

export type Registers = { ask(tx: Tx, name: RegisterName, asked: RegisterAsk): Promise<RegisterAnswer> }

/** The registers a district can ask, the ways to each taken together. One that nobody has connected has compared nobody. */
export function registersOf(connected: readonly Register[]): Registers {
  return {
    async ask(tx, name, asked) {
      const compared = new Map<string, Compared>()
      const hits = new Map<string, readonly RegisterHit[]>()
      let partly: Sentence | undefined
      for (const register of connected) {
        if (register.name !== name) continue
        const answer = await register.ask(tx, asked)
        partly ??= answer.partly
        for (const [personId, found] of answer.hits) hits.set(personId, [...(hits.get(personId) ?? []), ...found])
        for (const [personId, one] of answer.compared) {
          const before = compared.get(personId)
          if (!before || before.asOf < one.asOf) compared.set(personId, one)
        }
      }
      return { compared, hits, ...(partly ? { partly } : {}) }
    },
  }
}
