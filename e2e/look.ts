import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page as BrowserPage } from 'playwright-core'
import { demoCounties } from '../demo/county.ts'
import { confirmDemoClaim, publishDemoClaim, waitForNotice } from '../demo/claim-way.ts'
import { lookUpSampleCertificates, planSampleClass, sampleFile, teachSampleClass } from '../demo/sample-class.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
  withdrawBatch,
} from '../src/kernel/funds/batches/contract.ts'
import { listBudgetLines } from '../src/kernel/funds/budget/contract.ts'
import { explainPerson, getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import { decideCorrection, proposeCorrection } from '../src/kernel/funds/payees/contract.ts'
import { decideRecovery, enterReceipt, proposeRecovery } from '../src/kernel/funds/recoveries/contract.ts'
import { delegationChoices, giveDelegation } from '../src/kernel/access/delegations/contract.ts'
import { decideOverride, proposeOverride } from '../src/kernel/integrity/overrides/contract.ts'
import { getNotice, listNotices, takeObjection } from '../src/kernel/funds/public-notices/contract.ts'
import { approval, initialReview, secondReview } from '../src/kernel/funds/review/contract.ts'
import {
  addCaseNote,
  decideConclusion,
  listCases,
  openCase,
  proposeConclusion,
  replyToCase,
  takeCase,
} from '../src/kernel/integrity/cases/contract.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import {
  decideProposal,
  listRestrictableOrganisations,
  proposeRestriction,
  replyToRestriction,
} from '../src/kernel/people/restrictions/contract.ts'
import { makeLetters, uploadAnswer } from '../src/kernel/people/letters/contract.ts'
import { openPersonTimeline } from '../src/kernel/record/timelines/contract.ts'
import { printPaper } from '../src/kernel/record/paper/contract.ts'
import { listAgreements } from '../src/mechanisms/training/agreements/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { PAGES } from '../src/web/console/pages.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/*
 * Pictures of every page at desk and phone width, in Chinese and English, for people to look at: `npm run look`, then
 * data/look. The sample class is played from draft to paid, and each page is seen when it has something to show.
 * `npm run look -- queue` takes only the pictures whose name contains "queue".
 */
const OUT = fileURLToPath(new URL('../data/look', import.meta.url))
const WIDTHS = [1440, 390] as const
const LANGUAGES = ['zh', 'en'] as const
const wanted = process.argv[2] ?? ''
const PENSIONS = '07-养老待遇领取名单.csv'
const DEATHS = '09-死亡人员名单.csv'

type Scene = {
  readonly name: string
  readonly by: string | null
  readonly path: string
  /** A tab to open first, by its place in the row of tabs. */
  readonly tab?: number
  /** What is pressed before the picture, by its name in either language: the dialog is the picture. */
  readonly opens?: RegExp
}

const seen = new Set<string>()

async function take(stage: Stage, scenes: readonly Scene[]): Promise<void> {
  for (const { name, by, path, tab, opens } of scenes) {
    seen.add(name)
    if (!wanted.split('|').some((part) => name.includes(part))) continue
    for (const width of WIDTHS) {
      for (const language of LANGUAGES) {
        const page = await stage.look({ by, path, width, language })
        await settled(page)
        if (tab !== undefined) await openTab(page, tab)
        if (opens) await openDialog(page, opens).catch(() => console.log(`${name} ${width} ${language}: nothing opens`))
        await page.screenshot({ path: join(OUT, `${name}-${width}-${language}.png`), fullPage: !opens })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > width) console.log(`${name} ${width} ${language}: ${wide} px wide, ${await widest(page)}`)
        for (const text of await cutOff(page)) console.log(`${name} ${width} ${language}: cut off: ${text}`)
        await page.context().close()
      }
    }
    console.log(name)
  }
}

/** What reaches furthest to the right of the window. */
function widest(page: BrowserPage): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('main *, header *, footer *')]
    all.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
    return `${all[0]?.tagName} ${all[0]?.className} ${all[0]?.textContent?.slice(0, 40)}`
  })
}

/** Heads, states, figures and buttons of which not all can be read; a pinned cell only has its shadow beside it. */
function cutOff(page: BrowserPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sj-table th, .sj-table td.sj-num, .sj-tag, button, h1, h2')]
      .filter((each) => !/cell-fix/.test(each.className) && each.clientWidth > 1)
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.innerText.slice(0, 60)),
  )
}

