import { hash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { recordAct } from '../src/kernel/record/public.ts'
import { newId } from '../src/kernel/values/public.ts'
import { connect, inDistrict } from '../src/platform/db/public.ts'

const HERE = 331102
const AT = new Date('2022-04-08T02:00:00Z')

/** Acts as the application writes them, one a transaction, on `atOnce` connections, for so long; how many a second. */
export async function writeActs(appUrl: string, { forMs, atOnce }: { forMs: number; atOnce: number }): Promise<number> {
  const connection = connect(appUrl, { max: atOnce })
  const started = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - started < forMs) {
        await inDistrict(connection.db, HERE, (tx) =>
          recordAct(tx, {
            id: newId(),
            act: 'class.filed',
            subjectKind: 'class',
            subjectId: newId(),
            actor: null,
            at: AT,
            detail: { number: 'S-2022-0001', reason: '材料齐全' },
          }),
        )
        written += 1
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  await connection.close()
  return written / seconds
}

const INSERT = `insert into record.acts (district, id, act, subject_kind, subject_id, business_at, detail) values (${HERE}, $1, 'class.filed', 'class', $2, $3, '{"number": "S-2022-0001", "reason": "材料齐全"}')`

/** The same rows by `pg` alone: an insert, which is a transaction of its own. */
export async function insertBare(
  ownerUrl: string,
  { forMs, atOnce }: { forMs: number; atOnce: number },
): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: atOnce })
  const started = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - started < forMs) {
        await pool.query(INSERT, [newId(), newId(), AT])
        written += 1
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  await pool.end()
  return written / seconds
}

export async function statement(ownerUrl: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** So many acts at once, as if they had been written over the last days. */
export async function plantActs(ownerUrl: string, count: number): Promise<void> {
  await statement(
    ownerUrl,
    `insert into record.acts (district, id, act, subject_kind, subject_id, business_at, recorded_at, detail)
     select ${HERE}, gen_random_uuid(), 'class.filed', 'class', gen_random_uuid(), now(),
       now() - interval '3 days' + n * interval '0.2 seconds', '{"number": "S-2022-0001", "reason": "材料齐全"}'
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
