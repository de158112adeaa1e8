import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { SealedPaper } from './sealing.ts'

/** A sealed paper beside something that a room keeps. */
export type PaperBeside = SealedPaper & {
  readonly id: string
  /** What it belongs to. */
  readonly ofId: string
  /** The step of it at which the paper was added; absent where nothing has steps. */
  readonly nth?: number
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
}

/** Where a room keeps such papers: its own table, the column that names what they belong to, whether it has steps. */
export type PaperTable = { readonly table: string; readonly of: string; readonly hasSteps?: true }

type Row = {
  id: string
  of_id: string
  nth: number | null
  file_id: string
  file_name: string
  media_type: string
  size_bytes: number
  file_sha256: Buffer
  person_id: string
  account_id: string
  business_at: Date
}

const paperOf = ({ nth, ...row }: Row): PaperBeside => ({
  id: row.id,
  ofId: row.of_id,
  ...(nth === null ? {} : { nth }),
  fileId: row.file_id,
  name: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.file_sha256,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function insertPaper(tx: Tx, { table, of, hasSteps }: PaperTable, paper: PaperBeside): Promise<void> {
  const row = {
    district: tx.district,
    id: paper.id,
    [of]: paper.ofId,
    ...(hasSteps ? { nth: paper.nth } : {}),
    file_id: paper.fileId,
    file_name: paper.name,
    media_type: paper.mediaType,
    size_bytes: paper.sizeBytes,
    file_sha256: paper.sha256,
    person_id: paper.personId,
    account_id: paper.accountId,
    business_at: paper.businessAt,
  }
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(tx.db)
}

/** The papers of all these, in the order they were added. */
export async function listPapersOf(
  tx: Tx,
  { table, of, hasSteps }: PaperTable,
  ofIds: readonly string[],
): Promise<PaperBeside[]> {
  if (ofIds.length === 0) return []
  const { rows } = await sql<Row>`
    select id, ${sql.ref(of)} as of_id, ${hasSteps ? sql.ref('nth') : sql`null`} as nth, file_id, file_name, media_type,
      size_bytes, file_sha256, person_id, account_id, business_at
    from ${sql.table(table)}
    where district = ${tx.district} and ${sql.ref(of)} in (${sql.join(ofIds)}) order by id`.execute(tx.db)
  return rows.map(paperOf)
}
