import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../../record/public.ts'
import { placesAsked } from '../store.ts'
import type { Stratum } from './populations.ts'

type Doer = { readonly personId: string; readonly accountId: string; readonly businessAt: Date }

export type NewSample = Doer & {
  readonly id: string
  readonly number: string
  readonly purpose: string
  readonly population: string
  /** As it was asked. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly stratifiedBy: Stratum | null
  readonly take: number
  readonly candidates: number
  readonly populationSha256: Buffer
  readonly fileId: string
}

export type SampleRow = NewSample & {
  readonly draw: (Doer & { readonly seed: string; readonly sealNumber: number }) | null
  readonly items: number
  readonly marked: number
  readonly findings: number
}

const whole = (tx: Tx) =>
  tx.db
    .selectFrom('integrity.samples as s')
    .leftJoin('integrity.sample_draws as d', (join) =>
      join.onRef('d.district', '=', 's.district').onRef('d.sample_id', '=', 's.id'),
    )
    .selectAll('s')
    .select(['d.seed', 'd.seal_number', 'd.person_id as drawn_by', 'd.account_id as drawn_account'])
    .select('d.business_at as drawn_at')
    .select([
      sql<number>`(select count(*)::int from integrity.sample_items i
        where i.district = s.district and i.sample_id = s.id)`.as('items'),
      sql<number>`(select count(distinct m.item_id)::int from integrity.sample_marks m
        where m.district = s.district and m.sample_id = s.id)`.as('marked'),
      sql<number>`(select count(*)::int from (
        select distinct on (m.item_id) m.verdict from integrity.sample_marks m
        where m.district = s.district and m.sample_id = s.id order by m.item_id, m.nth desc) newest
        where newest.verdict = 'finding')`.as('findings'),
    ])
    .where('s.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): SampleRow => ({
  id: row.id,
  number: row.number,
  purpose: row.purpose,
  population: row.population,
  filter: row.filter as Record<string, unknown>,
  stratifiedBy: row.stratified_by as Stratum | null,
  take: row.take,
  candidates: row.candidates,
  populationSha256: row.population_sha256,
  fileId: row.file_id,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
  draw:
    row.seed && row.seal_number !== null && row.drawn_by && row.drawn_account && row.drawn_at
      ? {
          seed: row.seed,
          sealNumber: row.seal_number,
          personId: row.drawn_by,
          accountId: row.drawn_account,
          businessAt: row.drawn_at,
        }
      : null,
  items: row.items,
  marked: row.marked,
  findings: row.findings,
})

/** Newest first. */
export async function listSamples(
  tx: Tx,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<SampleRow[]> {
  let query = whole(tx)
  if (page.after) query = query.where('s.id', '<', page.after)
  return (await query.orderBy('s.id', 'desc').limit(page.limit).execute()).map(fromRow)
}

export async function findSample(tx: Tx, id: string): Promise<SampleRow | undefined> {
  const row = await whole(tx).where('s.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function insertSample(tx: Tx, sample: NewSample): Promise<void> {
  await tx.db
    .insertInto('integrity.samples')
    .values({
      district: tx.district,
      id: sample.id,
      number: sample.number,
      purpose: sample.purpose,
      population: sample.population,
      filter: JSON.stringify(sample.filter),
      stratified_by: sample.stratifiedBy,
      take: sample.take,
      candidates: sample.candidates,
      population_sha256: sample.populationSha256,
      file_id: sample.fileId,
      person_id: sample.personId,
      account_id: sample.accountId,
      business_at: sample.businessAt,
    })
    .execute()
}

export type Item = {
  readonly id: string
  readonly nth: number
  readonly stratum: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectTitle: Sentence
}

export async function insertDraw(
  tx: Tx,
  sampleId: string,
  draw: NonNullable<SampleRow['draw']>,
  items: readonly Item[],
): Promise<void> {
  await tx.db
    .insertInto('integrity.sample_draws')
    .values({
      district: tx.district,
      sample_id: sampleId,
      seed: draw.seed,
      seal_number: draw.sealNumber,
      person_id: draw.personId,
      account_id: draw.accountId,
      business_at: draw.businessAt,
    })
    .execute()
  await tx.db
    .insertInto('integrity.sample_items')
    .values(
      items.map((item) => ({
        district: tx.district,
        id: item.id,
        sample_id: sampleId,
        nth: item.nth,
        stratum: item.stratum,
        subject_kind: item.subjectKind,
        subject_id: item.subjectId,
        subject_title: JSON.stringify(item.subjectTitle),
      })),
    )
    .execute()
}

/** What was drawn, in the order of the drawing, from a place on. */
export async function listItems(
  tx: Tx,
  sampleId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<Item[]> {
  const rows = await tx.db
    .selectFrom('integrity.sample_items')
    .selectAll()
    .where('district', '=', tx.district)
    .where('sample_id', '=', sampleId)
    .where('nth', '>', page.after)
    .orderBy('nth')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nth: row.nth,
    stratum: row.stratum,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectTitle: row.subject_title as Sentence,
  }))
}

export async function findItem(tx: Tx, sampleId: string, itemId: string) {
  return tx.db
    .selectFrom('integrity.sample_items')
    .select(['id', 'subject_kind as subjectKind', 'subject_id as subjectId'])
    .where('district', '=', tx.district)
    .where('sample_id', '=', sampleId)
    .where('id', '=', itemId)
    .executeTakeFirst()
}

export type Mark = Doer & {
  readonly id: string
  readonly itemId: string
  readonly nth: number
  readonly verdict: 'fine' | 'finding'
  readonly note: string
  readonly findingId: string | null
}

/** The newest mark of each of these items. */
export async function listMarks(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Mark>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('integrity.sample_marks')
    .distinctOn('item_id')
    .selectAll()
    .where('district', '=', tx.district)
    .where('item_id', 'in', [...itemIds])
    .orderBy('item_id')
    .orderBy('nth', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.item_id,
      {
        id: row.id,
        itemId: row.item_id,
        nth: row.nth,
        verdict: row.verdict as Mark['verdict'],
        note: row.note,
        findingId: row.finding_id,
        personId: row.person_id,
        accountId: row.account_id,
        businessAt: row.business_at,
      },
    ]),
  )
}

export async function insertMark(tx: Tx, sampleId: string, mark: Mark): Promise<void> {
  await tx.db
    .insertInto('integrity.sample_marks')
    .values({
      district: tx.district,
      id: mark.id,
      sample_id: sampleId,
      item_id: mark.itemId,
      nth: mark.nth,
      verdict: mark.verdict,
      note: mark.note,
      finding_id: mark.findingId,
      person_id: mark.personId,
      account_id: mark.accountId,
      business_at: mark.businessAt,
    })
    .execute()
}

/** The samples that each of these records was drawn into, the newest first. */
export async function listSamplesAt(
  tx: Tx,
  places: readonly TrailPlace[],
): Promise<{ at: TrailPlace; id: string; number: string }[]> {
  const { rows } = await sql<{ kind: string; place_id: string; id: string; number: string }>`
    select p.kind, p.place_id, s.id, s.number from ${placesAsked(places)}
    join integrity.sample_items i on i.district = ${tx.district} and i.subject_kind = p.kind and i.subject_id = p.place_id
    join integrity.samples s on s.district = ${tx.district} and s.id = i.sample_id
    order by p.nth, s.id desc`.execute(tx.db)
  return rows.map(({ kind, place_id: id, ...row }) => ({ at: { kind, id }, ...row }))
}
