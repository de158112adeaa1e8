import { type Db, inDistrict, type Tx } from '../db/public.ts'
import { markDone, markFailed, type OutboxEvent, takeEvent } from './store.ts'

/** What a room does when something happened elsewhere. Runs in the event's own transaction; must bear being run again. */
export type Reaction = { readonly on: string; readonly name: string; run(tx: Tx, event: OutboxEvent): Promise<void> }

const MAX_ATTEMPTS = 5

export type Outbox = {
  /** Works off everything that waits in the district; resolves with how many were done. */
  drain(district: number): Promise<number>
  /** Polls the districts until stopped. */
  start(districts: () => Promise<number[]>, everyMs: number): () => Promise<void>
}

export function outboxOf(
  db: Db,
  reactions: readonly Reaction[],
  report: (error: unknown, event: OutboxEvent) => void,
): Outbox {
  const step = async (district: number): Promise<boolean> => {
    let taken: OutboxEvent | undefined
    try {
      return await inDistrict(db, district, async (tx) => {
        taken = await takeEvent(tx, MAX_ATTEMPTS)
        if (!taken) return false
        for (const reaction of reactions) if (reaction.on === taken.kind) await reaction.run(tx, taken)
        await markDone(tx, taken.id)
        return true
      })
    } catch (error) {
      if (!taken) throw error
      const failed = taken
      report(error, failed)
      await inDistrict(db, district, (tx) => markFailed(tx, failed.id, String((error as Error).message).slice(0, 500)))
      return true
    }
  }
  const drain = async (district: number) => {
    let done = 0
    while (await step(district)) done += 1
    return done
  }
  return {
    drain,
    start(districts, everyMs) {
      let stopped = false
      let timer: NodeJS.Timeout | undefined
      const loop = async (): Promise<void> => {
        try {
          for (const district of await districts()) if (!stopped) await drain(district)
        } catch (error) {
          report(error, { id: '', kind: 'poll', subjectId: '', body: null })
        }
        if (!stopped) timer = setTimeout(() => (running = loop()), everyMs)
      }
      let running = loop()
      return async () => {
        stopped = true
        clearTimeout(timer)
        await running
      }
    },
  }
}
