import type { Page } from 'playwright-core'
import { importProvinceFile, reconcileNow } from '../../src/kernel/funds/province/contract.ts'
import { csvOf } from '../../src/platform/office/public.ts'
import { slidIn } from './camera.ts'
import type { Way } from './way.ts'

const SCHEME = 'liandu.ui-training-subsidy'
const HEAD = ['业务编号', '姓名', '身份证号', '补贴金额(元)', '办理状态', '退回原因', '支付日期']
const LINES = [
  ['ZJ-901', '余刚涛', '339901197703152214', '1000', '审核通过', '', ''],
  ['ZJ-902', '沈舟', '339901198601023520', '1200', '已支付', '', '2022-03-27'],
]

/** The province's file names people of whom nobody is on our lists; the page is narrowed to one kind and one state. */
export async function provinceIsCompared({ take, clerk }: Way): Promise<void> {
  await clerk(importProvinceFile, {
    query: { fileName: '省平台导出.csv', scheme: SCHEME, asOf: '2022-03-28', whole: 'yes' },
    file: new Blob([csvOf([HEAD, ...LINES])]),
  })
  await clerk(reconcileNow, { body: { scheme: SCHEME } })
  const narrowed = '/province/reconciliation?kind=there-not-here'
  await take([
    { name: 'reconciliation-narrowed', by: 'clerk', path: `${narrowed}&state=open` },
    { name: 'reconciliation-nothing-left', by: 'clerk', path: `${narrowed}&state=settled` },
    { name: 'reconciliation-difference', by: 'clerk', path: narrowed, first: openFirst },
  ])
}

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'ZJ-' }).first().click()
  await slidIn(page)
}
