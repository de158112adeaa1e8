import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announce, outboxOf } from '../../../platform/outbox/public.ts'
import { recordFacts } from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { BUDGET_ARRIVED } from '../budget/routes.ts'
import { giveReview } from '../review/give-review.ts'
import { claimOfGroup } from './testing.ts'
import { corrected, givenCompletedClass, settlingNeeds } from '../deciding/testing.ts'
import { FUND, type FundsDatabase, givenBudgetLine, givenFundsDatabase, givenPeople, LIANDU, NOW } from '../testing.ts'
import { claimReactions } from './reactions.ts'

let funds: FundsDatabase
let owner: pg.Client
beforeAll(async () => {
  funds = await givenFundsDatabase()
  owner = new pg.Client({ connectionString: funds.database.superuserUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await funds.close()
})

async function drain(): Promise<number> {
  const failures: unknown[] = []
  const tried = await outboxOf(funds.connection.db, claimReactions(settlingNeeds()), (error) =>
    failures.push(error),
  ).drain(LIANDU)
  expect(failures).toEqual([])
  return tried
}

/** Everything that funds, policy and the record hold, as one number a table and the states of what may change. */
async function everything(): Promise<unknown> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('funds', 'policy', 'record') order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables)
    counts[name] = Number((await owner.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]!.n)
  const states = await owner.query(
    `select id, status from funds.claims union all select id, status from funds.entitlements order by id`,
  )
  const balances = await owner.query('select * from funds.budget_balances order by line_id')
  return { counts, states: states.rows, balances: balances.rows }
}

it('every follow-up of funds bears being run again: done twice, nothing more has happened than once', async () => {
  // One class is claimed, corrected, returned and claimed again; another waits for the budget, and gets it.
  await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 250_000n }))
  const { groupId, facts } = await funds.within((tx) => givenCompletedClass(tx, { trainees: [{}, {}] }))
  await drain()
  const first = (await claimOfGroup(funds, groupId)).claim!
  await funds.within(async (tx) => {
    await recordFacts(tx, [corrected(facts[0]!, { attended: 9 })])
    const [person] = await givenPeople(tx, 1)
    await giveReview(tx, {
      claimId: first.id,
      duty: 'initial-review',
      outcome: 'returned',
      reasons: ['考勤已更正'],
      seenSha256: first.contentSha256.toString('hex'),
      actor: { accountId: newId(), personId: person!.personId },
      now: NOW,
    })
  })
  await drain()
  expect((await claimOfGroup(funds, groupId)).claim).toMatchObject({ headCount: 1, refusedCount: 1 })
  const waiting = await funds.within((tx) => givenCompletedClass(tx, { trainees: [{}, {}] }))
  await drain()
  expect((await claimOfGroup(funds, waiting.groupId)).claim).toBeUndefined()
  await funds.within(async (tx) => {
    const arrived = await givenBudgetLine(tx, { appropriatedFen: 900_000n, name: '追加' })
    await announce(tx, { id: newId(), kind: BUDGET_ARRIVED, subjectId: arrived, body: { fund: FUND } })
  })
  await drain()
  expect((await claimOfGroup(funds, waiting.groupId)).claim).toMatchObject({ headCount: 2 })

  const before = await everything()
  const { rowCount } = await owner.query('update outbox.events set done_at = null')
  expect(await drain()).toBe(rowCount)
  expect(await everything()).toEqual(before)
  await owner.query('update outbox.events set done_at = null')
  await drain()
  expect(await everything()).toEqual(before)
  expect(await funds.within(recomputeBalances)).toEqual([])
})
