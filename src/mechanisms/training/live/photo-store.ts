import type { Tx } from '../../../platform/db/public.ts'
import type { Operating, Moments } from './store.ts'

export type ClassPhoto = {
  readonly id: string
  readonly liveSessionId: string
  readonly fileId: string
  readonly accountId: string
  readonly takenAt: Date
  readonly businessAt: Date
}

export async function insertPhoto(
  tx: Tx,
  photo: Operating & Moments & { readonly id: string; readonly liveSessionId: string; readonly fileId: string },
): Promise<void> {
  await tx.db
    .insertInto('training.class_photos')
    .values({
      district: tx.district,
      id: photo.id,
      live_session_id: photo.liveSessionId,
      file_id: photo.fileId,
      account_id: photo.accountId,
      person_id: photo.personId,
      device: photo.device,
      business_at: photo.businessAt,
      device_at: photo.deviceAt,
    })
    .execute()
}

const photos = (tx: Tx) =>
  tx.db
    .selectFrom('training.class_photos as p')
    .select([
      'p.id',
      'p.live_session_id as liveSessionId',
      'p.file_id as fileId',
      'p.account_id as accountId',
      'p.taken_at as takenAt',
      'p.business_at as businessAt',
    ])
    .where('p.district', '=', tx.district)

export async function findPhoto(tx: Tx, id: string): Promise<ClassPhoto | undefined> {
  return photos(tx).where('p.id', '=', id).executeTakeFirst()
}

export async function listPhotos(tx: Tx, liveSessionId: string): Promise<ClassPhoto[]> {
  return photos(tx).where('p.live_session_id', '=', liveSessionId).orderBy('p.id').execute()
}

/** Every photo of the live sessions of a class, in order. */
export async function listPhotosOfClass(tx: Tx, classId: string): Promise<ClassPhoto[]> {
  return photos(tx)
    .innerJoin('training.live_sessions as l', (join) =>
      join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.live_session_id'),
    )
    .where('l.class_id', '=', classId)
    .orderBy('p.id')
    .execute()
}
