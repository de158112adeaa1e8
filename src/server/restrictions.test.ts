import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import {
  decideProposal,
  findRestrictable,
  listRestrictableOrganisations,
  listRestrictions,
  proposeEnd,
  proposeRestriction,
  type Restriction,
} from '../kernel/people/restrictions/contract.ts'
import { savePersons } from '../kernel/people/public.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import type { CheckSubject } from '../kernel/record/public.ts'
import { civilDate, identityCheckDigit, newId } from '../kernel/values/public.ts'
import { Refusal } from '../platform/contract/public.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const numberOf = (nth: number) => {
  const first17 = `33990119860301${String(nth).padStart(3, '0')}`
  return first17 + identityCheckDigit(first17)
}
const during = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }

let house: TestHouse
let clerk: Someone
let reviewer: Someone
let superuser: pg.Client
beforeAll(async () => {
  house = await givenHouse()
  clerk = await house.as('clerk')
  reviewer = await house.as('reviewer')
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
})
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

let made = 0
/** A person of this county whom nobody has restricted. */
async function givenPerson(): Promise<{ personId: string; identityNumber: string }> {
  made += 1
  const identityNumber = numberOf(made)
  const personId = newId()
  await inDistrict(house.connection.db, LIANDU, (tx) =>
    savePersons(tx, vaultOf(house.keys), [
      { id: personId, name: '柳春生', identityNumber, sex: 'M', birthDate: '1986-03-01', phone: null },
    ]),
  )
  return { personId, identityNumber }
}

const BODY = {
  kind: 'restricted' as const,
  reason: '伪造考勤',
  document: '关于取消补贴资格的决定(莲人社〔2022〕15号)',
  clause: '第二十五条',
  from: '2022-01-01',
  to: '2022-12-31',
}
const proposed = (personId: string, over: Partial<typeof BODY> = {}) =>
  clerk.call(proposeRestriction, { body: { ...BODY, personId, organisationId: null, ...over } })
const decide = (who: Someone, row: Restriction, outcome: 'confirmed' | 'declined', reason = '') =>
  who.call(decideProposal, {
    params: { restrictionId: row.id, proposalId: row.proposals.at(-1)!.id },
    body: { outcome, reason },
  })
const end = (row: Restriction, endsOn: string | null) =>
  clerk.call(proposeEnd, { params: { restrictionId: row.id }, body: { endsOn, reason: '查清后解除' } })

/** What A15 (or H08) says of somebody on a day. */
async function asked(subject: Partial<CheckSubject>, today = '2022-03-28') {
  const check = house.integrity.checks.find(({ id }) => id === (subject.personId ? 'A15' : 'H08'))!
  return inDistrict(house.connection.db, LIANDU, async (tx) => {
    const subjects = [{ kind: check.subject, id: 'subject', during, ...subject }]
    return (await check.run({ tx, subjects, today: civilDate(today) } as never))[0]!
  })
}

