import { slidIn } from './camera.ts'
import { decideConclusion, openCase, proposeConclusion } from '../../src/kernel/integrity/cases/contract.ts'
import { moveDemonstrationDate } from '../../src/kernel/access/contract.ts'
import {
  decideProposal,
  listRestrictableOrganisations,
  proposeRestriction,
  replyToRestriction,
} from '../../src/kernel/people/restrictions/contract.ts'
import type { Way } from './way.ts'

/** A doubt that goes to another authority, and what a restricted provider is told and answers. */
export async function providerIsRestricted(
  { take, school, clerk, reviewer, approver }: Way,
  classId: string,
): Promise<void> {
  const doubt = await clerk(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训。' } })
  const ofDoubt = { caseId: doubt.id }
  const referring = await reviewer(proposeConclusion, {
    params: ofDoubt,
    body: { outcome: 'referred', keepsProviderFrozen: false, reasons: '涉嫌骗取补贴资金,移送公安机关查处。' },
  })
  const verdict = { verdict: 'confirmed' as const, reason: '' }
  await approver(decideConclusion, { params: { ...ofDoubt, ...referring }, body: verdict })
  const { organisations } = await clerk(listRestrictableOrganisations)
  const restriction = await clerk(proposeRestriction, {
    body: {
      kind: 'restricted',
      personId: null,
      organisationId: organisations[0]!.id,
      reason: '回访核实代签考勤。',
      document: '关于暂停补贴性培训资格的决定(莲人社〔2022〕15号)',
      clause: '第二十五条第二款',
      from: '2022-03-28',
      to: '2022-12-31',
    },
  })
  const ofRestriction = { restrictionId: restriction.id }
  await approver(decideProposal, {
    params: { ...ofRestriction, proposalId: restriction.proposals[0]!.id },
    body: { outcome: 'confirmed', reason: '' },
  })
  await take([{ name: 'restriction-own-new', by: 'school', path: '/restrictions/own' }])
  await school(replyToRestriction, {
    params: ofRestriction,
    body: { said: '代课老师代签一次,已辞退并重新培训,请求缩短期限。' },
  })
  await school(moveDemonstrationDate, { body: { businessDate: '2022-05-30' } })
  await take([
    { name: 'case-referred', by: 'reviewer', path: `/cases/${ofDoubt.caseId}` },
    { name: 'case-referred-list', by: 'clerk', path: '/cases?state=referred' },
    { name: 'case-referred-own', by: 'school', path: '/cases/own' },
    { name: 'override-ending', by: 'clerk', path: '/overrides?ending=yes' },
    { name: 'restriction-unheard', by: 'reviewer', path: '/restrictions?unheard=yes' },
    { name: 'restriction-open', by: 'reviewer', path: `/restrictions?open=${restriction.id}`, first: slidIn },
    {
      name: 'dialog-hear',
      by: 'reviewer',
      path: `/restrictions?open=${restriction.id}`,
      opens: /^(处理申辩|Answer the)/,
    },
    { name: 'dialog-restriction', by: 'clerk', path: '/restrictions', opens: /^(提出限制|Propose a)/ },
    {
      name: 'dialog-referral-answer',
      by: 'clerk',
      path: `/cases/${ofDoubt.caseId}`,
      opens: /^(登记对方答复|Record the)/,
    },
    { name: 'restriction-notice', by: 'clerk', path: `/restrictions/${restriction.id}/notice` },
    { name: 'restriction-own-answered', by: 'school', path: '/restrictions/own' },
  ])
}
