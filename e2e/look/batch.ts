import type { Page } from 'playwright-core'
import { lookUpSampleCertificates } from '../../demo/sample-class.ts'
import { listAccounts } from '../../src/kernel/access/accounts/contract.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  makeBatch,
  signBatch,
  withdrawBatch,
} from '../../src/kernel/funds/batches/contract.ts'
import type { Way } from './way.ts'

/** Certificates are looked up, a batch is frozen, signed by two and exported, and the bank answers. */
export async function batchIsPaid(way: Way, classId: string): Promise<string> {
  const { take, clerk, approver, director, finance } = way
  await take([{ name: 'look-up-waiting', by: 'clerk', path: `/certificates/look-ups/${classId}` }])
  await lookUpSampleCertificates(clerk, classId)
  await take([{ name: 'look-up-done', by: 'auditor', path: `/certificates/look-ups/${classId}` }])

  const payable = await finance(listPayableClaims)
  const mistaken = await finance(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const itsPage = `/batches/${mistaken.id}`
  await take([{ name: 'dialog-withdraw', by: 'finance', path: itsPage, opens: /^(撤回批次|Withdraw the batch)$/ }])
  await finance(withdrawBatch, { params: { batchId: mistaken.id }, body: { reason: '漏了一件申领单' } })
  await take([
    { name: 'batch-withdrawn', by: 'finance', path: itsPage },
    { name: 'batch-withdrawn-list', by: 'finance', path: '/batches' },
  ])
  const ticked = (page: Page) => page.locator('main input[type=checkbox]').last().check()
  await take([
    { name: 'dialog-make-batch', by: 'finance', path: '/batches/new', first: ticked, opens: /^(制单|Make the batch)/ },
  ])
  const batch = await finance(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const params = { batchId: batch.id }
  await take([{ name: 'batch-frozen', by: 'approver', path: `/batches/${batch.id}` }])
  await take([{ name: 'dialog-sign', by: 'approver', path: `/batches/${batch.id}`, opens: /^(签批|Sign$)/ }])
  await approver(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await take([{ name: 'batch-half-signed', by: 'director', path: `/batches/${batch.id}` }])
  const admin = await way.stage.play('admin')
  const { items } = await admin(listAccounts, { query: { search: 'finance' } })
  const financeIs = `/accounts/${items[0]!.id}`
  await take([{ name: 'dialog-hand-over-work', by: 'admin', path: financeIs, opens: /^(交接|Hand over)/ }])
  await director(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await take([
    { name: 'dialog-export', by: 'finance', path: `/batches/${batch.id}`, opens: /^(导出银行清单|Export for)/ },
  ])
  await finance(exportBatch, { params })
  await take([{ name: 'batch-exported', by: 'finance', path: `/batches/${batch.id}` }])
  const file = (await finance(demonstrationReturnFile, { params, query: { returned: '1' } })) as Blob
  await finance(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
  return batch.id
}
