import type { Page } from 'playwright-core'
import { beginDraft, listSchemes } from '../../src/kernel/policy/editing/contract.ts'
import type { Way } from './way.ts'

/** A scheme as the bureau edits it: every screen of the editor over a draft of the county's own. */
export async function schemeIsEdited({ take, clerk }: Way): Promise<void> {
  const { items } = await clerk(listSchemes, { query: {} })
  const version = items.find(({ kind, scheme }) => kind === 'version' && scheme === 'liandu.high-skilled-allowance')!
  const { id } = await clerk(beginDraft, { body: { from: version.id, note: '' } })
  const path = `/policies/drafts/${id}`
  await take([
    { name: 'scheme-editor-rates', by: 'clerk', path },
    { name: 'scheme-editor-wrong', by: 'clerk', path, first: typeText },
    { name: 'scheme-editor-conditions', by: 'clerk', path, tab: 1 },
    { name: 'scheme-editor-amount', by: 'clerk', path, tab: 2 },
    { name: 'scheme-editor-clauses', by: 'clerk', path, tab: 3 },
    { name: 'scheme-editor-cases', by: 'clerk', path, tab: 4 },
    { name: 'scheme-editor-try', by: 'clerk', path, tab: 5, first: tryFirst },
    { name: 'scheme-editor-difference', by: 'clerk', path, tab: 6 },
    { name: 'scheme-editor-facts', by: 'clerk', path, tab: 7 },
    { name: 'scheme-editor-rest', by: 'clerk', path, tab: 8 },
  ])
}

/** A text where an amount belongs. */
async function typeText(page: Page): Promise<void> {
  await page.getByRole('grid').first().getByRole('textbox').focus()
  await page.keyboard.type('约一千')
  await page.keyboard.press('Enter')
  await page.locator('.sj-grid-faults').waitFor()
}

/** The first case, as it is answered. */
async function tryFirst(page: Page): Promise<void> {
  await page.getByLabel(/^(从案例开始|Begin from a case)$/).selectOption({ index: 1 })
  await page.locator('.sj-editor-steps').waitFor()
}
