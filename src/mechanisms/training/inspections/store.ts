import type { Tx } from '../../../platform/db/public.ts'

type Doer = { readonly accountId: string; readonly personId: string }

/** Heads counted at a session of a class in one minute, and, once there is one, who confirmed it. */
export type InspectionRow = Doer & {
  readonly id: string
  readonly classId: string
  readonly sessionId: string
  readonly minute: number
  readonly headCount: number
  readonly note: string
  readonly businessAt: Date
  readonly confirmed: (Doer & { readonly businessAt: Date }) | null
}

export async function insertInspection(tx: Tx, row: Omit<InspectionRow, 'confirmed'>): Promise<void> {
  await tx.db
    .insertInto('training.inspections')
    .values({
      district: tx.district,
      id: row.id,
      class_id: row.classId,
      session_id: row.sessionId,
      minute: row.minute,
      head_count: row.headCount,
      note: row.note,
      account_id: row.accountId,
      person_id: row.personId,
      business_at: row.businessAt,
    })
    .execute()
}

/** Confirms an inspection; whether it was confirmed now and not before. */
export async function insertConfirmation(
  tx: Tx,
  row: Doer & {
    readonly id: string
    readonly inspection: Pick<InspectionRow, 'id' | 'personId'>
    readonly businessAt: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training.inspection_confirmations')
    .values({
      district: tx.district,
      id: row.id,
      inspection_id: row.inspection.id,
      inspector_person_id: row.inspection.personId,
      account_id: row.accountId,
      person_id: row.personId,
      business_at: row.businessAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'inspection_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const inspections = (tx: Tx) =>
  tx.db
    .selectFrom('training.inspections as i')
    .leftJoin('training.inspection_confirmations as c', (join) =>
      join.onRef('c.district', '=', 'i.district').onRef('c.inspection_id', '=', 'i.id'),
    )
    .selectAll('i')
    .select(['c.account_id as by_account', 'c.person_id as by_person', 'c.business_at as confirmed_at'])
    .where('i.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof inspections>['executeTakeFirstOrThrow']>>

const inspectionOf = (row: Row): InspectionRow => ({
  id: row.id,
  classId: row.class_id,
  sessionId: row.session_id,
  minute: row.minute,
  headCount: row.head_count,
  note: row.note,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
  confirmed:
    row.by_account === null || row.by_person === null || row.confirmed_at === null
      ? null
      : { accountId: row.by_account, personId: row.by_person, businessAt: row.confirmed_at },
})

export async function findInspection(tx: Tx, id: string): Promise<InspectionRow | undefined> {
  const row = await inspections(tx).where('i.id', '=', id).executeTakeFirst()
  return row && inspectionOf(row)
}

/** Every inspection of a class, the newest first. */
export async function listInspections(tx: Tx, classId: string): Promise<InspectionRow[]> {
  return (await inspections(tx).where('i.class_id', '=', classId).orderBy('i.id', 'desc').execute()).map(inspectionOf)
}

/** The inspections of one session, the newest first. */
export async function listInspectionsOfSession(tx: Tx, sessionId: string): Promise<InspectionRow[]> {
  return (await inspections(tx).where('i.session_id', '=', sessionId).orderBy('i.id', 'desc').execute()).map(
    inspectionOf,
  )
}

export type InspectionPhoto = {
  readonly id: string
  readonly inspectionId: string
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export async function insertInspectionPhoto(
  tx: Tx,
  photo: InspectionPhoto & Doer & { readonly businessAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('training.inspection_photos')
    .values({
      district: tx.district,
      id: photo.id,
      inspection_id: photo.inspectionId,
      file_id: photo.fileId,
      file_name: photo.fileName,
      media_type: photo.mediaType,
      size_bytes: photo.sizeBytes,
      account_id: photo.accountId,
      person_id: photo.personId,
      business_at: photo.businessAt,
    })
    .execute()
}

/** The photos of these inspections, in order. */
export async function listInspectionPhotos(tx: Tx, inspectionIds: readonly string[]): Promise<InspectionPhoto[]> {
  if (inspectionIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('training.inspection_photos')
    .select([
      'id',
      'inspection_id as inspectionId',
      'file_id as fileId',
      'file_name as fileName',
      'media_type as mediaType',
      'size_bytes as sizeBytes',
    ])
    .where('district', '=', tx.district)
    .where('inspection_id', 'in', [...inspectionIds])
    .orderBy('id')
    .execute()
  return rows
}
