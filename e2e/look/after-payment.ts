import type { Page } from 'playwright-core'
import { printPaper } from '../../src/kernel/record/paper/contract.ts'
import { openPersonTimeline } from '../../src/kernel/record/timelines/contract.ts'
import { listPayments } from '../../src/kernel/funds/batches/contract.ts'
import { listBudgetLines } from '../../src/kernel/funds/budget/contract.ts'
import { getClaim, listClaims } from '../../src/kernel/funds/claims/contract.ts'
import { decideCorrection, proposeCorrection } from '../../src/kernel/funds/payees/contract.ts'
import { decideRecovery, enterReceipt, proposeRecovery } from '../../src/kernel/funds/recoveries/contract.ts'
import { slidIn } from './camera.ts'
import type { Way } from './way.ts'

/** What the bank gave back, what was paid by mistake, and how a yuan is explained. */
export async function moneyComesBack(way: Way, batchId: string, dayAfter: string): Promise<void> {
  const { take, clerk, reviewer, director, finance } = way
  const params = { batchId }
  const payment = (await finance(listPayments, { params })).items[0]!
  const line = (await finance(listBudgetLines)).items[0]!
  await take([{ name: 'returned', by: 'clerk', path: '/payees/returned' }])
  const toCorrect = `/payees/${payment.claimLineId}`
  await take([{ name: 'dialog-correction', by: 'clerk', path: toCorrect, opens: /^(提出更正|Propose)/ }])
  const second = (await finance(listPayments, { params })).items[1]!
  const ofSecond = `/payees/${second.claimLineId}`
  await take([{ name: 'dialog-recovery', by: 'finance', path: ofSecond, opens: /^(提出追回|Propose a rec)/ }])
  const { recovery } = await finance(proposeRecovery, {
    params: { paymentId: second.id },
    body: { amountFen: '100000', reason: '查明培训期间已就业', document: '莲人社追〔2022〕1号' },
  })
  const ofRecovery = { recoveryId: recovery.id }
  await take([{ name: 'recovery-proposed', by: 'director', path: `/recoveries/${recovery.id}` }])
  const itsPage = `/recoveries/${recovery.id}`
  await take([{ name: 'dialog-recovery-decide', by: 'director', path: itsPage, opens: /^(确认或不同意|Confirm or)/ }])
  await director(decideRecovery, { params: ofRecovery, body: { outcome: 'confirmed', reason: '' } })
  await finance(enterReceipt, {
    params: ofRecovery,
    body: { amountFen: '40000', voucher: '记-2022-018', receivedOn: dayAfter },
  })
  await take([
    { name: 'recovery-ordered', by: 'finance', path: `/recoveries/${recovery.id}` },
    { name: 'dialog-receipt', by: 'finance', path: itsPage, opens: /^(登记到账|Enter money)/ },
    { name: 'recoveries', by: 'finance', path: '/recoveries' },
    { name: 'recovery-told', by: 'school', path: `/claims/${recovery.claimId}` },
  ])
  const ofPayee = { claimLineId: payment.claimLineId }
  const proposed = await clerk(proposeCorrection, {
    params: ofPayee,
    body: {
      accountNumber: '6228480402564890018',
      holderName: '王静',
      bankName: '中国邮政储蓄银行',
      reason: '原账户已销户',
      evidence: '本人社会保障卡和身份证原件,已核对',
    },
  })
  await take([{ name: 'payee-proposed', by: 'reviewer', path: `/payees/${payment.claimLineId}` }])
  await take([{ name: 'dialog-correction-decide', by: 'reviewer', path: toCorrect, opens: /^(确认或退回|Confirm or)/ }])
  await reviewer(decideCorrection, {
    params: { ...ofPayee, correctionId: proposed.corrections[0]!.id },
    body: { outcome: 'confirmed', reason: '' },
  })
  await take([
    { name: 'payee-corrected', by: 'clerk', path: `/payees/${payment.claimLineId}` },
    { name: 'batch-again', by: 'finance', path: '/batches/new' },
  ])
  const [newest] = (await clerk(listClaims, {})).items
  const paid = await clerk(getClaim, { params: { claimId: newest!.id } })
  const asked = { kind: 'batch', subjectId: batchId, form: 'fund-application' }
  const application = await finance(printPaper, { params: asked, body: {} })
  const ofClaim = { kind: 'claim', subjectId: paid.id, form: 'claim-approval' }
  const approvalForm = await clerk(printPaper, { params: ofClaim, body: {} })
  const ofFirst = { claimId: paid.id, decisionId: paid.people[0]!.decisionId }
  const told = await clerk(openPersonTimeline, { body: { ...ofFirst, reason: '核实本人反映的情况' } })
  const refused = paid.people.find(({ standing }) => standing === 'refused')!
  const ofRefused = { kind: 'claim', subjectId: paid.id, form: 'decision-resident' }
  const explained = await clerk(printPaper, { params: ofRefused, body: { part: refused.decisionId } })
  const replayed = async (page: Page) => {
    await slidIn(page)
    await page.getByRole('button', { name: /^(用当时|Decide again)/ }).click()
    await page.locator('.replay-lines').last().scrollIntoViewIfNeeded()
  }
  await take([
    { name: 'batch-settled', by: 'finance', path: `/batches/${batchId}` },
    { name: 'paper-fund-application', by: 'finance', path: application.address },
    { name: 'paper-explain-refused', by: 'clerk', path: explained.address },
    {
      name: 'replay-refused',
      by: 'auditor',
      path: `/claims/${paid.id}?person=${refused.decisionId}`,
      first: replayed,
    },
    { name: 'paper-claim-approval', by: 'clerk', path: approvalForm.address },
    { name: 'statement', by: 'finance', path: '/budget/statements' },
    { name: 'trail-payment', by: 'finance', path: `/trail/payment/${payment.id}` },
    { name: 'trail-refused', by: 'clerk', path: `/trail/decision/${refused.decisionId}` },
    { name: 'trail-refused-school', by: 'school', path: `/trail/decision/${refused.decisionId}` },
    { name: 'trail-entitled', by: 'auditor', path: `/trail/decision/${paid.people[0]!.decisionId}` },
    { name: 'claim-paid', by: 'clerk', path: `/claims/${paid.id}` },
    { name: 'trail-class', by: 'auditor', path: `/trail/class/${paid.groupId}` },
    { name: 'timeline-provider', by: 'school', path: `/timelines/provider/${paid.organisationId}` },
    {
      name: 'timeline-person',
      by: 'clerk',
      path: `/timelines/person/${paid.id}/${paid.people[0]!.decisionId}`,
    },
    {
      name: 'timeline-person-read',
      by: 'clerk',
      path: `/timelines/person/${paid.id}/${paid.people[0]!.decisionId}?reading=${told.readingId}`,
    },
    { name: 'dialog-appropriate', by: 'finance', path: `/budget/${line.id}`, opens: /^(下达预算|Appropriate)/ },
    { name: 'dialog-budget-back', by: 'finance', path: `/budget/${line.id}`, opens: /^(收回预算|Withdraw)/ },
    { name: 'budget-line', by: 'finance', path: `/budget/${line.id}` },
  ])
}
