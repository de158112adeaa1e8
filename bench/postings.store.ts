import pg from 'pg'
import { recordAct } from '../src/kernel/record/public.ts'
import { connect, type Db, inDistrict } from '../src/platform/db/public.ts'
import { moveMoney } from '../src/kernel/funds/budget/ledger.ts'
import { insertLine } from '../src/kernel/funds/budget/store.ts'
import { newId } from '../src/kernel/values/public.ts'
import { actOf, writeFor } from './record.store.ts'

const AT = new Date('2022-04-08T02:00:00Z')
const ENOUGH = 10n ** 12n

/** A line with more than enough, as the application writes it. */
export async function plantLine(appUrl: string, district: number, name: string): Promise<string> {
  const connection = connect(appUrl, { max: 1 })
  const id = newId()
  await inDistrict(connection.db, district, async (tx) => {
    await insertLine(tx, { id, fund: 'EMPLOYMENT_SUBSIDY_FUND', name, year: 2022, document: 'bench' })
    await post(tx, id, 'appropriated', ENOUGH)
  })
  await connection.close()
  return id
}

async function post(tx: Parameters<typeof moveMoney>[0], lineId: string, reason: string, amountFen: bigint) {
  const [from, to] =
    reason === 'appropriated' ? (['treasury', 'available'] as const) : (['available', 'reserved'] as const)
  const subject = { kind: 'claim', id: newId() }
  await moveMoney(tx, { lineId, from, to, amountFen, reason, subject, actor: null, at: AT })
}

/** So many postings on one line, `batch` of them a transaction, on `atOnce` connections, by `moveMoney`. */
export async function postOurs(
  appUrl: string,
  district: number,
  lineId: string,
  { times, batch, atOnce }: { times: number; batch: number; atOnce: number },
): Promise<void> {
  const connection = connect(appUrl, { max: atOnce })
  let left = times
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= batch
        await inDistrict(connection.db, district, async (tx) => {
          for (let nth = 0; nth < batch; nth += 1) await post(tx, lineId, 'claim-assembled', 1n)
        })
      }
    }),
  )
  await connection.close()
}

/** Postings one a transaction for so long, with an act beside each or without; how many. */
export const postWith = (
  db: Db,
  district: number,
  lineId: string,
  { withAct, ...way }: { forMs: number; atOnce: number; withAct: boolean },
): Promise<number> =>
  writeFor(way, () =>
    inDistrict(db, district, async (tx) => {
      await post(tx, lineId, 'claim-assembled', 1n)
      if (withAct) await recordAct(tx, actOf(lineId))
    }),
  )

const INSERT = `insert into funds.transfers (district, id, line_id, debit, credit, amount_fen, reason, note, subject_kind, subject_id, person_id, business_at)
  values ($1, $2, $3, 'available', 'reserved', 1, 'claim-assembled', '', 'claim', $4, null, $5)`
const LOCK = `select l.id, l.name, b.* from funds.budget_lines l join funds.budget_balances b on b.district = l.district and b.line_id = l.id
  where l.district = $1 and l.id = $2 for update of b`
const SAVE = `update funds.budget_balances set available_fen = available_fen - 1, reserved_fen = reserved_fen + 1 where district = $1 and line_id = $2`
const MONTH = `insert into funds.line_months as m (district, line_id, month, account, in_fen, out_fen)
  values ($1, $2, '2022-04-01', 'available', 0, 1), ($1, $2, '2022-04-01', 'reserved', 1, 0)
  on conflict (district, line_id, month, account) do update set in_fen = m.in_fen + excluded.in_fen, out_fen = m.out_fen + excluded.out_fen`

/** The same four statements in the same order, by `pg` alone: no row security, no session, nothing between. */
export async function postBare(
  ownerUrl: string,
  district: number,
  lineId: string,
  { times, batch, atOnce }: { times: number; batch: number; atOnce: number },
): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: atOnce })
  let left = times
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= batch
        const client = await pool.connect()
        await client.query('begin')
        for (let nth = 0; nth < batch; nth += 1) {
          await client.query(INSERT, [district, newId(), lineId, newId(), AT])
          await client.query(LOCK, [district, lineId])
          await client.query(SAVE, [district, lineId])
          await client.query(MONTH, [district, lineId])
        }
        await client.query('commit')
        client.release()
      }
    }),
  )
  await pool.end()
}
