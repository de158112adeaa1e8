import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import type { CountedBy } from '../limits/limits.ts'

export const LIVING = ['reserved', 'committed', 'paid'] as const
export type BenefitStatus = (typeof LIVING)[number] | 'released' | 'recovered'

/** By whom a benefit counts besides its person. */
export type BenefitParty = { readonly kind: Exclude<CountedBy, 'person'>; readonly key: Buffer }

/** One subsidy that a person takes, in what holds its money: a claim, or a list for the province. */
export type Benefit = {
  readonly id: string
  readonly personId: string
  /** The keyed hash of the person, one in every district of the platform. */
  readonly personKey: Buffer
  readonly decisionId: string
  readonly groupId: string
  readonly scheme: string
  readonly schemeVersion: string
  readonly family: string | null
  readonly occupationId: string | null
  readonly level: string | null
  /** The day it counts on. */
  readonly countsOn: string
  /** What it came to; of one that is read, what of it was not given back. */
  readonly amountFen: bigint
  /** More of one that was had under the same scheme for the same group: not one more time. */
  readonly more: boolean
  readonly holder: { readonly kind: 'claim' | 'province-list'; readonly id: string }
  readonly reference: string
  readonly status: BenefitStatus
  readonly businessAt: Date
}

/** What somebody has taken, wherever on the platform: what a limit counts, and nothing that says where. */
export type PersonUse = {
  readonly id: string
  readonly personKey: Buffer
  readonly family: string | null
  readonly occupationId: string | null
  readonly level: string | null
  readonly countsOn: string
  readonly amountFen: bigint
  readonly more: boolean
}

/** The fence of the registry is the person: its rows are reached only by whoever names their keyed hashes. */
async function name(tx: Tx, keys: readonly Buffer[]): Promise<void> {
  const named = [...new Set(keys.map((key) => key.toString('hex')))].join(',')
  await sql.raw(`set local app.persons = '${named}'`).execute(tx.db)
}

/**
 * Whoever decides about these people does so alone until the transaction ends, in whatever district others are: what was
 * taken before is seen by what is read after this, and nothing is taken meanwhile. Always in the same order.
 */
export async function takeTurns(tx: Tx, keys: readonly Buffer[]): Promise<void> {
  if (keys.length === 0) return
  await name(tx, keys)
  const ordered = [...new Map(keys.map((key) => [key.toString('hex'), key])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  await tx.db
    .insertInto('policy.person_turns')
    .values(ordered.map(([, key]) => ({ person_key: key })))
    .onConflict((conflict) =>
      conflict.column('person_key').doUpdateSet({ turns: sql<bigint>`policy.person_turns.turns + 1` }),
    )
    .execute()
}

/** What these people have taken and not given back, over all districts, in the order in which it was taken. */
export async function listUses(tx: Tx, keys: readonly Buffer[]): Promise<PersonUse[]> {
  if (keys.length === 0) return []
  await name(tx, keys)
  const rows = await tx.db
    .selectFrom('policy.person_uses')
    .selectAll()
    .where('person_key', 'in', [...keys])
    .where('lives', '=', true)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personKey: row.person_key,
    family: row.family,
    occupationId: row.occupation_id,
    level: row.level,
    countsOn: row.counts_on,
    amountFen: row.amount_fen - row.returned_fen,
    more: row.more,
  }))
}

/** What these people have taken in this district and not given back. */
export async function listBenefits(tx: Tx, personIds: readonly string[]): Promise<Benefit[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('policy.benefits')
    .selectAll()
    .where('district', '=', tx.district)
    .where('person_id', 'in', [...new Set(personIds)])
    .where('status', 'in', [...LIVING])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personKey: row.person_lookup,
    decisionId: row.decision_id,
    groupId: row.group_id,
    scheme: row.scheme,
    schemeVersion: row.scheme_version,
    family: row.family,
    occupationId: row.occupation_id,
    level: row.level,
    countsOn: row.counts_on,
    amountFen: row.amount_fen - row.returned_fen,
    more: row.more,
    holder: { kind: row.holder_kind as Benefit['holder']['kind'], id: row.holder_id },
    reference: row.reference,
    status: row.status as BenefitStatus,
    businessAt: row.business_at,
  }))
}

