import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { listInsuredLists, uploadInsuredList, withdrawInsuredList } from '../kernel/people/insured/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import type { Moment } from '../kernel/record/public.ts'
import { civilDate } from '../kernel/values/public.ts'
import { classChoices, draftClass } from '../mechanisms/training/classes/contract.ts'
import { classChecksOf } from '../mechanisms/training/filing/contract.ts'
import { uploadRoster } from '../mechanisms/training/rosters/contract.ts'
import { listRoster } from '../mechanisms/training/rosters/listing.ts'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const sample = (name: string) => new Blob([readFileSync(new URL(`../../demo/samples/${name}`, import.meta.url))])
const LIST = '10-企业参保人员.csv'
const ROSTER = '01-花名册-规范.xlsx'

let house: TestHouse
let clerk: Someone
let school: Someone
let classId = ''
beforeAll(async () => {
  house = await givenHouse()
  clerk = await house.as('clerk')
  school = await house.as('school')
  await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
  classId = await draftedClass()
  await school.call(uploadRoster, { params: { classId }, query: { fileName: ROSTER }, file: sample(ROSTER) })
})
afterAll(() => house.close())

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const handIn = (over: Partial<{ asOf: string; source: string; fileName: string }> = {}, file = sample(LIST)) =>
  clerk.call(uploadInsuredList, {
    query: { fileName: LIST, asOf: '2022-03-25', source: '丽水演示日化有限公司 3月名单', ...over },
    file,
  })

async function draftedClass(): Promise<string> {
  const choices = await school.call(classChoices)
  const site = choices.sites[0]!
  const agreed = choices.agreed.find((each) => each.occupation.name.zh.includes('养老护理员'))!
  const drafted = await school.call(draftClass, {
    body: {
      number: '2022年第3期',
      kind: 'EMPLOYMENT_SKILLS',
      occupationId: agreed.occupation.id,
      level: 'L5_JUNIOR',
      certificateKind: 'SKILL_LEVEL',
      siteId: site.id,
      roomId: site.rooms[0]!.id,
      instructorId: choices.instructors[0]!.id,
      startsOn: '2022-03-07',
      endsOn: '2022-03-18',
      theoryHours: 28,
      practiceHours: 52,
      capacity: 46,
      payee: 'person',
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
    },
  })
  return drafted.id
}

