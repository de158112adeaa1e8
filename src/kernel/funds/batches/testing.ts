import { sql } from 'kysely'
import pg from 'pg'
import type { Refusal } from '../../../platform/contract/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import type { Check } from '../../record/public.ts'
import { walkingOf } from '../../record/public.ts'
import { recordRoutes } from '../../record/routes.ts'
import type { District } from '../../reference/public.ts'
import { listRecordedNames } from '../../people/public.ts'
import { civilDate, luhnDigit } from '../../values/public.ts'
import { answerOfFileBank } from '../bank/file-bank.ts'
import type { ReturnFileShape } from '../bank/returns.ts'
import { findClaimLine } from '../claims/people/store.ts'
import type { Claim } from '../claims/store.ts'
import {
  type Desks,
  type FundsDatabase,
  givenDesks,
  givenFundsDatabase,
  LIANDU,
  type Someone,
  testVault,
} from '../testing.ts'
import { type GivenClaim, givenPayableClaim } from '../claims/testing.ts'
import { decideCorrection, getPayee, type Payee, proposeCorrection } from '../payees/contract.ts'
import { payeeConstraintWords, payeeRoutes } from '../payees/routes.ts'
import { recoveryConstraintWords, recoveryRoutes } from '../recoveries/routes.ts'
import { recoveryTrails } from '../recoveries/trail.ts'
import { type Batch, exportBatch, makeBatch, signBatch } from './contract.ts'
import { openBankFile } from './export.ts'
import { batchConstraintWords, batchRoutes } from './routes.ts'
import { batchTrails } from './trails.ts'

/** The desks at which batches are made and signed, on a database of their own. Only Liandu is a demonstration. */
export type BatchDesks = {
  readonly funds: FundsDatabase
  readonly desks: Desks
  readonly finance: Someone
  /** Two people who may sign. */
  readonly approver: Someone
  readonly second: Someone
  /** Claims that others have passed and whose public notice has ended, ready to be paid. */
  givenPayableClaim(given?: GivenClaim): Promise<Claim>
  /** Who proposes another account, and who confirms it. */
  readonly clerk: Someone
  readonly reviewer: Someone
  close(): Promise<void>
}

export async function givenBatchDesks(checks: readonly Check[] = []): Promise<BatchDesks> {
  const funds = await givenFundsDatabase()
  const routes = [
    ...batchRoutes({
      integrity: integrityOf(checks),
      vault: testVault,
      isDemonstration: (district) => district === LIANDU,
    }),
    ...payeeRoutes({ vault: testVault }),
    ...recoveryRoutes({ districtOf: () => TEST_COUNTY }),
    ...recordRoutes({
      sealing: { sealed: [] },
      reactions: [],
      walking: walkingOf([...batchTrails({ checks: [] }), ...recoveryTrails], []),
    }),
  ]
  const desks = await givenDesks(funds, routes, {
    ...batchConstraintWords,
    ...payeeConstraintWords,
    ...recoveryConstraintWords,
  })
  return {
    funds,
    desks,
    finance: await desks.someone(['finance']),
    approver: await desks.someone(['approver']),
    second: await desks.someone(['approver']),
    clerk: await desks.someone(['clerk']),
    reviewer: await desks.someone(['reviewer']),
    givenPayableClaim: (given) => funds.within((tx) => givenPayableClaim(tx, given)),
    async close() {
      await desks.app.close()
      await funds.close()
    },
  }
}

/** What recoveries name as the bureau. */
const TEST_COUNTY = {
  bureauZh: '丽水市莲都区人社局',
  bureauEn: 'Liandu bureau',
  consultationPhone: '0578-0000000',
} as District

/** A batch of these claims, made by finance. */
export async function givenBatch({ finance }: BatchDesks, claims: readonly Claim[]): Promise<Batch> {
  return finance.call(makeBatch, { body: { claimIds: claims.map((claim) => claim.id) } })
}

/** A batch whose list lies with the bank. */
export async function givenExportedBatch(at: BatchDesks, claims: readonly Claim[]): Promise<Batch> {
  const batch = await givenBatch(at, claims)
  await signTwice(at, batch)
  return (await at.finance.call(exportBatch, { params: { batchId: batch.id } })).batch
}

