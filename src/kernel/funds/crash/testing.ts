import { connect, inDistrict } from '../../../platform/db/public.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { batchConstraintWords, batchRoutes } from '../batches/routes.ts'
import { integrityOf } from '../../integrity/public.ts'
import { payeeConstraintWords, payeeRoutes } from '../payees/routes.ts'
import { type FundsDatabase, givenDesks, LIANDU, testVault } from '../testing.ts'
import { bankAt } from './bank.ts'
import type { Hands, Paying } from './payer.ts'

/** What a payer's process is told, as JSON in SHANJIANG_PAYER. */
export type PayerTold = {
  readonly appUrl: string
  /** The bank's own disk. */
  readonly folder: string
  readonly doneAt: string
  readonly personIds: Readonly<Record<keyof Hands, string>>
  readonly closedAccounts: readonly string[]
  readonly instead: Paying['instead']
}

const ROLES = {
  finance: ['finance'],
  first: ['approver'],
  second: ['director'],
  clerk: ['clerk'],
  reviewer: ['reviewer'],
} as const satisfies Record<keyof Hands, readonly string[]>

/** A payer at desks of its own, on a database that others pay from too. */
export async function payerOf(
  told: PayerTold,
): Promise<Paying & { within: FundsDatabase['within']; close(): Promise<void> }> {
  const connection = connect(told.appUrl, { max: 4 })
  const funds: FundsDatabase = {
    database: {} as TestDatabase,
    connection,
    within: (work, district = LIANDU) => inDistrict(connection.db, district, work),
    close: () => connection.close(),
  }
  const desks = await givenDesks(
    funds,
    [
      ...batchRoutes({ integrity: integrityOf([]), vault: testVault, isDemonstration: () => true }),
      ...payeeRoutes({ vault: testVault }),
    ],
    { ...batchConstraintWords, ...payeeConstraintWords },
  )
  const seat = (hand: keyof Hands) => desks.someone(ROLES[hand], { personId: told.personIds[hand] })
  const hands: Hands = {
    finance: await seat('finance'),
    first: await seat('first'),
    second: await seat('second'),
    clerk: await seat('clerk'),
    reviewer: await seat('reviewer'),
  }
  return {
    hands,
    bank: bankAt(told.folder, new Set(told.closedAccounts)),
    doneAt: told.doneAt,
    instead: told.instead,
    within: (work, district) => funds.within(work, district),
    async close() {
      await desks.app.close()
      await connection.close()
    },
  }
}
