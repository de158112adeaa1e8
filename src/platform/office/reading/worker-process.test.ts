import { expect, it } from 'vitest'
import { WorkerProcess } from '../../workers/public.ts'
import { CHUNKS_AHEAD, type Job, type Order, type Report } from './protocol.ts'

const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${i},王静,339901197706180675`).join('\n'))
const job: Job = { bytes, kind: 'csv', sheetName: '名单', limits: { maxRows: 50_000, maxColumns: 10 } }

it('stays a few chunks ahead of whoever takes the rows, and goes on as they are taken', async () => {
  const worker = new WorkerProcess<Order, Report>(new URL('./worker.ts', import.meta.url))
  expect(await worker.next(20_000)).toEqual({ type: 'ready' })
  worker.send({ type: 'read', job })
  const taken = []
  for (let i = 0; i < CHUNKS_AHEAD; i++) taken.push((await worker.next(20_000))?.type)
  expect(taken).toEqual(Array(CHUNKS_AHEAD).fill('rows'))
  expect(await worker.next(500)).toBeUndefined()
  worker.send({ type: 'more' })
  expect((await worker.next(20_000))?.type).toBe('rows')
  expect(await worker.next(500)).toBeUndefined()
  await worker.stop()
  expect(worker.dead).toBe(true)
})
