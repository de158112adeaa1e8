import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../platform/db/migrate.ts'
import { connect, inDistrict } from '../../../platform/db/public.ts'
import { type RowsBefore, rowsBefore } from '../../../platform/testing/database.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'

const LIANDU = 331102
const AT = '2022-03-31T16:30:00Z'

let database: RowsBefore
let looker: pg.Client
beforeAll(async () => {
  database = await rowsBefore('202611252320-two-signers.sql')
  looker = database.looker
})
afterAll(() => database.drop())

const insert: RowsBefore['insert'] = (table, row) => database.insert(table, row)

it('carries batches, payments and balances over: what came back stands as returned, one signature waits for another', async () => {
  const [lineId, claimId, claimLineId, person] = [newId(), newId(), newId(), newId()]
  const of = { district: LIANDU }
  await insert('funds.budget_lines', {
    ...of,
    id: lineId,
    fund: 'EMPLOYMENT_SUBSIDY_FUND',
    name: '职业培训补贴',
    year: 2022,
    document: '1号',
  })
  await insert('funds.budget_balances', {
    ...of,
    line_id: lineId,
    appropriated_fen: 1000,
    available_fen: 700,
    committed_fen: 100,
    paid_fen: 200,
  })
  const steps = [
    ['treasury', 'available', 1000],
    ['available', 'reserved', 300],
    ['reserved', 'committed', 300],
    ['committed', 'paid', 200],
  ] as const
  for (const [debit, credit, amount] of steps)
    await insert('funds.transfers', {
      ...of,
      id: newId(),
      line_id: lineId,
      debit,
      credit,
      amount_fen: amount,
      reason: `${debit}-${credit}`,
      subject_kind: 'claim',
      subject_id: claimId,
      business_at: AT,
    })
  const batches: Record<string, string> = {}
  for (const [status, serial] of [
    ['signed', 1],
    ['settled', 2],
  ] as const) {
    const id = newId()
    batches[status] = id
    await insert('funds.batches', {
      ...of,
      id,
      number: `P-${serial}`,
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
      line_id: lineId,
      claim_count: 1,
      line_count: 1,
      amount_fen: 300,
      bank_template: '{}',
      content_sha256: Buffer.from('00', 'hex'),
      status,
      made_by: person,
      frozen_at: AT,
    })
    await insert('funds.batch_signatures', {
      ...of,
      id: newId(),
      batch_id: id,
      person_id: person,
      account_id: newId(),
      content_sha256: Buffer.from('00', 'hex'),
      business_at: AT,
    })
  }
  await insert('funds.batch_claims', { ...of, batch_id: batches.settled, claim_id: claimId })
  await insert('funds.batch_lines', {
    ...of,
    id: newId(),
    batch_id: batches.settled,
    claim_line_id: claimLineId,
    position: 1,
    reference: 'P-2-0001',
    payee_name: '王静',
    account_sealed: Buffer.from('00', 'hex'),
    account_tail: '0001',
    bank_name: '农行',
    amount_fen: 100,
    purpose: '补贴',
    status: 'returned',
  })
  await insert('funds.return_files', {
    ...of,
    id: newId(),
    batch_id: batches.settled,
    file_id: newId(),
    name: '回盘.csv',
    sha256: Buffer.from('01', 'hex'),
    paid_count: 2,
    paid_fen: 200,
    returned_count: 1,
    returned_fen: 100,
    applied_at: AT,
    applied_by: person,
  })
  await insert('funds.claim_hands', { ...of, claim_id: claimId, person_id: person, duty: 'batch-signing' })

  await migrate(database.ownerUrl)

  const statuses = await looker.query('select id, status from funds.batches order by number')
  expect(statuses.rows).toEqual([
    { id: batches.signed, status: 'half-signed' },
    { id: batches.settled, status: 'settled' },
  ])
  const connection = connect(database.appUrl, { max: 1 })
  await inDistrict(connection.db, LIANDU, async (tx) => {
    expect(await findLine(tx, lineId)).toMatchObject({ committedFen: 0n, returnedFen: 100n, paidFen: 200n })
    expect(await recomputeBalances(tx)).toEqual([])
  })
  await connection.close()
  const months = await looker.query(
    `select month::text, account, in_fen, out_fen from funds.line_months where account = 'returned'`,
  )
  expect(months.rows).toEqual([{ month: '2022-04-01', account: 'returned', in_fen: '100', out_fen: '0' }])
  const forced = await looker.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'funds' and c.relkind = 'r' and not c.relforcerowsecurity`,
  )
  expect(forced.rows).toEqual([])
})

describe('the keepers of batches', () => {
  let before: RowsBefore
  let client: pg.Client
  beforeAll(async () => {
    before = await rowsBefore('202611260470-batches-are-handed-on.sql')
    client = before.looker
  })
  afterAll(() => before.drop())

  it('are the makers of the batches that were there, in every district, and of withdrawn ones too', async () => {
    const made: { batch_id: string; person_id: string }[] = []
    for (const [district, status] of [
      [LIANDU, 'frozen'],
      [LIANDU, 'withdrawn'],
      [331121, 'settled'],
    ] as const) {
      const [id, maker] = [newId(), newId()]
      made.push({ batch_id: id, person_id: maker })
      await client.query(
        `insert into funds.batches (district, id, number, fund, line_id, claim_count, line_count, amount_fen, bank_template, content_sha256, status, made_by, frozen_at)
         values ($1, $2, $3, 'F', $2, 1, 1, 100, '{}', '\\x00', $4, $5, $6)`,
        [district, id, `P-${made.length}`, status, maker, AT],
      )
      if (status === 'withdrawn')
        await client.query(
          `insert into funds.batch_withdrawals (district, id, batch_id, reason, withdrawn_by, account_id, business_at)
           values ($1, $2, $2, '金额有误', $3, $3, $4)`,
          [district, id, maker, AT],
        )
    }

    await migrate(before.ownerUrl)

    const { rows } = await client.query('select batch_id, person_id from funds.batch_keepers where nth = 0')
    expect(rows).toEqual(expect.arrayContaining(made))
    expect(rows).toHaveLength(made.length)
    const { rows: unfenced } = await client.query(
      "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'funds' and c.relkind = 'r' and not c.relforcerowsecurity",
    )
    expect(unfenced).toEqual([])
  })
})
