import { inDistrict, type Tx } from '../../../platform/db/public.ts'
import type { Chore } from '../../../platform/outbox/public.ts'
import { BrokenOff, type RunningNeeds, runTrial } from './running.ts'
import { breakOff, sweepTrial, takeTrial, type TrialRow } from './store.ts'

const SOON_MS = 1_000
const AN_HOUR_MS = 3_600_000

export type TrialNeeds = RunningNeeds & { readonly failed: (error: unknown, trialId: string) => void }

export type Trying = {
  readonly chores: readonly Chore[]
  /** Does what was asked for in a district, one after the other; resolves when none waits. */
  make(district: number): Promise<void>
  /** Leaves what this process is doing to the next one, and resolves when it is left. */
  stop(): Promise<void>
}

/** Trials are done in the background, one at a time in a process, block by block. */
export function tryingOf(needs: TrialNeeds): Trying {
  const { db } = needs
  let running: Promise<void> | undefined
  let isStopping = false

  const run = async (district: number, taken: TrialRow) => {
    try {
      await runTrial(needs, district, taken, () => isStopping)
    } catch (error) {
      if (!(error instanceof BrokenOff)) needs.failed(error, taken.id)
      // A process that stops leaves it to the next one, with every block that was kept.
      await inDistrict(db, district, (tx) => breakOff(tx, taken.id, isStopping ? 'asked' : 'failed', taken.begun))
    }
  }
  const begin = async (tx: Tx, begins: Promise<unknown>): Promise<{ work: Promise<void> } | undefined> => {
    const taken = await takeTrial(tx)
    if (!taken) return undefined
    const work = begins.then(() => run(tx.district, taken)).catch(() => undefined)
    running = work
    void work.finally(() => {
      running = undefined
    })
    return { work }
  }
  return {
    chores: [
      {
        name: 'try schemes',
        everyMs: SOON_MS,
        async run(tx) {
          // It is taken once this transaction is over, and must not hold the others up.
          if (!running && !isStopping) await begin(tx, new Promise((resolve) => setTimeout(resolve, 200)))
          return false
        },
      },
      { name: 'sweep trials', everyMs: AN_HOUR_MS, run: sweepTrial },
    ],
    async make(district) {
      while (!isStopping) {
        await running
        let free = () => undefined as void
        const begins = new Promise<void>((resolve) => (free = resolve))
        const begun = await inDistrict(db, district, (tx) => begin(tx, begins))
        free()
        if (!begun) return
        await begun.work
      }
    },
    async stop() {
      isStopping = true
      await running
    },
  }
}
