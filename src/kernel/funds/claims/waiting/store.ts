import type { Sentence } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import type { WaitReason } from '../rules.ts'

/** A group that is decided and checked under a scheme but cannot become a claim yet. */
export type WaitingClaim = {
  readonly id: string
  readonly scheme: string
  readonly schemeTitle: Sentence
  readonly fund: string
  readonly year: number
  readonly organisationId: string
  readonly factKind: string
  readonly groupKind: string
  readonly groupId: string
  readonly title: string
  readonly headCount: number
  readonly heldCount: number
  readonly refusedCount: number
  readonly amountFen: bigint
  readonly reason: WaitReason
  /** What the reason rests on: the schemes that were asked, or what was to be corrected. */
  readonly because: readonly Sentence[]
  readonly waitsSince: Date
}

export async function insertWait(tx: Tx, wait: WaitingClaim): Promise<void> {
  await tx.db
    .insertInto('funds.waiting_claims')
    .values({
      district: tx.district,
      id: wait.id,
      scheme: wait.scheme,
      scheme_title: JSON.stringify(wait.schemeTitle),
      fund: wait.fund,
      year: wait.year,
      organisation_id: wait.organisationId,
      fact_kind: wait.factKind,
      group_kind: wait.groupKind,
      group_id: wait.groupId,
      title: wait.title,
      head_count: wait.headCount,
      held_count: wait.heldCount,
      refused_count: wait.refusedCount,
      amount_fen: wait.amountFen,
      reason: wait.reason,
      because: JSON.stringify(wait.because),
      waits_since: wait.waitsSince,
    })
    .execute()
}

const open = (tx: Tx) =>
  tx.db
    .selectFrom('funds.waiting_claims')
    .selectAll()
    .where('district', '=', tx.district)
    .where('settled_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof open>['executeTakeFirstOrThrow']>>

const waitOf = (row: Row): WaitingClaim => ({
  id: row.id,
  scheme: row.scheme,
  schemeTitle: row.scheme_title as Sentence,
  fund: row.fund,
  year: row.year,
  organisationId: row.organisation_id,
  factKind: row.fact_kind,
  groupKind: row.group_kind,
  groupId: row.group_id,
  title: row.title,
  headCount: row.head_count,
  heldCount: row.held_count,
  refusedCount: row.refused_count,
  amountFen: row.amount_fen,
  reason: row.reason as WaitReason,
  because: row.because as Sentence[],
  waitsSince: row.waits_since,
})

export async function findWait(tx: Tx, groupId: string, scheme: string): Promise<WaitingClaim | undefined> {
  const row = await open(tx).where('group_id', '=', groupId).where('scheme', '=', scheme).executeTakeFirst()
  return row && waitOf(row)
}

/** What waits of one group, under whichever scheme. */
export async function listWaitsOfGroup(tx: Tx, groupId: string): Promise<WaitingClaim[]> {
  return (await open(tx).where('group_id', '=', groupId).orderBy('id').execute()).map(waitOf)
}

/** What waits for money of a fund, longest first. */
export async function listWaitsForFund(tx: Tx, fund: string): Promise<WaitingClaim[]> {
  const rows = await open(tx)
    .where('fund', '=', fund)
    .where('reason', 'in', ['no-budget-line', 'not-enough-budget'])
    .orderBy('id')
    .execute()
  return rows.map(waitOf)
}

/** What waits, longest first; of one organisation where asked. */
export async function listWaits(
  tx: Tx,
  organisationId: string | null,
  page: { after?: string | undefined; limit: number },
): Promise<WaitingClaim[]> {
  let query = open(tx)
  if (organisationId !== null) query = query.where('organisation_id', '=', organisationId)
  if (page.after !== undefined) query = query.where('id', '>', page.after)
  return (await query.orderBy('id').limit(page.limit).execute()).map(waitOf)
}

export async function settleWait(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('funds.waiting_claims')
    .set({ settled_at: at })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}
