import { demoCounties } from '../../demo/county.ts'
import { PAGES } from '../../src/web/console/pages.ts'
import { DISTRICT } from '../stage.ts'
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
