import type { Page } from 'playwright-core'
import type { Way } from './way.ts'

const give = (name: string, text: string) => (page: Page) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Two people of an old list whom nobody here knows; what stands here and not there is listed besides. */
const LIST = `莲都区职业培训补贴台账
姓名,身份证号,金额(元),发放情况
张三,339901198001010013,1000,已发
李四,339901198101010010,"1,500.00",未发
合计,,2500,
`

/** An old list is compared with the claims of the year. */
export async function oldListIsCompared({ take }: Way): Promise<void> {
  const scene = { by: 'clerk', path: '/history/beside' }
  await take([
    { ...scene, name: 'beside', first: compared },
    {
      ...scene,
      name: 'beside-columns',
      first: give('旧表.csv', LIST.replace('身份证号', '证件').replace('金额(元)', '数')),
    },
  ])
}

async function compared(page: Page): Promise<void> {
  await give('旧台账.csv', LIST)(page)
  await page.getByRole('button', { name: /^(导出差异|Export the differences)$/ }).waitFor()
}
