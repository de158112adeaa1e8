import type { Tx } from '../../platform/db/public.ts'
import type { Period } from '../values/public.ts'

/** Registers of other offices that a person can be compared with. */
export type RegisterName = 'pension-payments' | 'government-payroll' | 'deaths' | 'insured-staff'

/** One line of another office's register about a person: from when (month or day), until when, and what it says. */
export type RegisterHit = {
  readonly from: string
  readonly to: string | null
  readonly says: string
  readonly source: string
  readonly asOf: string
}

/** What a register answers about the people asked: their hits, or that it cannot be asked (and then why). */
export type RegisterAnswer =
  | { readonly available: true; readonly hits: ReadonlyMap<string, readonly RegisterHit[]> }
  | { readonly available: false }

/** A way to ask another office's register: a letter, a nightly file, an interface. One per register and district. */
export type Register = {
  readonly name: RegisterName
  ask(tx: Tx, asked: { personIds: readonly string[]; during: Period }): Promise<RegisterAnswer>
}

export type Registers = {
  ask(tx: Tx, name: RegisterName, asked: { personIds: readonly string[]; during: Period }): Promise<RegisterAnswer>
}

/** The registers a district can ask. One that nobody has connected is unavailable, and says so. */
export function registersOf(connected: readonly Register[]): Registers {
  const byName = new Map(connected.map((register) => [register.name, register]))
  return {
    async ask(tx, name, asked) {
      return (await byName.get(name)?.ask(tx, asked)) ?? { available: false }
    },
  }
}
