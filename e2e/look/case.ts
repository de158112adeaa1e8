import { sampleFile } from '../../demo/sample-class.ts'
import {
  addCaseNote,
  decideConclusion,
  listCases,
  proposeConclusion,
  replyToCase,
  takeCase,
} from '../../src/kernel/integrity/cases/contract.ts'
import { uploadAnswer } from '../../src/kernel/people/letters/contract.ts'
import type { Player } from '../../demo/play.ts'
import { claimed, type Way } from './way.ts'
import { until } from '../until.ts'

const DEATHS = '09-死亡人员名单.csv'

/** Number 16 had died: the class is frozen, answered for, concluded by two people and goes on. */
export async function deathIsAnswered(
  { take, school, clerk, reviewer, approver }: Way,
  lettersId: string,
): Promise<void> {
  await clerk(uploadAnswer, {
    params: { letterId: lettersId },
    query: { fileName: DEATHS, office: '莲都区民政局', asOf: '2022-03-28' },
    file: sampleFile(DEATHS),
  })
  const ofCase = { caseId: await suspected(clerk) }
  const frozenId = await claimed(clerk)
  await take([
    { name: 'case-list', by: 'clerk', path: '/cases' },
    { name: 'dialog-open-case', by: 'clerk', path: '/cases', opens: /^(手工开立|Open a case)/ },
    { name: 'case-open', by: 'clerk', path: `/cases/${ofCase.caseId}` },
    { name: 'case-frozen-claim', by: 'clerk', path: `/claims/${frozenId}` },
    { name: 'case-frozen-claims', by: 'clerk', path: '/claims?frozen=yes' },
    { name: 'case-frozen-claims-own', by: 'school', path: '/claims' },
  ])
  await clerk(takeCase, { params: ofCase })
  await clerk(addCaseNote, { params: ofCase, body: { note: '已电话联系授课教师,承认代签。' } })
  await school(replyToCase, { params: ofCase, body: { said: '代课老师代签,愿意更正。' } })
  await take([{ name: 'case-own', by: 'school', path: '/cases/own' }])
  await take([
    { name: 'dialog-conclusion', by: 'reviewer', path: `/cases/${ofCase.caseId}`, opens: /^(提出结论|Propose)/ },
    { name: 'dialog-hand-over', by: 'clerk', path: `/cases/${ofCase.caseId}`, opens: /^(移交|Hand over)/ },
  ])
  const { conclusionId } = await reviewer(proposeConclusion, {
    params: ofCase,
    body: { outcome: 'excluded', keepsProviderFrozen: false, reasons: '查实第16号考勤系代签,只涉及其一人。' },
  })
  await take([
    { name: 'case-proposed', by: 'reviewer', path: `/cases/${ofCase.caseId}` },
    { name: 'case-to-confirm', by: 'approver', path: `/cases/${ofCase.caseId}` },
    { name: 'dialog-conclude', by: 'approver', path: `/cases/${ofCase.caseId}`, opens: /^(确认结论|Decide)/ },
  ])
  await approver(decideConclusion, {
    params: { ...ofCase, conclusionId },
    body: { verdict: 'confirmed', reason: '' },
  })
  await take([{ name: 'case-concluded', by: 'auditor', path: `/cases/${ofCase.caseId}` }])
}

/** The case about the sample class, once the outbox has asked the checks again. */
async function suspected(clerk: Player): Promise<string> {
  return until(async () => (await clerk(listCases, {})).items[0]?.id, 'a case is opened')
}
