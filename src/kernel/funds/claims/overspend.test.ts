import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeBalances } from '../budget/ledger.ts'
import { listLines } from '../budget/store.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, LIANDU } from '../testing.ts'
import { givenCompletedClass } from '../deciding/testing.ts'
import { settle } from './testing.ts'

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
})
afterAll(() => funds.close())

describe('claims that come at the same moment', () => {
  it('never reserve more than their line has, and whoever finds too little waits', async () => {
    const classes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(classes, fc.integer({ min: 1, max: 8 }), async (sizes, thousands) => {
        await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: BigInt(thousands) * 100_000n }))
        const groups = await Promise.all(
          sizes.map((people) =>
            funds.within((tx) => givenCompletedClass(tx, { trainees: Array.from({ length: people }, () => ({})) })),
          ),
        )
        // Each in a transaction of its own, on connections of their own.
        await Promise.all(groups.map(({ groupId }) => settle(funds, groupId)))

        await funds.within(async (tx) => {
          const { rows } = await sql<{ line_id: string; fen: bigint }>`
            select line_id, sum(amount_fen)::bigint as fen from funds.claims where district = ${LIANDU} group by line_id`.execute(
            tx.db,
          )
          const claimed = new Map(rows.map((row) => [row.line_id, row.fen]))
          for (const line of await listLines(tx, {}, { limit: 100 })) {
            expect(line.reservedFen).toBe(claimed.get(line.id) ?? 0n)
            expect(line.availableFen).toBe(line.appropriatedFen - line.reservedFen)
            expect(line.availableFen >= 0n).toBe(true)
          }
          expect(await recomputeBalances(tx)).toEqual([])
          const waiting = await sql<{ count: number }>`
            select count(*)::int as count from funds.waiting_claims
            where district = ${LIANDU} and settled_at is null and reason = 'not-enough-budget'
              and group_id = any(${groups.map(({ groupId }) => groupId)}::uuid[])`.execute(tx.db)
          const made = await sql<{ count: number }>`
            select count(*)::int as count from funds.claims
            where district = ${LIANDU} and group_id = any(${groups.map(({ groupId }) => groupId)}::uuid[])`.execute(
            tx.db,
          )
          expect(waiting.rows[0]!.count + made.rows[0]!.count).toBe(groups.length)
        })
      }),
      { numRuns: 4 },
    )
  })
})
