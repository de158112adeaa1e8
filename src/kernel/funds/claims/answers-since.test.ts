import { afterAll, beforeAll, expect, it } from 'vitest'
import { integrityOf, listResultsOfRun } from '../../integrity/public.ts'
import { defineCheck, type Outcome, passed, unavailable } from '../../record/public.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, NOW } from '../testing.ts'
import { withAnswersSince } from './answers-since.ts'
import { listClaimPeople } from './people/store.ts'
import { settledClass } from './testing.ts'

let told: Outcome = 'unavailable'
const lookUp = defineCheck({
  id: 'X02',
  title: { zh: '证书在网站查得到', en: 'The certificate is found' },
  subject: 'enrolment',
  moments: ['claim', 'payment'],
  action: 'block',
  onUnavailable: 'note',
  basis: { zh: '查验办法', en: 'The rules of looking up' },
  run: async ({ subjects }) =>
    subjects.map(({ id }) =>
      told === 'passed' ? passed(id) : unavailable(id, { zh: '尚未查验', en: 'Not looked up' }),
    ),
})

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => funds.close())

it('says what had no answer when the claim was assembled, and what it answered since of those it pays', async () => {
  const integrity = integrityOf([lookUp])
  const { claim, groupId } = await settledClass(funds, [{}, {}, { attended: 1 }], settlingNeeds({ integrity }))
  const unanswered = { checkId: 'X02', title: lookUp.title, people: 3, then: 'note' }
  const shown = () =>
    funds.within(async (tx) => {
      const people = await listClaimPeople(tx, claim!.id)
      return withAnswersSince(tx, claim!, people, await listResultsOfRun(tx, groupId, claim!.checkRunId))
    })
  expect(await shown()).toEqual([{ ...unanswered, since: null }])
  told = 'passed'
  await funds.within(async (tx) => {
    const people = await listClaimPeople(tx, claim!.id)
    const subjects = people
      .filter(({ standing }) => standing === 'due')
      .map(({ subjectId }) => ({
        kind: 'enrolment' as const,
        id: subjectId,
        during: { from: '2022-03-07', to: '2022-03-18' } as never,
      }))
    await integrity.run(tx, { moment: 'payment', groupId, subjects, now: NOW })
  })
  expect(await shown()).toEqual([{ ...unanswered, since: { asked: 2, answered: 2, passed: 2 } }])
})
