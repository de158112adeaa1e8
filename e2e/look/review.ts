import { confirmDemoClaim } from '../../demo/claim-way.ts'
import { getClaim } from '../../src/kernel/funds/claims/contract.ts'
import { delegationChoices, giveDelegation } from '../../src/kernel/access/delegations/contract.ts'
import { approval, initialReview, secondReview } from '../../src/kernel/funds/review/contract.ts'
import { nobodyOrPaper } from './trouble.ts'
import type { Way } from './way.ts'

/** A claim from its provider's word to its approval. */
export async function claimIsReviewed(way: Way, claimId: string): Promise<void> {
  const { take, school, clerk, reviewer, approver, deputy } = way
  const { contentSha256 } = await clerk(getClaim, { params: { claimId } })
  const passed = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
  await take([
    { name: 'claim-to-confirm', by: 'school', path: `/claims/${claimId}` },
    { name: 'dialog-confirm', by: 'school', path: `/claims/${claimId}`, opens: /^(确认无误|Confirm)/ },
    { name: 'dialog-decline', by: 'school', path: `/claims/${claimId}`, opens: /R$/ },
    { name: 'claim-unconfirmed', by: 'clerk', path: `/claims/${claimId}` },
    {
      name: 'dialog-paper-confirmation',
      by: 'clerk',
      path: `/claims/${claimId}`,
      opens: /^(登记纸质确认|Record a conf)/,
    },
  ])
  await confirmDemoClaim(school, claimId)
  await take([
    { name: 'claim-queue', by: 'clerk', path: '/claims/queue' },
    { name: 'claim', by: 'clerk', path: `/claims/${claimId}` },
    { name: 'dialog-initial-pass', by: 'clerk', path: `/claims/${claimId}`, opens: /^(初审通过|Pass initial)/ },
    { name: 'dialog-return', by: 'clerk', path: `/claims/${claimId}`, opens: /^(退回补正|Return)/ },
  ])
  await clerk(initialReview, passed)
  await take([{ name: 'claim-second-queue', by: 'reviewer', path: '/claims/second-queue' }])
  await reviewer(secondReview, passed)
  const { absent, deputies } = await approver(delegationChoices)
  const holder = (post: string) => deputies.find(({ posts }) => posts[0] === post)!.personId
  if (absent.length > 1)
    await approver(giveDelegation, {
      body: {
        absentPersonId: holder('finance'),
        deputyPersonId: holder('approver'),
        posts: ['finance'],
        from: '2022-12-01',
        to: '2022-12-09',
        reason: '年休假',
      },
    })
  await take([
    { name: 'claim-to-approve', by: 'deputy', path: '/claims/approvals' },
    { name: 'claim-to-approve-delegations', by: 'approver', path: '/delegations' },
    { name: 'dialog-delegation', by: 'approver', path: '/delegations', opens: /^(新增代岗|New deputy)/ },
    { name: 'dialog-approve', by: 'deputy', path: `/claims/${claimId}/approval`, opens: /^(同意|Approve)/ },
    {
      name: 'dialog-paper-approval',
      by: 'clerk',
      path: `/claims/${claimId}/approval`,
      opens: /^(登记纸质审批|Record an)/,
    },
    { name: 'approval-sheet', by: 'deputy', path: `/claims/${claimId}/approval` },
    { name: 'approval-sheet-clerk', by: 'clerk', path: `/claims/${claimId}/approval` },
    { name: 'claim-drawn', by: 'approver', path: `/claims/${claimId}` },
  ])
  await nobodyOrPaper(way, claimId)
  await deputy(approval, passed)
}
