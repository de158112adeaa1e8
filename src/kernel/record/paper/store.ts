import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { DocumentType } from '../../../platform/files/public.ts'
import { PRINT_OPENS_MINUTES } from './rules.ts'

/** An official form as it read at some moment. */
export type Paper = {
  readonly id: string
  readonly code: string
  readonly form: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly part: string
  readonly contentSha256: Buffer
  readonly pages: number
  readonly businessAt: Date
}

export type PaperKey = Pick<Paper, 'form' | 'subjectId' | 'part' | 'contentSha256'>

const papers = (tx: Tx) => tx.db.selectFrom('record.papers').selectAll().where('district', '=', tx.district)

type PaperRow = Awaited<ReturnType<ReturnType<typeof papers>['executeTakeFirstOrThrow']>>

const paperOf = (row: PaperRow): Paper => ({
  id: row.id,
  code: row.code,
  form: row.form,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  part: row.part,
  contentSha256: row.content_sha256,
  pages: row.pages,
  businessAt: row.business_at,
})

export async function findPaper(tx: Tx, key: PaperKey): Promise<Paper | undefined> {
  const row = await papers(tx)
    .where('subject_id', '=', key.subjectId)
    .where('form', '=', key.form)
    .where('part', '=', key.part)
    .where('content_sha256', '=', key.contentSha256)
    .executeTakeFirst()
  return row && paperOf(row)
}

export async function findPaperByCode(tx: Tx, code: string): Promise<Paper | undefined> {
  const row = await papers(tx).where('code', '=', code).executeTakeFirst()
  return row && paperOf(row)
}

/** Papers by id; unknown ids are absent. */
export async function listPapersById(tx: Tx, ids: readonly string[]): Promise<Map<string, Paper>> {
  if (ids.length === 0) return new Map()
  const rows = await papers(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, paperOf(row)]))
}

/** The paper of this content; whoever asks first gives it its code. */
export async function keepPaper(tx: Tx, paper: Paper): Promise<Paper> {
  await tx.db
    .insertInto('record.papers')
    .values({
      district: tx.district,
      id: paper.id,
      code: paper.code,
      form: paper.form,
      subject_kind: paper.subjectKind,
      subject_id: paper.subjectId,
      part: paper.part,
      content_sha256: paper.contentSha256,
      pages: paper.pages,
      business_at: paper.businessAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['district', 'subject_id', 'form', 'part', 'content_sha256']).doNothing(),
    )
    .execute()
  const kept = await findPaper(tx, paper)
  if (!kept) throw new Error('a paper was not kept')
  return kept
}

export type Print = {
  readonly id: string
  readonly paperId: string
  readonly inFull: boolean
  readonly reason: string
  readonly accountId: string
  readonly personId: string
  readonly businessAt: Date
}

export async function insertPrint(tx: Tx, print: Print): Promise<void> {
  await tx.db
    .insertInto('record.paper_prints')
    .values({
      district: tx.district,
      id: print.id,
      paper_id: print.paperId,
      in_full: print.inFull,
      reason: print.reason,
      account_id: print.accountId,
      person_id: print.personId,
      business_at: print.businessAt,
    })
    .execute()
}

/** What this account printed a little while ago (real time): it still opens. */
export async function findOwnPrint(
  tx: Tx,
  id: string,
  accountId: string,
): Promise<{ paperId: string; inFull: boolean } | undefined> {
  const row = await tx.db
    .selectFrom('record.paper_prints')
    .select(['paper_id', 'in_full'])
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('recorded_at', '>', sql<Date>`now() - make_interval(mins => ${PRINT_OPENS_MINUTES})`)
    .executeTakeFirst()
  return row && { paperId: row.paper_id, inFull: row.in_full }
}

/** When each form of a record was last printed. */
export async function listLastPrints(tx: Tx, subjectId: string): Promise<Map<string, Date>> {
  const { rows } = await sql<{ form: string; at: Date }>`
    select p.form, max(r.business_at) as at
    from record.papers p join record.paper_prints r on r.district = p.district and r.paper_id = p.id
    where p.district = ${tx.district} and r.district = ${tx.district} and p.subject_id = ${subjectId}
    group by p.form`.execute(tx.db)
  return new Map(rows.map((row) => [row.form, row.at]))
}

/** A scan of a signed and sealed paper, or of another document about a record. */
export type Scan = {
  readonly id: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly form: string | null
  readonly paperId: string | null
  readonly title: string
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: DocumentType
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly organisationId: string | null
  readonly accountId: string
  readonly personId: string
  readonly businessAt: Date
}

export type KeptScan = Scan & { readonly struck: { readonly reason: string; readonly at: Date } | null }

export async function insertScan(tx: Tx, scan: Scan): Promise<void> {
  await tx.db
    .insertInto('record.scans')
    .values({
      district: tx.district,
      id: scan.id,
      subject_kind: scan.subjectKind,
      subject_id: scan.subjectId,
      form: scan.form,
      paper_id: scan.paperId,
      title: scan.title,
      file_id: scan.fileId,
      file_name: scan.fileName,
      media_type: scan.mediaType,
      size_bytes: scan.sizeBytes,
      sha256: scan.sha256,
      organisation_id: scan.organisationId,
      account_id: scan.accountId,
      person_id: scan.personId,
      business_at: scan.businessAt,
    })
    .execute()
}

const scans = (tx: Tx) =>
  tx.db
    .selectFrom('record.scans as s')
    .leftJoin('record.scan_strikes as x', (join) =>
      join.onRef('x.district', '=', 's.district').onRef('x.scan_id', '=', 's.id'),
    )
    .selectAll('s')
    .select(['x.reason as struck_reason', 'x.business_at as struck_at'])
    .where('s.district', '=', tx.district)

type ScanRow = Awaited<ReturnType<ReturnType<typeof scans>['executeTakeFirstOrThrow']>>

const scanOf = (row: ScanRow): KeptScan => ({
  id: row.id,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  form: row.form,
  paperId: row.paper_id,
  title: row.title,
  fileId: row.file_id,
  fileName: row.file_name,
  mediaType: row.media_type as DocumentType,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  organisationId: row.organisation_id,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
  struck: row.struck_at === null ? null : { reason: row.struck_reason ?? '', at: row.struck_at },
})

/** The scans of these records, oldest first, struck ones included. */
export async function listScans(tx: Tx, subjects: readonly { kind: string; id: string }[]): Promise<KeptScan[]> {
  if (subjects.length === 0) return []
  const rows = await scans(tx)
    .where((where) =>
      where.or(
        subjects.map(({ kind, id }) => where.and([where('s.subject_kind', '=', kind), where('s.subject_id', '=', id)])),
      ),
    )
    .orderBy('s.id')
    .limit(500)
    .execute()
  return rows.map(scanOf)
}

export async function findScan(tx: Tx, id: string): Promise<KeptScan | undefined> {
  const row = await scans(tx).where('s.id', '=', id).executeTakeFirst()
  return row && scanOf(row)
}

export async function insertStrike(
  tx: Tx,
  strike: { scanId: string; reason: string; accountId: string; personId: string; businessAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('record.scan_strikes')
    .values({
      district: tx.district,
      scan_id: strike.scanId,
      reason: strike.reason,
      account_id: strike.accountId,
      person_id: strike.personId,
      business_at: strike.businessAt,
    })
    .execute()
}