/** Both signatures under a batch, as two people saw it. */
export async function signTwice(
  at: Pick<BatchDesks, 'approver' | 'second'>,
  batch: { readonly id: string; readonly contentSha256: string },
): Promise<Batch> {
  const signing = { params: { batchId: batch.id }, body: { contentSha256: batch.contentSha256 } }
  await at.approver.call(signBatch, signing)
  return at.second.call(signBatch, signing)
}

/** A card of the union that nobody else in these tests has. */
export function anotherCard(): string {
  cards += 1
  const start = `622848${String(cards).padStart(12, '0')}`
  return start + luhnDigit(start)
}
let cards = 0

/** The account of a claim line put right by two people, to another card of the same person. */
export async function givenCorrectedAccount(
  at: BatchDesks,
  claimLineId: string,
  account: { accountNumber?: string; bankName?: string } = {},
): Promise<Payee> {
  const params = { claimLineId }
  const holderName = await holderOf(at, claimLineId)
  const proposed = await at.clerk.call(proposeCorrection, {
    params,
    body: {
      accountNumber: account.accountNumber ?? anotherCard(),
      bankName: account.bankName ?? '浙江农商银行',
      holderName,
      reason: '原账户已销户',
      evidence: '本人社会保障卡和身份证原件,已核对',
    },
  })
  const correctionId = proposed.corrections.at(-1)!.id
  await at.reviewer.call(decideCorrection, {
    params: { ...params, correctionId },
    body: { outcome: 'confirmed', reason: '' },
  })
  return at.clerk.call(getPayee, { params })
}

/** The name of record of whom a claim line pays. */
export async function holderOf({ funds }: Pick<BatchDesks, 'funds'>, claimLineId: string): Promise<string> {
  return funds.within(async (tx) => {
    const line = (await findClaimLine(tx, claimLineId))!
    return (await listRecordedNames(tx, [line.personId])).get(line.personId)!.name
  })
}

export const RETURN_SHAPE: ReturnFileShape = parametersOn(LIANDU, civilDate('2022-04-01')).get('bank.returnFile').value

/** What the bank made of files answers to a batch's list; some lines (by reference) it does not pay. */
export async function bankAnswer(
  { funds }: Pick<BatchDesks, 'funds'>,
  batchId: string,
  returns: ReadonlyMap<string, string> = new Map(),
): Promise<Uint8Array> {
  return funds.within(async (tx) => {
    const { batch, bytes } = await openBankFile(tx, testVault, batchId)
    return answerOfFileBank(bytes, batch.template, RETURN_SHAPE, { returns, on: '2022-04-08' })
  })
}

/** What the refused asked for was refused with; fails when it was not. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal['problem']> {
  const outcome = await asked.then(
    () => undefined,
    (error: unknown) => (error as Refusal).problem,
  )
  if (!outcome) throw new Error('it was not refused')
  return outcome
}

/** Changes rows as nobody in the house may: past the application's role and the fence. */
export async function asDatabaseOwner<T>(
  { funds }: Pick<BatchDesks, 'funds'>,
  work: (query: (text: string, values?: unknown[]) => Promise<pg.QueryResult>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: funds.database.superuserUrl })
  await client.connect()
  try {
    return await work((text, values) => client.query(text, values))
  } finally {
    await client.end()
  }
}

/** Every table of the database that shows this text somewhere, in a text or as the bytes of one. */
export async function tablesShowing(at: Pick<BatchDesks, 'funds'>, clear: string): Promise<string[]> {
  const bytes = Buffer.from(clear).toString('hex')
  return asDatabaseOwner(at, async (query) => {
    const { rows } = await query(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const showing: string[] = []
    for (const { name } of rows as { name: string }[]) {
      const found = await query(
        `select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0 limit 1`,
        [clear, bytes],
      )
      if (found.rowCount) showing.push(name)
    }
    return showing
  })
}

/** How many rows of a batch's kind there are: for "nothing was done". */
export async function countsOf({ funds }: BatchDesks): Promise<Record<string, number>> {
  return funds.within(async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select
        (select count(*)::int from funds.batches where district = ${tx.district}) as batches,
        (select count(*)::int from funds.batch_lines where district = ${tx.district}) as payments,
        (select count(*)::int from funds.return_files where district = ${tx.district}) as returns,
        (select count(*)::int from funds.transfers where district = ${tx.district}) as transfers,
        (select count(*)::int from funds.status_events where district = ${tx.district}) as events,
        (select count(*)::int from files.files where district = ${tx.district}) as files`.execute(tx.db)
    return rows[0]!
  })
}
