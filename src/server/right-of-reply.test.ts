import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import {
  countRestrictions,
  decideProposal,
  hearReply,
  listOwnRestrictions,
  listRestrictableOrganisations,
  listRestrictions,
  openReplyFile,
  proposeRestriction,
  recordNoticePrinted,
  recordReply,
  replyToRestriction,
  type Restriction,
  restrictionNotice,
  uploadReplyFile,
} from '../kernel/people/restrictions/contract.ts'
import { savePersons } from '../kernel/people/public.ts'
import { identityCheckDigit, newId } from '../kernel/values/public.ts'
import { Refusal } from '../platform/contract/public.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let clerk: Someone
let reviewer: Someone
let approver: Someone
let school: Someone
let organisationId: string
let superuser: pg.Client

beforeAll(async () => {
  house = await givenHouse()
  ;[clerk, reviewer, approver, school] = (await Promise.all(
    ['clerk', 'reviewer', 'approver', 'school'].map((name) => house.as(name)),
  )) as [Someone, Someone, Someone, Someone]
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
  const { rows } = await superuser.query(
    "select organisation_id from access.accounts where district = $1 and name = 'school'",
    [LIANDU],
  )
  organisationId = rows[0].organisation_id
}, 120_000)
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const BODY = {
  kind: 'restricted' as const,
  reason: '内部举报线索第7号',
  document: '关于暂停补贴培训资格的决定(莲人社〔2022〕15号)',
  clause: '第二十五条第二款',
  from: '2022-03-01',
  to: '2022-12-31',
}
const propose = (over: object) =>
  clerk.call(proposeRestriction, { body: { ...BODY, personId: null, organisationId: null, ...over } })
const decide = (who: Someone, row: Restriction, reason = '') =>
  who.call(decideProposal, {
    params: { restrictionId: row.id, proposalId: row.proposals.at(-1)!.id },
    body: { outcome: 'confirmed', reason },
  })
const rowOf = async (id: string) => (await clerk.call(listRestrictions)).items.find((row) => row.id === id)!
const counts = (who: Someone) => who.call(countRestrictions)

describe('a provider that is to be restricted', () => {
  let row: Restriction

  it('reads in plain words what, on which clause, for how long, what to bring and where to object', async () => {
    expect((await clerk.call(listRestrictableOrganisations)).organisations.map(({ id }) => id)).toContain(
      organisationId,
    )
    row = await propose({ organisationId })
    const { items } = await school.call(listOwnRestrictions)
    expect(items).toHaveLength(1)
    const text = JSON.stringify(items)
    for (const told of [
      '事先告知书',
      BODY.document,
      BODY.clause,
      '2022-03-01 至 2022-12-31',
      '营业执照',
      '申辩',
      '2022-04-',
    ])
      expect(text).toContain(told)
    // The bureau's own reasons and its people stay with the bureau.
    expect(text).not.toContain('举报')
    expect(Object.keys(items[0]!).sort()).toEqual(['id', 'mayReply', 'notice', 'replies', 'state'])
    const jigong = await house.as('jigong')
    expect((await jigong.call(listOwnRestrictions)).items).toEqual([])
    const theirs = jigong.call(replyToRestriction, { params: { restrictionId: row.id }, body: { said: '与我无关' } })
    expect((await refusal(theirs)).status).toBe(404)
  })

  it('answers in the console; who decides looks at it and says what they make of it', async () => {
    const params = { restrictionId: row.id }
    await school.call(replyToRestriction, { params, body: { said: '考勤由代课老师代签,已经更正。' } })
    expect(await counts(clerk)).toEqual({ waiting: 0, unheard: 1 })
    expect(await counts(reviewer)).toEqual({ waiting: 1, unheard: 1 })
    expect((await clerk.call(listRestrictions, { query: { unheard: 'yes' } })).items.map(({ id }) => id)).toEqual([
      row.id,
    ])
    const silent = await refusal(decide(reviewer, row))
    expect([silent.status, silent.code]).toEqual([422, 'reply-unheard'])
    await decide(reviewer, row, '更正不影响事实认定。')
    const { items } = await school.call(listOwnRestrictions)
    expect(items[0]).toMatchObject({
      state: 'in-force',
      replies: [
        { said: '考勤由代课老师代签,已经更正。', hearing: { outcome: 'kept', reason: '更正不影响事实认定。' } },
      ],
    })
    expect(await counts(reviewer)).toEqual({ waiting: 0, unheard: 0 })
  })

  it('is not restricted anew while an answer lies unheard, and hears that it is shortened once two people agree', async () => {
    const params = { restrictionId: row.id }
    await school.call(replyToRestriction, { params, body: { said: '已全部整改,请求缩短期限。' } })
    const again = await refusal(propose({ organisationId, from: '2023-01-01', to: '2023-12-31' }))
    expect([again.status, again.code]).toEqual([409, 'reply-unheard'])
    expect(again.detail).toContain(BODY.document)

    const replyId = (await rowOf(row.id)).replies.at(-1)!.id
    const hear = (who: Someone, endsOn: string | null) =>
      who.call(hearReply, {
        params: { ...params, replyId },
        body: { outcome: 'shortened', endsOn, reason: '整改属实' },
      })
    const proposer = await refusal(hear(clerk, '2022-06-30'))
    expect([proposer.status, proposer.code]).toEqual([409, 'own-proposal'])
    expect(proposer.detail).toContain('另一人')
    expect((await refusal(hear(approver, '2023-01-31'))).status).toBe(422)
    await hear(approver, '2022-06-30')
    expect((await refusal(hear(reviewer, '2022-06-30'))).code).toBe('heard')
    const waits = await rowOf(row.id)
    expect(waits.counts?.to).toBe('2022-12-31')
    await decide(reviewer, waits)
    expect((await rowOf(row.id)).counts?.to).toBe('2022-06-30')
    expect(JSON.stringify(await school.call(listOwnRestrictions))).toContain('2022-03-01 至 2022-06-30')
  })
})

