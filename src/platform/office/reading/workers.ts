import { Workers } from '../../workers/public.ts'
import type { GridRow, SheetFacts } from '../grid.ts'
import { refuse, UnreadableFile } from '../unreadable-file.ts'
import { unpack } from './packed-rows.ts'
import type { Job, Order, Report } from './protocol.ts'

const workers = new Workers<Order, Report>({
  name: 'the spreadsheet reader',
  module: new URL('./worker.ts', import.meta.url),
  atOnce: 2,
  waiting: 16,
})

/**
 * Runs a job in a worker and hands on its rows. The worker stays at most a few chunks ahead of whoever takes them; only
 * time spent waiting for the worker counts against `timeMs`.
 */
export async function* readInWorker(job: Job, timeMs: number): AsyncGenerator<GridRow[], SheetFacts> {
  const worker = await workers.take()
  if (!worker) throw refuse('busy')
  let good = false
  try {
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
    await workers.giveBack(worker, good)
  }
}
