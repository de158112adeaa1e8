import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersonIdsInsuredBy } from '../../people/public.ts'
import type { Timeline, TimelineEntry } from '../../record/public.ts'
import { words as batchWords } from '../batches/words.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import { words as holdWords } from '../holds/words.ts'
import { LIST_STATUS_WORDS } from '../province/words.ts'
import { CHANNEL_WORDS, NOTICE_STATUS_WORDS } from '../public-notices/words.ts'
import { RECOVERY_STATUS_WORDS } from '../recoveries/words.ts'
import { KIND_WORDS } from '../reports/words.ts'
import {
  listClaimMovesOfPerson,
  listClaimMovesOfProvider,
  listClaimsOfPeople,
  listCorrectionMoves,
  listHoldMoves,
  listNoticeMoves,
  listObjectionsAgainst,
  listPaymentMovesOfPerson,
  listProvinceListMoves,
  listRecoveryMoves,
  listReportedByPerson,
  type Moved,
  type WhoseLines,
} from './store.ts'

const names = {
  claim: { zh: '申领', en: 'Claims' },
  payment: { zh: '支付', en: 'Payments' },
  report: { zh: '反映', en: 'Reports' },
  notice: { zh: '公示', en: 'Public notices' },
  objection: { zh: '异议', en: 'Objections' },
  hold: { zh: '暂缓支付', en: 'Held back' },
  account: { zh: '收款账户更正', en: 'Accounts put right' },
  recovery: { zh: '追回', en: 'Recoveries' },
  provinceList: { zh: '省平台预审名单', en: 'Lists for the province' },
} as const

const what = {
  claim: { zh: '申领单', en: 'Claim' },
  payment: { zh: '支付', en: 'Payment' },
  report: { zh: '反映', en: 'Report' },
  notice: { zh: '公示', en: 'Public notice' },
  objection: { zh: '对公示的异议', en: 'Objection to notice' },
  hold: { zh: '暂缓支付', en: 'Held back' },
  account: { zh: '收款账户更正', en: 'Account of' },
  recovery: { zh: '追回', en: 'Recovery of' },
  provinceList: { zh: '省平台预审名单', en: 'Pre-checked list' },
} as const

const REPORT_STATES: Readonly<Record<string, Sentence>> = {
  ...KIND_WORDS,
  answered: { zh: '已答复', en: 'answered' },
}
const CORRECTION_STATES: Readonly<Record<string, Sentence>> = {
  proposed: { zh: '提出更正', en: 'a correction was proposed' },
  confirmed: { zh: '另一人确认更正', en: 'put right, confirmed by another person' },
  declined: { zh: '另一人退回', en: 'declined by another person' },
}
const RECOVERY_STATES: Readonly<Record<string, Sentence>> = {
  ...RECOVERY_STATUS_WORDS,
  receipt: { zh: '到账', en: 'money came back' },
}

const wordOf = (of: Readonly<Record<string, Sentence>>, key: string): Sentence => of[key] ?? { zh: key, en: key }

const entry =
  (kind: string, of: Sentence, states: Readonly<Record<string, Sentence>>) =>
  ({ id, at, of: opened, number, to, said }: Moved): TimelineEntry => {
    const state = wordOf(states, to)
    const title = { zh: `${of.zh} ${number}:${state.zh}`, en: `${of.en} ${number}: ${state.en}` }
    return { id, at, title, says: said ? { zh: said, en: said } : null, opens: { kind, id: opened } }
  }

const whoseOf = { person: 'personId', provider: 'organisationId' } as const

/** What is told in the same way of a person's own lines of claims, and of all that a provider brought. */
function linesTold(of: 'person' | 'provider'): Timeline[] {
  const whose = (subject: string) => ({ [whoseOf[of]]: subject }) as WhoseLines
  return [
    {
      of,
      kind: 'notice',
      name: names.notice,
      readers: 'all',
      list: async (tx, subject, page) =>
        (await listNoticeMoves(tx, whose(subject), page)).map(entry('public-notice', what.notice, NOTICE_STATUS_WORDS)),
    },
    {
      of,
      kind: 'objection',
      name: names.objection,
      readers: 'bureau',
      list: async (tx, subject, page) =>
        (await listObjectionsAgainst(tx, whose(subject), page)).map(entry('line-hold', what.objection, CHANNEL_WORDS)),
    },
    {
      of,
      kind: 'hold',
      name: names.hold,
      // Whose line it is reads that on their own page; a provider does not walk to a hold.
      readers: of === 'person' ? 'all' : 'bureau',
      list: async (tx, subject, page) =>
        (await listHoldMoves(tx, whose(subject), page)).map(entry('line-hold', what.hold, holdWords.status)),
    },
    {
      of,
      kind: 'account',
      name: names.account,
      readers: 'bureau',
      list: async (tx, subject, page) =>
        (await listCorrectionMoves(tx, whose(subject), page)).map(
          entry('account-correction', what.account, CORRECTION_STATES),
        ),
    },
    // What is only proposed to be asked back is the bureau's own until another person has confirmed it.
    ...(['ordered', 'proposed'] as const).map((which): Timeline => {
      return {
        of,
        kind: 'recovery',
        name: names.recovery,
        readers: which === 'ordered' ? 'all' : 'bureau',
        list: async (tx, subject, page) =>
          (await listRecoveryMoves(tx, whose(subject), which, page)).map(
            entry('recovery', what.recovery, RECOVERY_STATES),
          ),
      }
    }),
    {
      of,
      kind: 'province-list',
      name: names.provinceList,
      readers: 'all',
      list: async (tx, subject, page) =>
        (await listProvinceListMoves(tx, whose(subject), page)).map(
          entry('province-list', what.provinceList, LIST_STATUS_WORDS),
        ),
    },
  ]
}

/** What funds tells of a person, a provider and an employer. */
export const fundsTimelines: readonly Timeline[] = [
  ...linesTold('person'),
  ...linesTold('provider'),
  {
    of: 'person',
    kind: 'claim',
    name: names.claim,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listClaimMovesOfPerson(tx, personId, page)).map(entry('decision', what.claim, claimWords.status)),
  },
  {
    of: 'person',
    kind: 'payment',
    name: names.payment,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listPaymentMovesOfPerson(tx, personId, page)).map(
        entry('payment', what.payment, batchWords.paymentStatus),
      ),
  },
  {
    of: 'person',
    kind: 'report',
    name: names.report,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listReportedByPerson(tx, personId, page)).map(entry('decision', what.report, REPORT_STATES)),
  },
  {
    of: 'provider',
    kind: 'claim',
    name: names.claim,
    readers: 'all',
    list: async (tx, organisationId, page) =>
      (await listClaimMovesOfProvider(tx, organisationId, page)).map(entry('claim', what.claim, claimWords.status)),
  },
  {
    of: 'employer',
    kind: 'claim',
    name: names.claim,
    readers: 'bureau',
    list: async (tx, uscc, page) =>
      (await listClaimsOfPeople(tx, await listPersonIdsInsuredBy(tx, uscc), page)).map((made) => ({
        ...entry('claim', what.claim, claimWords.status)(made),
        says: { zh: `其职工 ${made.people} 人`, en: `${made.people} of its staff` },
      })),
  },
]

/** Whom a claim speaks of by a decision. */
export async function personOfClaim(tx: Tx, claimId: string, decisionId: string): Promise<string | undefined> {
  const found = await findClaim(tx, claimId)
  if (!found) return undefined
  return (await listClaimPeople(tx, claimId)).find((person) => person.decisionId === decisionId)?.personId
}
