import type { GridRow, SheetFacts } from '../grid.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { readCsv } from './csv.ts'
import { pack } from './packed-rows.ts'
import { CHUNKS_AHEAD, type Job, type Order, type Report } from './protocol.ts'
import { readXlsx } from './xlsx.ts'

// The side of the wall where untrusted bytes are parsed: one file at a time, nothing in memory but the file.

const report = (message: Report) => process.send?.(message)

let credits = 0
let wake = () => {}

process.on('message', (order: Order) => {
  if (order.type === 'more') {
    credits++
    wake()
  } else void read(order.job)
})
process.on('disconnect', () => process.exit())
report({ type: 'ready' })

async function read(job: Job): Promise<void> {
  credits = CHUNKS_AHEAD
  try {
    const rows = await rowsOf(job)
    for (;;) {
      const step = await rows.next()
      if (step.done) {
        report({ type: 'end', facts: step.value })
        return
      }
      while (credits === 0) await new Promise<void>((resolve) => (wake = resolve))
      credits--
      report({ type: 'rows', rows: pack(step.value) })
    }
  } catch (error) {
    if (error instanceof UnreadableFile) report({ type: 'refused', code: error.code, sentence: error.sentence })
    else report({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}

async function rowsOf({ bytes, kind, limits, sheetName }: Job): Promise<AsyncGenerator<GridRow[], SheetFacts>> {
  if (kind === 'csv') return readCsv(bytes, limits, sheetName)
  if (kind === 'xlsx') return readXlsx(bytes, limits)
  // A megabyte of parser that most files never need.
  const { readXls } = await import('./xls.ts')
  return readXls(bytes, limits)
}
