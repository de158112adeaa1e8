import type { Tx } from '../../../platform/db/public.ts'
import { officialCalendar } from '../../reference/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { nextStatus } from '../claims/rules.ts'
import { lockClaim } from '../claims/store.ts'
import { endOfNotice, tellNotice } from './publish.ts'
import { hasRun } from './rules.ts'
import { closeNotice, extendNotice, findNoticeOfClaim, listToEnd } from './store.ts'
import { words } from './words.ts'

/** A chore ends so many notices at a time. */
const AT_ONCE = 50

/**
 * Ends notices whose last day has passed: their claims can be paid. One whose days have become too few, because the
 * official calendar changed meanwhile, stays out until it has run them. Says whether there are more.
 */
export async function endNotices(tx: Tx): Promise<boolean> {
  const now = tx.now
  const today = civilDateOf(now)
  const due = await listToEnd(tx, today, AT_ONCE)
  if (due.length === 0) return false
  const calendar = await officialCalendar(tx)
  for (const notice of due) {
    const claim = await lockClaim(tx, notice.claimId)
    if (!claim) throw new Error(`notice ${notice.number} is of claim ${notice.claimId}, which does not exist`)
    if (!hasRun(calendar, notice, today).ended) {
      const endsOn = endOfNotice(calendar, notice.publishedOn, notice)
      await extendNotice(tx, notice.id, endsOn)
      const note = words.extended(notice.endsOn, endsOn).zh
      await tellNotice(tx, notice, { from: 'open', to: 'open', actor: null, at: now, note })
      continue
    }
    if (!(await closeNotice(tx, notice.id, 'ended'))) continue
    await tellNotice(tx, notice, { from: 'open', to: 'ended', actor: null, at: now })
    if (nextStatus(claim.status, 'clear'))
      await moveClaim(tx, claim, 'clear', { personId: null, at: now, note: notice.number })
  }
  return due.length === AT_ONCE
}

/** Takes a returned claim's list down, with why; one that has ended stays what it was. */
export async function withdrawNoticeOf(
  tx: Tx,
  claimId: string,
  by: { readonly actor: { readonly personId: string } | null; readonly at: Date; readonly note: string },
): Promise<void> {
  const notice = await findNoticeOfClaim(tx, claimId)
  if (notice && (await closeNotice(tx, notice.id, 'withdrawn')))
    await tellNotice(tx, notice, { from: 'open', to: 'withdrawn', ...by })
}
