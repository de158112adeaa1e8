import type { FileKind, SheetFacts } from '../grid.ts'
import type { RefusalCode } from '../words.ts'
import type { Sentence } from '../../contract/words.ts'
import type { RowLimits } from './limits.ts'
import type { PackedRows } from './packed-rows.ts'

/** What the worker is asked to read. */
export type Job = {
  readonly bytes: Uint8Array
  readonly kind: FileKind
  readonly sheetName: string
  readonly limits: RowLimits
}

/** To the worker: read this; or one more chunk may be sent. */
export type Order = { readonly type: 'read'; readonly job: Job } | { readonly type: 'more' }

/** From the worker. `failed` is a fault of ours, not of the file. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'rows'; readonly rows: PackedRows }
  | { readonly type: 'end'; readonly facts: SheetFacts }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly sentence: Sentence }
  | { readonly type: 'failed'; readonly error: Error }

/** So many chunks may be on their way to a reader that is slower than the file. */
export const CHUNKS_AHEAD = 4
