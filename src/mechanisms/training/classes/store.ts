import type { Tx } from '../../../platform/db/public.ts'
import { civilDate, type CivilDate, type SkillLevel } from '../../../kernel/values/public.ts'
import type { JudgedBy } from '../rosters/judged-by.ts'
import type { ClassStatus } from './states.ts'

export type ClassRow = {
  readonly id: string
  readonly organisationId: string
  readonly number: string
  readonly filingNumber: string | null
  readonly kind: string
  readonly occupationId: string
  readonly level: SkillLevel
  readonly certificateKind: string
  readonly siteId: string
  readonly roomId: string
  readonly instructorId: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly theoryHours: number
  readonly practiceHours: number
  readonly capacity: number
  readonly payee: 'person' | 'provider'
  readonly fund: string
  readonly status: ClassStatus
  readonly rosterImportId: string | null
  readonly submittedAt: Date | null
}

/** What a plan may change. */
export type PlanColumns = Omit<
  ClassRow,
  'id' | 'organisationId' | 'filingNumber' | 'status' | 'rosterImportId' | 'submittedAt'
>

const classes = (tx: Tx) => tx.db.selectFrom('training.classes').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof classes>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): ClassRow => ({
  id: row.id,
  organisationId: row.organisation_id,
  number: row.number,
  filingNumber: row.filing_number,
  kind: row.kind,
  occupationId: row.occupation_id,
  level: row.level as SkillLevel,
  certificateKind: row.certificate_kind,
  siteId: row.site_id,
  roomId: row.room_id,
  instructorId: row.instructor_id,
  startsOn: civilDate(row.starts_on),
  endsOn: civilDate(row.ends_on),
  theoryHours: row.theory_hours,
  practiceHours: row.practice_hours,
  capacity: row.capacity,
  payee: row.payee as ClassRow['payee'],
  fund: row.fund,
  status: row.status as ClassStatus,
  rosterImportId: row.roster_import_id,
  submittedAt: row.submitted_at,
})

const planColumns = (plan: PlanColumns) => ({
  number: plan.number,
  kind: plan.kind,
  occupation_id: plan.occupationId,
  level: plan.level,
  certificate_kind: plan.certificateKind,
  site_id: plan.siteId,
  room_id: plan.roomId,
  instructor_id: plan.instructorId,
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  theory_hours: plan.theoryHours,
  practice_hours: plan.practiceHours,
  capacity: plan.capacity,
  payee: plan.payee,
  fund: plan.fund,
})

