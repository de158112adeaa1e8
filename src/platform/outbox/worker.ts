import { randomUUID } from 'node:crypto'
import type { Sentence } from '../contract/public.ts'
import { databaseIsAway, type Db, inDistrict, isPassing, type Tx } from '../db/public.ts'
import { failureSentence } from './failure.ts'
import { afterFailure } from './rules.ts'
import { markDone, markFailed, type OutboxEvent, type TakenEvent, takeEvent } from './store.ts'

/** What a room does when something happened elsewhere. Runs in the event's own transaction; must bear being run again. */
export type Reaction = {
  readonly on: string
  /** Unique; for the log and the kept failure. */
  readonly name: string
  /** What it does, for people. */
  readonly title: Sentence
  /** What its events are about: the name of such a thing, and the console page of one (`:id`) with its permission. */
  readonly about: { readonly name: Sentence; readonly page: `/${string}`; readonly may: string }
  run(tx: Tx, event: OutboxEvent): Promise<void>
}

/** Work that comes round by itself in every district: a small batch at a time, whether more of it waits. */
export type Chore = { readonly name: string; readonly everyMs: number; run: (tx: Tx) => Promise<boolean> }

/** What went wrong in the background; the id is the one people are shown. */
export type Mishap = {
  readonly id: string
  readonly district: number
  readonly what: string
  readonly event?: OutboxEvent
  readonly gaveUp: boolean
  /** The database is away: all background work waits, and goes on by itself. Told once, not at every try. */
  readonly waits?: boolean
}

export type Report = (error: unknown, mishap: Mishap) => void

export type Outbox = {
  /** Works off everything whose time has come in the district; resolves with how many were tried. */
  drain(district: number): Promise<number>
  /** Polls the districts until stopped, and does their chores when due. */
  start(districts: () => Promise<number[]>, everyMs: number, chores?: readonly Chore[]): () => Promise<void>
}

export function outboxOf(db: Db, reactions: readonly Reaction[], report: Report): Outbox {
  const step = async (district: number): Promise<boolean> => {
    let taken: TakenEvent | undefined
    let reacting = ''
    try {
      return await inDistrict(db, district, async (tx) => {
        taken = await takeEvent(tx)
        if (!taken) return false
        for (const reaction of reactions) {
          if (reaction.on !== taken.kind) continue
          reacting = reaction.name
          await reaction.run(tx, taken)
        }
        await markDone(tx, taken.id)
        return true
      })
    } catch (error) {
      if (!taken) throw error
      const event = taken
      const next = afterFailure(event.attempts, isPassing(error))
      const id = randomUUID()
      report(error, { id, district, what: reacting, event, gaveUp: next.pauseSeconds === null })
      const failure = { id, reaction: reacting, sentence: failureSentence(error) }
      await inDistrict(db, district, (tx) => markFailed(tx, event, next, failure))
      return true
    }
  }
  const drain = async (district: number) => {
    let tried = 0
    while (await step(district)) tried += 1
    return tried
  }
  return {
    drain,
    start(districts, everyMs, chores = []) {
      let stopped = false
      let timer: NodeJS.Timeout | undefined
      const due = dueChores(db, chores)
      let away = 0
      // One district's trouble is not the next one's; a database that is away is everybody's.
      const apart = async (district: number, what: string, work: () => Promise<unknown>) => {
        if (stopped) return
        await work().catch((error: unknown) => {
          if (databaseIsAway(error)) throw error
          report(error, { id: randomUUID(), district, what, gaveUp: false })
        })
      }
      const drainUntilStopped = async (district: number) => {
        while (!stopped && (await step(district)));
      }
      const round = async () => {
        for (const district of await districts()) {
          await apart(district, 'poll', () => drainUntilStopped(district))
          for (const chore of due(district)) await apart(district, chore.name, chore.run)
        }
      }
      const loop = async (): Promise<void> => {
        try {
          await round()
          away = 0
        } catch (error) {
          const waits = databaseIsAway(error)
          if (!waits || away === 0) report(error, { id: randomUUID(), district: 0, what: 'poll', gaveUp: false, waits })
          away = waits ? away + 1 : 0
        }
        const pause = Math.min(everyMs * 2 ** Math.min(away, 10), Math.max(everyMs, LONGEST_WAIT_MS))
        if (!stopped) timer = setTimeout(() => (running = loop()), pause)
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

/** Between two looks whether the database is back. */
const LONGEST_WAIT_MS = 5_000

/** The chores whose time has come in a district; one that has more to do is due again in the next round. */
function dueChores(db: Db, chores: readonly Chore[]) {
  const nextAt = new Map<string, number>()
  return (district: number) =>
    chores
      .map((chore) => ({ ...chore, key: `${district} ${chore.name}` }))
      .filter(({ key }) => Date.now() >= (nextAt.get(key) ?? 0))
      .map(({ key, name, everyMs, run }) => ({
        name,
        run: async () => {
          // Set first: a chore that fails is not tried again before its time.
          nextAt.set(key, Date.now() + everyMs)
          try {
            if (await inDistrict(db, district, run)) nextAt.set(key, 0)
          } catch (error) {
            // That the database was away is no fault of the chore's: it is due as soon as there is one.
            if (databaseIsAway(error)) nextAt.set(key, 0)
            throw error
          }
        },
      }))
}
