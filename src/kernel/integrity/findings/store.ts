import { type SqlBool, sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { olderThan, type TimelineWindow, type TrailPlace } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { PaperTable } from '../papers/beside-store.ts'
import { placesAsked } from '../store.ts'
import type { FindingState, Severity, StepKind } from './rules.ts'

export const FINDING_PAPERS: PaperTable = { table: 'integrity.finding_files', of: 'finding_id', hasSteps: true }

export type NewFinding = {
  readonly id: string
  readonly number: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectTitle: Sentence
  readonly organisationId: string | null
  readonly personId: string | null
  readonly forOrganisation: boolean
  readonly found: string
  readonly rule: string
  readonly severity: Severity
  readonly remedy: string
  /** Whether the auditor asks that a case be opened. */
  readonly asksCase: boolean
  readonly writtenOn: CivilDate
}

export type Step = {
  readonly id: string
  readonly findingId: string
  readonly nth: number
  readonly what: StepKind
  readonly said: string
  readonly dueOn: CivilDate | null
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
}

/** With its newest step, and the day the remedy was last asked by. */
export type FindingRow = NewFinding & {
  readonly last: { readonly nth: number; readonly what: StepKind; readonly personId: string }
  readonly dueOn: CivilDate
}

export type FindingFilter = {
  readonly state?: FindingState | undefined
  readonly severity?: Severity | undefined
  readonly organisationId?: string | undefined
  readonly told?: true
  /** Overdue on this day. */
  readonly overdueOn?: CivilDate | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
}

const LAST_STEPS = { open: ['written', 'asked-again'], answered: ['answered'], closed: ['closed'] } as const

const rows = (tx: Tx) =>
  tx.db
    .selectFrom('integrity.findings as f')
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('integrity.finding_steps as s')
          .select(['s.nth', 's.what', 's.person_id as by'])
          .whereRef('s.district', '=', 'f.district')
          .whereRef('s.finding_id', '=', 'f.id')
          .orderBy('s.nth', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('integrity.finding_steps as d')
          .select('d.due_on')
          .whereRef('d.district', '=', 'f.district')
          .whereRef('d.finding_id', '=', 'f.id')
          .where('d.due_on', 'is not', null)
          .orderBy('d.nth', 'desc')
          .limit(1)
          .as('asked'),
      (join) => join.onTrue(),
    )
    .where('f.district', '=', tx.district)

const whole = (tx: Tx) =>
  rows(tx).selectAll('f').select(['last.nth', 'last.what', 'last.by as last_person_id', 'asked.due_on'])

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): FindingRow => ({
  id: row.id,
  number: row.number,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  subjectTitle: row.subject_title as Sentence,
  organisationId: row.organisation_id,
  personId: row.person_id,
  forOrganisation: row.for_organisation,
  found: row.found,
  rule: row.rule,
  severity: row.severity as Severity,
  remedy: row.remedy,
  asksCase: row.asks_case,
  writtenOn: civilDate(row.written_on),
  last: { nth: row.nth, what: row.what as StepKind, personId: row.last_person_id },
  dueOn: civilDate(row.due_on!),
})

const matches = (filter: FindingFilter) => {
  const { state, severity, organisationId, told, overdueOn, subjectKind, subjectId } = filter
  const all = [
    ...(state ? [sql<SqlBool>`last.what = any(${[...LAST_STEPS[state]]}::text[])`] : []),
    ...(severity ? [sql<SqlBool>`f.severity = ${severity}`] : []),
    ...(organisationId ? [sql<SqlBool>`f.organisation_id = ${organisationId}`] : []),
    ...(told ? [sql<SqlBool>`f.for_organisation`] : []),
    ...(overdueOn
      ? [sql<SqlBool>`last.what = any(${[...LAST_STEPS.open]}::text[]) and asked.due_on < ${overdueOn}::date`]
      : []),
    ...(subjectKind ? [sql<SqlBool>`f.subject_kind = ${subjectKind}`] : []),
    ...(subjectId ? [sql<SqlBool>`f.subject_id = ${subjectId}`] : []),
  ]
  return all.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>(all, sql` and `)
}

