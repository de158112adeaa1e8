import type { Tx } from '../../../platform/db/public.ts'
import type { Scope, ScopeKind } from './rules.ts'

export type ScopeRow = Scope & {
  readonly id: string
  readonly reason: string
  readonly grantedAccountId: string
  readonly at: Date
  readonly ended: { readonly lastDay: string; readonly reason: string; readonly accountId: string } | null
}

/** Every scope an account was ever given, the oldest first. */
export async function listScopes(tx: Tx, accountId: string): Promise<ScopeRow[]> {
  const rows = await tx.db
    .selectFrom('access.scopes as s')
    .leftJoin('access.scope_ends as e', (join) =>
      join.onRef('e.district', '=', 's.district').onRef('e.scope_id', '=', 's.id'),
    )
    .selectAll('s')
    .select(['e.last_day', 'e.reason as end_reason', 'e.account_id as ended_by'])
    .where('s.district', '=', tx.district)
    .where('s.account_id', '=', accountId)
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ScopeKind,
    subjectId: row.subject_id,
    from: row.from_day,
    to: row.to_day,
    reason: row.reason,
    grantedAccountId: row.granted_account_id,
    at: row.recorded_at,
    ended:
      row.last_day === null
        ? null
        : { lastDay: row.last_day, reason: row.end_reason ?? '', accountId: row.ended_by ?? '' },
  }))
}

type By = { readonly personId: string; readonly accountId: string }

export async function insertScope(
  tx: Tx,
  scope: {
    id: string
    accountId: string
    personId: string
    kind: ScopeKind
    subjectId: string
    from: string
    to: string | null
    reason: string
    by: By
  },
): Promise<void> {
  await tx.db
    .insertInto('access.scopes')
    .values({
      district: tx.district,
      id: scope.id,
      account_id: scope.accountId,
      person_id: scope.personId,
      kind: scope.kind,
      subject_id: scope.subjectId,
      from_day: scope.from,
      to_day: scope.to,
      reason: scope.reason,
      granted_by: scope.by.personId,
      granted_account_id: scope.by.accountId,
    })
    .execute()
}

export async function insertScopeEnd(
  tx: Tx,
  end: { scopeId: string; lastDay: string; reason: string; by: By },
): Promise<void> {
  await tx.db
    .insertInto('access.scope_ends')
    .values({
      district: tx.district,
      scope_id: end.scopeId,
      last_day: end.lastDay,
      reason: end.reason,
      person_id: end.by.personId,
      account_id: end.by.accountId,
    })
    .execute()
}