/** A benefit beside the newest of its events. */
export type BenefitProved = Pick<Benefit, 'id' | 'personKey' | 'decisionId' | 'amountFen'> & {
  readonly status: string
  readonly told: string | null
}

/** Every benefit of the district in the order in which it was taken; `after` is the last id of the piece before. */
export async function listBenefitsAfter(tx: Tx, after: string | undefined, limit: number): Promise<BenefitProved[]> {
  const { rows } = await sql<{
    id: string
    person_lookup: Buffer
    decision_id: string
    amount_fen: bigint
    status: string
    told: string | null
  }>`
    select b.id, b.person_lookup, b.decision_id, b.amount_fen - b.returned_fen as amount_fen, b.status, e.status_to as told
    from policy.benefits b
    left join lateral (
      select n.status_to from policy.benefit_events n
      where n.district = b.district and n.benefit_id = b.id order by n.id desc limit 1) e on true
    where b.district = ${tx.district} and b.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by b.id limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    personKey: row.person_lookup,
    decisionId: row.decision_id,
    amountFen: row.amount_fen,
    status: row.status,
    told: row.told,
  }))
}

/** Takes benefits, reserved: in the register of the district and in the registry of the platform. */
export async function reserveBenefits(
  tx: Tx,
  benefits: readonly (Omit<Benefit, 'status'> & { readonly parties: readonly BenefitParty[] })[],
): Promise<void> {
  if (benefits.length === 0) return
  await tx.db
    .insertInto('policy.benefits')
    .values(
      benefits.map((each) => ({
        district: tx.district,
        id: each.id,
        person_id: each.personId,
        person_lookup: each.personKey,
        decision_id: each.decisionId,
        group_id: each.groupId,
        scheme: each.scheme,
        scheme_version: each.schemeVersion,
        family: each.family,
        occupation_id: each.occupationId,
        level: each.level,
        counts_on: each.countsOn,
        amount_fen: each.amountFen,
        more: each.more,
        holder_kind: each.holder.kind,
        holder_id: each.holder.id,
        reference: each.reference,
        business_at: each.businessAt,
      })),
    )
    .execute()
  await insertEvents(
    tx,
    benefits.map(({ id, businessAt }) => ({ benefitId: id, from: null, to: 'reserved', at: businessAt })),
  )
  const parties = benefits.flatMap((each) => each.parties.map((party) => ({ of: each, ...party })))
  if (parties.length > 0)
    await tx.db
      .insertInto('policy.benefit_parties')
      .values(
        parties.map(({ of, kind, key }) => ({
          district: tx.district,
          id: newId(),
          benefit_id: of.id,
          kind,
          party_key: key,
        })),
      )
      .execute()
  const uses = [...benefits.map((of) => ({ of, key: of.personKey })), ...parties]
  await name(
    tx,
    uses.map(({ key }) => key),
  )
  await tx.db
    .insertInto('policy.person_uses')
    .values(
      uses.map(({ of, key }) => ({
        person_key: key,
        id: of.id,
        family: of.family,
        occupation_id: of.occupationId,
        level: of.level,
        counts_on: of.countsOn,
        amount_fen: of.amountFen,
        more: of.more,
      })),
    )
    .execute()
}

/** The ids of the living benefits of these groups, of some schemes alone where any are named. */
export async function listBenefitIdsOf(
  tx: Tx,
  groupIds: readonly string[],
  schemes: readonly string[] | undefined,
): Promise<ReadonlySet<string>> {
  let query = tx.db
    .selectFrom('policy.benefits')
    .select('id')
    .where('district', '=', tx.district)
    .where('group_id', 'in', [...groupIds])
    .where('status', 'in', [...LIVING])
  if (schemes) query = query.where('scheme', 'in', [...schemes])
  return new Set((await query.execute()).map(({ id }) => id))
}

/** Under which keys the registry has these benefits: their people's, and those of whoever else they count for. */
async function keysOf(tx: Tx, benefits: readonly { id: string; person_lookup: Buffer }[]): Promise<Buffer[]> {
  const parties = await tx.db
    .selectFrom('policy.benefit_parties')
    .select('party_key')
    .where('district', '=', tx.district)
    .where(
      'benefit_id',
      'in',
      benefits.map(({ id }) => id),
    )
    .execute()
  return [...benefits.map((each) => each.person_lookup), ...parties.map((each) => each.party_key)]
}

/** So much of a benefit was given back; the rest of it was had. What was given back whole is recovered. */
export async function giveBackOf(
  tx: Tx,
  { holderId, decisionId }: { readonly holderId: string; readonly decisionId: string },
  fen: bigint,
  at: Date,
): Promise<void> {
  const [benefit] = await tx.db
    .selectFrom('policy.benefits')
    .select(['id', 'person_lookup', 'status', 'amount_fen', 'returned_fen'])
    .where('district', '=', tx.district)
    .where('holder_id', '=', holderId)
    .where('decision_id', '=', decisionId)
    .where('status', 'in', [...LIVING])
    .forUpdate()
    .execute()
  if (!benefit) return
  const left = benefit.amount_fen - benefit.returned_fen
  if (fen >= left) return moveBenefits(tx, { holderId, decisionIds: [decisionId] }, 'recovered', at)
  const returned_fen = benefit.returned_fen + fen
  await tx.db
    .updateTable('policy.benefits')
    .set({ returned_fen })
    .where('district', '=', tx.district)
    .where('id', '=', benefit.id)
    .execute()
  const keys = await keysOf(tx, [benefit])
  await name(tx, keys)
  await tx.db
    .updateTable('policy.person_uses')
    .set({ returned_fen })
    .where('person_key', 'in', keys)
    .where('id', '=', benefit.id)
    .execute()
}

/** Which benefits: all that somebody holds, or those of some decisions among them. */
export type BenefitsHeld = { readonly holderId: string; readonly decisionIds?: readonly string[] }

/** Moves what lives of these benefits on; what is released or recovered counts no more, here and everywhere. */
export async function moveBenefits(tx: Tx, held: BenefitsHeld, to: BenefitStatus, at: Date): Promise<void> {
  let query = tx.db
    .selectFrom('policy.benefits')
    .select(['id', 'person_lookup', 'status'])
    .where('district', '=', tx.district)
    .where('holder_id', '=', held.holderId)
    .where('status', 'in', [...LIVING])
    .where('status', '<>', to)
  if (held.decisionIds) query = query.where('decision_id', 'in', [...held.decisionIds])
  const moving = await query.forUpdate().execute()
  if (moving.length === 0) return
  const ids = moving.map(({ id }) => id)
  await tx.db
    .updateTable('policy.benefits')
    .set({ status: to })
    .where('district', '=', tx.district)
    .where('id', 'in', ids)
    .execute()
  await insertEvents(
    tx,
    moving.map(({ id, status }) => ({ benefitId: id, from: status as BenefitStatus, to, at })),
  )
  if (to !== 'released' && to !== 'recovered') return
  const keys = await keysOf(tx, moving)
  await name(tx, keys)
  await tx.db
    .updateTable('policy.person_uses')
    .set({ lives: false })
    .where('person_key', 'in', keys)
    .where('id', 'in', ids)
    .execute()
}

type BenefitEvent = {
  readonly benefitId: string
  readonly from: BenefitStatus | null
  readonly to: BenefitStatus
  readonly at: Date
}

async function insertEvents(tx: Tx, events: readonly BenefitEvent[]): Promise<void> {
  await tx.db
    .insertInto('policy.benefit_events')
    .values(
      events.map(({ benefitId, from, to, at }) => ({
        district: tx.district,
        id: newId(),
        benefit_id: benefitId,
        status_from: from,
        status_to: to,
        business_at: at,
      })),
    )
    .execute()
}
