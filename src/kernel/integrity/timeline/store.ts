import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { TimelineKey } from '../../record/public.ts'

export type Page = { readonly before: TimelineKey | null; readonly limit: number }
export type Opened = { readonly id: string; readonly at: Date; readonly number: string }

const older = ({ before }: Page) =>
  before === null ? sql`` : sql`and (c.business_at, c.id) < (${before.at}::timestamptz, ${before.id}::uuid)`

/** The cases opened at a provider. */
export async function listCasesOfProvider(tx: Tx, organisationId: string, page: Page): Promise<Opened[]> {
  const { rows } = await sql<Opened>`
    select c.id, c.business_at as at, c.number from integrity.cases c
    where c.district = ${tx.district} and c.organisation_id = ${organisationId} ${older(page)}
    order by c.business_at desc, c.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The cases that name a person. */
export async function listCasesOfPerson(tx: Tx, personId: string, page: Page): Promise<Opened[]> {
  const { rows } = await sql<Opened>`
    select c.id, c.business_at as at, c.number from integrity.cases c
    where c.district = ${tx.district} and exists (
      select 1 from integrity.case_subjects s
      where s.district = c.district and s.case_id = c.id and s.person_id = ${personId}) ${older(page)}
    order by c.business_at desc, c.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
