import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { officialCalendar } from '../../reference/public.ts'
import { civilDateOf, fenToText } from '../../values/public.ts'
import { frozenProblem } from '../cases/ask.ts'
import { type Claim, type ListedClaim, listClaimsById } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listHoldsOn } from '../holds/store.ts'
import { listReachedAt } from '../status/store.ts'
import type { AwaitingNotice, ListedNotice, NoticeDetail, NoticePreview } from './contract.ts'
import { endOfNotice, noticePeriodOn, rowsToPublish } from './publish.ts'
import type { PublishedRow } from './rules.ts'
import { countObjections, listObjections, listRows, type NoticeRow } from './store.ts'
import { words } from './words.ts'

const aboutOf = (claim: ListedClaim) => ({
  claimId: claim.id,
  claimNumber: claim.number,
  title: claim.title,
  schemeTitle: claim.schemeTitle,
  organisationName: claim.organisationName,
  headCount: claim.headCount,
  amountFen: fenToText(claim.amountFen),
})

const rowOf = ({ claimLineId, position, maskedName, maskedIdentity, amountFen }: PublishedRow) => ({
  claimLineId,
  position,
  maskedName,
  maskedIdentity,
  amountFen: fenToText(amountFen),
})

/** Notices as lists show them. */
export async function showNotices(tx: Tx, rows: readonly NoticeRow[]): Promise<ListedNotice[]> {
  const claims = await listClaimsById(
    tx,
    rows.map((row) => row.claimId),
  )
  const objections = await countObjections(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const claim = claims.get(row.claimId)
    if (!claim) return []
    const { id, number, status, publishedOn, endsOn } = row
    return [{ ...aboutOf(claim), id, number, status, publishedOn, endsOn, objections: objections.get(id) ?? 0 }]
  })
}

/** Approved claims as they wait to be published, with the day of their approval. */
export async function showAwaiting(tx: Tx, claims: readonly ListedClaim[]): Promise<AwaitingNotice[]> {
  const approved = await listReachedAt(
    tx,
    claims.map((claim) => claim.id),
    'approved',
  )
  return claims.map((claim) => ({
    ...aboutOf(claim),
    approvedOn: civilDateOf(approved.get(claim.id) ?? claim.assembledAt),
  }))
}

type Reader = { readonly personId: string; readonly now: Date }

/** What the public would read of a claim, and why it may not be published now. */
export async function showPreview(tx: Tx, vault: Vault, claim: Claim, reader: Reader): Promise<NoticePreview> {
  const today = civilDateOf(reader.now)
  const period = noticePeriodOn(tx.district, today)
  const [refused] = await dutyRefusals(tx, [claim.id], { duty: 'notice.publish', ...reader })
  const frozen = await frozenProblem(tx, claim)
  return {
    ...aboutOf(claim),
    contentSha256: claim.contentSha256.toString('hex'),
    rows: (await rowsToPublish(tx, vault, claim)).map(rowOf),
    ...period,
    endsOn: endOfNotice(await officialCalendar(tx), today, period),
    mayNot:
      claim.status === 'approved' ? (refused?.sentence ?? frozen?.sentence ?? null) : words.notToPublish(claim.status),
  }
}

/** One notice for whoever may read its claim; what was objected to is told to the bureau alone. */
export async function showNotice(
  tx: Tx,
  notice: NoticeRow,
  claim: Claim,
  reader: { readonly isOfBureau: boolean },
): Promise<NoticeDetail> {
  const [listed] = await showNotices(tx, [notice])
  if (!listed) throw new Error(`notice ${notice.number} is of claim ${notice.claimId}, which does not exist`)
  const rows = await listRows(tx, notice.id, { limit: notice.headCount })
  const holds = new Map((await listHoldsOn(tx, [claim.id])).map((hold) => [hold.claimLineId, hold]))
  const objections = reader.isOfBureau ? await listObjections(tx, notice.id) : []
  const who = await whoOf(
    tx,
    objections.map((objection) => objection.accountId),
  )
  const byLine = new Map(rows.map((row) => [row.claimLineId, row]))
  return {
    ...listed,
    workingDays: notice.workingDays,
    counting: notice.counting,
    listSha256: notice.listSha256.toString('hex'),
    rows: rows.map((row) => {
      const hold = reader.isOfBureau ? holds.get(row.claimLineId) : undefined
      return { ...rowOf(row), hold: hold ? { status: hold.status, caseId: hold.caseId } : null }
    }),
    said: objections.map(({ id, claimLineId, receivedOn, channel, said, isNamed, accountId, businessAt }) => ({
      id,
      claimLineId,
      position: byLine.get(claimLineId)?.position ?? 0,
      maskedName: byLine.get(claimLineId)?.maskedName ?? '',
      receivedOn,
      channel,
      said,
      named: isNamed,
      by: who(accountId),
      at: businessAt.toISOString(),
    })),
    mayObject: claim.status === 'published' || claim.status === 'payable',
  }
}
