import { z } from 'zod'
import { type Sentence, SentenceShape } from '../../../platform/contract/public.ts'
import type { Reaction } from '../../../platform/outbox/public.ts'
import { CERTIFICATES_LOOKED_UP } from '../../credentials/public.ts'
import { CASE_CONCLUDED, CASE_NAMES_GROUPS, OVERRIDE_CHANGED } from '../../integrity/public.ts'
import { PEOPLE_TOLD_OF, REGISTER_ANSWERED, type RegisterName, REGISTERS } from '../../people/public.ts'
import { FACTS_RECORDED } from '../../policy/public.ts'
import { CLAIM_PAID } from '../batches/claim-paid.ts'
import { BUDGET_ARRIVED } from '../budget/routes.ts'
import { endHoldsOf } from '../holds/ending.ts'
import { HISTORY_CHANGED } from '../history/changed.ts'
import { PROVINCE_PAID } from '../province/paid.ts'
import { words as provinceWords } from '../province/words.ts'
import { CLAIM_RETURNED, countChangedFacts } from '../review/give-review.ts'
import { listGroupsListed } from '../province/list-store.ts'
import { lookAgain } from './look-again.ts'
import { settleGroup, type SettlingNeeds } from './settle-group.ts'
import { findClaim, listGroupsClaimedFor } from './store.ts'
import { settleDifferences } from './supplement.ts'
import { listWaitsForFund } from './waiting/store.ts'
import { words } from './words.ts'

const Recorded = z.object({ kind: z.string(), groupId: z.uuid(), because: SentenceShape.optional() })
const Arrived = z.object({ fund: z.string() })
const OfGroups = z.object({ groupIds: z.array(z.uuid()) })
const ToldOf = z.object({
  because: SentenceShape,
  personIds: z.array(z.uuid()),
  organisationId: z.uuid().nullable(),
})
const Answered = z.object({ register: z.enum(Object.keys(REGISTERS) as RegisterName[]) })

const Concluded = z.object({ number: z.string(), outcome: z.enum(['cleared', 'excluded', 'referred']) })

type Telling = Pick<Reaction, 'on' | 'name' | 'title' | 'about'> & { readonly because: (body: unknown) => Sentence }

/** What others tell of people funds claims for, and how it is told to whoever reviews the claim. */
const TOLD: readonly Telling[] = [
  {
    on: REGISTER_ANSWERED,
    name: 'funds: ask the checks again about whom another office has answered',
    title: { zh: '比对结果回来后重新核对申领', en: 'Check claims again after an answer to a letter' },
    about: { name: { zh: '比对函', en: 'Comparison letter' }, page: '/letters/:id', may: 'letter.read' },
    because: (body) => words.registerAnswered(REGISTERS[Answered.parse(body).register]),
  },
  {
    on: CERTIFICATES_LOOKED_UP,
    name: 'funds: ask the checks again about whose certificates were looked up',
    title: { zh: '证书查验后重新核对申领', en: 'Check claims again after certificates were looked up' },
    about: { name: { zh: '班级', en: 'Class' }, page: '/classes/:id', may: 'class.read' },
    because: () => words.certificatesLookedUp,
  },
  {
    on: HISTORY_CHANGED,
    name: 'funds: ask the checks again when more is known of the past',
    title: { zh: '历史台账变动后重新核对申领', en: 'Check claims again when more is known of the past' },
    about: { name: { zh: '历史台账', en: 'Ledger or look-up' }, page: '/history/:id', may: 'history.read' },
    because: () => words.historyChanged,
  },
  {
    on: PROVINCE_PAID,
    name: 'funds: ask the checks again about whom the province has paid',
    title: { zh: '省平台支付后重新核对申领', en: 'Check claims again after the province has paid' },
    about: {
      name: { zh: '省平台对账', en: 'The province and us' },
      page: '/province/reconciliation',
      may: 'province.read',
    },
    because: () => provinceWords.provinceTold,
  },
  {
    on: OVERRIDE_CHANGED,
    name: 'funds: ask the checks again about whom two people let go, or no longer do',
    title: { zh: '放行有变化后重新核对申领', en: 'Check claims again after an override changed' },
    about: { name: { zh: '班级', en: 'Class' }, page: '/classes/:id', may: 'class.read' },
    because: () => words.overrideChanged,
  },
  {
    on: CASE_CONCLUDED,
    name: 'funds: ask the checks again about a class whose suspicion case is concluded',
    title: { zh: '疑点处置有结论后重新核对申领', en: 'Check claims again after a suspicion case is concluded' },
    about: { name: { zh: '疑点处置单', en: 'Suspicion case' }, page: '/cases/:id', may: 'case.read' },
    because: (body) => words.caseConcluded(Concluded.parse(body).number),
  },
  {
    on: CASE_NAMES_GROUPS,
    name: 'funds: ask the checks again about classes that a suspicion case about another leads to',
    title: { zh: '疑点涉及其他班级时重新核对申领', en: 'Check claims again where a suspicion leads to other classes' },
    about: { name: { zh: '疑点处置单', en: 'Suspicion case' }, page: '/cases/:id', may: 'case.read' },
    because: () => words.doubtTouchesClass,
  },
]

