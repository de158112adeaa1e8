import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { brokenConstraint, type Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, LIANDU, NOW, QINGTIAN } from '../testing.ts'
import { type Move, moveMoney, recomputeBalances } from './ledger.ts'
import { ACCOUNTS, LINE_ACCOUNTS, MAY_GO_TO } from './rules.ts'
import { findLine } from './store.ts'

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
})
afterAll(() => funds.close())

const reserve = (lineId: string, amountFen: bigint, over: Partial<Move> = {}): Move => ({
  lineId,
  from: 'available',
  to: 'reserved',
  amountFen,
  reason: 'claim-assembled',
  subject: { kind: 'claim', id: newId() },
  actor: null,
  at: NOW,
  ...over,
})

describe('moving money', () => {
  it('leaves one transfer and the balance it comes to', async () => {
    await funds.within(async (tx) => {
      const lineId = await givenBudgetLine(tx, { appropriatedFen: 10_000n })
      await moveMoney(tx, reserve(lineId, 3_000n))
      expect(await findLine(tx, lineId)).toMatchObject({
        appropriatedFen: 10_000n,
        availableFen: 7_000n,
        reservedFen: 3_000n,
      })
    })
  })

  it('refuses what the line does not have, naming the line, what it has and what is needed', async () => {
    await funds
      .within(async (tx) => {
        const lineId = await givenBudgetLine(tx, { appropriatedFen: 10_000n, name: '职业培训补贴' })
        const refused = await moveMoney(tx, reserve(lineId, 10_001n)).catch((error: unknown) => error as Problem)
        expect(refused).toBeInstanceOf(Problem)
        expect((refused as Problem).sentence.zh).toBe(
          '预算余额不足:“职业培训补贴”的可用余额为 100.00 元,需要 100.01 元。请先下达预算,或减少金额。',
        )
        throw new Error('undo')
      })
      .catch((error: Error) => expect(error.message).toBe('undo'))
  })

  it('lets only one of two at the same time have the last of it', async () => {
    const lineId = await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 10_000n }))
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => funds.within((tx) => moveMoney(tx, reserve(lineId, 6_000n)))),
    )
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'the_budget_is_not_overspent' })
    expect(await funds.within((tx) => findLine(tx, lineId))).toMatchObject({
      availableFen: 4_000n,
      reservedFen: 6_000n,
    })
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('moves a subject’s money once for one reason', async () => {
    const lineId = await funds.within((tx) => givenBudgetLine(tx))
    const move = reserve(lineId, 100n)
    await funds.within((tx) => moveMoney(tx, move))
    const again = await funds.within((tx) => moveMoney(tx, move)).catch((error: unknown) => error)
    expect(brokenConstraint(again)).toBe('one_transfer_a_reason')
    expect(await funds.within((tx) => findLine(tx, lineId))).toMatchObject({ reservedFen: 100n })
  })

  it('goes no way that the table has not, and on no line of another district', async () => {
    const lineId = await funds.within((tx) => givenBudgetLine(tx))
    await expect(funds.within((tx) => moveMoney(tx, reserve(lineId, 1n, { to: 'paid' })))).rejects.toThrow(
      'does not go',
    )
    await expect(funds.within((tx) => moveMoney(tx, reserve(lineId, 1n)), QINGTIAN)).rejects.toThrow()
  })
})

describe('the database itself', () => {
  const asApp = (statement: (lineId: string) => ReturnType<typeof sql>) => async () => {
    const lineId = await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 100n }))
    return funds.within((tx) => statement(lineId).execute(tx.db)).catch((error: unknown) => error)
  }

  it('does not let the application overspend a line', async () => {
    const refused = await asApp(
      (lineId) =>
        sql`update funds.budget_balances set available_fen = -1, reserved_fen = 101 where district = ${LIANDU} and line_id = ${lineId}`,
    )()
    expect(brokenConstraint(refused)).toBe('the_budget_is_not_overspent')
  })

  it('does not let a balance say what does not add up', async () => {
    const refused = await asApp(
      (lineId) =>
        sql`update funds.budget_balances set available_fen = 99 where district = ${LIANDU} and line_id = ${lineId}`,
    )()
    expect(brokenConstraint(refused)).toBe('the_balance_adds_up')
  })

  it('does not let the application change or delete a transfer', async () => {
    for (const verb of [sql`update funds.transfers set amount_fen = 1`, sql`delete from funds.transfers`]) {
      const refused = await asApp(() => verb)()
      expect((refused as Error).message).toContain('permission denied')
    }
  })
})

describe('recomputing balances', () => {
  it('always finds what was kept, and no account ever below nothing, whatever was asked for', async () => {
    const ways = ACCOUNTS.flatMap((from) => MAY_GO_TO[from].map((to) => ({ from, to })))
    const asked = fc.record({ line: fc.nat(1), way: fc.constantFrom(...ways), amountFen: fc.bigInt(1n, 500n) })
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 25 }), async (moves) => {
        const lineIds = [
          await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 1_000n })),
          await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 400n })),
        ]
        for (const { line, way, amountFen } of moves) {
          const move = reserve(lineIds[line]!, amountFen, { ...way, reason: 'property' })
          await funds
            .within((tx) => moveMoney(tx, move))
            .catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
        }
        await funds.within(async (tx: Tx) => {
          expect(await recomputeBalances(tx)).toEqual([])
          for (const id of lineIds) {
            const line = (await findLine(tx, id))!
            const held = LINE_ACCOUNTS.map((account) => line[`${account}Fen`])
            expect(held.every((fen) => fen >= 0n)).toBe(true)
            expect(held.reduce((sum, fen) => sum + fen, 0n)).toBe(line.appropriatedFen)
          }
        })
      }),
      { numRuns: 20 },
    )
  })

  it('says every figure that differs', async () => {
    const lineId = await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 500n, name: '被改过的' }))
    await funds
      .within(async (tx) => {
        await sql`update funds.budget_balances set available_fen = 400, reserved_fen = 100 where district = ${LIANDU} and line_id = ${lineId}`.execute(
          tx.db,
        )
        const differences = await recomputeBalances(tx)
        expect(differences.map(({ account, keptFen, recomputedFen }) => ({ account, keptFen, recomputedFen }))).toEqual(
          [
            { account: 'availableFen', keptFen: 400n, recomputedFen: 500n },
            { account: 'reservedFen', keptFen: 100n, recomputedFen: 0n },
          ],
        )
        expect(differences[0]?.sentence.zh).toBe('“被改过的”的可用:余额表为 4.00 元,按流水重算为 5.00 元')
        throw new Error('undo')
      })
      .catch((error: Error) => expect(error.message).toBe('undo'))
  })
})
