import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersonIdsInsuredBy } from '../../people/public.ts'
import type { Timeline, TimelineEntry } from '../../record/public.ts'
import { words as batchWords } from '../batches/words.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import { KIND_WORDS } from '../reports/words.ts'
import {
  listClaimMovesOfPerson,
  listClaimMovesOfProvider,
  listClaimsOfPeople,
  listPaymentMovesOfPerson,
  listReportedByPerson,
  type Moved,
} from './store.ts'

const names = {
  claim: { zh: '申领', en: 'Claims' },
  payment: { zh: '支付', en: 'Payments' },
  report: { zh: '反映', en: 'Reports' },
} as const

const wordOf = (of: Readonly<Record<string, Sentence>>, key: string): Sentence => of[key] ?? { zh: key, en: key }

const entry =
  (kind: string, what: Sentence, states: Readonly<Record<string, Sentence>>) =>
  ({ id, at, of, number, to }: Moved): TimelineEntry => {
    const state = wordOf(states, to)
    const title = { zh: `${what.zh} ${number}:${state.zh}`, en: `${what.en} ${number}: ${state.en}` }
    return { id, at, title, says: null, opens: { kind, id: of } }
  }

const claim: Sentence = { zh: '申领单', en: 'Claim' }
const payment: Sentence = { zh: '支付', en: 'Payment' }
const report: Sentence = { zh: '反映', en: 'Report' }

/** What funds tells of a person, a provider and an employer. */
export const fundsTimelines: readonly Timeline[] = [
  {
    of: 'person',
    kind: 'claim',
    name: names.claim,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listClaimMovesOfPerson(tx, personId, page)).map(entry('decision', claim, claimWords.status)),
  },
  {
    of: 'person',
    kind: 'payment',
    name: names.payment,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listPaymentMovesOfPerson(tx, personId, page)).map(entry('payment', payment, batchWords.paymentStatus)),
  },
  {
    of: 'person',
    kind: 'report',
    name: names.report,
    readers: 'all',
    list: async (tx, personId, page) =>
      (await listReportedByPerson(tx, personId, page)).map(entry('decision', report, KIND_WORDS)),
  },
  {
    of: 'provider',
    kind: 'claim',
    name: names.claim,
    readers: 'all',
    list: async (tx, organisationId, page) =>
      (await listClaimMovesOfProvider(tx, organisationId, page)).map(entry('claim', claim, claimWords.status)),
  },
  {
    of: 'employer',
    kind: 'claim',
    name: names.claim,
    readers: 'bureau',
    list: async (tx, uscc, page) =>
      (await listClaimsOfPeople(tx, await listPersonIdsInsuredBy(tx, uscc), page)).map((made) => ({
        ...entry('claim', claim, claimWords.status)(made),
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
