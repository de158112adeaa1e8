import { publishDemoClaim, waitForNotice } from '../../demo/claim-way.ts'
import { getNotice, listNotices, takeObjection } from '../../src/kernel/funds/public-notices/contract.ts'
import { DISTRICT } from '../stage.ts'
import type { Way } from './way.ts'

/** An approved claim on public notice, one objection, and the day after. */
export async function claimIsPublished({ take, clerk }: Way, claimId: string): Promise<string> {
  await take([
    { name: 'dialog-send-back', by: 'finance', path: `/claims/${claimId}`, opens: /^(退回.批准后|Send back)/ },
    { name: 'notice-to-publish', by: 'clerk', path: '/public-notices' },
    { name: 'notice-preview', by: 'clerk', path: `/public-notices/preview/${claimId}` },
    { name: 'dialog-publish', by: 'clerk', path: `/public-notices/preview/${claimId}`, opens: /^(公示|Publish)/ },
  ])
  const dayAfter = await publishDemoClaim(clerk, claimId)
  const notice = (await clerk(listNotices)).items[0]!
  await take([
    { name: 'notice-out', by: 'clerk', path: `/public-notices/${notice.id}` },
    { name: 'dialog-objection', by: 'clerk', path: `/public-notices/${notice.id}`, opens: /^(登记异议|Take an)/ },
    { name: 'public-notices-out', by: null, path: `/${DISTRICT}/notices` },
    { name: 'public-notice', by: null, path: `/${DISTRICT}/notices/${notice.id}` },
  ])
  const { rows } = await clerk(getNotice, { params: { noticeId: notice.id } })
  await clerk(takeObjection, {
    params: { noticeId: notice.id },
    body: {
      claimLineId: rows[2]!.claimLineId,
      receivedOn: notice.publishedOn,
      channel: 'phone',
      said: '听说这位学员三月初一直在外地务工,没有去上课。',
      objector: '村民 来电',
    },
  })
  await take([{ name: 'notice-objected', by: 'clerk', path: `/public-notices/${notice.id}` }])
  await waitForNotice(clerk, claimId, dayAfter)
  await take([
    { name: 'public-notice-gone', by: null, path: `/${DISTRICT}/notices/${notice.id}` },
    { name: 'batch-new', by: 'finance', path: '/batches/new' },
  ])
  return dayAfter
}