export async function findClass(tx: Tx, id: string): Promise<ClassRow | undefined> {
  const row = await classes(tx).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The class as it is once nobody else is changing it; held until the transaction ends. */
export async function findClassForUpdate(tx: Tx, id: string): Promise<ClassRow | undefined> {
  const row = await classes(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Classes by id; unknown ids are absent. */
export async function listClassesById(tx: Tx, ids: readonly string[]): Promise<Map<string, ClassRow>> {
  if (ids.length === 0) return new Map()
  const rows = await classes(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

export type ClassFilter = {
  readonly organisationId?: string | undefined
  readonly status?: ClassStatus | undefined
  readonly occupationId?: string | undefined
  /** Part of the class's or the filing number, or one of these occupations. */
  readonly search?: { readonly text: string; readonly occupationIds: readonly string[] } | undefined
}

/** Classes, newest first, paged by id. */
export async function listClasses(
  tx: Tx,
  filter: ClassFilter,
  page: { after?: string | undefined; limit: number },
): Promise<ClassRow[]> {
  let query = classes(tx)
  const { organisationId, status, occupationId, search } = filter
  if (organisationId) query = query.where('organisation_id', '=', organisationId)
  if (status) query = query.where('status', '=', status)
  if (occupationId) query = query.where('occupation_id', '=', occupationId)
  if (search) {
    const pattern = `%${search.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('number', 'like', pattern),
        where('filing_number', 'ilike', pattern),
        ...(search.occupationIds.length > 0 ? [where('occupation_id', 'in', [...search.occupationIds])] : []),
      ]),
    )
  }
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(fromRow)
}

export async function insertClass(tx: Tx, draft: PlanColumns & { id: string; organisationId: string }): Promise<void> {
  await tx.db
    .insertInto('training.classes')
    .values({
      district: tx.district,
      id: draft.id,
      organisation_id: draft.organisationId,
      status: 'draft',
      ...planColumns(draft),
    })
    .execute()
}

export async function updatePlan(tx: Tx, id: string, plan: PlanColumns): Promise<void> {
  await tx.db
    .updateTable('training.classes')
    .set(planColumns(plan))
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

export async function updateStatus(
  tx: Tx,
  id: string,
  change: { status: ClassStatus; filingNumber?: string; submittedAt?: Date },
): Promise<void> {
  await tx.db
    .updateTable('training.classes')
    .set({
      status: change.status,
      ...(change.filingNumber === undefined ? {} : { filing_number: change.filingNumber }),
      ...(change.submittedAt === undefined ? {} : { submitted_at: change.submittedAt }),
    })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

export type RosterSummary = {
  readonly importId: string
  readonly people: number
  readonly importedAt: Date
  /** Null for rosters from before it was kept. */
  readonly judgedBy: JudgedBy | null
}

/** How many people these rosters have and when they were imported, by import. */
export async function listRosterSummaries(tx: Tx, importIds: readonly string[]): Promise<Map<string, RosterSummary>> {
  if (importIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('training.roster_imports')
    .select(['id', 'row_count', 'business_at', 'judged_by'])
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(importIds)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        importId: row.id,
        people: row.row_count,
        importedAt: row.business_at,
        judgedBy: row.judged_by as JudgedBy | null,
      },
    ]),
  )
}

/** One change of a class's status and what was found and said at it. */
export type ClassEventRow = {
  readonly id: string
  readonly classId: string
  readonly statusFrom: ClassStatus | null
  readonly statusTo: ClassStatus
  readonly reasons: readonly unknown[]
  readonly checks: unknown
  readonly accountId: string
  readonly personId: string
  readonly businessAt: Date
  /** Of a review: the event of the submission it answers; it is taken in that submission's hand. Null otherwise. */
  readonly submissionId: string | null
}

export async function insertEvent(tx: Tx, event: ClassEventRow): Promise<void> {
  await tx.db
    .insertInto('training.class_events')
    .values({
      district: tx.district,
      id: event.id,
      class_id: event.classId,
      status_from: event.statusFrom,
      status_to: event.statusTo,
      reasons: JSON.stringify(event.reasons),
      checks: event.checks === null ? null : JSON.stringify(event.checks),
      account_id: event.accountId,
      person_id: event.personId,
      business_at: event.businessAt,
      submission_id: event.submissionId,
      duty: event.submissionId === null ? null : 'review',
    })
    .execute()
}

const events = (tx: Tx) => tx.db.selectFrom('training.class_events').selectAll().where('district', '=', tx.district)

type EventRow = Awaited<ReturnType<ReturnType<typeof events>['executeTakeFirstOrThrow']>>

const eventOf = (row: EventRow): ClassEventRow => ({
  id: row.id,
  classId: row.class_id,
  statusFrom: row.status_from as ClassStatus | null,
  statusTo: row.status_to as ClassStatus,
  reasons: row.reasons as unknown[],
  checks: row.checks,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
  submissionId: row.submission_id,
})

/** The changes of a class's status, oldest first. */
export async function listEvents(tx: Tx, classId: string): Promise<ClassEventRow[]> {
  return (await events(tx).where('class_id', '=', classId).orderBy('id').execute()).map(eventOf)
}

/** The newest change to a status, of each of these classes. */
export async function listNewestEvents(
  tx: Tx,
  classIds: readonly string[],
  statusTo: ClassStatus,
): Promise<Map<string, ClassEventRow>> {
  if (classIds.length === 0) return new Map()
  const rows = await events(tx)
    .where('class_id', 'in', [...new Set(classIds)])
    .where('status_to', '=', statusTo)
    .orderBy('class_id')
    .orderBy('id', 'desc')
    .distinctOn('class_id')
    .execute()
  return new Map(rows.map((row) => [row.class_id, eventOf(row)]))
}
