import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import { bankAccountKey, saveBankAccounts } from '../../people/public.ts'
import { listFacts, parametersOn } from '../../policy/public.ts'
import type { Check, CheckSubject, Finding, Moment } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { asDatabaseOwner } from '../batches/testing.ts'
import { listClaimLines } from '../claims/people/store.ts'
import type { Claim } from '../claims/store.ts'
import { Claimable } from '../deciding/claimable.ts'
import { policyEngine } from '../deciding/engine.ts'
import { subjectsOf } from '../deciding/subjects.ts'
import { insertHand } from '../duties/store.ts'
import {
  type FundsDatabase,
  givenBudgetLine,
  givenFundsDatabase,
  givenPeople,
  LIANDU,
  NOW,
  testVault,
} from '../testing.ts'
import { givenApprovedClaim, givenClaim } from '../claims/testing.ts'
import { paymentChecks } from './checks.ts'
import { heldTwice } from './claims.ts'

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => funds.close())

const CHECKS = new Map<string, Check>(
  paymentChecks({ vault: testVault, engine: policyEngine }).map((check) => [check.id, check]),
)

/** What a check says about everybody of a claim's group, or about the class. */
async function ask(
  tx: Tx,
  checkId: string,
  claim: Claim,
  change: (subject: CheckSubject) => CheckSubject = (subject) => subject,
  moment: Moment = 'payment',
): Promise<Finding[]> {
  const check = CHECKS.get(checkId)!
  const facts = (await listFacts(tx, claim.groupId, claim.factKind)).map((fact) => ({
    fact,
    body: Claimable.parse(fact.body),
  }))
  const subjects = subjectsOf(facts, claim.groupId).filter(({ kind }) => kind === check.subject)
  return check.run({
    tx,
    moment,
    groupId: claim.groupId,
    subjects: subjects.map(change),
    now: NOW,
    today: civilDateOf(NOW),
    parameters: parametersOn(LIANDU, civilDateOf(NOW)),
  })
}
const outcomes = (findings: readonly Finding[]) => findings.map(({ outcome }) => outcome)

/** An account of somebody, under any name. */
const account = async (tx: Tx, personId: string, accountNumber: string, holderName = '王静甲') => {
  const given = { id: newId(), personId, holderName, accountNumber, bankName: '浙江农商银行' }
  return (await saveBankAccounts(tx, testVault, [given])).get(bankAccountKey(given))!
}

it('all pass where everything is in order', async () => {
  await funds.within(async (tx) => {
    const claim = await givenApprovedClaim(tx, { people: 2 })
    for (const [id, check] of CHECKS) {
      const findings = await ask(tx, id, claim)
      expect([id, ...outcomes(findings)]).toEqual([id, ...Array(check.subject === 'class' ? 1 : 2).fill('passed')])
    }
  })
})

describe('P01', () => {
  it('finds an amount that the rules of the deciding date do not come to', async () => {
    const claim = await funds.within((tx) => givenApprovedClaim(tx, { people: 2 }))
    await asDatabaseOwner({ funds }, (query) =>
      query('update funds.claim_lines set amount_fen = 150000 where claim_id = $1 and position = 1', [claim.id]),
    )
    const findings = await funds.within((tx) => ask(tx, 'P01', claim))
    expect(outcomes(findings)).toEqual(['failed', 'passed'])
    expect(findings[0]?.sentence.zh).toContain('申领单上是 1,500.00 元,按当时有效的政策重新计算是 1,000.00 元')
  })
})

describe('P02', () => {
  it('finds an account that is somebody else’s too, and says of how many, not whose', async () => {
    await funds.within(async (tx) => {
      const claim = await givenApprovedClaim(tx, { people: 2 })
      const [line] = await listClaimLines(tx, claim.id)
      const { rows } = await sql<{ sealed: Buffer }>`
        select account_sealed as sealed from people.bank_accounts where district = ${LIANDU} and id = ${line!.bankAccountId}`.execute(
        tx.db,
      )
      const number = testVault.openText(
        `people.bank_accounts.account_sealed:${LIANDU}:${line!.bankAccountId}`,
        rows[0]!.sealed,
      )
      const [other] = await givenPeople(tx, 1)
      await account(tx, other!.personId, number, '李四')
      for (const moment of ['claim', 'payment'] as const) {
        const findings = await ask(tx, 'P02', claim, undefined, moment)
        expect(outcomes(findings)).toEqual(['failed', 'passed'])
        expect(findings[0]?.sentence.zh).toContain('另外 1 人')
        expect(JSON.stringify(findings)).not.toMatch(/李四|\d{12}/)
      }
      // Whoever taught the class is of the provider's side, and then it is no household.
      await insertHand(tx, claim.id, { personId: other!.personId, duty: 'instruction' })
      const [found] = await ask(tx, 'P03', claim)
      expect(found?.sentence.zh).toContain('培训机构工作人员或授课教师')
    })
  })
})

