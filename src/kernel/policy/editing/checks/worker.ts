import type { DraftCheck } from '../contract.ts'
import { checkOf, type CheckOrder } from './check.ts'

/** From the worker. `failed` is a fault of ours, not of the document. */
export type CheckReport =
  | { readonly type: 'checked'; readonly check: DraftCheck }
  | { readonly type: 'failed'; readonly error: Error }

const report = (message: CheckReport | { readonly type: 'ready' }) => process.send?.(message)

process.on('message', (order: CheckOrder) => {
  try {
    report({ type: 'checked', check: checkOf(order) })
  } catch (error) {
    report({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  }
})
process.on('disconnect', () => process.exit())
report({ type: 'ready' })
