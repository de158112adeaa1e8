import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { openCase } from '../kernel/integrity/cases/contract.ts'
import { listReveals, revealAlerts } from '../kernel/record/reveals/contract.ts'
import { mattersOfPerson, openPersonTimeline } from '../kernel/record/timelines/contract.ts'
import { newId } from '../kernel/values/public.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
let clerk: Someone
let auditor: Someone
let claimId: string
let people: readonly { decisionId: string }[]
let caseId: string

beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  const classId = await givenTaughtClass(house, await house.as('school'), clerk)
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  claimId = items[0]!.id
  people = (await clerk.call(getClaim, { params: { claimId } })).people
  caseId = (await clerk.call(openCase, { body: { groupId: classId, reason: '核对签到与影像' } })).id
}, 240_000)
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

type About = { aboutKind: 'claim' | 'case' | 'report' | 'enrolment' | 'correction'; aboutId: string } | object

const read = (nth: number, about: About = {}, by = clerk) =>
  by.call(openPersonTimeline, {
    body: { claimId, decisionId: people[nth]!.decisionId, reason: '核实本人来电', ...about },
  })

const newest = async () => (await auditor.call(listReveals, { query: { limit: 1 } })).items[0]!
const alertsOf = async () => (await auditor.call(revealAlerts)).alerts.map(({ says }) => says.zh)

it('offers the matters that are open about the person, and takes no other for a reason', async () => {
  const { matters } = await clerk.call(mattersOfPerson, { params: { claimId, decisionId: people[0]!.decisionId } })
  expect(matters.map(({ kind, isOpen }) => `${kind} ${isOpen}`)).toEqual(['case true', 'claim true'])
  await read(0, { aboutKind: 'claim', aboutId: claimId })
  expect(await newest()).toMatchObject({ about: { kind: { zh: '申领单' } }, marks: [] })
  await read(0, { aboutKind: 'case', aboutId: caseId })
  expect(await newest()).toMatchObject({
    about: { kind: { zh: '疑点' }, place: { kind: 'suspicion-case' } },
    marks: [],
  })
  for (const about of [
    { aboutKind: 'case', aboutId: claimId },
    { aboutKind: 'claim', aboutId: newId() },
  ])
    await expect(read(0, about)).rejects.toMatchObject({ problem: { status: 422, code: 'not-about-them' } })
})

it('marks who reads for nothing, and alerts the auditor when it is often', async () => {
  expect(await alertsOf()).toEqual([])
  for (const nth of [1, 2, 3, 4]) await read(nth)
  expect((await newest()).marks.map(({ zh }) => zh)).toEqual(['无对应事项'])
  expect(await alertsOf()).toEqual([])
  await read(5)
  expect(await alertsOf()).toEqual(['没有在办事项而查看 5 次'])
})

it('knows the town of whom is read of from the roster, and keeps no address', async () => {
  const { rows } = await owner.query(
    'select town, village, r::text as whole from record.reveals r where district = $1',
    [LIANDU],
  )
  expect(rows.length).toBe(7)
  expect(rows.filter(({ town }) => /(镇|乡|街道)$/.test(town)).length).toBe(7)
  for (const { whole } of rows) expect(whole).not.toContain('丽水市')
})

it('counts the neighbours of a town and of a village by person, not by reading, within the days', async () => {
  const { rows } = await owner.query<{ id: string; by: string }>(
    `select a.id, a.person_id as by from access.accounts a where district = $1 and name = 'reviewer'`,
    [LIANDU],
  )
  await owner.query('set session_replication_role = replica')
  const neighbour = async (person: string, village: string | null, days: number) =>
    owner.query(
      `insert into record.reveals (district, act_id, person_id, account_id, by_person, about_kind, about_id, is_open, town, village, business_at, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'claim', $5, true, '碧湖镇', $6, now(), now() - make_interval(days => $7))`,
      [LIANDU, person, rows[0]!.id, rows[0]!.by, claimId, village === null ? null : Buffer.from(village), days],
    )
  const same = newId()
  for (let nth = 0; nth < 6; nth += 1) await neighbour(same, 'one village', 1)
  for (let nth = 0; nth < 3; nth += 1) await neighbour(newId(), 'one village', 1)
  await neighbour(newId(), 'one village', 31)
  expect((await alertsOf()).filter((says) => says.includes('碧湖镇'))).toEqual([])
  await neighbour(newId(), 'one village', 29)
  expect((await alertsOf()).filter((says) => says.includes('碧湖镇'))).toEqual(['查看了碧湖镇同一个村(社区) 5 人'])
  for (let nth = 0; nth < 10; nth += 1) await neighbour(newId(), null, 2)
  expect((await alertsOf()).filter((says) => says.includes('碧湖镇')).toSorted()).toEqual([
    '查看了碧湖镇 15 人',
    '查看了碧湖镇同一个村(社区) 5 人',
  ])
})

it('tells the auditor when somebody reads of their own household', async () => {
  await owner.query(
    `update people.persons set phone_lookup = (
       select p.phone_lookup from people.persons p join funds.claim_people c on c.person_id = p.id where c.decision_id = $1)
     where id = (select person_id from access.accounts where district = $2 and name = 'clerk')`,
    [people[6]!.decisionId, LIANDU],
  )
  await read(6, { aboutKind: 'claim', aboutId: claimId })
  expect((await newest()).marks.map(({ zh }) => zh)).toEqual(['本户'])
  expect(await alertsOf()).toContain('查看了本户(同一手机号或住址) 1 人')
})
