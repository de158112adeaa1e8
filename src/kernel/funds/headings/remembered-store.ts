import type { Tx } from '../../../platform/db/public.ts'

/** What one heading of an office's file was said to mean. */
export type HeadingSaid<Meaning extends string = string> = {
  readonly key: string
  readonly heading: string
  readonly meaning: Meaning
}

export type RememberedColumns<Meaning extends string = string> = {
  readonly id: string
  readonly headingsSha256: Buffer
  readonly columns: readonly HeadingSaid<Meaning>[]
  readonly accountId: string
  readonly businessAt: Date
}

/** For which files it is remembered: each kind has its own meanings. */
export type MappingTable = 'funds.ledger_mappings' | 'funds.old_list_mappings' | 'funds.province_mappings'

/** Remembers what a set of headings means; the newest counts. */
export async function insertColumns(tx: Tx, table: MappingTable, said: RememberedColumns): Promise<void> {
  await tx.db
    .insertInto(table)
    .values({
      district: tx.district,
      id: said.id,
      headings_sha256: said.headingsSha256,
      columns: JSON.stringify(said.columns),
      account_id: said.accountId,
      business_at: said.businessAt,
    })
    .execute()
}

/** What a set of headings was last said to mean. */
export async function findColumns<Meaning extends string>(
  tx: Tx,
  table: MappingTable,
  headingsSha256: Buffer,
): Promise<Map<string, Meaning> | undefined> {
  const row = await tx.db
    .selectFrom(table)
    .select('columns')
    .where('district', '=', tx.district)
    .where('headings_sha256', '=', headingsSha256)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && new Map((row.columns as HeadingSaid<Meaning>[]).map(({ key, meaning }) => [key, meaning]))
}
