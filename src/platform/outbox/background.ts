import { type Db, inDistrict, type Tx } from '../db/public.ts'
import { leaveWork, sweepWork, type TakenWork, takeWork, type WorkTable } from './work-store.ts'
import type { Chore } from './worker.ts'

/** Nobody waits for it any more: it was cancelled, another took it up, or the process stops. */
export class BrokenOff extends Error {}

/** Long work that people ask for: what is asked for, and how one of it is done. */
export type LongWork<Asked extends TakenWork> = {
  readonly table: WorkTable
  /** The chores: how the work and its sweeping are called, and how often somebody looks whether there is any. */
  readonly names: { readonly work: string; readonly sweep: string }
  readonly soonMs: number
  find(tx: Tx, id: string): Promise<Asked | undefined>
  /** Does one; `now` is the moment at which it was taken. Throws `BrokenOff` where nobody waits for it any more. */
  run(district: number, asked: Asked, at: { readonly now: Date; readonly isStopping: () => boolean }): Promise<void>
  /** What else is kept of one that is swept. */
  swept?(tx: Tx, id: string): Promise<void>
  failed(error: unknown, id: string): void
}

export type Background = {
  readonly chores: readonly Chore[]
  /** Does what was asked for in a district, one after the other; resolves when none waits. */
  make(district: number): Promise<void>
  /** Leaves what this process is doing to the next one, and resolves when it is left. */
  stop(): Promise<void>
}

const AN_HOUR_MS = 3_600_000

/** Work done in the background, one at a time in a process. */
export function backgroundOf<Asked extends TakenWork>(db: Db, work: LongWork<Asked>): Background {
  const { table, names } = work
  let running: Promise<void> | undefined
  let isStopping = false

  const run = async (district: number, asked: Asked, now: Date) => {
    try {
      await work.run(district, asked, { now, isStopping: () => isStopping })
    } catch (error) {
      if (!(error instanceof BrokenOff)) work.failed(error, asked.id)
      // A process that stops leaves it to the next one.
      const to = isStopping ? 'asked' : 'failed'
      await inDistrict(db, district, (tx) => leaveWork(tx, table, asked.id, to, asked.begun))
    }
  }
  /** Takes the next one and begins with it once it is written down that it is taken; undefined where none waits. */
  const begin = async (district: number): Promise<{ ended: Promise<void> } | undefined> => {
    let isOver = () => {}
    const ended = new Promise<void>((resolve) => {
      isOver = () => {
        running = undefined
        resolve()
      }
    })
    running = ended
    try {
      const taken = await inDistrict(db, district, async (tx) => {
        const id = await takeWork(tx, table)
        const asked = id === undefined ? undefined : await work.find(tx, id)
        return asked && { asked, now: tx.now }
      })
      if (!taken) {
        isOver()
        return undefined
      }
      void run(district, taken.asked, taken.now)
        // It could not even be left to another: it is taken up once it has been silent long enough.
        .catch((error: unknown) => work.failed(error, taken.asked.id))
        .finally(isOver)
      return { ended }
    } catch (error) {
      isOver()
      throw error
    }
  }
  return {
    chores: [
      {
        name: names.work,
        everyMs: work.soonMs,
        // In a transaction of its own: nothing is begun before it is seen to be taken.
        async run({ district }) {
          if (!running && !isStopping) await begin(district)
          return false
        },
      },
      {
        name: names.sweep,
        everyMs: AN_HOUR_MS,
        async run(tx) {
          const swept = await sweepWork(tx, table)
          if (swept !== undefined) await work.swept?.(tx, swept)
          return swept !== undefined
        },
      },
    ],
    async make(district) {
      while (!isStopping) {
        await running
        const begun = await begin(district)
        if (!begun) return
        await begun.ended
      }
    },
    async stop() {
      isStopping = true
      await running
    },
  }
}
