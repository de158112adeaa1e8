import { type Endpoint, Problem } from '../../platform/contract/public.ts'
import type { Vault } from '../../platform/crypto/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { Actor } from '../../platform/http/public.ts'
import { noteUse } from './emergencies/using.ts'
import { isFresh, type SecondFactorTerms } from './second-factor/rules.ts'
import { findFactor } from './second-factor/store.ts'
import { keyOfTries } from './signing-in.ts'
import { daily, REFUSED } from './tries/limits.ts'
import { count } from './tries/store.ts'
import { admissionWords } from './tries/words.ts'

/** How much somebody may show or take out in a day (`access.limits`). */
export type DailyLimits = { readonly revealsADay: number; readonly exportsADay: number }

export type Admitting = {
  readonly vault: Vault
  readonly secondFactorTerms: (district: number) => SecondFactorTerms
  readonly dailyLimits: (district: number) => DailyLimits
}

/** Whether this very use counts: some count only with a field of the body set. */
const isCounted = ({ quotaIf }: Endpoint, body: unknown): boolean =>
  quotaIf === null || (body as Readonly<Record<string, unknown>>)[quotaIf] === true

const QUOTA = { reveal: 'quota-reveal', export: 'quota-export' } as const

/** What stands before some operations besides the permission: a fresh second factor, and a day's quota. */
export function admissionOf({ vault, secondFactorTerms, dailyLimits }: Admitting) {
  return {
    async admit(tx: Tx, visitor: Actor, endpoint: Endpoint, body: unknown): Promise<void> {
      if (endpoint.fresh) {
        // Wherever a post of one's own is demanded anew, one that was taken in an emergency is none.
        if (visitor.emergency?.opens.has(endpoint.may))
          throw new Problem('forbidden', admissionWords.notInEmergency, { code: 'not-in-an-emergency' })
        await demandFresh(tx, visitor)
      }
      if (endpoint.quota && isCounted(endpoint, body)) await countUse(tx, visitor, endpoint.quota)
    },
    noteUse,
    /** Who met the end of a day's quota is counted, though nothing else is left of what they asked. */
    async afterRefusal(tx: Tx, problem: Problem): Promise<void> {
      const kind = (['reveal', 'export'] as const).find((each) => problem.code === QUOTA[each])
      if (kind) await count(tx, { what: REFUSED[kind], window: 'hour' }, Buffer.alloc(32))
    },
  }

  async function demandFresh(tx: Tx, visitor: Actor): Promise<void> {
    if (isFresh(secondFactorTerms(tx.district), visitor.session?.secondFactorAt ?? null, new Date())) return
    if ((await findFactor(tx, visitor.accountId)) !== undefined)
      throw new Problem('forbidden', admissionWords.stepUp, { code: 'step-up-needed' })
  }

  async function countUse(tx: Tx, visitor: Actor, kind: 'reveal' | 'export'): Promise<void> {
    const limits = dailyLimits(tx.district)
    const limit = daily(kind, kind === 'reveal' ? limits.revealsADay : limits.exportsADay)
    if ((await count(tx, limit, keyOfTries(vault, visitor.personId))) <= limit.most) return
    throw new Problem('too-many', admissionWords[kind](limit.most), {
      code: QUOTA[kind],
      retryAfterSeconds: secondsToMidnight(new Date()),
    })
  }
}

/** To the next day of Shanghai, which knows no summer time. */
export function secondsToMidnight(now: Date): number {
  const sinceMidnight = Math.floor(now.getTime() / 1000 + 8 * 3600) % 86_400
  return 86_400 - sinceMidnight
}
