import type { Page } from 'playwright-core'
import { slidIn } from './camera.ts'
import { explainPerson, getClaim } from '../../src/kernel/funds/claims/contract.ts'
import { decideOverride, proposeOverride } from '../../src/kernel/integrity/overrides/contract.ts'
import { claimed, type Way } from './way.ts'

/** Number 4 is held for a pension; two people let the answer go. Answers the claim that is made anew. */
export async function pensionIsLetGo({ take, clerk, reviewer }: Way): Promise<string> {
  const heldId = await claimed(clerk)
  const refused = (await clerk(getClaim, { params: { claimId: heldId } })).people.find((one) => one.position === 4)!
  const ofRefused = { params: { claimId: heldId, decisionId: refused.decisionId } }
  const pension = (await clerk(explainPerson, ofRefused)).checks.find((check) => check.liftable)!
  const drawer = `/claims/${heldId}?person=${refused.decisionId}`
  await take([
    { name: 'person-drawer', by: 'clerk', path: drawer },
    { name: 'person-drawer-replay', by: 'auditor', path: drawer, first: replayed },
  ])
  await take([{ name: 'notices', by: 'clerk', path: `/claims/${heldId}/notices` }])
  const override = await clerk(proposeOverride, {
    body: {
      resultId: pension.id,
      document: '关于养老待遇登记有误人员的核实意见(莲人社〔2022〕3号)',
      reason: '社保中心书面确认该登记系同名误录,待更正。',
      evidence: '档案2022-017',
      expiresOn: '2022-05-31',
    },
  })
  await take([
    { name: 'override-waiting', by: 'reviewer', path: '/overrides?state=waiting' },
    { name: 'dialog-override', by: 'reviewer', path: '/overrides?state=waiting', opens: /^(确认或不同意|Decide)/ },
    { name: 'override-own', by: 'clerk', path: '/overrides' },
    { name: 'override-open', by: 'clerk', path: `/overrides?open=${override.id}`, first: slidIn },
  ])
  await reviewer(decideOverride, { params: { overrideId: override.id }, body: { outcome: 'confirmed', reason: '' } })
  await take([
    { name: 'override-in-force', by: 'auditor', path: '/overrides?state=in-force' },
    { name: 'override-trail', by: 'auditor', path: `/trail/override/${override.id}` },
  ])
  return claimed(clerk, heldId)
}

async function replayed(page: Page): Promise<void> {
  await slidIn(page)
  await page.getByRole('button', { name: /^(用当时的政策|Decide again from)/ }).click()
  await page.locator('.replay-lines').first().scrollIntoViewIfNeeded()
}
