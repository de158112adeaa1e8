import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

export type OpenCase = {
  readonly number: string
  readonly groupId: string
  readonly personIds: string[]
  /** The records that it rests on. */
  readonly evidenceIds: string[]
}

/** Cases that two people have not concluded, or that are with another authority. */
export async function listOpenCases(tx: Tx): Promise<OpenCase[]> {
  const { rows } = await sql<{
    number: string
    group_id: string
    person_ids: string[] | null
    evidence_ids: string[] | null
  }>`
    select number, group_id, person_ids, evidence_ids from (
      select c.number, c.group_id,
        (select array_agg(distinct s.person_id) from integrity.case_subjects s
          where s.district = ${tx.district} and s.case_id = c.id and s.person_id is not null) as person_ids,
        (select array_agg(distinct v.trail_id) from integrity.case_evidence v
          where v.district = ${tx.district} and v.case_id = c.id and v.trail_id is not null) as evidence_ids,
        (select n.outcome from integrity.case_decisions d
          join integrity.case_conclusions n on n.district = d.district and n.id = d.conclusion_id
          where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed'
          order by n.nth desc limit 1) as outcome
      from integrity.cases c where c.district = ${tx.district}) found
    where outcome is null or outcome = 'referred'`.execute(tx.db)
  return rows.map((row) => ({
    number: row.number,
    groupId: row.group_id,
    personIds: row.person_ids ?? [],
    evidenceIds: row.evidence_ids ?? [],
  }))
}

export type OpenFinding = {
  readonly number: string
  readonly subjectId: string
  readonly organisationId: string | null
  readonly personIds: string[]
}

/** Findings that are not closed. There are few: each waits for somebody. */
export async function listOpenFindings(tx: Tx): Promise<OpenFinding[]> {
  const { rows } = await sql<{
    number: string
    subject_id: string
    organisation_id: string | null
    person_id: string | null
  }>`
    select number, subject_id, organisation_id, person_id from integrity.findings f
    where f.district = ${tx.district} and not exists (
      select 1 from integrity.finding_steps s where s.district = ${tx.district} and s.finding_id = f.id and s.what = 'closed')
    order by f.id`.execute(tx.db)
  return rows.map((row) => ({
    number: row.number,
    subjectId: row.subject_id,
    organisationId: row.organisation_id,
    personIds: row.person_id === null ? [] : [row.person_id],
  }))
}
