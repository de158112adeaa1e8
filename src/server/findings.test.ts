import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addFindingFile,
  answerFinding,
  countFindings,
  exportFindings,
  findingCaseGroup,
  getFinding,
  judgeFinding,
  listFindings,
  listOwnFindings,
  openCaseOfFinding,
  openFindingFile,
  writeFinding,
} from '../kernel/integrity/findings/contract.ts'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { getCase } from '../kernel/integrity/cases/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { providerTimeline } from '../kernel/record/timelines/contract.ts'
import { getClass } from '../mechanisms/training/classes/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { newId } from '../kernel/values/public.ts'
import { givenHouse, givenTaughtClass, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let auditor: Someone
let superuser: pg.Client
let classId: string
beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  classId = await givenTaughtClass(house, school, clerk)
}, 120_000)
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const SCAN = new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'])

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const written = (over: object = {}, by = auditor) =>
  by.call(writeFinding, {
    body: {
      kind: 'class',
      subject: classId,
      found: '3月9日晚课签到与工资考勤重叠,手机13900000000',
      rule: '浙人社发〔2022〕1号第五条',
      severity: 'serious',
      remedy: '核实并补充说明',
      dueOn: '2022-04-15',
      forOrganisation: false,
      ...over,
    },
  })
const answer = (id: string, by = clerk) =>
  by.call(answerFinding, { params: { findingId: id }, body: { said: '已逐人核实,重叠两人已更正' } })
const judge = (id: string, outcome: 'closed' | 'asked-again', dueOn: string | null = null, by = auditor) =>
  by.call(judgeFinding, { params: { findingId: id }, body: { outcome, said: '结论:材料充分', dueOn } })

it('is written by the auditor alone, at a step that is there, for somebody who is there, by a day to come', async () => {
  expect((await refusal(written({}, clerk))).status).toBe(403)
  expect((await refusal(written({}, school))).status).toBe(403)
  expect((await refusal(written({ subject: newId() }))).items[0]?.at).toBe('body.subject')
  const wrong = await refusal(written({ dueOn: '2022-01-01', subject: newId() }))
  expect(wrong.items.map(({ at }) => at)).toEqual(['body.subject', 'body.dueOn'])
})

it('is answered, asked again by a new day and closed, each by another natural person, and never changed', async () => {
  const { id, ...finding } = await written()
  expect(finding).toMatchObject({ state: 'open', number: expect.stringMatching(/^J-2022-\d{4}$/), next: [] })
  expect(finding.found).not.toContain('13900000000')
  expect((await refusal(judge(id, 'closed'))).code).toBe('not-in-turn')
  expect(await answer(id)).toMatchObject({ state: 'answered' })
  expect((await refusal(answer(id))).code).toBe('not-in-turn')
  expect((await refusal(judge(id, 'asked-again'))).items[0]?.at).toBe('body.dueOn')
  expect(await judge(id, 'asked-again', '2022-04-20')).toMatchObject({ state: 'open', dueOn: '2022-04-20' })
  await answer(id)
  const closed = await judge(id, 'closed')
  expect(closed).toMatchObject({ state: 'closed', next: [] })
  expect(closed.steps.map(({ what }) => what)).toEqual(['written', 'answered', 'asked-again', 'answered', 'closed'])
  expect((await refusal(answer(id))).code).toBe('not-in-turn')
})

it('is defended by the database: no answer of one’s own judged, no word after the end, no two at once', async () => {
  const { id } = await written()
  await answer(id)
  const put = (over: object) => {
    const step = { nth: 2, what: "'closed'", person: 'person_id', after: "'answered'", ...over }
    return superuser.query(
      `insert into integrity.finding_steps (district, id, finding_id, nth, what, said, person_id, account_id,
         before_nth, before_what, before_person, business_at)
       select district, gen_random_uuid(), finding_id, ${step.nth}, ${step.what}, '结论', ${step.person}, account_id,
         nth, what, person_id, now() from integrity.finding_steps where finding_id = $1 order by nth desc limit 1`,
      [id],
    )
  }
  await expect(put({})).rejects.toThrow('nobody_judges_their_own_answer')
  await expect(put({ nth: 1, what: "'answered'", person: 'gen_random_uuid()' })).rejects.toThrow()
  await judge(id, 'closed')
  await expect(put({ nth: 3, what: "'answered'" })).rejects.toThrow('a_closed_finding_stays_closed')
})

it('keeps papers of who spoke last, sealed, and records each opening', async () => {
  const { id } = await written()
  const given = { params: { findingId: id }, query: { fileName: '证据.pdf' }, file: SCAN }
  expect((await refusal(clerk.call(addFindingFile, given))).code).toBe('not-in-turn')
  const { fileId } = await auditor.call(addFindingFile, given)
  expect((await auditor.call(addFindingFile, given)).fileId).toBe(fileId)
  await clerk.call(openFindingFile, { params: { findingId: id, fileId } })
  const { rows } = await superuser.query(
    "select 1 from record.acts where act = 'finding.file-opened' and subject_id = $1",
    [id],
  )
  expect(rows).toHaveLength(1)
})

