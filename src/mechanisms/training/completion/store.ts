import type { Tx } from '../../../platform/db/public.ts'
import type { Attended } from './rules.ts'

/** What attendance came to for one person of one class, from one version of the sheet. Never changed. */
export type Muster = Attended & {
  readonly id: string
  readonly classId: string
  readonly enrolmentId: string
  readonly sheetId: string
  readonly businessAt: Date
}

export async function insertMusters(tx: Tx, musters: readonly Muster[]): Promise<void> {
  for (let at = 0; at < musters.length; at += 1000) {
    await tx.db
      .insertInto('training.musters')
      .values(
        musters.slice(at, at + 1000).map((muster) => ({
          district: tx.district,
          id: muster.id,
          class_id: muster.classId,
          enrolment_id: muster.enrolmentId,
          sheet_id: muster.sheetId,
          planned_sessions: muster.plannedSessions,
          attended_sessions: muster.attendedSessions,
          planned_minutes: muster.plannedMinutes,
          attended_minutes: muster.attendedMinutes,
          business_at: muster.businessAt,
        })),
      )
      .execute()
  }
}

const musters = (tx: Tx) => tx.db.selectFrom('training.musters').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof musters>['executeTakeFirstOrThrow']>>

const musterOf = (row: Row): Muster => ({
  id: row.id,
  classId: row.class_id,
  enrolmentId: row.enrolment_id,
  sheetId: row.sheet_id,
  plannedSessions: row.planned_sessions,
  attendedSessions: row.attended_sessions,
  plannedMinutes: row.planned_minutes,
  attendedMinutes: row.attended_minutes,
  businessAt: row.business_at,
})

export async function findMuster(tx: Tx, id: string): Promise<Muster | undefined> {
  const row = await musters(tx).where('id', '=', id).executeTakeFirst()
  return row && musterOf(row)
}

/** The newest muster of an enrolment; undefined before its class is completed. */
export async function findMusterOf(tx: Tx, enrolmentId: string): Promise<Muster | undefined> {
  const row = await musters(tx)
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && musterOf(row)
}

export async function listMusters(tx: Tx, classId: string): Promise<Muster[]> {
  return (await musters(tx).where('class_id', '=', classId).orderBy('id').execute()).map(musterOf)
}

/** The musters that rest on one attendance sheet. */
export async function listMustersFrom(tx: Tx, sheetId: string): Promise<Muster[]> {
  return (await musters(tx).where('sheet_id', '=', sheetId).orderBy('id').execute()).map(musterOf)
}
