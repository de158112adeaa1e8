import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { listClaimsById, findClaim } from '../claims/store.ts'
import { isOut, type PublishedRow } from './rules.ts'
import { findNotice, listOut, listRows, type OutPlace } from './store.ts'

/** A list that is out, as the public finds it: nothing of anybody on it. */
export type OutNotice = {
  readonly id: string
  readonly title: Sentence
  readonly people: number
  readonly until: string
}

/** What is out today, the soonest to end first. */
export async function listPublicNotices(
  tx: Tx,
  page: { readonly limit: number; readonly after?: OutPlace | undefined },
): Promise<OutNotice[]> {
  const out = await listOut(tx, civilDateOf(tx.now), page)
  const claims = await listClaimsById(
    tx,
    out.map((notice) => notice.claimId),
  )
  return out.flatMap(({ id, claimId, headCount, endsOn }) => {
    const claim = claims.get(claimId)
    if (!claim) return []
    const { zh, en } = claim.schemeTitle
    return [
      { id, title: { zh: `${claim.title} · ${zh}`, en: `${claim.title} · ${en}` }, people: headCount, until: endsOn },
    ]
  })
}

/**
 * One list while it is out, a page of its rows; once it is down only until when it was; null where there
 * never was one, or it was taken down before its time.
 */
export async function findPublicNotice(
  tx: Tx,
  id: string,
  page: { readonly limit: number; readonly after?: number | undefined },
) {
  const notice = await findNotice(tx, id)
  const claim = notice && (await findClaim(tx, notice.claimId))
  if (!notice || !claim || notice.status === 'withdrawn') return { notice: null, until: null }
  if (!isOut(notice, civilDateOf(tx.now))) return { notice: null, until: notice.endsOn }
  const rows = await listRows(tx, id, { limit: page.limit + 1, after: page.after })
  const shown: readonly PublishedRow[] = rows.slice(0, page.limit)
  return {
    until: notice.endsOn,
    notice: {
      id,
      number: notice.number,
      scheme: claim.schemeTitle,
      className: claim.title,
      provider: claim.organisationName,
      people: notice.headCount,
      totalFen: notice.amountFen,
      from: notice.publishedOn,
      until: notice.endsOn,
      rows: shown,
      next: rows.length > shown.length ? String(shown.at(-1)?.position ?? '') : null,
    },
  }
}