/** Newest first; `after` is the last id of the page before. */
export async function listFindings(
  tx: Tx,
  filter: FindingFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<FindingRow[]> {
  let query = whole(tx).where(matches(filter))
  if (page.after) query = query.where('f.id', '<', page.after)
  return (await query.orderBy('f.id', 'desc').limit(page.limit).execute()).map(fromRow)
}

export async function findFinding(tx: Tx, id: string): Promise<FindingRow | undefined> {
  const row = await whole(tx).where('f.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** How many there are, up to `most`. */
export async function countFindings(tx: Tx, filter: FindingFilter, most: number): Promise<number> {
  return (await rows(tx).select('f.id').where(matches(filter)).limit(most).execute()).length
}

/** The findings about a step, newest first. */
export async function listFindingsAbout(
  tx: Tx,
  place: { readonly kind: string; readonly id: string },
): Promise<{ id: string; number: string }[]> {
  return tx.db
    .selectFrom('integrity.findings')
    .select(['id', 'number'])
    .where('district', '=', tx.district)
    .where('subject_kind', '=', place.kind)
    .where('subject_id', '=', place.id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** The findings about each of these records, the newest first. */
export async function listFindingsAt(
  tx: Tx,
  places: readonly TrailPlace[],
): Promise<{ at: TrailPlace; id: string; number: string }[]> {
  const { rows } = await sql<{ kind: string; place_id: string; id: string; number: string }>`
    select p.kind, p.place_id, f.id, f.number from ${placesAsked(places)}
    join integrity.findings f on f.district = ${tx.district} and f.subject_kind = p.kind and f.subject_id = p.place_id
    order by p.nth, f.id desc`.execute(tx.db)
  return rows.map(({ kind, place_id: id, ...row }) => ({ at: { kind, id }, ...row }))
}

/** Everything said about these findings, in turn. */
export async function listSteps(tx: Tx, findingIds: readonly string[]): Promise<Step[]> {
  if (findingIds.length === 0) return []
  const found = await tx.db
    .selectFrom('integrity.finding_steps')
    .selectAll()
    .where('district', '=', tx.district)
    .where('finding_id', 'in', [...findingIds])
    .orderBy('finding_id')
    .orderBy('nth')
    .execute()
  return found.map((row) => ({
    id: row.id,
    findingId: row.finding_id,
    nth: row.nth,
    what: row.what as StepKind,
    said: row.said,
    dueOn: row.due_on === null ? null : civilDate(row.due_on),
    personId: row.person_id,
    accountId: row.account_id,
    businessAt: row.business_at,
  }))
}

export async function insertFinding(tx: Tx, finding: NewFinding): Promise<void> {
  await tx.db
    .insertInto('integrity.findings')
    .values({
      district: tx.district,
      id: finding.id,
      number: finding.number,
      subject_kind: finding.subjectKind,
      subject_id: finding.subjectId,
      subject_title: JSON.stringify(finding.subjectTitle),
      organisation_id: finding.organisationId,
      person_id: finding.personId,
      for_organisation: finding.forOrganisation,
      found: finding.found,
      rule: finding.rule,
      severity: finding.severity,
      remedy: finding.remedy,
      asks_case: finding.asksCase,
      written_on: finding.writtenOn,
    })
    .execute()
}

/** The next step, after the one that was read; somebody else's at the same moment meets the key. */
export async function insertStep(tx: Tx, step: Step, before: FindingRow['last'] | null): Promise<void> {
  await tx.db
    .insertInto('integrity.finding_steps')
    .values({
      district: tx.district,
      id: step.id,
      finding_id: step.findingId,
      nth: step.nth,
      what: step.what,
      said: step.said,
      due_on: step.dueOn,
      person_id: step.personId,
      account_id: step.accountId,
      before_nth: before?.nth ?? null,
      before_what: before?.what ?? null,
      before_person: before?.personId ?? null,
      business_at: step.businessAt,
    })
    .execute()
}

export type FindingMove = {
  readonly id: string
  readonly at: Date
  readonly findingId: string
  readonly number: string
  readonly what: StepKind
  readonly said: string
}

/** What was found, answered and concluded about a provider, or about a person and where they stand. */
export async function listFindingMoves(
  tx: Tx,
  whose: { readonly organisationId: string } | { readonly personId: string; readonly subjectIds: readonly string[] },
  page: TimelineWindow,
): Promise<FindingMove[]> {
  const which =
    'organisationId' in whose
      ? sql`f.organisation_id = ${whose.organisationId}`
      : sql`(f.person_id = ${whose.personId} or f.subject_id = any(${[...whose.subjectIds]}::uuid[]))`
  const found = await sql<FindingMove>`
    with moves as (
      select s.id, s.business_at as at, f.id as "findingId", f.number,
        s.what, case when s.nth = 0 then f.found else s.said end as said
      from integrity.findings f
      join integrity.finding_steps s on s.district = f.district and s.finding_id = f.id
      where f.district = ${tx.district} and ${which}
    )
    select m.* from moves m where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(
    tx.db,
  )
  return found.rows
}
