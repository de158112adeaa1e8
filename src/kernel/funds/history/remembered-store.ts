import type { Tx } from '../../../platform/db/public.ts'
import type { HeadingSaid, RememberedColumns } from '../headings/remembered-store.ts'
import type { RememberedWording } from './knowledge.ts'
import type { Meaning, WordingKind } from './meanings.ts'

export type RememberedMapping = RememberedColumns<Meaning>

/** The newest meaning of every set of headings that was explained. */
export async function listMappings(tx: Tx): Promise<RememberedMapping[]> {
  const rows = await tx.db
    .selectFrom('funds.ledger_mappings')
    .selectAll()
    .where('district', '=', tx.district)
    .orderBy('headings_sha256')
    .orderBy('id', 'desc')
    .distinctOn('headings_sha256')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      headingsSha256: row.headings_sha256,
      columns: row.columns as HeadingSaid<Meaning>[],
      accountId: row.account_id,
      businessAt: row.business_at,
    }))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}

export type WordingSaid = RememberedWording & {
  readonly id: string
  readonly accountId: string
  readonly businessAt: Date
}

/** Remembers what wordings mean; the newest counts. */
export async function insertWordings(tx: Tx, wordings: readonly WordingSaid[]): Promise<void> {
  if (wordings.length === 0) return
  await tx.db
    .insertInto('funds.ledger_wordings')
    .values(
      wordings.map((each) => ({
        district: tx.district,
        id: each.id,
        kind: each.kind,
        wording: each.wording,
        means: each.means,
        account_id: each.accountId,
        business_at: each.businessAt,
      })),
    )
    .execute()
}

/** The newest meaning of every wording. */
export async function listWordings(tx: Tx): Promise<WordingSaid[]> {
  const rows = await tx.db
    .selectFrom('funds.ledger_wordings')
    .selectAll()
    .where('district', '=', tx.district)
    .orderBy('kind')
    .orderBy('wording')
    .orderBy('id', 'desc')
    .distinctOn(['kind', 'wording'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as WordingKind,
    wording: row.wording,
    means: row.means,
    accountId: row.account_id,
    businessAt: row.business_at,
  }))
}