describe('a restriction', () => {
  it('finds the person by the number typed in full, shows them masked, and records the look-up without it', async () => {
    const { personId, identityNumber } = await givenPerson()
    expect(await clerk.call(findRestrictable, { body: { identityNumber } })).toEqual({
      personId,
      maskedName: '柳*生',
      maskedIdentity: `339901********${identityNumber.slice(-4)}`,
    })
    const { rows } = await superuser.query(
      `select (select string_agg(a::text, ' ') from record.acts a) || (select string_agg(k::text, ' ') from http.idempotency_keys k) as text,
              (select count(*)::int from record.acts where act = 'person.looked-up' and subject_id = $1) as looked`,
      [personId],
    )
    expect(rows[0].looked).toBe(1)
    expect(rows[0].text).not.toContain(identityNumber)
    const request = `POST /${LIANDU}/api${findRestrictable.path}\n${JSON.stringify({ identityNumber })}`
    const guessed = createHash('sha256').update(request).digest()
    const remembered = 'select count(*)::int as n from http.idempotency_keys where request_sha256 = $1'
    expect((await superuser.query(remembered, [guessed])).rows).toEqual([{ n: 0 }])
  })

  it('tells a mistyped number from somebody who is not known here', async () => {
    const wrong = await refusal(clerk.call(findRestrictable, { body: { identityNumber: '339901198603010001' } }))
    expect([wrong.status, wrong.detail]).toEqual([422, expect.stringContaining('完整填写18位')])
    const unknown = await refusal(clerk.call(findRestrictable, { body: { identityNumber: numberOf(999) } }))
    expect([unknown.status, unknown.code]).toEqual([404, 'person-unknown'])
  })

  it('counts for nothing until another person has confirmed it', async () => {
    const { personId } = await givenPerson()
    const row = await proposed(personId)
    expect(row).toMatchObject({ state: 'proposed', counts: null, mayEnd: false })
    expect((await asked({ personId })).outcome).toBe('passed')

    const confirmed = await decide(reviewer, row, 'confirmed')
    expect(confirmed).toMatchObject({ state: 'in-force', counts: { from: '2022-01-01', to: '2022-12-31' } })
    expect(await asked({ personId })).toMatchObject({
      outcome: 'failed',
      sentence: {
        zh: '此人2022-01-01 至 2022-12-31限制享受补贴(依据:关于取消补贴资格的决定(莲人社〔2022〕15号))。有异议的,可持材料到人社局申诉',
      },
      evidence: [{ kind: 'restriction', id: row.id }],
    })
  })

  it('is never confirmed by who proposed it, whichever account they use, in the database’s opinion too', async () => {
    const { personId } = await givenPerson()
    const row = await proposed(personId)
    const own = await refusal(decide(clerk, row, 'confirmed'))
    expect([own.status, own.code]).toEqual([403, 'two_people_decide_a_restriction'])
    await expect(
      superuser.query(
        `insert into people.restriction_decisions (district, proposal_id, proposed_by, decided_by, decided_account_id, outcome, business_at)
         select district, id, proposed_by, proposed_by, $2, 'confirmed', now() from people.restriction_proposals where id = $1`,
        [row.proposals[0]!.id, newId()],
      ),
    ).rejects.toThrow(/two_people_decide_a_restriction/)
    await expect(
      superuser.query(
        `insert into people.restriction_decisions (district, proposal_id, proposed_by, decided_by, decided_account_id, outcome, business_at)
         select p.district, p.id, o.id, p.proposed_by, $2, 'confirmed', now()
         from people.restriction_proposals p join people.persons o on o.district = p.district and o.id <> p.proposed_by
         where p.id = $1 limit 1`,
        [row.proposals[0]!.id, newId()],
      ),
    ).rejects.toThrow(/decision_on_a_proposal/)
    expect((await asked({ personId })).outcome).toBe('passed')
  })

  it('is decided once', async () => {
    const { personId } = await givenPerson()
    const row = await proposed(personId)
    const approver = await house.as('approver')
    const both = await Promise.allSettled([
      decide(reviewer, row, 'confirmed'),
      decide(approver, row, 'declined', '证据不足'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await superuser.query(
      'select count(*)::int as n from people.restriction_decisions where proposal_id = $1',
      [row.proposals[0]!.id],
    )
    expect(rows[0].n).toBe(1)
  })

  it('that was declined counts for nothing, and the reason is kept', async () => {
    const { personId } = await givenPerson()
    const row = await proposed(personId)
    expect((await refusal(decide(reviewer, row, 'declined'))).detail).toContain('理由')
    const declined = await decide(reviewer, row, 'declined', '认错了人')
    expect(declined).toMatchObject({ state: 'declined', mayEnd: false })
    expect(declined.proposals[0]!.decision).toMatchObject({ outcome: 'declined', reason: '认错了人' })
    expect((await asked({ personId })).outcome).toBe('passed')
  })

  it('ends on a day that two people name, and is an obstacle to a training it overlapped', async () => {
    const { personId } = await givenPerson()
    const row = await decide(reviewer, await proposed(personId), 'confirmed')
    const ending = await end(row, '2022-03-10')
    expect(ending.proposals.at(-1)).toMatchObject({ step: 'end', own: true, decision: null })
    expect(ending.state).toBe('in-force')
    expect((await refusal(end(row, '2022-03-11'))).code).toBe('not-endable')
    expect((await refusal(decide(clerk, ending, 'confirmed'))).status).toBe(403)
    const ended = await decide(reviewer, ending, 'confirmed')
    expect(ended).toMatchObject({ state: 'ended', counts: { to: '2022-03-10' } })
    expect((await asked({ personId })).outcome).toBe('failed')
    const later = { from: civilDate('2022-03-11'), to: civilDate('2022-03-20') }
    expect((await asked({ personId, during: later })).outcome).toBe('passed')
  })

  it('that was a mistake is revoked from its beginning', async () => {
    const { personId } = await givenPerson()
    const row = await decide(reviewer, await proposed(personId), 'confirmed')
    const revoked = await decide(reviewer, await end(row, null), 'confirmed')
    expect(revoked).toMatchObject({ state: 'revoked', counts: null })
    expect((await asked({ personId })).outcome).toBe('passed')
  })

  it('stands in the way today even of a training before it', async () => {
    const { personId } = await givenPerson()
    await decide(reviewer, await proposed(personId, { from: '2022-03-25' }), 'confirmed')
    expect((await asked({ personId })).outcome).toBe('failed')
    expect((await asked({ personId }, '2022-03-24')).outcome).toBe('passed')
  })

  it('of an organisation stands in the way of its classes', async () => {
    const { organisations } = await clerk.call(listRestrictableOrganisations)
    const { id: organisationId, name } = organisations[0]!
    expect((await asked({ organisationId })).outcome).toBe('passed')
    const row = await clerk.call(proposeRestriction, {
      body: { ...BODY, kind: 'recovery', personId: null, organisationId },
    })
    await decide(reviewer, row, 'confirmed')
    expect(await asked({ organisationId })).toMatchObject({
      outcome: 'failed',
      sentence: { zh: expect.stringContaining(`${name}2022-01-01 至 2022-12-31补贴追回中`) },
    })
  })

  it('is refused without exactly one subject, with days the wrong way round, and keeps no long number', async () => {
    const { personId, identityNumber } = await givenPerson()
    const neither = { ...BODY, personId: null, organisationId: null }
    expect((await refusal(clerk.call(proposeRestriction, { body: neither }))).detail).toContain('二选一')
    expect((await refusal(proposed(personId, { to: '2021-12-31' }))).detail).toContain('早于开始日期')
    const row = await proposed(personId, { reason: `身份证 ${identityNumber} 冒名` })
    expect(row.reason).toBe('身份证 *** 冒名')
  })

  it('is read by the whole bureau, newest first, and by no provider; nobody changes it in place', async () => {
    const auditor = await house.as('auditor')
    const school = await house.as('school')
    const first = await auditor.call(listRestrictions, { query: { limit: 2 } })
    const next = await auditor.call(listRestrictions, { query: { limit: 2, after: first.next! } })
    expect(first.items.map(({ id }) => id) > next.items.map(({ id }) => id)).toBe(true)
    expect(JSON.stringify([first, next])).not.toMatch(/柳春生|\d{17}/)
    expect((await refusal(school.call(listRestrictions))).status).toBe(403)
    expect((await refusal(auditor.call(findRestrictable, { body: { identityNumber: numberOf(1) } }))).status).toBe(403)
    const params = { kind: 'restriction', id: first.items[0]!.id }
    expect((await auditor.call(walkTrail, { params })).kind).toBe('restriction')
    expect((await refusal(school.call(walkTrail, { params }))).status).toBe(404)
    for (const table of ['restrictions', 'restriction_proposals', 'restriction_decisions'])
      await expect(
        inDistrict(house.connection.db, LIANDU, (tx) =>
          // Not even through the application's own connection.
          tx.db
            .deleteFrom(`people.${table}` as 'people.restrictions')
            .where('district', '=', LIANDU)
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/)
  })
})
