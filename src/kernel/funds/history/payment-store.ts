import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { newId, type SkillLevel } from '../../values/public.ts'
import type { LedgerLine } from './reading.ts'

/** A payment as it is stored: the person is a keyed hash and nothing else. */
export type PastPayment = Omit<LedgerLine, 'identityNumber'> & { readonly identityLookup: Buffer }

/**
 * Stores some thousands of payments in one statement, a column one text of lines and all hashes one run of bytes: no value
 * holds a line break. A column of one empty text has no lines at all, hence the coalesce. On Citus a bulk import like this runs under the bulk role.
 */
export async function insertPastPayments(tx: Tx, sourceId: string, payments: readonly PastPayment[]): Promise<void> {
  if (payments.length === 0) return
  const lines = (of: (payment: PastPayment) => string | number) => payments.map(of).join('\n')
  const lookups = Buffer.concat(payments.map((payment) => payment.identityLookup))
  await sql`
    insert into funds.past_payments (district, id, source_id, sheet_row, identity_lookup, family, occupation_id,
                                     occupation_text, level, certificate_no, amount_fen, paid_from, paid_to, payee)
    select ${tx.district}::int, p.id::uuid, ${sourceId}::uuid, p.sheet_row::int,
           substring(${lookups}::bytea from (p.nth::int - 1) * 32 + 1 for 32), p.family, nullif(p.occupation_id, ''),
           coalesce(p.occupation_text, ''), nullif(p.level, ''), nullif(p.certificate_no, ''), p.amount_fen::bigint, p.paid_from::date,
           p.paid_to::date, p.payee
    from rows from (string_to_table(${idsFor(payments.length).join('\n')}, E'\\n'),
                    string_to_table(${lines((each) => each.row)}, E'\\n'),
                    string_to_table(${lines((each) => each.family)}, E'\\n'),
                    string_to_table(${lines((each) => each.occupationId ?? '')}, E'\\n'),
                    string_to_table(${lines((each) => each.occupationText)}, E'\\n'),
                    string_to_table(${lines((each) => each.level ?? '')}, E'\\n'),
                    string_to_table(${lines((each) => each.certificateNo ?? '')}, E'\\n'),
                    string_to_table(${lines((each) => String(each.amountFen))}, E'\\n'),
                    string_to_table(${lines((each) => each.paid.from)}, E'\\n'),
                    string_to_table(${lines((each) => each.paid.to)}, E'\\n'),
                    string_to_table(${lines((each) => each.payee)}, E'\\n'))
         with ordinality as p (id, sheet_row, family, occupation_id, occupation_text, level, certificate_no, amount_fen,
                               paid_from, paid_to, payee, nth)`.execute(tx.db)
}

/** Ids of one batch: a fresh UUID v7 whose last 32 bits count on (RFC 9562, 6.2). */
function idsFor(count: number): string[] {
  const stem = newId().slice(0, -8)
  return Array.from({ length: count }, (_, at) => stem + at.toString(16).padStart(8, '0'))
}

/** A stored payment with whose words it is. */
export type KnownPayment = {
  readonly id: string
  readonly sourceId: string
  readonly sourceKind: string
  readonly source: string
  readonly sheetRow: number
  readonly identityLookup: Buffer
  readonly family: string
  readonly occupationId: string | null
  readonly occupationText: string
  readonly level: SkillLevel | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly paidFrom: string
  readonly paidTo: string
}

const known = (tx: Tx) =>
  tx.db
    .selectFrom('funds.past_payments as p')
    .innerJoin('funds.history_sources as s', (join) =>
      join.onRef('s.district', '=', 'p.district').onRef('s.id', '=', 'p.source_id'),
    )
    .select(['p.id', 'p.source_id', 's.kind', 's.source', 'p.sheet_row', 'p.identity_lookup', 'p.family'])
    .select(['p.occupation_id', 'p.occupation_text', 'p.level', 'p.certificate_no', 'p.amount_fen'])
    .select(['p.paid_from', 'p.paid_to'])
    .where('p.district', '=', tx.district)
    .where('s.withdrawn', '=', false)

type Row = Awaited<ReturnType<ReturnType<typeof known>['executeTakeFirstOrThrow']>>

const paymentOf = (row: Row): KnownPayment => ({
  id: row.id,
  sourceId: row.source_id,
  sourceKind: row.kind,
  source: row.source,
  sheetRow: row.sheet_row,
  identityLookup: row.identity_lookup,
  family: row.family,
  occupationId: row.occupation_id,
  occupationText: row.occupation_text,
  level: row.level as SkillLevel | null,
  certificateNo: row.certificate_no,
  amountFen: row.amount_fen,
  paidFrom: row.paid_from,
  paidTo: row.paid_to,
})

/** What these people were paid, in sources that count, oldest first. */
export async function listPaymentsOfPeople(tx: Tx, lookups: readonly Buffer[]): Promise<KnownPayment[]> {
  if (lookups.length === 0) return []
  const rows = await known(tx)
    .where('p.identity_lookup', 'in', [...lookups])
    .orderBy('p.paid_from')
    .orderBy('p.id')
    .execute()
  return rows.map(paymentOf)
}

/** Payments for these certificates, whoever was paid. */
export async function listPaymentsByCertificate(tx: Tx, numbers: readonly string[]): Promise<KnownPayment[]> {
  if (numbers.length === 0) return []
  const rows = await known(tx)
    .where('p.certificate_no', 'in', [...new Set(numbers)])
    .orderBy('p.id')
    .execute()
  return rows.map(paymentOf)
}

/** A source in figures: by the year of payment, the family and the level. */
export async function listTotals(
  tx: Tx,
  sourceId: string,
): Promise<{ year: number; family: string; level: SkillLevel | null; rows: number; amountFen: bigint }[]> {
  const { rows } = await sql<{ year: number; family: string; level: string | null; rows: number; amount_fen: bigint }>`
    select extract(year from paid_from)::int as year, family, level, count(*)::int as rows, sum(amount_fen)::bigint as amount_fen
    from funds.past_payments where district = ${tx.district} and source_id = ${sourceId}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx.db)
  return rows.map((row) => ({
    year: row.year,
    family: row.family,
    level: row.level as SkillLevel | null,
    rows: row.rows,
    amountFen: row.amount_fen,
  }))
}