it('stands on its subject’s trail and on the provider’s timeline; the provider itself sees one only where the auditor says so', async () => {
  const silent = await written()
  const told = await written({ forOrganisation: true })
  const steps = async (by: Someone) =>
    (await by.call(walkTrail, { params: { kind: 'class', id: classId } })).leadsTo
      .filter(({ kind }) => kind === 'finding')
      .map(({ id }) => id)
  expect(await steps(auditor)).toEqual(expect.arrayContaining([silent.id, told.id]))
  expect(await steps(school)).toEqual([told.id])
  const ofSilent = school.call(walkTrail, { params: { kind: 'finding', id: silent.id } })
  expect((await refusal(ofSilent)).status).toBe(404)
  expect((await school.call(listOwnFindings, {})).items.map(({ id }) => id)).toEqual([told.id])
  expect((await refusal(school.call(getFinding, { params: { findingId: told.id } }))).status).toBe(403)
  const { provider } = await clerk.call(getClass, { params: { classId } })
  const timeline = async (by: Someone) =>
    (await by.call(providerTimeline, { params: { organisationId: provider.id }, query: { kind: 'finding' } })).items
  expect((await timeline(clerk)).map(({ opens }) => opens?.id)).toContain(silent.id)
  expect(await timeline(school)).toEqual([])
})

it('is counted overdue for both sides from the day after, filtered, and exported as the register', async () => {
  const { id } = await written({ dueOn: '2022-04-15', severity: 'grave' })
  const before = await clerk.call(countFindings, {})
  expect(before.overdue).toBe(0)
  await house.passTo('2022-04-16')
  for (const who of [clerk, auditor]) expect((await who.call(countFindings, {})).overdue).toBeGreaterThan(0)
  const late = await clerk.call(listFindings, { query: { overdue: 'yes', severity: 'grave' } })
  expect(late.items.map((row) => row.id)).toEqual([id])
  const bytes = (await auditor.call(exportFindings, { query: { severity: 'grave' } })) as Blob
  expect(Buffer.from(await bytes.slice(0, 2).arrayBuffer()).toString()).toBe('PK')
  const page = await clerk.call(listFindings, { query: { limit: 1, kind: 'class', subject: classId } })
  expect(page.next).not.toBeNull()
})

it('asks for a case, which whoever may open one opens once: each names the other, and the auditor opens none', async () => {
  const { id, ...finding } = await written({ asksCase: true, dueOn: '2022-12-31' })
  expect(finding).toMatchObject({ asksCase: true, case: null, mayOpenCase: false })
  const params = { findingId: id }
  const body = { groupId: classId, reason: '逐人核实签到与考勤' }
  expect((await refusal(auditor.call(openCaseOfFinding, { params, body }))).status).toBe(403)
  const approver = await house.as('approver')
  expect((await approver.call(getFinding, { params })).mayOpenCase).toBe(true)
  expect((await approver.call(findingCaseGroup, { params })).group?.id).toBe(classId)
  const opened = await approver.call(openCaseOfFinding, { params, body })
  expect(await clerk.call(getFinding, { params })).toMatchObject({ case: opened, mayOpenCase: false })
  const again = await refusal(clerk.call(openCaseOfFinding, { params, body }))
  expect(again).toMatchObject({ status: 409, code: 'a_finding_opens_one_case' })
  const found = await clerk.call(getCase, { params: { caseId: opened.id } })
  expect(found.evidence.map(({ trail }) => trail)).toContainEqual({ kind: 'finding', id })
  expect(found.because.sentence.zh).toBe(`审计发现 ${finding.number}:逐人核实签到与考勤`)
  const ways = async (kind: string, of: string) => {
    const step = await auditor.call(walkTrail, { params: { kind, id: of } })
    return [...step.restsOn, ...step.leadsTo].map((link) => link.id)
  }
  expect(await ways('finding', id)).toContain(opened.id)
  expect(await ways('suspicion-case', opened.id)).toContain(id)
})

it('finds the class that a step further on is of', async () => {
  const { items } = await clerk.call(listClaims, {})
  const ofClaim = await written({ kind: 'claim', subject: items[0]!.id, dueOn: '2022-12-31' })
  expect((await clerk.call(findingCaseGroup, { params: { findingId: ofClaim.id } })).group?.id).toBe(classId)
})

it('takes one step of two at once, and opens one case of two at once', async () => {
  const outcomes = async (asked: Promise<unknown>[]) =>
    (await Promise.allSettled(asked)).map(({ status }) => status).toSorted()
  const reviewer = await house.as('reviewer')
  for (let turn = 0; turn < 5; turn += 1) {
    const { id } = await written({ dueOn: '2022-12-31' })
    const params = { findingId: id }
    expect(await outcomes([answer(id, clerk), answer(id, reviewer)])).toEqual(['fulfilled', 'rejected'])
    const judged = [judge(id, 'closed'), judge(id, 'asked-again', '2022-12-31')]
    expect(await outcomes(judged)).toEqual(['fulfilled', 'rejected'])
    const body = { groupId: classId, reason: '逐人核实签到与考勤' }
    const opening = [clerk, reviewer].map((who) => who.call(openCaseOfFinding, { params, body }))
    expect(await outcomes(opening)).toEqual(['fulfilled', 'rejected'])
    const { rows } = await superuser.query(
      `select (select count(*)::int from integrity.finding_steps where finding_id = $1) as steps,
              (select count(*)::int from integrity.finding_cases where finding_id = $1) as cases`,
      [id],
    )
    expect(rows).toEqual([{ steps: 3, cases: 1 }])
  }
})