function lookingAgain(needs: SettlingNeeds, { because, ...telling }: Telling): Reaction {
  return {
    ...telling,
    async run(tx, event) {
      const told = { because: because(event.body), now: tx.now }
      for (const groupId of OfGroups.parse(event.body).groupIds) await lookAgain(tx, needs, { groupId, ...told })
    },
  }
}

/** What funds does when facts are recorded elsewhere, when others tell of people it claims for, and when money arrives. */
export function claimReactions(needs: SettlingNeeds): Reaction[] {
  return [
    {
      on: FACTS_RECORDED,
      name: 'funds: decide, check, entitle and claim',
      title: { zh: '结业后认定、核对并生成申领单', en: 'Decide, check and claim after completion' },
      about: { name: { zh: '班级', en: 'Class' }, page: '/classes/:id', may: 'class.read' },
      async run(tx, event) {
        const { kind, groupId, because } = Recorded.parse(event.body)
        await settleGroup(tx, needs, { kind, groupId, now: tx.now, again: false })
        await settleDifferences(tx, needs, { groupId, now: tx.now })
        if (because) await lookAgain(tx, needs, { groupId, because, now: tx.now })
      },
    },
    {
      on: CLAIM_RETURNED,
      name: 'funds: claim again what was returned because its records had changed',
      title: { zh: '退回后按更正的记录重新生成申领单', en: 'Claim again from corrected records' },
      about: { name: { zh: '申领单', en: 'Claim' }, page: '/claims/:id', may: 'claim.read' },
      async run(tx, event) {
        const claim = await findClaim(tx, event.subjectId)
        if (!claim || (await countChangedFacts(tx, claim)) === 0) return
        const { factKind: kind, groupId, supplement } = claim
        if (supplement === 0) await settleGroup(tx, needs, { kind, groupId, now: tx.now, again: true })
        await settleDifferences(tx, needs, { groupId, now: tx.now })
      },
    },
    {
      on: CLAIM_PAID,
      name: 'funds: pay or recover what decisions given anew have changed since',
      title: { zh: '付成后补发或追回重新认定的差额', en: 'Pay or recover what was decided anew meanwhile' },
      about: { name: { zh: '申领单', en: 'Claim' }, page: '/claims/:id', may: 'claim.read' },
      async run(tx, event) {
        const claim = await findClaim(tx, event.subjectId)
        if (claim) await settleDifferences(tx, needs, { groupId: claim.groupId, now: tx.now })
      },
    },
    {
      on: CASE_CONCLUDED,
      name: 'funds: pay or drop whom an objection held',
      title: { zh: '异议有结论后恢复或取消支付', en: 'Pay or drop whom an objection held' },
      about: { name: { zh: '疑点处置单', en: 'Suspicion case' }, page: '/cases/:id', may: 'case.read' },
      async run(tx, event) {
        const { number, outcome } = Concluded.parse(event.body)
        await endHoldsOf(tx, { caseId: event.subjectId, caseNumber: number, outcome, now: tx.now })
      },
    },
    ...TOLD.map((each) => lookingAgain(needs, each)),
    {
      on: PEOPLE_TOLD_OF,
      name: 'funds: ask the checks again about whom an insured list or a restriction names',
      title: { zh: '参保名单或限制措施变动后重新核对申领', en: 'Check claims again after a list or a restriction' },
      about: { name: { zh: '名单或限制措施', en: 'List or restriction' }, page: '/claims', may: 'claim.read' },
      async run(tx, event) {
        const { because, ...about } = ToldOf.parse(event.body)
        const groupIds = [...(await listGroupsClaimedFor(tx, about)), ...(await listGroupsListed(tx, about))]
        for (const groupId of new Set(groupIds)) await lookAgain(tx, needs, { groupId, because, now: tx.now })
      },
    },
    {
      on: BUDGET_ARRIVED,
      name: 'funds: claim what waited for the budget',
      title: { zh: '资金下达后为等待的班级生成申领单', en: 'Claim what waited for the budget' },
      about: { name: { zh: '预算项目', en: 'Budget line' }, page: '/budget/:id', may: 'budget.read' },
      async run(tx, event) {
        const { fund } = Arrived.parse(event.body)
        const now = tx.now
        for (const wait of await listWaitsForFund(tx, fund)) {
          await settleGroup(tx, needs, { kind: wait.factKind, groupId: wait.groupId, now, again: true })
          await settleDifferences(tx, needs, { groupId: wait.groupId, now })
        }
      },
    },
  ]
}