describe('P03', () => {
  it.each([
    ['8888888888888888', '随手填'],
    ['1234567890123456', '随手填'],
    ['6217000000000000017', '校验位错误'],
    ['1', '只有1位'],
  ])('finds what is no account: %s', async (number, said) => {
    await funds.within(async (tx) => {
      const claim = await givenClaim(tx, { people: 1 })
      const [line] = await listClaimLines(tx, claim.id)
      const bankAccountId = await account(tx, line!.personId, number.padStart(4, '0'))
      const [finding] = await ask(tx, 'P03', claim, (subject) => ({ ...subject, bankAccountId }), 'claim')
      expect(finding).toMatchObject({ outcome: 'failed' })
      expect(finding?.sentence.zh).toContain(number === '1' ? '位' : said)
    })
  })

  it('asks no check digit of an account that is no card', async () => {
    await funds.within(async (tx) => {
      const claim = await givenClaim(tx, { people: 1 })
      const [line] = await listClaimLines(tx, claim.id)
      const bankAccountId = await account(tx, line!.personId, '201000258746013')
      expect(outcomes(await ask(tx, 'P03', claim, (subject) => ({ ...subject, bankAccountId })))).toEqual(['passed'])
    })
  })

  it('finds nothing where there is no account at all', async () => {
    await funds.within(async (tx) => {
      const claim = await givenClaim(tx, { people: 1 })
      const none = ({ bankAccountId: _none, ...subject }: CheckSubject): CheckSubject => subject
      for (const id of ['P02', 'P03']) expect(outcomes(await ask(tx, id, claim, none))).toEqual(['failed'])
    })
  })
})

describe('P04', () => {
  it('takes another account of the same person, and never another party’s', async () => {
    await funds.within(async (tx) => {
      const claim = await givenApprovedClaim(tx, { people: 1 })
      const [line] = await listClaimLines(tx, claim.id)
      const [other] = await givenPeople(tx, 1)
      const pays = async (bankAccountId: string) =>
        outcomes(await ask(tx, 'P04', claim, (subject) => ({ ...subject, bankAccountId })))
      expect(await pays(await account(tx, line!.personId, '201000258746013', line!.payeeName))).toEqual(['passed'])
      expect(await pays(await account(tx, line!.personId, '201000258746013', '李四'))).toEqual(['failed'])
      expect(await pays(other!.bankAccountId)).toEqual(['failed'])
      expect(await pays(newId())).toEqual(['failed'])
    })
  })
})

describe('P08', () => {
  it('finds somebody who held two duties, whatever the keys let pass once', async () => {
    const [a, b] = [newId(), newId()]
    const reviewed = { personId: a, duty: 'initial-review' } as const
    expect(heldTwice([reviewed, { personId: b, duty: 'approval' }])).toBeUndefined()
    expect(heldTwice([reviewed, { personId: a, duty: 'approval' }])).toEqual(['initial-review', 'approval'])
  })
})

describe('P09', () => {
  it('refuses a fund that may not pay the kind of subsidy, and one that stands in no matrix', async () => {
    await funds.within(async (tx) => {
      const claim = await givenApprovedClaim(tx)
      const from = async (fund: string) => outcomes(await ask(tx, 'P09', claim, (subject) => ({ ...subject, fund })))
      expect(await from('UI_FUND')).toEqual(['passed'])
      expect(await from('COMPETITION_FUND')).toEqual(['failed'])
    })
  })
})

describe('P10', () => {
  it('holds a claim that the line does not cover', async () => {
    await funds
      .within(async (tx) => {
        const claim = await givenApprovedClaim(tx)
        await sql`update funds.budget_balances set available_fen = available_fen + committed_fen, committed_fen = 0
          where district = ${LIANDU} and line_id = ${claim.lineId}`.execute(tx.db)
        const [finding] = await ask(tx, 'P10', claim)
        expect(finding?.outcome).toBe('failed')
        expect(finding?.sentence.zh).toContain('已承诺 0.00 元')
        throw new Error('undo')
      })
      .catch((error: Error) => expect(error.message).toBe('undo'))
  })
})
