import { type BulkRows, type Db, inDistrict } from '../../../platform/db/public.ts'
import { type CasesAsked, readCases, type Slot } from '../../policy/public.ts'

/** So many pages may lie ready before whoever reads is made to wait. */
const PAGES_AHEAD = 4

/** The same things, the next of which is already being made while one is worked on. */
export async function* ahead<T>(things: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let next = things.next()
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = things.next()
      // If the work on this one fails, nobody asks for the next.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await things.return(undefined).catch(() => undefined)
  }
}

/** What one query answers, page by page, out of the transaction that it is read in. */
export async function* pagesOf(
  db: Db,
  district: number,
  asked: CasesAsked,
  slots: readonly Slot[],
): AsyncGenerator<BulkRows> {
  const ready: BulkRows[] = []
  let isOver = false
  let failure: Error | undefined
  let isLeft = false
  let wake = () => undefined as void
  let resume = () => undefined as void
  const reading = inDistrict(
    db,
    district,
    async (tx) => {
      for await (const page of readCases(tx, asked, slots)) {
        if (isLeft) return
        ready.push(page)
        wake()
        if (ready.length >= PAGES_AHEAD) await new Promise<void>((resolve) => (resume = resolve))
      }
    },
    { readOnly: true },
  )
    .catch((error: unknown) => {
      failure = error as Error
    })
    .finally(() => {
      isOver = true
      wake()
    })
  try {
    for (;;) {
      const page = ready.shift()
      resume()
      if (page) yield page
      else if (failure !== undefined) throw failure
      else if (isOver) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    isLeft = true
    resume()
    await reading
  }
}
