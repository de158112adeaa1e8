import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

/** The next serial of a kind of paper in a year; the row stays locked until the transaction ends, so numbers have no gaps. */
export async function nextSerial(tx: Tx, kind: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into numbering.series (district, kind, year, last) values (${tx.district}, ${kind}, ${year}, 1)
    on conflict (district, kind, year) do update set last = numbering.series.last + 1
    returning last`.execute(tx.db)
  return rows[0]!.last
}
