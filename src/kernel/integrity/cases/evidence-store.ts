import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

export type EvidenceRow = {
  readonly id: string
  readonly caseId: string
  readonly kind: 'link' | 'note' | 'file'
  readonly trail: { readonly kind: string; readonly id: string; readonly label: Sentence } | null
  readonly note: string | null
  readonly file: {
    readonly id: string
    readonly name: string
    readonly mediaType: string
    readonly sizeBytes: number
    readonly sha256: Buffer
  } | null
  readonly personId: string | null
  readonly accountId: string | null
  readonly businessAt: Date
}

/** Evidence that is there already (the same link, the same bytes) is left as it is. */
export async function insertEvidence(tx: Tx, rows: readonly EvidenceRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db
    .insertInto('integrity.case_evidence')
    .values(
      rows.map((row) => ({
        district: tx.district,
        id: row.id,
        case_id: row.caseId,
        kind: row.kind,
        trail_kind: row.trail?.kind ?? null,
        trail_id: row.trail?.id ?? null,
        label: row.trail ? JSON.stringify(row.trail.label) : null,
        note: row.note,
        file_id: row.file?.id ?? null,
        file_name: row.file?.name ?? null,
        media_type: row.file?.mediaType ?? null,
        size_bytes: row.file?.sizeBytes ?? null,
        file_sha256: row.file?.sha256 ?? null,
        person_id: row.personId,
        account_id: row.accountId,
        business_at: row.businessAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const evidence = (tx: Tx) => tx.db.selectFrom('integrity.case_evidence').selectAll().where('district', '=', tx.district)

const evidenceOf = (row: Awaited<ReturnType<ReturnType<typeof evidence>['executeTakeFirstOrThrow']>>): EvidenceRow => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as EvidenceRow['kind'],
  trail: row.trail_kind === null ? null : { kind: row.trail_kind, id: row.trail_id!, label: row.label as Sentence },
  note: row.note,
  file:
    row.file_id === null
      ? null
      : {
          id: row.file_id,
          name: row.file_name!,
          mediaType: row.media_type!,
          sizeBytes: row.size_bytes!,
          sha256: row.file_sha256!,
        },
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function listEvidence(tx: Tx, caseId: string): Promise<EvidenceRow[]> {
  return (await evidence(tx).where('case_id', '=', caseId).orderBy('id').limit(1000).execute()).map(evidenceOf)
}

export async function findEvidence(tx: Tx, id: string): Promise<EvidenceRow | undefined> {
  const row = await evidence(tx).where('id', '=', id).executeTakeFirst()
  return row && evidenceOf(row)
}

export async function findSameFile(tx: Tx, caseId: string, sha256: Buffer): Promise<EvidenceRow | undefined> {
  const row = await evidence(tx).where('case_id', '=', caseId).where('file_sha256', '=', sha256).executeTakeFirst()
  return row && evidenceOf(row)
}