describe('a person who is restricted', () => {
  const personId = newId()
  let row: Restriction

  it('is told on paper, which is written down, and answers through a clerk', async () => {
    const first17 = '33990119860301777'
    await inDistrict(house.connection.db, LIANDU, (tx) =>
      savePersons(tx, vaultOf(house.keys), [
        {
          id: personId,
          name: '柳春生',
          identityNumber: first17 + identityCheckDigit(first17),
          sex: 'M',
          birthDate: '1986-03-01',
          phone: null,
        },
      ]),
    )
    row = await propose({ personId })
    await decide(reviewer, row)
    const params = { restrictionId: row.id }
    const { notice, lastPrintedAt } = await clerk.call(restrictionNotice, { params })
    expect(lastPrintedAt).toBeNull()
    expect(notice.title.zh).toBe('限制措施告知书')
    expect(JSON.stringify(notice)).not.toMatch(/柳春生|\d{17}|举报/)
    await clerk.call(recordNoticePrinted, { params })
    expect((await clerk.call(restrictionNotice, { params })).lastPrintedAt).not.toBeNull()

    const tomorrow = { way: 'phone' as const, said: '本人没有参加', saidOn: '2022-03-29' }
    expect((await refusal(reviewer.call(recordReply, { params, body: tomorrow }))).status).toBe(422)
    const said = { ...tomorrow, saidOn: '2022-03-27' }
    const { replyId } = await reviewer.call(recordReply, { params, body: said })
    const of = { ...params, replyId }
    const page = new Blob(['<html></html>'])
    const wrong = await refusal(
      reviewer.call(uploadReplyFile, { params: of, query: { fileName: '信.pdf' }, file: page }),
    )
    expect([wrong.status, wrong.code]).toEqual([422, 'reply-file'])
    const pdf = new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'])
    await reviewer.call(uploadReplyFile, { params: of, query: { fileName: '申辩信.pdf' }, file: pdf })
    expect(await ((await approver.call(openReplyFile, { params: of })) as Blob).text()).toMatch(/^%PDF/)
    expect((await rowOf(row.id)).replies).toMatchObject([
      { way: 'phone', saidOn: '2022-03-27', file: { name: '申辩信.pdf' } },
    ])
  })

  it('is heard by neither who recorded the answer nor who proposed, in the database too', async () => {
    const replyId = (await rowOf(row.id)).replies[0]!.id
    const hear = (who: Someone) =>
      who.call(hearReply, {
        params: { restrictionId: row.id, replyId },
        body: { outcome: 'ended', endsOn: null, reason: '冒用身份,查实' },
      })
    expect((await refusal(hear(reviewer))).code).toBe('own-record')
    expect((await refusal(hear(clerk))).code).toBe('own-proposal')
    const { rows } = await superuser.query(
      `select r.recorded_by, p.id as proposal_id, p.proposed_by from people.restriction_replies r
       join people.restriction_proposals p on p.restriction_id = r.restriction_id where r.id = $1`,
      [replyId],
    )
    const { recorded_by, proposal_id, proposed_by } = rows[0]
    for (const heardBy of [recorded_by, proposed_by])
      await expect(
        inDistrict(house.connection.db, LIANDU, (tx) =>
          tx.db
            .insertInto('people.restriction_hearings')
            .values({
              district: LIANDU,
              reply_id: replyId,
              restriction_id: row.id,
              recorded_by,
              proposal_id,
              proposed_by,
              outcome: 'kept',
              reason: '试一试',
              heard_by: heardBy,
              account_id: newId(),
              business_at: new Date(),
            })
            .execute(),
        ),
      ).rejects.toThrow(/another_person_hears_a_reply/)

    await hear(approver)
    await decide(clerk, await rowOf(row.id))
    expect(await rowOf(row.id)).toMatchObject({ state: 'revoked', counts: null })
    expect(await counts(clerk)).toMatchObject({ unheard: 0 })
  })
})
