import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { READING_OPENS_MINUTES } from './rules.ts'
import type { TimelineKey } from './timelines.ts'

/** A page of what one room tells: so many, older than a place. */
export type TimelineWindow = { readonly before: TimelineKey | null; readonly limit: number }

/** What is older than the window's place, by the columns of time and id; everything where it has none. */
export function olderThan({ before }: TimelineWindow, at: string, id: string): RawBuilder<boolean> {
  return before === null
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)`
}

/**
 * An id for something that happened to a row and has none of its own (its decision): always the same one, so that the
 * places of a timeline's entries differ.
 */
export function momentId(ref: string, what: string): RawBuilder<string> {
  return sql<string>`overlay(overlay(md5(${sql.ref(ref)}::text || ${what}::text) placing '8' from 13 for 1)
    placing '8' from 17 for 1)::uuid`
}

/** The name of the act under which somebody reads a person's timeline. */
export const READING = 'timeline.opened'

export type Reading = { readonly reason: string; readonly until: Date }

/** A reading that this account opened of this person a little while ago (real time): under it pages are read. */
export async function findOwnReading(
  tx: Tx,
  id: string,
  asked: { readonly personId: string; readonly accountId: string },
): Promise<Reading | undefined> {
  const { rows } = await sql<Reading>`
    select detail ->> 'reason' as reason, recorded_at + make_interval(mins => ${READING_OPENS_MINUTES}) as until
    from record.acts
    where district = ${tx.district} and id = ${id} and act = ${READING} and subject_kind = 'person'
      and subject_id = ${asked.personId} and account_id = ${asked.accountId}
      and recorded_at > now() - make_interval(mins => ${READING_OPENS_MINUTES})`.execute(tx.db)
  return rows[0]
}

/** The name of the act under which somebody takes out an archive of everything about a person. */
const TAKEN_OUT = 'archive.taken-out'

export type ReadingTold = {
  readonly id: string
  readonly act: string
  readonly at: Date
  readonly accountId: string
  readonly reason: string
  readonly claimId: string | null
}

/** Who read a person's timeline or took out their archive, and why. */
export async function listReadingsOf(tx: Tx, personId: string, page: TimelineWindow): Promise<ReadingTold[]> {
  const { rows } = await sql<ReadingTold>`
    select a.id, a.act, a.business_at as at, a.account_id as "accountId", a.detail ->> 'reason' as reason,
      a.detail ->> 'claimId' as "claimId"
    from record.acts a
    where a.district = ${tx.district} and a.subject_kind = 'person' and a.subject_id = ${personId}
      and a.act in (${READING}, ${TAKEN_OUT}) and ${olderThan(page, 'a.business_at', 'a.id')}
    order by a.business_at desc, a.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
