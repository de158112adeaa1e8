import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { CorrectionItem, Outcome, State, Turn } from './rules.ts'

export type CorrectionFile = {
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export type NewCorrection = {
  readonly id: string
  readonly number: string
  readonly personId: string
  readonly item: CorrectionItem
  readonly shouldBe: string
  readonly why: string
  readonly phone: { readonly sealed: Buffer; readonly masked: string } | null
  readonly file: CorrectionFile | null
  readonly formKey: string
  readonly businessAt: Date
}

export type Answer = Turn & {
  readonly nth: number
  readonly answer: string
  readonly answeredBy: string
  readonly accountId: string
  readonly at: Date
  readonly decided: { readonly accountId: string; readonly reason: string; readonly at: Date } | null
}

export type Correction = Omit<NewCorrection, 'formKey'> & { readonly answers: readonly Answer[] }

export async function insertCorrection(tx: Tx, given: NewCorrection): Promise<void> {
  await tx.db
    .insertInto('people.correction_requests')
    .values({
      district: tx.district,
      id: given.id,
      number: given.number,
      person_id: given.personId,
      item: given.item,
      should_be: given.shouldBe,
      why: given.why,
      phone_sealed: given.phone?.sealed ?? null,
      phone_masked: given.phone?.masked ?? null,
      file_id: given.file?.fileId ?? null,
      file_name: given.file?.fileName ?? null,
      media_type: given.file?.mediaType ?? null,
      size_bytes: given.file?.sizeBytes ?? null,
      form_key: given.formKey,
      business_at: given.businessAt,
    })
    .execute()
}

const requests = (tx: Tx) =>
  tx.db.selectFrom('people.correction_requests as r').selectAll('r').where('r.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

async function withAnswers(tx: Tx, rows: readonly Row[]): Promise<Correction[]> {
  const ids = rows.map(({ id }) => id)
  const answers =
    ids.length === 0
      ? []
      : await tx.db
          .selectFrom('people.correction_answers as a')
          .leftJoin('people.correction_decisions as d', (join) =>
            join
              .onRef('d.district', '=', 'a.district')
              .onRef('d.request_id', '=', 'a.request_id')
              .onRef('d.nth', '=', 'a.nth'),
          )
          .select(['a.request_id', 'a.nth', 'a.outcome', 'a.answer', 'a.needs_second', 'a.answered_by', 'a.account_id'])
          .select(['a.business_at', 'd.verdict', 'd.reason', 'd.account_id as decided_account'])
          .select('d.business_at as decided_at')
          .where('a.district', '=', tx.district)
          .where('a.request_id', 'in', ids)
          .orderBy('a.nth')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    personId: row.person_id,
    item: row.item as CorrectionItem,
    shouldBe: row.should_be,
    why: row.why,
    phone: row.phone_sealed && row.phone_masked ? { sealed: row.phone_sealed, masked: row.phone_masked } : null,
    file:
      row.file_id && row.file_name && row.media_type && row.size_bytes !== null
        ? { fileId: row.file_id, fileName: row.file_name, mediaType: row.media_type, sizeBytes: row.size_bytes }
        : null,
    businessAt: row.business_at,
    answers: answers
      .filter(({ request_id: of }) => of === row.id)
      .map((each) => ({
        nth: each.nth,
        outcome: each.outcome as Outcome,
        answer: each.answer,
        needsSecond: each.needs_second,
        answeredBy: each.answered_by,
        accountId: each.account_id,
        at: each.business_at,
        verdict: each.verdict as Answer['verdict'],
        decided:
          each.decided_account && each.decided_at
            ? { accountId: each.decided_account, reason: each.reason ?? '', at: each.decided_at }
            : null,
      })),
  }))
}

/** The request that this form made, when it was sent before. */
export async function findCorrectionOfForm(tx: Tx, personId: string, formKey: string): Promise<Correction | undefined> {
  const rows = await requests(tx).where('r.person_id', '=', personId).where('r.form_key', '=', formKey).execute()
  return (await withAnswers(tx, rows))[0]
}

export async function findCorrection(tx: Tx, id: string): Promise<Correction | undefined> {
  return (await withAnswers(tx, await requests(tx).where('r.id', '=', id).execute()))[0]
}

