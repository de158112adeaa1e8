import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

/** A version that the county has published. */
export type PublishedVersion = {
  readonly id: string
  /** How many had been published by then, this one included. */
  readonly number: number
  readonly scheme: string
  readonly version: string
  readonly packSha256: Buffer
  readonly proposalId: string
  readonly proposedBy: string
  readonly publishedBy: string
  readonly accountId: string
  readonly documentNumber: string
  readonly notice: Notice
  readonly businessAt: Date
}

/** What the public is told of it: a title and its paragraphs. */
export type Notice = { readonly title: Sentence; readonly paragraphs: readonly Sentence[] }

/** The one published last, as this transaction sees it. Its number says how many there are. */
export async function findLastPublished(tx: Tx): Promise<{ id: string; number: number } | undefined> {
  return tx.db
    .selectFrom('policy.published_versions')
    .select(['id', 'number'])
    .where('district', '=', tx.district)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Every version published so far, in the order of publication, each with its document; no more than `upTo` of them. */
export async function listPublished(
  tx: Tx,
  upTo?: number,
): Promise<(PublishedVersion & { readonly document: unknown })[]> {
  let query = tx.db
    .selectFrom('policy.published_versions as p')
    .leftJoin('policy.documents as d', 'd.sha256', 'p.pack_sha256')
    .selectAll('p')
    .select('d.document')
    .where('p.district', '=', tx.district)
  if (upTo !== undefined) query = query.where('p.number', '<=', upTo)
  return (await query.orderBy('p.number').execute()).map((row) => ({
    id: row.id,
    number: row.number,
    scheme: row.scheme,
    version: row.version,
    packSha256: row.pack_sha256,
    proposalId: row.proposal_id,
    proposedBy: row.proposed_by,
    publishedBy: row.published_by,
    accountId: row.account_id,
    documentNumber: row.document_number,
    notice: row.notice as Notice,
    businessAt: row.business_at,
    document: row.document,
  }))
}

/** Publishes the next version. Two who publish at once take turns on the number; the second is asked to try again. */
export async function insertPublished(tx: Tx, published: Omit<PublishedVersion, 'number'>): Promise<void> {
  const last = await findLastPublished(tx)
  await tx.db
    .insertInto('policy.published_versions')
    .values({
      district: tx.district,
      id: published.id,
      number: (last?.number ?? 0) + 1,
      scheme: published.scheme,
      version: published.version,
      pack_sha256: published.packSha256,
      proposal_id: published.proposalId,
      proposed_by: published.proposedBy,
      published_by: published.publishedBy,
      account_id: published.accountId,
      document_number: published.documentNumber,
      notice: JSON.stringify(published.notice),
      business_at: published.businessAt,
    })
    .execute()
}
