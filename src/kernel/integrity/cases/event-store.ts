import type { Tx } from '../../../platform/db/public.ts'
import type { CaseEventKind } from './words.ts'

export type OwnerRow = {
  readonly caseId: string
  readonly nth: number
  readonly personId: string
  readonly accountId: string
  readonly givenBy: string
  readonly businessAt: Date
}

export async function insertOwner(tx: Tx, row: OwnerRow): Promise<void> {
  await tx.db
    .insertInto('integrity.case_owners')
    .values({
      district: tx.district,
      case_id: row.caseId,
      nth: row.nth,
      person_id: row.personId,
      account_id: row.accountId,
      given_by: row.givenBy,
      business_at: row.businessAt,
    })
    .execute()
}

/** Who looks after each of these cases now. */
export async function listOwners(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, OwnerRow>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('integrity.case_owners')
    .selectAll()
    .where('district', '=', tx.district)
    .where('case_id', 'in', [...caseIds])
    .orderBy('nth')
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        caseId: row.case_id,
        nth: row.nth,
        personId: row.person_id,
        accountId: row.account_id,
        givenBy: row.given_by,
        businessAt: row.business_at,
      },
    ]),
  )
}

export type EventRow = {
  readonly id: string
  readonly caseId: string
  readonly what: CaseEventKind
  readonly said: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly businessAt: Date
}

export async function insertEvent(tx: Tx, row: EventRow): Promise<void> {
  await tx.db
    .insertInto('integrity.case_events')
    .values({
      district: tx.district,
      id: row.id,
      case_id: row.caseId,
      what: row.what,
      said: row.said,
      person_id: row.personId,
      account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}

/** Oldest first. */
export async function listEvents(tx: Tx, caseIds: readonly string[]): Promise<EventRow[]> {
  if (caseIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.case_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('case_id', 'in', [...caseIds])
    .orderBy('id')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    what: row.what as CaseEventKind,
    said: row.said,
    personId: row.person_id,
    accountId: row.account_id,
    businessAt: row.business_at,
  }))
}
