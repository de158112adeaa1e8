/*
 * The pages of the console. To add one, add one entry below; nothing else in web/ changes.
 *
 *   {
 *     path: '/classes',                        below /:district/console; '/classes/:classId' gives usePageParams()
 *     group: 'training',                       mine · training · incentives · service · money · figures
 *     title: { zh: '班级', en: 'Classes' },     the name in the navigation
 *     may: 'class.read',                       without it the entry is not shown and the address explains why
 *     nav: true,                               false for a page of one record, reached from its list
 *     count: countOf(countClasses, {}, (answer) => answer.waiting),   optional: how many wait
 *     component: lazy(() => import('../../mechanisms/training/classes/ClassesPage.tsx')),   default export
 *   },
 *
 * Entries appear in the navigation in this order within their group. A page at '/' replaces the plain start page.
 */
import { lazy } from 'react'
import { classQueue } from '../../mechanisms/training/filing/contract.ts'
import { countLookUpsWaiting } from '../../kernel/credentials/look-ups/contract.ts'
import { countStuckFollowUps } from '../../kernel/record/stuck/contract.ts'
import { countClaimQueue } from '../../kernel/funds/claims/contract.ts'
import { countOf, type Page } from './navigation.ts'

export const PAGES: readonly Page[] = [
  {
    path: '/classes/queue',
    group: 'mine',
    title: { zh: '开班审核', en: 'Class review' },
    may: 'class.review',
    nav: true,
    count: countOf(classQueue, { query: { limit: 1 } }, (answer) => answer.waiting),
    component: lazy(() => import('../../mechanisms/training/filing/ClassQueuePage.tsx')),
  },
  {
    path: '/classes',
    group: 'training',
    title: { zh: '班级', en: 'Classes' },
    may: 'class.read',
    nav: true,
    component: lazy(() => import('../../mechanisms/training/classes/ClassesPage.tsx')),
  },
  {
    path: '/classes/new',
    group: 'training',
    title: { zh: '新建班级', en: 'New class' },
    may: 'class.write',
    nav: false,
    component: lazy(() => import('../../mechanisms/training/classes/NewClassPage.tsx')),
  },
  {
    path: '/classes/:classId',
    group: 'training',
    title: { zh: '班级', en: 'Class' },
    may: 'class.read',
    nav: false,
    component: lazy(() => import('../../mechanisms/training/classes/ClassPage.tsx')),
  },
  {
    path: '/agreements',
    group: 'training',
    title: { zh: '培训协议', en: 'Agreements' },
    may: 'agreement.read',
    nav: true,
    component: lazy(() => import('../../mechanisms/training/agreements/AgreementsPage.tsx')),
  },
  {
    path: '/agreements/new',
    group: 'training',
    title: { zh: '新签协议', en: 'New agreement' },
    may: 'agreement.write',
    nav: false,
    component: lazy(() => import('../../mechanisms/training/agreements/NewAgreementPage.tsx')),
  },
  {
    path: '/agreements/:agreementId',
    group: 'training',
    title: { zh: '培训协议', en: 'Agreement' },
    may: 'agreement.read',
    nav: false,
    component: lazy(() => import('../../mechanisms/training/agreements/AgreementPage.tsx')),
  },
  {
    path: '/letters',
    group: 'training',
    title: { zh: '比对函', en: 'Comparison letters' },
    may: 'letter.read',
    nav: true,
    component: lazy(() => import('../../kernel/people/letters/LettersPage.tsx')),
  },
  {
    path: '/letters/new',
    group: 'training',
    title: { zh: '发比对函', en: 'New letters' },
    may: 'letter.write',
    nav: false,
    component: lazy(() => import('../../kernel/people/letters/NewLetterPage.tsx')),
  },
  {
    path: '/letters/:letterId',
    group: 'training',
    title: { zh: '比对函', en: 'Comparison letter' },
    may: 'letter.read',
    nav: false,
    component: lazy(() => import('../../kernel/people/letters/LetterPage.tsx')),
  },
  {
    path: '/certificates/look-ups',
    group: 'training',
    title: { zh: '证书查验', en: 'Certificate look-ups' },
    may: 'certificate.read',
    nav: true,
    count: countOf(countLookUpsWaiting, {}, (answer) => answer.waiting),
    component: lazy(() => import('../../kernel/credentials/look-ups/LookUpsPage.tsx')),
  },
  {
    path: '/certificates/look-ups/:groupId',
    group: 'training',
    title: { zh: '证书查验', en: 'Certificate look-up' },
    may: 'certificate.read',
    nav: false,
    component: lazy(() => import('../../kernel/credentials/look-ups/LookUpPage.tsx')),
  },
  {
    path: '/batches',
    group: 'money',
    title: { zh: '支付批次', en: 'Payment batches' },
    may: 'batch.read',
    nav: true,
    component: lazy(() => import('../../kernel/funds/batches/BatchesPage.tsx')),
  },
  {
    path: '/batches/new',
    group: 'money',
    title: { zh: '新建批次', en: 'New batch' },
    may: 'batch.make',
    nav: false,
    component: lazy(() => import('../../kernel/funds/batches/NewBatchPage.tsx')),
  },
  {
    path: '/batches/:batchId',
    group: 'money',
    title: { zh: '支付批次', en: 'Payment batch' },
    may: 'batch.read',
    nav: false,
    component: lazy(() => import('../../kernel/funds/batches/BatchPage.tsx')),
  },
  {
    path: '/trail/:kind/:id',
    group: 'money',
    title: { zh: '追溯', en: 'Trail' },
    may: 'trail.read',
    nav: false,
    component: lazy(() => import('../../kernel/record/TrailPage.tsx')),
  },
  {
    path: '/follow-ups/stuck',
    group: 'mine',
    title: { zh: '未办成的后续', en: 'Stuck follow-ups' },
    may: 'follow-up.read',
    nav: true,
    count: countOf(countStuckFollowUps, {}, (answer) => answer.gaveUp),
    component: lazy(() => import('../../kernel/record/stuck/StuckPage.tsx')),
  },
  {
    path: '/claims/queue',
    group: 'mine',
    title: { zh: '申领初审', en: 'Initial review' },
    may: 'claim.initial-review',
    nav: true,
    count: countOf(countClaimQueue, {}, (answer) => answer.initialReview),
    component: lazy(() => import('../../kernel/funds/claims/ClaimQueuePage.tsx')),
  },
  {
    path: '/claims/second-queue',
    group: 'mine',
    title: { zh: '申领复核', en: 'Second review' },
    may: 'claim.second-review',
    nav: true,
    count: countOf(countClaimQueue, {}, (answer) => answer.secondReview),
    component: lazy(() => import('../../kernel/funds/claims/ClaimQueuePage.tsx')),
  },
  {
    path: '/claims',
    group: 'money',
    title: { zh: '补贴申领', en: 'Claims' },
    may: 'claim.read',
    nav: true,
    component: lazy(() => import('../../kernel/funds/claims/ClaimsPage.tsx')),
  },
  {
    path: '/claims/:claimId',
    group: 'money',
    title: { zh: '申领单', en: 'Claim' },
    may: 'claim.read',
    nav: false,
    component: lazy(() => import('../../kernel/funds/claims/ClaimPage.tsx')),
  },
  {
    path: '/budget',
    group: 'money',
    title: { zh: '预算', en: 'Budget' },
    may: 'budget.read',
    nav: true,
    component: lazy(() => import('../../kernel/funds/budget/BudgetPage.tsx')),
  },
  {
    path: '/budget/:lineId',
    group: 'money',
    title: { zh: '预算项目', en: 'Budget line' },
    may: 'budget.read',
    nav: false,
    component: lazy(() => import('../../kernel/funds/budget/BudgetLinePage.tsx')),
  },
  {
    path: '/insured-lists',
    group: 'money',
    title: { zh: '参保名单', en: 'Insured lists' },
    may: 'insured.read',
    nav: true,
    component: lazy(() => import('../../kernel/people/insured/InsuredListsPage.tsx')),
  },
  {
    path: '/restrictions',
    group: 'money',
    title: { zh: '限制名单', en: 'Restrictions' },
    may: 'restriction.read',
    nav: true,
    component: lazy(() => import('../../kernel/people/restrictions/RestrictionsPage.tsx')),
  },
  {
    path: '/calendar',
    group: 'figures',
    title: { zh: '工作日历', en: 'Working calendar' },
    may: 'reference.read',
    nav: true,
    component: lazy(() => import('../../kernel/reference/CalendarPage.tsx')),
  },
  {
    path: '/occupations',
    group: 'figures',
    title: { zh: '职业目录', en: 'Occupations' },
    may: 'reference.read',
    nav: true,
    component: lazy(() => import('../../kernel/reference/OccupationsPage.tsx')),
  },
]
