import type { Page } from 'playwright-core'
import { demoCounties } from '../../demo/county.ts'
import { PAGES } from '../../src/web/console/pages.ts'
import { listSignIns } from '../../src/kernel/access/sessions/contract.ts'
import { DISTRICT, PASSWORD } from '../stage.ts'
import { standsStill } from './camera.ts'
import type { Way } from './way.ts'

/** Every page that stands alone, by the first account that may open it. */
export async function pagesAlone({ take, stage }: Way): Promise<void> {
  const accounts = demoCounties()
    .find((county) => county.district === DISTRICT)!
    .accounts.map((account) => account.name)
  const permissions = new Map<string, ReadonlySet<string>>()
  for (const account of accounts) permissions.set(account, await stage.permissionsOf(account))
  for (const page of PAGES) {
    if (page.path.includes(':')) continue
    const by = accounts.find((account) => page.may === 'signed-in' || permissions.get(account)?.has(page.may))
    const name = `page${page.path.replaceAll('/', '-')}`
    if (by) await take([{ name, by, path: page.path }])
    else console.log(`${page.path}: nobody of the demonstration may open it`)
  }
}

/** How somebody signs in, as they and the administrator see it. */
export async function signInsAreSeen({ take, stage }: Way): Promise<void> {
  const admin = await stage.play('admin')
  const { accounts: signIns } = await admin(listSignIns)
  const ofClerk = signIns.find((account) => account.accountName === 'clerk')!.accountId
  await take([
    { name: 'sign-ins-account', by: 'admin', path: `/sign-ins/${ofClerk}` },
    { name: 'sign-ins-end', by: 'admin', path: `/sign-ins/${ofClerk}`, opens: /^(退出全部登录|End all sessions)$/ },
    { name: 'my-second-factor-begin', by: 'clerk', path: '/my/second-factor', opens: /^(设置动态口令|Set up)$/ },
    { name: 'my-second-factor-qr', by: 'clerk', path: '/my/second-factor', first: showQr },
  ])
}

async function showQr(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(设置动态口令|Set up)$/ }).click()
  await page.getByLabel(/^(当前密码|Current password)$/).fill(PASSWORD)
  await page.getByRole('button', { name: /^(下一步|Next)$/ }).click()
  await page.locator('.factor-shown img').waitFor()
  await standsStill(page)
}