/** No placeholder is left. */
async function settled(page: BrowserPage): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForTimeout(200)
  await page.waitForFunction(() => document.querySelector('.sj-waiting') === null)
}

/** On a phone the row of tabs moves under the finger: pressed until it is the one that is open. */
async function openTab(page: BrowserPage, at: number): Promise<void> {
  const tab = page.getByRole('tab').nth(at)
  for (let tries = 0; tries < 5 && (await tab.getAttribute('aria-selected')) !== 'true'; tries += 1) {
    await tab.click()
    await page.waitForTimeout(300)
  }
  await settled(page)
}

/** The dialog behind a button, once it stands still. */
async function openDialog(page: BrowserPage, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').first().waitFor()
  await page.waitForTimeout(400)
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const stage = await setStage()
try {
  const [school, clerk, reviewer, approver, deputy, director, finance] = await Promise.all(
    ['school', 'clerk', 'reviewer', 'approver', 'deputy', 'director', 'finance'].map((account) => stage.play(account)),
  )
  if (!school || !clerk || !reviewer || !approver || !deputy || !director || !finance)
    throw new Error('nobody is there to play')
  await take(stage, [
    { name: 'public-home', by: null, path: `/${DISTRICT}/` },
    { name: 'public-lost', by: null, path: `/${DISTRICT}/no-such-page` },
    { name: 'public-nowhere', by: null, path: '/999999/' },
    ...['learn', 'certificate', 'progress', 'problem', 'notices', 'help'].map((page) => ({
      name: `public-${page}`,
      by: null,
      path: `/${DISTRICT}/${page}`,
    })),
    { name: 'sign-in', by: null, path: `/${DISTRICT}/console/` },
  ])

  const { classId } = await planSampleClass(school)
  const agreement = (await clerk(listAgreements)).items[0]!
  const ofClass = (name: string, by: string, tab?: number): Scene => ({
    name,
    by,
    path: `/classes/${classId}`,
    ...(tab === undefined ? {} : { tab }),
  })
  await take(stage, [
    ofClass('class-draft-plan', 'school'),
    ofClass('class-draft-timetable', 'school', 1),
    ofClass('class-draft-roster', 'school', 2),
    { name: 'agreement', by: 'clerk', path: `/agreements/${agreement.id}` },
  ])

  await school(submitClass, { params: { classId } })
  await take(stage, [
    { name: 'class-queue', by: 'clerk', path: '/classes/queue' },
    { name: 'start-clerk', by: 'clerk', path: '/' },
    { name: 'start-deputy', by: 'deputy', path: '/' },
  ])
  await clerk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  await take(
    stage,
    [0, 1, 2, 3, 4, 5, 6, 7].map((tab) => ofClass(`class-completed-${tab}`, 'clerk', tab)),
  )

  const [letter, deaths] = (
    await clerk(makeLetters, {
      body: {
        letters: [
          { register: 'pension-payments', office: '莲都区社会保险中心' },
          { register: 'deaths', office: '莲都区民政局' },
        ],
        groupIds: [classId],
        purpose: '核对职业技能培训补贴对象资格',
      },
    })
  ).letters
  await take(stage, [{ name: 'letter-waiting', by: 'clerk', path: `/letters/${letter!.id}` }])
  await clerk(uploadAnswer, {
    params: { letterId: letter!.id },
    query: { fileName: PENSIONS, office: '莲都区社会保险中心', asOf: '2022-03-28' },
    file: sampleFile(PENSIONS),
  })
  await take(stage, [
    { name: 'letter-answered', by: 'clerk', path: `/letters/${letter!.id}` },
    { name: 'letter-read', by: 'auditor', path: `/letters/${letter!.id}` },
    { name: 'letter-new-of-class', by: 'clerk', path: `/letters/new?groups=${classId}` },
    ofClass('class-letters', 'clerk', 3),
  ])

  // Number 16 had died: the class is frozen, answered for, concluded by two people and goes on.
  await clerk(uploadAnswer, {
    params: { letterId: deaths!.id },
    query: { fileName: DEATHS, office: '莲都区民政局', asOf: '2022-03-28' },
    file: sampleFile(DEATHS),
  })
  const ofCase = { caseId: await suspected(clerk) }
  const frozenId = await claimed(clerk)
  await take(stage, [
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
  await take(stage, [{ name: 'case-own', by: 'school', path: '/cases/own' }])
  await take(stage, [
    { name: 'dialog-conclusion', by: 'reviewer', path: `/cases/${ofCase.caseId}`, opens: /^(提出结论|Propose)/ },
    { name: 'dialog-hand-over', by: 'clerk', path: `/cases/${ofCase.caseId}`, opens: /^(移交|Hand over)/ },
  ])
  const { conclusionId } = await reviewer(proposeConclusion, {
    params: ofCase,
    body: { outcome: 'excluded', keepsProviderFrozen: false, reasons: '查实第16号考勤系代签,只涉及其一人。' },
  })
  await take(stage, [
    { name: 'case-proposed', by: 'reviewer', path: `/cases/${ofCase.caseId}` },
    { name: 'case-to-confirm', by: 'approver', path: `/cases/${ofCase.caseId}` },
    { name: 'dialog-conclude', by: 'approver', path: `/cases/${ofCase.caseId}`, opens: /^(确认结论|Decide)/ },
  ])
  await approver(decideConclusion, {
    params: { ...ofCase, conclusionId },
    body: { verdict: 'confirmed', reason: '' },
  })
  await take(stage, [{ name: 'case-concluded', by: 'auditor', path: `/cases/${ofCase.caseId}` }])

  const heldId = await claimed(clerk)
  const refused = (await clerk(getClaim, { params: { claimId: heldId } })).people.find((one) => one.position === 4)!
  const ofRefused = { params: { claimId: heldId, decisionId: refused.decisionId } }
  const pension = (await clerk(explainPerson, ofRefused)).checks.find((check) => check.liftable)!
  await take(stage, [{ name: 'person-drawer', by: 'clerk', path: `/claims/${heldId}?person=${refused.decisionId}` }])
  await take(stage, [{ name: 'notices', by: 'clerk', path: `/claims/${heldId}/notices` }])
  const override = await clerk(proposeOverride, {
    body: {
      resultId: pension.id,
      document: '关于养老待遇登记有误人员的核实意见(莲人社〔2022〕3号)',
      reason: '社保中心书面确认该登记系同名误录,待更正。',
      evidence: '档案2022-017',
      expiresOn: '2022-05-31',
    },
  })
  await take(stage, [
    { name: 'override-waiting', by: 'reviewer', path: '/overrides?state=waiting' },
    { name: 'dialog-override', by: 'reviewer', path: '/overrides?state=waiting', opens: /^(确认或不同意|Decide)/ },
    { name: 'override-own', by: 'clerk', path: '/overrides' },
  ])
  await reviewer(decideOverride, { params: { overrideId: override.id }, body: { outcome: 'confirmed', reason: '' } })
  await take(stage, [
    { name: 'override-in-force', by: 'auditor', path: '/overrides?state=in-force' },
    { name: 'override-trail', by: 'auditor', path: `/trail/override/${override.id}` },
  ])
  const claimId = await claimed(clerk, heldId)
  const { contentSha256 } = await clerk(getClaim, { params: { claimId } })
  const passed = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
  const papers = { kind: 'class', subjectId: classId }
  const { code } = await clerk(printPaper, { params: { ...papers, form: 'class-roster' }, body: {} })
  await take(stage, [
    { name: 'class-papers', by: 'clerk', path: `/classes/${classId}?tab=papers` },
    { name: 'dialog-scan', by: 'clerk', path: `/classes/${classId}?tab=papers`, opens: /^(附上扫描件|Attach a scan)/ },
    {
      name: 'dialog-print-full',
      by: 'clerk',
      path: `/classes/${classId}?tab=papers`,
      opens: /^(打印.完整号码|Print with full)/,
    },
    { name: 'paper-by-code', by: 'clerk', path: `/papers/${code}` },
    { name: 'public-paper', by: null, path: `/${DISTRICT}/r/${code}` },
  ])
  await take(stage, [
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
  await take(stage, [
    { name: 'claim-queue', by: 'clerk', path: '/claims/queue' },
    { name: 'claim', by: 'clerk', path: `/claims/${claimId}` },
    { name: 'dialog-initial-pass', by: 'clerk', path: `/claims/${claimId}`, opens: /^(初审通过|Pass initial)/ },
    { name: 'dialog-return', by: 'clerk', path: `/claims/${claimId}`, opens: /^(退回补正|Return)/ },
  ])
  await clerk(initialReview, passed)
  await take(stage, [{ name: 'claim-second-queue', by: 'reviewer', path: '/claims/second-queue' }])
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
  await take(stage, [
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
  await deputy(approval, passed)
  await take(stage, [
    { name: 'notice-to-publish', by: 'clerk', path: '/public-notices' },
    { name: 'notice-preview', by: 'clerk', path: `/public-notices/preview/${claimId}` },
    { name: 'dialog-publish', by: 'clerk', path: `/public-notices/preview/${claimId}`, opens: /^(公示|Publish)/ },
  ])
  const dayAfter = await publishDemoClaim(clerk, claimId)
  const notice = (await clerk(listNotices)).items[0]!
  await take(stage, [
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
  await take(stage, [{ name: 'notice-objected', by: 'clerk', path: `/public-notices/${notice.id}` }])
  await waitForNotice(clerk, claimId, dayAfter)
  await take(stage, [
    { name: 'public-notice-gone', by: null, path: `/${DISTRICT}/notices/${notice.id}` },
    { name: 'batch-new', by: 'finance', path: '/batches/new' },
  ])

  await take(stage, [{ name: 'look-up-waiting', by: 'clerk', path: `/certificates/look-ups/${classId}` }])
  await lookUpSampleCertificates(clerk, classId)
  await take(stage, [{ name: 'look-up-done', by: 'auditor', path: `/certificates/look-ups/${classId}` }])

  const payable = await finance(listPayableClaims)
  const mistaken = await finance(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  await take(stage, [
    {
      name: 'dialog-withdraw',
      by: 'finance',
      path: `/batches/${mistaken.id}`,
      opens: /^(撤回批次|Withdraw the batch)$/,
    },
  ])
  await finance(withdrawBatch, { params: { batchId: mistaken.id }, body: { reason: '漏了一件申领单' } })
  await take(stage, [
    { name: 'batch-withdrawn', by: 'finance', path: `/batches/${mistaken.id}` },
    { name: 'batch-withdrawn-list', by: 'finance', path: '/batches' },
  ])
  const batch = await finance(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const params = { batchId: batch.id }
  await take(stage, [{ name: 'batch-frozen', by: 'approver', path: `/batches/${batch.id}` }])
  await take(stage, [{ name: 'dialog-sign', by: 'approver', path: `/batches/${batch.id}`, opens: /^(签批|Sign$)/ }])
  await approver(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await take(stage, [{ name: 'batch-half-signed', by: 'director', path: `/batches/${batch.id}` }])
  await director(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await finance(exportBatch, { params })
  await take(stage, [{ name: 'batch-exported', by: 'finance', path: `/batches/${batch.id}` }])
  const file = (await finance(demonstrationReturnFile, { params, query: { returned: '1' } })) as Blob
  await finance(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
  const payment = (await finance(listPayments, { params })).items[0]!
  const line = (await finance(listBudgetLines)).items[0]!
  await take(stage, [{ name: 'returned', by: 'clerk', path: '/payees/returned' }])
  const toCorrect = `/payees/${payment.claimLineId}`
  await take(stage, [{ name: 'dialog-correction', by: 'clerk', path: toCorrect, opens: /^(提出更正|Propose)/ }])
  const second = (await finance(listPayments, { params })).items[1]!
  const ofSecond = `/payees/${second.claimLineId}`
  await take(stage, [{ name: 'dialog-recovery', by: 'finance', path: ofSecond, opens: /^(提出追回|Propose a rec)/ }])
  const { recovery } = await finance(proposeRecovery, {
    params: { paymentId: second.id },
    body: { amountFen: '100000', reason: '查明培训期间已就业', document: '莲人社追〔2022〕1号' },
  })
  const ofRecovery = { recoveryId: recovery.id }
  await take(stage, [{ name: 'recovery-proposed', by: 'director', path: `/recoveries/${recovery.id}` }])
  const itsPage = `/recoveries/${recovery.id}`
  await take(stage, [
    { name: 'dialog-recovery-decide', by: 'director', path: itsPage, opens: /^(确认或不同意|Confirm or)/ },
  ])
  await director(decideRecovery, { params: ofRecovery, body: { outcome: 'confirmed', reason: '' } })
  await finance(enterReceipt, {
    params: ofRecovery,
    body: { amountFen: '40000', voucher: '记-2022-018', receivedOn: dayAfter },
  })
  await take(stage, [
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
  await take(stage, [{ name: 'payee-proposed', by: 'reviewer', path: `/payees/${payment.claimLineId}` }])
  await take(stage, [
    { name: 'dialog-correction-decide', by: 'reviewer', path: toCorrect, opens: /^(确认或退回|Confirm or)/ },
  ])
  await reviewer(decideCorrection, {
    params: { ...ofPayee, correctionId: proposed.corrections[0]!.id },
    body: { outcome: 'confirmed', reason: '' },
  })
  await take(stage, [
    { name: 'payee-corrected', by: 'clerk', path: `/payees/${payment.claimLineId}` },
    { name: 'batch-again', by: 'finance', path: '/batches/new' },
  ])
  const [newest] = (await clerk(listClaims, {})).items
  const paid = await clerk(getClaim, { params: { claimId: newest!.id } })
  const ofFirst = { claimId: paid.id, decisionId: paid.people[0]!.decisionId }
  const told = await clerk(openPersonTimeline, { body: { ...ofFirst, reason: '核实本人反映的情况' } })
  await take(stage, [
    { name: 'batch-settled', by: 'finance', path: `/batches/${batch.id}` },
    { name: 'batch-application', by: 'finance', path: `/batches/${batch.id}/application` },
    { name: 'statement', by: 'finance', path: '/budget/statements' },
    { name: 'trail-payment', by: 'finance', path: `/trail/payment/${payment.id}` },
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
    { name: 'budget-line', by: 'finance', path: `/budget/${line.id}` },
  ])

  // A doubt that goes to another authority, and what a restricted provider is told and answers.
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
  await take(stage, [{ name: 'restriction-own-new', by: 'school', path: '/restrictions/own' }])
  await school(replyToRestriction, {
    params: ofRestriction,
    body: { said: '代课老师代签一次,已辞退并重新培训,请求缩短期限。' },
  })
  await school(moveDemonstrationDate, { body: { businessDate: '2022-05-30' } })
  await take(stage, [
    { name: 'case-referred', by: 'reviewer', path: `/cases/${ofDoubt.caseId}` },
    { name: 'case-referred-list', by: 'clerk', path: '/cases?state=referred' },
    { name: 'case-referred-own', by: 'school', path: '/cases/own' },
    { name: 'override-ending', by: 'clerk', path: '/overrides?ending=yes' },
    { name: 'restriction-unheard', by: 'reviewer', path: '/restrictions?unheard=yes' },
    { name: 'dialog-hear', by: 'reviewer', path: '/restrictions?unheard=yes', opens: /^(处理申辩|Look at)/ },
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

  // Every page that stands alone, by the first account that may open it.
  const accounts = demoCounties()
    .find((county) => county.district === DISTRICT)!
    .accounts.map((account) => account.name)
  const permissions = new Map<string, ReadonlySet<string>>()
  for (const account of accounts) permissions.set(account, await stage.permissionsOf(account))
  for (const page of PAGES) {
    if (page.path.includes(':')) continue
    const by = accounts.find((account) => page.may === 'signed-in' || permissions.get(account)?.has(page.may))
    const name = `page${page.path.replaceAll('/', '-')}`
    if (by) await take(stage, [{ name, by, path: page.path }])
    else console.log(`${page.path}: nobody of the demonstration may open it`)
  }
  console.log(`${seen.size} pages, ${WIDTHS.length} widths, ${LANGUAGES.length} languages: ${OUT}`)
} finally {
  await stage.close()
}

/** The case about the sample class, once the outbox has asked the checks again. */
async function suspected(clerk: Awaited<ReturnType<Stage['play']>>): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = await clerk(listCases, {})
    if (items[0]) return items[0].id
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('no case was opened')
}

/** The claim of the sample class, once the outbox has made it. */
async function claimed(clerk: Awaited<ReturnType<Stage['play']>>, instead?: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = await clerk(listClaims, { query: { status: 'assembled' } })
    if (items[0] && items[0].id !== instead) return items[0].id
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('no claim was assembled')
}