/** What somebody asked for, the newest first. */
export async function listCorrectionsOfPerson(tx: Tx, personId: string): Promise<Correction[]> {
  return withAnswers(
    tx,
    await requests(tx).where('r.person_id', '=', personId).orderBy('r.id', 'desc').limit(50).execute(),
  )
}

/** The last answer's standing: none or declined by the second is open; unconfirmed waits for a second. */
const last = (tx: Tx) => sql`(
  select case when d.verdict = 'declined' then 'open' when a.needs_second and d.verdict is null then 'second' else a.outcome end
  from people.correction_answers a
  left join people.correction_decisions d on d.district = a.district and d.request_id = a.request_id and d.nth = a.nth
  where a.district = ${tx.district} and a.request_id = r.id order by a.nth desc limit 1)`

/** Requests in a state: what waits the oldest first, what is settled the newest first. */
export async function listCorrections(
  tx: Tx,
  state: State | 'settled',
  page: { after?: string | undefined; limit: number },
): Promise<Correction[]> {
  const stands = sql<string>`coalesce(${last(tx)}, 'open')`
  const settled = state === 'settled'
  let query = settled
    ? requests(tx).where(stands, 'in', ['corrected', 'declined'])
    : requests(tx).where(stands, '=', state)
  if (page.after) query = query.where('r.id', settled ? '<' : '>', page.after)
  const rows = await query
    .orderBy('r.id', settled ? 'desc' : 'asc')
    .limit(page.limit)
    .execute()
  return withAnswers(tx, rows)
}

const MOST_COUNTED = 100

/** How many wait to be answered, how many for a second person, and how many of both for too long; counted to a hundred. */
export async function countCorrections(
  tx: Tx,
  overdueBefore: Date,
): Promise<{ open: number; second: number; overdue: number }> {
  const { rows } = await sql<{ open: number; second: number; overdue: number }>`
    select (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where state = 'second'))::int as second,
      (count(*) filter (where business_at < ${overdueBefore}))::int as overdue
    from (
      select * from (
        select r.id, r.business_at, coalesce(${last(tx)}, 'open') as state from people.correction_requests r
        where r.district = ${tx.district}) every_one
      where state in ('open', 'second') order by id limit ${MOST_COUNTED}) waiting`.execute(tx.db)
  return rows[0]!
}

export async function insertAnswer(
  tx: Tx,
  requestId: string,
  answer: Pick<Answer, 'nth' | 'outcome' | 'answer' | 'needsSecond' | 'answeredBy' | 'accountId' | 'at'>,
): Promise<void> {
  await tx.db
    .insertInto('people.correction_answers')
    .values({
      district: tx.district,
      request_id: requestId,
      nth: answer.nth,
      outcome: answer.outcome,
      answer: answer.answer,
      needs_second: answer.needsSecond,
      answered_by: answer.answeredBy,
      account_id: answer.accountId,
      business_at: answer.at,
    })
    .execute()
}

export async function insertDecision(
  tx: Tx,
  of: { readonly requestId: string; readonly nth: number; readonly answeredBy: string },
  decision: { verdict: 'confirmed' | 'declined'; reason: string; decidedBy: string; accountId: string; at: Date },
): Promise<void> {
  await tx.db
    .insertInto('people.correction_decisions')
    .values({
      district: tx.district,
      request_id: of.requestId,
      nth: of.nth,
      answered_by: of.answeredBy,
      decided_by: decision.decidedBy,
      account_id: decision.accountId,
      verdict: decision.verdict,
      reason: decision.reason,
      business_at: decision.at,
    })
    .execute()
}

export async function insertCorrectedValue(
  tx: Tx,
  value: {
    readonly id: string
    readonly personId: string
    readonly requestId: string
    readonly name: string | null
    readonly phone: { readonly sealed: Buffer; readonly masked: string; readonly lookup: Buffer } | null
    readonly at: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('people.corrected_values')
    .values({
      district: tx.district,
      id: value.id,
      person_id: value.personId,
      request_id: value.requestId,
      name: value.name,
      phone_sealed: value.phone?.sealed ?? null,
      phone_masked: value.phone?.masked ?? null,
      phone_lookup: value.phone?.lookup ?? null,
      business_at: value.at,
    })
    .execute()
}
