import { afterAll, beforeAll, expect, it } from 'vitest'
import { walkTrail } from '../../record/contract.ts'
import { listPersons } from '../../people/public.ts'
import { newId } from '../../values/public.ts'
import { findClaim } from '../claims/store.ts'
import { listClaimLines } from '../claims/people/store.ts'
import { givenBudgetLine, QINGTIAN } from '../testing.ts'
import { applyReturnFile, type Batch, listPayments, type Payment } from './contract.ts'
import { bankAnswer, type BatchDesks, givenBatchDesks, givenExportedBatch, refusalOf } from './testing.ts'

let at: BatchDesks
let batch: Batch
let payments: readonly Payment[]
let claimId: string
beforeAll(async () => {
  at = await givenBatchDesks()
  await at.funds.within((tx) => givenBudgetLine(tx))
  const claim = await at.givenPayableClaim({ people: 2 })
  claimId = claim.id
  batch = await givenExportedBatch(at, [claim])
  const params = { batchId: batch.id }
  const bytes = await bankAnswer(at, batch.id, new Map([[`${batch.number}-0002`, '账号户名不符']]))
  await at.finance.call(applyReturnFile, {
    params,
    query: { fileName: '回盘.csv' },
    file: new Blob([Buffer.from(bytes)]),
  })
  payments = (await at.finance.call(listPayments, { params })).items
})
afterAll(() => at.close())

const walk = (kind: string, id: string, by = at.finance) => by.call(walkTrail, { params: { kind, id } })

it('walks from the paid line to its claim line, and says what the bank was told and answered', async () => {
  const step = await walk('payment', payments[0]!.id)
  const said = new Map(step.says.map(({ label, value }) => [label.zh, value.zh]))
  expect(said.get('金额')).toBe('1,000.00 元')
  expect(said.get('收款人')).toMatch(/^王\*.$/)
  expect(said.get('收款账户')).toMatch(/^浙江农商银行 尾号 \d{4}$/)
  expect(said.get('业务编号')).toBe(`${batch.number}-0001`)
  expect(said.get('银行清单 SHA-256')).toMatch(/^[0-9a-f]{64}$/)
  expect(said.get('回盘文件')).toBe('回盘.csv')
  const [line] = await at.funds.within((tx) => listClaimLines(tx, claimId))
  expect(step.restsOn.map(({ kind, id }) => `${kind} ${id}`)).toEqual(
    expect.arrayContaining([`claim-line ${line!.id}`, `batch ${batch.id}`]),
  )
  expect(step.leadsTo).toEqual([])
  expect(JSON.stringify(step)).not.toMatch(/(?<![0-9a-f-])62\d{12,}/)
})

it('says why the bank gave a payment back', async () => {
  const step = await walk('payment', payments[1]!.id)
  expect(step.says).toContainEqual({
    label: { zh: '银行说明', en: 'What the bank says' },
    value: { zh: '账号户名不符', en: '账号户名不符' },
  })
})

it('walks a batch both ways: back to its claims, on to its payments and the bank’s answer', async () => {
  const step = await walk('batch', batch.id)
  expect(step.restsOn.map(({ kind }) => kind)).toEqual(['signature', 'signature', 'claim', 'public-notice'])
  expect(step.leadsTo.map(({ kind }) => kind)).toEqual(['return-file', 'payment', 'payment'])
  const signer = await at.funds.within((tx) => listPersons(tx, [at.approver.actor.personId]))
  const signed = step.says.find(({ label }) => label.zh === '第一人签批')
  expect(signed?.value.zh).toContain(signer.get(at.approver.actor.personId)!.maskedName)
  expect(step.says).toContainEqual({
    label: { zh: '内容摘要(SHA-256)', en: 'Content hash (SHA-256)' },
    value: { zh: batch.contentSha256, en: batch.contentSha256 },
  })
  const answer = await walk('return-file', step.leadsTo[0]!.id)
  expect(answer.restsOn).toMatchObject([{ kind: 'batch', id: batch.id }])
})

it('shows a provider its own payments, and of the batch nothing', async () => {
  const claim = await at.funds.within((tx) => findClaim(tx, claimId))
  const own = await at.desks.someone(['provider'], { organisationId: claim!.organisationId })
  const other = await at.desks.someone(['provider'], { organisationId: newId() })
  expect((await walk('payment', payments[0]!.id, own)).kind).toBe('payment')
  expect((await refusalOf(walk('payment', payments[0]!.id, other))).status).toBe(404)
  expect((await refusalOf(walk('batch', batch.id, own))).status).toBe(404)
  const elsewhere = await at.desks.someone(['auditor'], { district: QINGTIAN })
  expect((await refusalOf(walk('payment', payments[0]!.id, elsewhere))).status).toBe(404)
})
