import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { ReportKind } from './rules.ts'

export type NewReport = {
  readonly id: string
  readonly number: string
  readonly personId: string
  readonly claimId: string
  readonly decisionId: string
  readonly kind: ReportKind
  readonly said: string
  readonly formKey: string
  readonly businessAt: Date
}

export type Report = Omit<NewReport, 'formKey'> & {
  readonly answer: { readonly text: string; readonly accountId: string; readonly at: Date } | null
}

export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx.db
    .insertInto('funds.person_reports')
    .values({
      district: tx.district,
      id: report.id,
      number: report.number,
      person_id: report.personId,
      claim_id: report.claimId,
      decision_id: report.decisionId,
      kind: report.kind,
      said: report.said,
      form_key: report.formKey,
      business_at: report.businessAt,
    })
    .execute()
}

const reports = (tx: Tx) =>
  tx.db
    .selectFrom('funds.person_reports as r')
    .leftJoin('funds.report_answers as a', (join) =>
      join.onRef('a.district', '=', 'r.district').onRef('a.report_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select(['a.answer', 'a.account_id as answered_account', 'a.business_at as answered_at'])
    .where('r.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

const reportOf = (row: Row): Report => ({
  id: row.id,
  number: row.number,
  personId: row.person_id,
  claimId: row.claim_id,
  decisionId: row.decision_id,
  kind: row.kind as ReportKind,
  said: row.said,
  businessAt: row.business_at,
  answer:
    row.answer !== null && row.answered_account && row.answered_at
      ? { text: row.answer, accountId: row.answered_account, at: row.answered_at }
      : null,
})

/** The report that this form made, when it was sent before. */
export async function findReportOfForm(tx: Tx, personId: string, formKey: string): Promise<Report | undefined> {
  const row = await reports(tx).where('r.person_id', '=', personId).where('r.form_key', '=', formKey).executeTakeFirst()
  return row && reportOf(row)
}

export async function findReport(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await reports(tx).where('r.id', '=', id).executeTakeFirst()
  return row && reportOf(row)
}

/** What somebody reported, the newest first. */
export async function listReportsOfPerson(tx: Tx, personId: string): Promise<Report[]> {
  return (await reports(tx).where('r.person_id', '=', personId).orderBy('r.id', 'desc').limit(50).execute()).map(
    reportOf,
  )
}

export type ReportFilter = { readonly state: 'open' | 'overdue' | 'answered'; readonly overdueBefore: Date }

/** Reports to be answered, the oldest first; answered ones, the newest first. */
export async function listReports(
  tx: Tx,
  { state, overdueBefore }: ReportFilter,
  page: { after?: string | undefined; limit: number },
): Promise<Report[]> {
  let query = reports(tx).where('a.report_id', state === 'answered' ? 'is not' : 'is', null)
  if (state === 'overdue') query = query.where('r.business_at', '<', overdueBefore)
  if (page.after) query = query.where('r.id', state === 'answered' ? '<' : '>', page.after)
  const rows = await query
    .orderBy('r.id', state === 'answered' ? 'desc' : 'asc')
    .limit(page.limit)
    .execute()
  return rows.map(reportOf)
}

const MOST_COUNTED = 100

/** How many wait for an answer, and how many of them for too long, counted to a hundred. */
export async function countReports(tx: Tx, overdueBefore: Date): Promise<{ open: number; overdue: number }> {
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, (count(*) filter (where business_at < ${overdueBefore}))::int as overdue from (
      select r.business_at from funds.person_reports r
      where r.district = ${tx.district} and not exists (
        select 1 from funds.report_answers a where a.district = r.district and a.report_id = r.id)
      order by r.id limit ${MOST_COUNTED}) waiting`.execute(tx.db)
  return rows[0] ?? { open: 0, overdue: 0 }
}

export async function insertAnswer(
  tx: Tx,
  answer: { reportId: string; text: string; answeredBy: string; accountId: string; at: Date },
): Promise<void> {
  await tx.db
    .insertInto('funds.report_answers')
    .values({
      district: tx.district,
      report_id: answer.reportId,
      answer: answer.text,
      answered_by: answer.answeredBy,
      account_id: answer.accountId,
      business_at: answer.at,
    })
    .execute()
}
