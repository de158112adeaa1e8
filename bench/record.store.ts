import { hash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { recordAct } from '../src/kernel/record/public.ts'
import { newId } from '../src/kernel/values/public.ts'
import { type Db, inDistrict } from '../src/platform/db/public.ts'

const HERE = 331102
const AT = new Date('2022-04-08T02:00:00Z')

type Way = { readonly forMs: number; readonly atOnce: number }

/** Writes again and again on so many connections, for so long; how often. */
export async function writeFor({ forMs, atOnce }: Way, write: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - started < forMs) {
        await write()
        written += 1
      }
    }),
  )
  return written
}

/** Any act. */
export const actOf = (subjectId: string) => ({
  id: newId(),
  act: 'class.filed',
  subjectKind: 'class',
  subjectId,
  actor: null,
  at: AT,
  detail: { number: 'S-2022-0001', reason: '材料齐全' },
})

/** Acts as the application writes them, one a transaction. */
export const writeActs = (db: Db, way: Way): Promise<number> =>
  writeFor(way, () => inDistrict(db, HERE, (tx) => recordAct(tx, actOf(newId()))))

const COLUMNS = 'district, id, act, subject_kind, subject_id, business_at, detail'

/** Tables like that of the acts, each without something: what is compared is the table of the acts with all. */
export const BARE_TABLES = {
  'the index by which unsealed rows are found': 'record.acts_unfound',
  'that index, and the time a row is told of': 'record.acts_untold',
} as const

export async function makeBareTables(owner: pg.Client): Promise<void> {
  for (const table of Object.values(BARE_TABLES))
    await owner.query(`create table ${table} (like record.acts including all)`)
  const { rows } = await owner.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
     where a.amname = 'brin' and i.indrelid in ('record.acts_unfound'::regclass, 'record.acts_untold'::regclass)`,
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await owner.query('alter table record.acts_untold drop column recorded_at')
}

/** The same rows by `pg` alone: an insert, which is a transaction of its own. */
export const insertBare = (pool: pg.Pool, table: string, way: Way): Promise<number> =>
  writeFor(way, () =>
    pool.query(
      `insert into ${table} (${COLUMNS}) values (${HERE}, $1, 'class.filed', 'class', $2, $3, '{"number": "S-2022-0001", "reason": "材料齐全"}')`,
      [newId(), newId(), AT],
    ),
  )

export async function statement(ownerUrl: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** So many acts at once, told of as if they had been written over the last days. */
export async function plantActs(
  ownerUrl: string,
  count: number,
  told = `now() - interval '3 days' + n * interval '0.2 seconds'`,
): Promise<void> {
  await statement(
    ownerUrl,
    `insert into record.acts (district, id, act, subject_kind, subject_id, business_at, recorded_at, detail)
     select ${HERE}, gen_random_uuid(), 'class.filed', 'class', gen_random_uuid(), now(), ${told},
       '{"number": "S-2022-0001", "reason": "材料齐全"}'
     from generate_series(1, ${count}) n order by n`,
  )
  await statement(ownerUrl, 'vacuum analyze record.acts')
}

/** The peer: one pass by SQL alone over the same rows, which compares nothing. */
export async function md5Pass(client: pg.Client): Promise<void> {
  await client.query(`select count(*), max(md5(t::text)) from record.acts t`)
}

/** The limit of reading: the same rows as COPY writes them, and nobody looks at them. */
export async function copyOut(client: pg.Client): Promise<void> {
  for await (const _ of client.query(copyTo('copy record.acts to stdout')));
}

/** The limit: SHA-256 of as many bytes that lie in memory already. */
export function hashInMemory(rows: number, bytesEach: number): void {
  const row = Buffer.alloc(bytesEach, 'x')
  for (let nth = 0; nth < rows; nth += 1) hash('sha256', row, 'binary')
}
