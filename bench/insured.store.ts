import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const PIECE = 64 * 1024

/** Everything the import writes, gone: the next round begins as the first did. */
export async function forgetLists(client: pg.Client): Promise<void> {
  await client.query('truncate people.insured_imports, people.insured_staff, files.files cascade')
}

/** The rows that were stored, as COPY's own text: what a database that did nothing else would be handed. */
export async function storedText(client: pg.Client): Promise<{ rows: number; text: Buffer[] }> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(E'\\t', district, id, import_id, uscc, employer_name, '\\' || identity_lookup::text, from_month, coalesce(to_month, '\\N')) || E'\\n' as line
     from people.insured_staff`,
  )
  const whole = Buffer.from(rows.map((row) => row.line).join(''))
  const pieces = Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, at) =>
    whole.subarray(at * PIECE, (at + 1) * PIECE),
  )
  return { rows: rows.length, text: pieces }
}

/** The physical limit: the same columns copied into a temporary table without a key, an index or a log. */
export async function copyBare(client: pg.Client, text: readonly Buffer[]): Promise<void> {
  await client.query('create temporary table bare (like people.insured_staff)')
  await pipeline(Readable.from(text), client.query(copyFrom('copy bare from stdin')))
  await client.query('drop table bare')
}

/** What the table's promises cost: its foreign key taken away, then its index too. The database is thrown away afterwards. */
export async function dropForeignKey(client: pg.Client): Promise<void> {
  await client.query('alter table people.insured_staff drop constraint staff_of_an_insured_list')
}

export async function dropLookupIndex(client: pg.Client): Promise<void> {
  await client.query('drop index people.insured_staff_by_identity')
}

/** The same rows copied into the table itself by a superuser: key, index, foreign key and checks, nothing of ours. */
export async function copyGuarded(client: pg.Client, text: readonly Buffer[]): Promise<void> {
  await client.query('truncate people.insured_staff')
  await pipeline(Readable.from(text), client.query(copyFrom('copy people.insured_staff from stdin')))
}
