import type { Signer } from '../../../platform/crypto/public.ts'
import { type Db, inDistrict } from '../../../platform/db/public.ts'
import type { Chore } from '../../../platform/outbox/public.ts'
import type { Sealed } from './declared.ts'
import type { Outside } from './outside.ts'
import type { Proof } from './proofs.ts'
import { sealDistrict } from './sealer.ts'
import { endVerification, type Progress, saveProgress, takeVerification } from './verification-store.ts'
import { type Verified, verifyDistrict } from './verify.ts'

const A_MINUTE_MS = 60_000
const SOON_MS = 2_000

export type SealingParts = {
  readonly db: Db
  /** Connections with more patience, for reading a whole district. */
  readonly slowDb: Db
  readonly sealed: readonly Sealed[]
  readonly proofs: readonly Proof[]
  readonly signer: Signer
  readonly outside: Outside
}

export type Sealing = Pick<SealingParts, 'sealed' | 'signer' | 'outside'> & {
  readonly chores: readonly Chore[]
  /** Seals all that waits in a district, and writes it outside. */
  seal(district: number): Promise<void>
  /** Compares a district with its seals and with the checkpoints kept outside, here or in lines from elsewhere. */
  verify(
    district: number,
    options?: { readonly lines?: readonly string[]; readonly progress?: (progress: Progress) => void },
  ): Promise<Verified>
  /** Breaks off what this process is verifying, and resolves when it is. */
  stop(): Promise<void>
}

export function sealingOf(parts: SealingParts): Sealing {
  const { db, slowDb, sealed, proofs, signer, outside } = parts
  const needs = { sealed, signer, outside }
  const running = new Set<Promise<void>>()
  let isStopping = false
  const verify: Sealing['verify'] = async (district, options = {}) => {
    const lines = options.lines ?? (await outside.lines(district))
    const progress = options.progress
    return inDistrict(
      slowDb,
      district,
      (tx) =>
        verifyDistrict(tx, {
          sealed,
          proofs,
          signer,
          outside: lines,
          ...(progress ? { progress: (title, compared) => progress({ title, compared }) } : {}),
        }),
      { steady: true },
    )
  }
  const run = async (district: number, id: string) => {
    let toldAt = 0
    const progress = (told: Progress) => {
      if (isStopping) throw new Error('the process is stopping')
      if (Date.now() - toldAt < SOON_MS) return
      toldAt = Date.now()
      // Where progress cannot be told, the comparison goes on.
      void inDistrict(db, district, (tx) => saveProgress(tx, id, told)).catch(() => undefined)
    }
    const result = await verify(district, { progress }).catch(() => null)
    await inDistrict(db, district, (tx) => endVerification(tx, id, result))
  }
  const sealChore: Chore = { name: 'seal the record', everyMs: A_MINUTE_MS, run: (tx) => sealDistrict(tx, needs) }
  const verifyChore: Chore = {
    name: 'verify the record',
    everyMs: SOON_MS,
    async run(tx) {
      const id = await takeVerification(tx)
      if (id === undefined) return false
      // Its row is taken once this transaction is over; it reads for minutes and must not hold the others up.
      const work = new Promise((resolve) => setTimeout(resolve, 200))
        .then(() => run(tx.district, id))
        .catch(() => undefined)
      running.add(work)
      void work.finally(() => running.delete(work))
      return false
    },
  }
  return {
    sealed,
    signer,
    outside,
    chores: [sealChore, verifyChore],
    async seal(district) {
      while (await inDistrict(db, district, (tx) => sealDistrict(tx, needs)));
    },
    verify,
    async stop() {
      isStopping = true
      await Promise.all(running)
    },
  }
}
