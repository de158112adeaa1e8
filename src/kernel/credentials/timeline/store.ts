import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { olderThan, type TimelineWindow } from '../../record/public.ts'
import type { LookUpOutcome } from '../look-ups/rules.ts'
import type { CertificateKind } from '../store.ts'

export type CertificateTold = {
  readonly id: string
  readonly at: Date
  readonly number: string
  readonly kind: CertificateKind
  readonly replaced: boolean
}

/** A person's certificates, as we were told of each. */
export async function listCertificatesOfPerson(
  tx: Tx,
  personId: string,
  page: TimelineWindow,
): Promise<CertificateTold[]> {
  const { rows } = await sql<CertificateTold>`
    select c.id, c.at, c.number, c.kind, c.replaced from (
      select id, coalesce(told_at, date_trunc('milliseconds', recorded_at)) as at, certificate_no as number, kind,
        superseded_by is not null as replaced
      from credentials.certificates where district = ${tx.district} and person_id = ${personId}
    ) c
    where ${olderThan(page, 'c.at', 'c.id')} order by c.at desc, c.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type LookUpTold = {
  readonly id: string
  readonly at: Date
  readonly lookUpId: string
  readonly number: string
  readonly site: string
  readonly lookedOn: string
  readonly outcome: LookUpOutcome
}

/** What public sites said of a person's certificates. */
export async function listLookUpsOfPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<LookUpTold[]> {
  const { rows } = await sql<LookUpTold>`
    select n.id, u.business_at as at, u.id as "lookUpId", c.certificate_no as number, u.site,
      u.looked_on::text as "lookedOn", n.outcome
    from credentials.certificates c
    join credentials.look_up_lines n on n.district = c.district and n.certificate_id = c.id
    join credentials.look_ups u on u.district = n.district and u.id = n.look_up_id
    where c.district = ${tx.district} and c.person_id = ${personId} and ${olderThan(page, 'u.business_at', 'n.id')}
    order by u.business_at desc, n.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
