import type { Tx } from '../../../platform/db/public.ts'

export type Entitlement = {
  readonly id: string
  readonly decisionId: string
  readonly personId: string
  readonly groupId: string
  readonly scheme: string
  readonly fund: string
  readonly amountFen: bigint
  readonly status: 'due' | 'held'
}

export async function insertEntitlements(tx: Tx, entitlements: readonly Entitlement[], at: Date): Promise<void> {
  if (entitlements.length === 0) return
  await tx.db
    .insertInto('funds.entitlements')
    .values(
      entitlements.map((each) => ({
        district: tx.district,
        id: each.id,
        decision_id: each.decisionId,
        person_id: each.personId,
        group_id: each.groupId,
        scheme: each.scheme,
        fund: each.fund,
        amount_fen: each.amountFen,
        status: each.status,
        created_at: at,
      })),
    )
    .execute()
}

const entitlements = (tx: Tx) => tx.db.selectFrom('funds.entitlements').selectAll().where('district', '=', tx.district)

type EntitlementRow = Awaited<ReturnType<ReturnType<typeof entitlements>['executeTakeFirstOrThrow']>>

const entitlementOf = (row: EntitlementRow): Entitlement => ({
  id: row.id,
  decisionId: row.decision_id,
  personId: row.person_id,
  groupId: row.group_id,
  scheme: row.scheme,
  fund: row.fund,
  amountFen: row.amount_fen,
  status: row.status as Entitlement['status'],
})

export async function listEntitlements(tx: Tx, groupId: string, scheme: string): Promise<Entitlement[]> {
  const rows = await entitlements(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .orderBy('id')
    .execute()
  return rows.map(entitlementOf)
}

export async function findEntitlement(
  tx: Tx,
  by: { id: string } | { decisionId: string },
): Promise<Entitlement | undefined> {
  const query =
    'id' in by ? entitlements(tx).where('id', '=', by.id) : entitlements(tx).where('decision_id', '=', by.decisionId)
  const row = await query.executeTakeFirst()
  return row && entitlementOf(row)
}

export async function setEntitlementStatus(tx: Tx, id: string, status: Entitlement['status']): Promise<void> {
  await tx.db
    .updateTable('funds.entitlements')
    .set({ status })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}
