import type { GridRow, SheetFacts } from '../grid.ts'
import { refuse, UnreadableFile } from '../unreadable-file.ts'
import { unpack } from './packed-rows.ts'
import type { Job } from './protocol.ts'
import { WorkerProcess } from './worker-process.ts'

const AT_ONCE = 2
const WAITING = 16
const KEPT_WARM_MS = 60_000
const START_MS = 60_000

let busy = 0
const queue: (() => void)[] = []
let warm: { readonly worker: WorkerProcess; readonly timer: NodeJS.Timeout } | undefined

async function enter(): Promise<void> {
  if (busy < AT_ONCE) busy++
  else if (queue.length >= WAITING) throw refuse('busy')
  else await new Promise<void>((resolve) => queue.push(resolve))
}

function leave(): void {
  const next = queue.shift()
  if (next) next()
  else busy--
}

async function obtain(): Promise<WorkerProcess> {
  const kept = warm
  if (kept) {
    warm = undefined
    clearTimeout(kept.timer)
    if (!kept.worker.dead) {
      kept.worker.rise()
      return kept.worker
    }
  }
  const worker = new WorkerProcess()
  const first = await worker.next(START_MS)
  if (first?.type === 'ready') return worker
  await worker.stop()
  throw new Error('the spreadsheet reader did not start', { cause: first?.type === 'failed' ? first.error : undefined })
}

/** Keeps one worker that has just read a good file; any other is ended. */
async function release(worker: WorkerProcess, good: boolean): Promise<void> {
  if (!good || warm || worker.dead) return worker.stop()
  worker.rest()
  const timer = setTimeout(() => {
    warm = undefined
    void worker.stop()
  }, KEPT_WARM_MS)
  timer.unref()
  warm = { worker, timer }
}

/**
 * Runs a job in a worker and hands on its rows. The worker stays at most a few chunks ahead of whoever takes them; only
 * time spent waiting for the worker counts against `timeMs`.
 */
export async function* readInWorker(job: Job, timeMs: number): AsyncGenerator<GridRow[], SheetFacts> {
  await enter()
  let worker: WorkerProcess | undefined
  let good = false
  try {
    worker = await obtain()
    worker.send({ type: 'read', job })
    let left = timeMs
    for (;;) {
      const since = performance.now()
      const report = await worker.next(left)
      left -= performance.now() - since
      if (!report) throw refuse('time', timeMs)
      if (report.type === 'rows') {
        yield unpack(report.rows)
        worker.send({ type: 'more' })
      } else if (report.type === 'end') {
        good = true
        return report.facts
      } else if (report.type === 'refused') throw new UnreadableFile(report.code, report.sentence)
      else if (report.type === 'failed') throw report.error
      else if (report.type === 'died') {
        throw report.cause === 'memory' ? refuse('memory') : new Error('the spreadsheet reader ended without an answer')
      }
    }
  } finally {
    // The place is given up only when the worker is gone, or two could become three.
    try {
      if (worker) await release(worker, good)
    } finally {
      leave()
    }
  }
}