/** What A08 says of each number on the roster of sample 01, asked as when its money is claimed. */
async function insuredByRoster(
  moment: Moment = 'claim',
): Promise<Map<number, { outcome: string; action: string; zh: string }>> {
  return inDistrict(house.connection.db, LIANDU, async (tx) => {
    const roster = await listRoster(tx, classId)
    const subjects = roster.map(({ enrolmentId: id, personId, groupCode }) => ({
      kind: 'enrolment' as const,
      id,
      personId,
      groupCode,
      during: { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') },
    }))
    const { results } = await house.integrity.run(tx, { moment, groupId: classId, subjects, now: tx.now })
    const seqOf = new Map(roster.map(({ enrolmentId, seq }) => [enrolmentId, seq]))
    return new Map(
      results
        .filter(({ checkId }) => checkId === 'A08')
        .map(({ subjectId, outcome, action, sentence }) => [
          seqOf.get(subjectId)!,
          { outcome, action, zh: sentence.zh },
        ]),
    )
  })
}

describe('an insured list', () => {
  it('says nothing before there is one: nobody of sample 01 was compared', async () => {
    const answers = [...(await insuredByRoster()).values()]
    expect(answers).toHaveLength(40)
    expect(new Set(answers.map(({ zh }) => zh))).toEqual(new Set(['企业参保人员名单尚未比对,无法核对']))
  })

  it('is refused as a whole with every problem by row', async () => {
    const spoilt = new Blob([(await sample(LIST).text()).replace('2020-03', '2020-13').replace('2020-07', '')])
    const problem = await refusal(handIn({}, spoilt))
    expect(problem.detail).toContain('有 2 处问题')
    expect(problem.items.map(({ detail }) => detail)).toEqual([
      '第 2 行:参保起始月不能识别,应写成 2022-03',
      '第 3 行:参保起始月为空',
    ])
    expect((await clerk.call(listInsuredLists)).items).toEqual([])
  })

  it('is handed in by the clerk: whose words, as of which day, whose staff, by whom', async () => {
    const { list, already } = await handIn({ asOf: '2022-01-25' })
    expect(already).toBe(false)
    expect(list).toMatchObject({
      asOf: '2022-01-25',
      rowCount: 402,
      employers: { count: 1, firstName: '丽水演示日化有限公司' },
      by: { name: '叶*', post: { zh: '经办岗' } },
      withdrawn: null,
    })
  })

  it('of January says nothing of March, and tells how many employers were looked at', async () => {
    const answers = [...(await insuredByRoster()).values()]
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 40 }, () => 'unavailable'))
    expect(answers[0]!.zh).toBe('只比对了1家企业的参保名单(最新截至 2022-01-25),社保参保登记本身尚未比对,无法核对')
  })

  it('is not imported twice: the same file answers with the day and source it stands under', async () => {
    const { list, already } = await handIn({ source: '另一个来源' })
    expect([already, list.asOf, list.source]).toEqual([true, '2022-01-25', '丽水演示日化有限公司 3月名单'])
  })

  it('with the wrong day is withdrawn for a reason, stays visible, and comes again with the right one', async () => {
    const importId = (await clerk.call(listInsuredLists)).items[0]!.id
    const withdrawn = await clerk.call(withdrawInsuredList, { params: { importId }, body: { reason: '截止日期填错' } })
    expect(withdrawn.withdrawn).toMatchObject({ reason: '截止日期填错', by: { name: '叶*' } })
    const again = withdrawInsuredList
    expect((await refusal(clerk.call(again, { params: { importId }, body: { reason: '再撤一次' } }))).status).toBe(409)
    const { already } = await handIn()
    expect(already).toBe(false)
    expect(
      (await clerk.call(listInsuredLists)).items.map(({ asOf, withdrawn: back }) => [asOf, back !== null]),
    ).toEqual([
      ['2022-03-25', false],
      ['2022-01-25', true],
    ])
  })

  it('holds exactly 21 and 25 of sample 01: jobless and rural, yet insured as employees during the class', async () => {
    const answers = await insuredByRoster()
    const failed = [...answers].filter(([, { outcome }]) => outcome === 'failed')
    expect(failed.map(([seq, { action }]) => [seq, action])).toEqual([
      [21, 'hold'],
      [25, 'hold'],
    ])
    expect(failed[0]![1].zh).toBe(
      '培训期间在企业参保:丽水演示日化有限公司,自2020-03起(丽水演示日化有限公司 3月名单,2022-03-25)',
    )
    expect([...answers.values()].filter(({ outcome }) => outcome === 'unavailable')).toHaveLength(38)
  })

  it('is read by the whole bureau, page by page, and by no provider', async () => {
    const auditor = await house.as('auditor')
    const first = await auditor.call(listInsuredLists, { query: { limit: 1 } })
    const rest = await auditor.call(listInsuredLists, { query: { limit: 1, after: first.next! } })
    expect([first.items[0]!.asOf, rest.items[0]!.asOf, rest.next]).toEqual(['2022-03-25', '2022-01-25', null])
    expect((await refusal(school.call(listInsuredLists))).status).toBe(403)
    const importId = first.items[0]!.id
    expect(
      (await refusal(auditor.call(withdrawInsuredList, { params: { importId }, body: { reason: '试试' } }))).status,
    ).toBe(403)
    const params = { kind: 'insured-list', id: importId }
    expect(JSON.stringify(await auditor.call(walkTrail, { params }))).toContain('丽水演示日化有限公司')
    expect((await refusal(school.call(walkTrail, { params }))).status).toBe(404)
  })

  it('is evidence that the bureau can open and a provider is not led to', async () => {
    await insuredByRoster('filing')
    const evidenceFor = async (who: Someone) =>
      (await who.call(classChecksOf, { params: { classId } })).answers
        .filter(({ checkId, outcome }) => checkId === 'A08' && outcome === 'failed')
        .map(({ evidence }) => evidence.map(({ kind }) => kind))
    expect(await evidenceFor(clerk)).toEqual([['insured-list'], ['insured-list']])
    expect(await evidenceFor(school)).toEqual([[], []])
  })

  it('that is withdrawn answers nothing from then on', async () => {
    const importId = (await clerk.call(listInsuredLists)).items[0]!.id
    await clerk.call(withdrawInsuredList, { params: { importId }, body: { reason: '传错文件' } })
    const answers = [...(await insuredByRoster()).values()]
    expect(new Set(answers.map(({ zh }) => zh))).toEqual(new Set(['企业参保人员名单尚未比对,无法核对']))
  })
})
