import { existsSync, readFileSync } from 'node:fs'
import { appendFileSync } from 'node:fs'
import { Refusal } from '../../../platform/contract/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import {
  applyReturnFile,
  downloadBankFile,
  exportBatch,
  getBatch,
  listBatches,
  listPayableClaims,
  makeBatch,
  signBatch,
  withdrawBatch,
} from '../batches/contract.ts'
import { RETURN_SHAPE } from '../batches/testing.ts'
import { bankFormOn } from '../bank/form.ts'
import { decideCorrection, getPayee, listReturnedPayments, proposeCorrection } from '../payees/contract.ts'
import { civilDate } from '../../values/public.ts'
import { LIANDU, type Someone } from '../testing.ts'
import type { bankAt } from './bank.ts'

export type Hands = Record<'finance' | 'first' | 'second' | 'clerk' | 'reviewer', Someone>

export type Paying = {
  readonly hands: Hands
  readonly bank: ReturnType<typeof bankAt>
  /** What this payer has been told is done; whatever is not in it is tried, as somebody would whose screen went black. */
  readonly doneAt: string
  /** The account each person has after the one that is closed, by the closed one's last four. */
  readonly instead: Readonly<Record<string, { readonly accountNumber: string; readonly holderName: string }>>
}

/** Two payers meet, or one comes again: what is done already, or not yet possible, is refused and passed over. */
const PASSED_OVER = new Set([404, 409])

/**
 * Pays everything there is to pay and then what the bank gave back, step by step, until nothing is left; every step that
 * this payer has no answer to is asked for again.
 */
export async function payAll(paying: Paying): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    for (const { id } of await batches(paying)) await payBatch(paying, id)
    await correctAccounts(paying)
    if (!(await makeBatches(paying))) return
  }
  throw new Error('there is still something to pay after twenty rounds')
}

async function batches({ hands }: Paying) {
  const { items } = await hands.finance.call(listBatches, { query: { limit: 200 } })
  return [...items].reverse()
}

/** Each payable claim in a batch of its own, and each payment that came back and whose account is put right. */
async function makeBatches(paying: Paying): Promise<boolean> {
  const { lines } = await paying.hands.finance.call(listPayableClaims)
  const wanted = lines.flatMap(({ claims, returned }) => [
    ...claims.map(({ id }) => ({ claimIds: [id], returnedIds: [] })),
    ...returned.map(({ id }) => ({ claimIds: [], returnedIds: [id] })),
  ])
  for (const body of wanted) await attempt(() => paying.hands.finance.call(makeBatch, { body }))
  mayDieAt('made')
  return wanted.length > 0
}

async function payBatch(paying: Paying, batchId: string): Promise<void> {
  const { hands, bank } = paying
  const params = { batchId }
  const { batch } = await hands.finance.call(getBatch, { params })
  const body = { contentSha256: batch.contentSha256 }
  const template = bankFormOn(LIANDU, civilDate('2022-04-01'))!
  // The first batch that this payer sees, it finds a mistake in and takes back.
  await once(paying, 'withdrawn', () =>
    hands.finance.call(withdrawBatch, { params, body: { reason: '漏了一件申领单' } }),
  )
  await once(paying, `${batchId} first`, () => hands.first.call(signBatch, { params, body }))
  await once(paying, `${batchId} second`, () => hands.second.call(signBatch, { params, body }))
  await once(paying, `${batchId} bank`, async () => {
    const { file } = await hands.finance.call(exportBatch, { params })
    const list = await bytesOf(hands.finance.call(downloadBankFile, { params }))
    mayDieAt('bank.before')
    bank.take(file.name, list, template)
    mayDieAt('bank.after')
    const answer = bank.answer(file.name, list, template, RETURN_SHAPE)
    mayDieAt('bank.answered')
    await hands.finance.call(applyReturnFile, {
      params,
      query: { fileName: '回盘.csv' },
      file: new Blob([new Uint8Array(answer)]),
    })
    mayDieAt('applied')
  })
}

const bytesOf = async (answer: Promise<unknown>) => new Uint8Array(await ((await answer) as Blob).arrayBuffer())

/** The accounts that are closed are put right: one proposes, another confirms. */
async function correctAccounts(paying: Paying): Promise<void> {
  const { hands, instead } = paying
  const { items } = await hands.clerk.call(listReturnedPayments, { query: { limit: 200 } })
  for (const { claimLineId, account } of items) {
    const other = instead[account.tail]
    if (!other) throw new Error(`nobody has an account ending ${account.tail}`)
    const params = { claimLineId }
    const body = { ...other, bankName: '浙江农商银行', reason: '原账户已销户', evidence: '本人社会保障卡,已核对' }
    await attempt(() => hands.clerk.call(proposeCorrection, { params, body }))
    mayDieAt('proposed')
    const { corrections } = await hands.reviewer.call(getPayee, { params })
    const open = corrections.find((each) => each.decision === null)
    if (!open) continue
    const decide = { params: { ...params, correctionId: open.id }, body: { outcome: 'confirmed' as const, reason: '' } }
    await attempt(() => hands.reviewer.call(decideCorrection, decide))
    mayDieAt('confirmed')
  }
}

async function once(paying: Paying, step: string, act: () => Promise<unknown>): Promise<void> {
  const done = existsSync(paying.doneAt) ? readFileSync(paying.doneAt, 'utf8').split('\n') : []
  if (done.includes(step)) return
  if (await attempt(act)) appendFileSync(paying.doneAt, `${step}\n`)
}

/** Whether it was answered, by a deed or by a refusal; anything else is a fault and stops the payer. */
async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refusal) || !PASSED_OVER.has(error.problem.status)) throw error
  }
  return true
}
