import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { momentId, olderThan, type TimelineWindow } from '../../record/public.ts'

export type CaseTold = {
  readonly id: string
  readonly at: Date
  readonly caseId: string
  readonly number: string
  readonly what: 'opened' | 'confirmed'
  /** What two people concluded; null while a case is being opened. */
  readonly outcome: 'excluded' | 'cleared' | 'referred' | null
}

/** The cases opened at a provider, and what two people concluded. */
export async function listCasesOfProvider(tx: Tx, organisationId: string, page: TimelineWindow): Promise<CaseTold[]> {
  return listCaseMoves(tx, sql`c.organisation_id = ${organisationId}`, page)
}

/** The cases that name a person, and what two people concluded. */
export async function listCasesOfPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<CaseTold[]> {
  const named = sql`exists (
    select 1 from integrity.case_subjects s
    where s.district = c.district and s.case_id = c.id and s.person_id = ${personId})`
  return listCaseMoves(tx, named, page)
}

async function listCaseMoves(tx: Tx, which: RawBuilder<unknown>, page: TimelineWindow): Promise<CaseTold[]> {
  const { rows } = await sql<CaseTold>`
    with theirs as (
      select c.id, c.number, c.business_at from integrity.cases c where c.district = ${tx.district} and ${which}
    ), moves as (
      select t.id, t.business_at as at, t.id as "caseId", t.number, 'opened' as what, null::text as outcome from theirs t
      union all
      select n.id, d.business_at, t.id, t.number, 'confirmed', n.outcome from theirs t
      join integrity.case_conclusions n on n.district = ${tx.district} and n.case_id = t.id
      join integrity.case_decisions d on d.district = ${tx.district} and d.conclusion_id = n.id
        and d.verdict = 'confirmed'
    )
    select m.id, m.at, m."caseId", m.number, m.what, m.outcome from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type OverrideTold = {
  readonly id: string
  readonly at: Date
  readonly overrideId: string
  readonly checkId: string
  readonly document: string
  readonly what: 'proposed' | 'confirmed' | 'declined' | 'withdrawn'
  readonly said: string
}

/** What became of the answers that two people let go, or did not: about these subjects, or at a provider. */
export async function listOverrideMoves(
  tx: Tx,
  whose: { readonly subjectIds: readonly string[] } | { readonly organisationId: string },
  page: TimelineWindow,
): Promise<OverrideTold[]> {
  if ('subjectIds' in whose && whose.subjectIds.length === 0) return []
  const which =
    'subjectIds' in whose
      ? sql`o.subject_id = any(${[...whose.subjectIds]}::uuid[])`
      : sql`o.organisation_id = ${whose.organisationId}`
  const { rows } = await sql<OverrideTold>`
    with theirs as (
      select o.id, o.check_id, o.document, o.reason, o.business_at from integrity.overrides o
      where o.district = ${tx.district} and ${which}
    ), moves as (
      select t.id, t.business_at as at, t.id as "overrideId", t.check_id as "checkId", t.document, 'proposed' as what,
        t.reason as said
      from theirs t
      union all
      select ${momentId('d.override_id', 'decided')}, d.business_at, t.id, t.check_id, t.document, d.outcome, d.reason from theirs t
      join integrity.override_decisions d on d.district = ${tx.district} and d.override_id = t.id
      union all
      select ${momentId('w.override_id', 'withdrawn')}, w.business_at, t.id, t.check_id, t.document, 'withdrawn', w.reason from theirs t
      join integrity.override_withdrawals w on w.district = ${tx.district} and w.override_id = t.id
    )
    select m.id, m.at, m."overrideId", m."checkId", m.document, m.what, m.said from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The cases about a person or about these groups, the newest first. */
export async function listCasesConcerning(
  tx: Tx,
  personId: string,
  groupIds: readonly string[],
): Promise<{ id: string; number: string; isOpen: boolean }[]> {
  const { rows } = await sql<{ id: string; number: string; isOpen: boolean }>`
    select c.id, c.number, not exists (
      select 1 from integrity.case_decisions d
      where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed') as "isOpen"
    from integrity.cases c
    where c.district = ${tx.district} and (c.group_id = any(${[...groupIds]}::uuid[]) or exists (
      select 1 from integrity.case_subjects s
      where s.district = ${tx.district} and s.case_id = c.id and s.person_id = ${personId}))
    order by c.id desc limit 50`.execute(tx.db)
  return rows
}
