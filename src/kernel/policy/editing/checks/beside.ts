import { Problem } from '../../../../platform/contract/public.ts'
import { Workers } from '../../../../platform/workers/public.ts'
import { contentHash } from '../../decisions/content-hash.ts'
import type { DraftCheck } from '../contract.ts'
import { words } from '../words.ts'
import type { CheckOrder } from './check.ts'
import type { CheckReport } from './worker.ts'

const workers = new Workers<CheckOrder, CheckReport>({
  name: 'the check of schemes',
  module: new URL('./worker.ts', import.meta.url),
  atOnce: 1,
  waiting: 8,
})

/** A check that takes longer is stopped. */
const MOST_MS = 120_000

/** So many answers are kept: who proposes what has just been checked does not wait again. */
const MOST_KEPT = 16
const kept = new Map<string, Promise<DraftCheck>>()

/**
 * A document checked in a process of its own, so that everybody else is answered meanwhile. The same question is asked
 * once. Whoever waits for less than it takes is told so, and it goes on.
 */
export async function checkedBeside(order: CheckOrder, patienceMs = MOST_MS): Promise<DraftCheck> {
  const key = contentHash(JSON.stringify(order))
  const check = kept.get(key) ?? worked(order)
  kept.delete(key)
  kept.set(key, check)
  check.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return within(check, patienceMs)
}

async function within(check: Promise<DraftCheck>, ms: number): Promise<DraftCheck> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Problem('conflict', words.checkUnderWay, { code: 'check-under-way' })), ms)
  })
  try {
    return await Promise.race([check, patience])
  } finally {
    clearTimeout(timer)
  }
}

async function worked(order: CheckOrder): Promise<DraftCheck> {
  const worker = await workers.take()
  if (!worker) throw new Problem('unavailable', words.checkBusy, { code: 'check-busy', retryAfterSeconds: 10 })
  let good = false
  try {
    worker.send(order)
    const report = await worker.next(MOST_MS)
    if (!report) throw new Problem('conflict', words.checkTooLong(MOST_MS / 1000), { code: 'check-too-long' })
    if (report.type === 'checked') {
      good = true
      return report.check
    }
    if (report.type === 'died' && report.cause === 'memory')
      throw new Problem('conflict', words.checkTooLarge, { code: 'check-too-large' })
    throw 'error' in report ? report.error : new Error('the check of a scheme ended without an answer')
  } finally {
    await workers.giveBack(worker, good)
  }
}
