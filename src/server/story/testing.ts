import { approveDemoClaim, assembledClaim, publishDemoClaim } from '../../../demo/claim-way.ts'
import { lookUpSampleCertificates } from '../../../demo/sample-class.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from '../../kernel/funds/batches/contract.ts'
import { explainPerson, getClaim } from '../../kernel/funds/claims/contract.ts'
import { decideCorrection, listReturnedPayments, proposeCorrection } from '../../kernel/funds/payees/contract.ts'
import { getNotice, listNotices, takeObjection } from '../../kernel/funds/public-notices/contract.ts'
import { decideRecovery, enterReceipt, proposeRecovery } from '../../kernel/funds/recoveries/contract.ts'
import { listHoldsOn } from '../../kernel/funds/holds/store.ts'
import { answerReport, listReports } from '../../kernel/funds/reports/contract.ts'
import { makeReport } from '../../kernel/funds/reports/making.ts'
import { personOfClaim } from '../../kernel/funds/room.ts'
import { decideConclusion, listCases, openCase, proposeConclusion } from '../../kernel/integrity/cases/contract.ts'
import { decideOverride, proposeOverride } from '../../kernel/integrity/overrides/contract.ts'
import {
  decideProposal,
  hearReply,
  proposeRestriction,
  recordReply,
  replyToRestriction,
} from '../../kernel/people/restrictions/contract.ts'
import { inDistrict } from '../../platform/db/public.ts'
import { ANSWERS, givenLetters, givenTaughtClass, LIANDU, type Someone, type TestHouse } from '../testing.ts'

/** A person of the claim, as the steps about them name them. */
export type Told = { readonly decisionId: string; readonly personId: string; readonly position: number }

export type Story = {
  readonly school: Someone
  readonly clerk: Someone
  readonly finance: Someone
  readonly classId: string
  readonly claimId: string
  readonly organisationId: string
  readonly noticeId: string
  /** Who had died, whose insurance was let go, whose objection was cleared and whose stood. */
  readonly dead: Told
  readonly insured: Told
  readonly cleared: Told
  readonly dropped: Told
  /** Whose account was put right after the bank gave the payment back; who is asked to pay back, and is restricted. */
  readonly paidAgain: Told
  readonly recovered: Told
  readonly paymentId: string
  readonly againId: string
  readonly recoveryId: string
  readonly overrideId: string
  readonly correctionId: string
  /** The case of the dead, and the one that was referred and answered. */
  readonly caseId: string
  readonly referredId: string
  /** Of whom the objection was cleared, and of whom it stood. */
  readonly holdIds: readonly [cleared: string, dropped: string]
  readonly restrictionIds: readonly [person: string, provider: string]
}

/** Everything that can happen around the sample class, played by those who do it: what trails and timelines tell of. */
export async function playStory(house: TestHouse): Promise<Story> {
  const as = (name: string) => house.as(name)
  const [school, clerk, reviewer, deputy] = [
    await as('school'),
    await as('clerk'),
    await as('reviewer'),
    await as('deputy'),
  ]
  const [approver, director, finance] = [await as('approver'), await as('director'), await as('finance')]
  const drain = () => house.outbox.drain(LIANDU)
  const conclude = async (caseId: string, outcome: 'excluded' | 'cleared' | 'referred', answer?: string) => {
    const params = { caseId }
    const said = { outcome, keepsProviderFrozen: false, reasons: '经核对原始记录并询问本人,情况属实。' }
    const { conclusionId } = await reviewer.call(proposeConclusion, {
      params,
      body: answer ? { ...said, answer: { by: '莲都区公安分局', document: '莲公函〔2022〕7号', on: answer } } : said,
    })
    const verdict = { verdict: 'confirmed' as const, reason: '' }
    await approver.call(decideConclusion, { params: { ...params, conclusionId }, body: verdict })
    await drain()
  }

  const classId = await givenTaughtClass(house, school, clerk)
  const tell = await givenLetters(house, clerk, classId)
  for (const { register } of ANSWERS) await tell(register)
  const caseId = (await clerk.call(listCases)).items[0]!.id
  await conclude(caseId, 'excluded')

  const before = await clerk.call(getClaim, { params: { claimId: await assembledClaim(clerk.call) } })
  const held = before.people.find(({ position }) => position === 25)!
  const answers = await clerk.call(explainPerson, { params: { claimId: before.id, decisionId: held.decisionId } })
  const override = await clerk.call(proposeOverride, {
    body: {
      resultId: answers.checks.find(({ checkId }) => checkId === 'A08')!.id,
      document: '关于参保数据核实情况的会议纪要(莲人社〔2022〕3号)',
      reason: '社保登记有误,已核实',
      evidence: '',
      expiresOn: '2022-06-01',
    },
  })
  const yes = { outcome: 'confirmed' as const, reason: '' }
  await reviewer.call(decideOverride, { params: { overrideId: override.id }, body: yes })
  await drain()

  const claimId = await assembledClaim(clerk.call)
  const by = { school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver: deputy.call }
  await approveDemoClaim(by, claimId)
  const dayAfter = await publishDemoClaim(clerk.call, claimId)
  const notice = (await clerk.call(listNotices)).items[0]!
  const { rows } = await clerk.call(getNotice, { params: { noticeId: notice.id } })
  const object = async (nth: number) =>
    clerk.call(takeObjection, {
      params: { noticeId: notice.id },
      body: {
        claimLineId: rows[nth]!.claimLineId,
        receivedOn: notice.publishedOn,
        channel: 'phone',
        said: '听说这位学员三月初一直在外地务工,没有去上课。',
        objector: '',
      },
    })
  const [toClear, toDrop] = [await object(2), await object(3)]
  await conclude(toClear.caseId, 'cleared')
  await conclude(toDrop.caseId, 'excluded')
  const holds = await inDistrict(house.connection.db, LIANDU, (tx) => listHoldsOn(tx, [claimId]))
  const holdOf = ({ caseId: of }: { caseId: string }) => holds.find((hold) => hold.caseId === of)!.id
  await house.passTo(dayAfter)
  await lookUpSampleCertificates(clerk.call, classId)

  const pay = async (chosen: { claimIds: string[]; returnedIds?: string[] }, returned?: string) => {
    const batch = await finance.call(makeBatch, { body: chosen })
    const params = { batchId: batch.id }
    for (const signer of [approver, director])
      await signer.call(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
    await finance.call(exportBatch, { params })
    const query = returned === undefined ? {} : { returned }
    const file = (await finance.call(demonstrationReturnFile, { params, query })) as Blob
    await finance.call(applyReturnFile, { params, query: { fileName: `回盘-${batch.number}.csv` }, file })
    return (await finance.call(listPayments, { params })).items
  }
  const payable = await finance.call(listPayableClaims)
  const payments = await pay({ claimIds: [payable.lines[0]!.claims[0]!.id] }, '1')
  const returned = (await finance.call(listReturnedPayments)).items[0]!
  const ofLine = { claimLineId: returned.claimLineId }
  const { corrections } = await clerk.call(proposeCorrection, {
    params: ofLine,
    body: {
      accountNumber: '6228480402564890018',
      holderName: '王静',
      bankName: '中国邮政储蓄银行',
      reason: '原账户已销户',
      evidence: '本人社会保障卡和身份证原件,已核对',
    },
  })
  const correctionId = corrections[0]!.id
  await reviewer.call(decideCorrection, { params: { ...ofLine, correctionId }, body: yes })
  const again = await pay({ claimIds: [], returnedIds: [returned.id] })

  const wrong = payments[1]!
  const { recovery } = await finance.call(proposeRecovery, {
    params: { paymentId: wrong.id },
    body: { amountFen: '100000', reason: '查明培训期间已就业', document: '莲人社追〔2022〕1号' },
  })
  const ofRecovery = { recoveryId: recovery.id }
  await director.call(decideRecovery, { params: ofRecovery, body: yes })
  const receipt = { amountFen: '40000', voucher: '记-2022-018', receivedOn: dayAfter }
  await finance.call(enterReceipt, { params: ofRecovery, body: receipt })

  const { people, organisationId } = await clerk.call(getClaim, { params: { claimId } })
  const positionOf = (claimLineId: string) => rows.find((row) => row.claimLineId === claimLineId)!.position
  const told = async (position: number): Promise<Told> => {
    const { decisionId } = people.find((person) => person.position === position)!
    const personId = await inDistrict(house.connection.db, LIANDU, (tx) => personOfClaim(tx, claimId, decisionId))
    return { decisionId, personId: personId!, position }
  }
  const recovered = await told(positionOf(wrong.claimLineId))
  const restrict = async (whom: { personId: string | null; organisationId: string | null }) => {
    const restriction = await clerk.call(proposeRestriction, {
      body: {
        kind: 'restricted',
        ...whom,
        reason: '回访核实代签考勤。',
        document: '关于取消补贴资格的决定(莲人社〔2022〕15号)',
        clause: '第二十五条',
        from: dayAfter,
        to: '2022-12-31',
      },
    })
    const params = { restrictionId: restriction.id, proposalId: restriction.proposals[0]!.id }
    await approver.call(decideProposal, { params, body: yes })
    return restriction.id
  }
  const ofPerson = await restrict({ personId: recovered.personId, organisationId: null })
  const { replyId } = await clerk.call(recordReply, {
    params: { restrictionId: ofPerson },
    body: { way: 'visit', said: '只缺了一天课,请求缩短期限。', saidOn: dayAfter },
  })
  await reviewer.call(hearReply, {
    params: { restrictionId: ofPerson, replyId },
    body: { outcome: 'kept', endsOn: null, reason: '事实清楚,维持原决定。' },
  })
  const ofProvider = await restrict({ personId: null, organisationId })
  await school.call(replyToRestriction, {
    params: { restrictionId: ofProvider },
    body: { said: '代课老师代签一次,已辞退并重新培训。' },
  })

  const paidAgain = await told(positionOf(returned.claimLineId))
  await inDistrict(house.connection.db, LIANDU, (tx) =>
    makeReport(tx, { ...paidAgain, claimId, kind: 'account', said: '银行卡销户了', formKey: 'form-of-the-story' }),
  )
  const report = (await clerk.call(listReports)).items[0]!
  const answer = { answer: '账户已更正,款项已重新支付。' }
  await clerk.call(answerReport, { params: { reportId: report.id }, body: answer })

  const doubt = await clerk.call(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训。' } })
  await conclude(doubt.id, 'referred')
  await conclude(doubt.id, 'cleared', dayAfter)
  return {
    school,
    clerk,
    finance,
    classId,
    claimId,
    organisationId,
    noticeId: notice.id,
    dead: await told(16),
    insured: await told(25),
    cleared: await told(rows[2]!.position),
    dropped: await told(rows[3]!.position),
    paidAgain,
    recovered,
    paymentId: payments[0]!.id,
    againId: again[0]!.id,
    recoveryId: recovery.id,
    overrideId: override.id,
    correctionId,
    caseId,
    referredId: doubt.id,
    holdIds: [holdOf(toClear), holdOf(toDrop)],
    restrictionIds: [ofPerson, ofProvider],
  }
}
