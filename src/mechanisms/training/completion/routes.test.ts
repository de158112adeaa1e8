import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import {
  type Facts,
  known,
  listFacts,
  listVersionsOfFact,
  parametersOn,
  shippedSchemes,
} from '../../../kernel/policy/public.ts'
import { credentialTrails } from '../../../kernel/credentials/room.ts'
import { markingTrails, markSheetTeller } from '../../../kernel/marking/room.ts'
import { listActs, type Trail } from '../../../kernel/record/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { getClassRow } from '../classes/public-to-room.ts'
import { listEvents } from '../classes/store.ts'
import { attendanceTrails } from '../attendance/trails.ts'
import { classAssessment } from '../evaluation/assessment.ts'
import { classCertificates } from '../evaluation/certificate-groups.ts'
import { employmentSupplier, issuedSupplier } from '../evaluation/issued.ts'
import { certificateSupplier, marksSupplier } from '../evaluation/suppliers.ts'
import { uploadRoster } from '../rosters/contract.ts'
import { rosterTrails } from '../rosters/trails.ts'
import { csvOfGrid, sampleGrid, withCells, withoutRows } from '../sheets/testing.ts'
import { givenActor, givenClass, givenProvider, LIANDU, type TrainingHouse } from '../testing.ts'
import { completeClass, musterOfClass } from './contract.ts'
import { CompletionBody } from './fact-body.ts'
import { trainingSupplier } from './suppliers.ts'
import { completionTrails } from './trails.ts'
import {
  fileOf,
  givenClosingHouse,
  givenSampleClass,
  refusalOf,
  type SampleClass,
  sendAttendance,
  sendMarks,
  zh,
} from './testing.ts'

let house: TrainingHouse
let ofClass: SampleClass

const muster = () => ofClass.someone.call(musterOfClass, { params: { classId: ofClass.classId } })
const complete = () => ofClass.someone.call(completeClass, { params: { classId: ofClass.classId } })

/** What every supplier knows of the recorded completions, by 序号. */
async function factsOf(tx: Tx) {
  const facts = await listFacts(tx, ofClass.classId, 'training.completed')
  const supplied: ReadonlyMap<string, Facts>[] = []
  for (const supplier of [trainingSupplier, marksSupplier, certificateSupplier])
    supplied.push(await supplier.supply(tx, facts))
  return facts.map((fact) => {
    const values = Object.assign({}, ...supplied.map((each) => each.get(fact.id)))
    return { fact, body: CompletionBody.parse(fact.body), values }
  })
}

beforeAll(async () => {
  house = await givenClosingHouse()
  ofClass = await givenSampleClass(house)
})
afterAll(() => house?.close())

// One class goes its whole way here, each step on what the one before left.
describe('the class of the samples', () => {
  it('cannot be completed before its sheets are imported, and says both', async () => {
    expect(zh((await muster()).obstacles)).toEqual(['还没有导入考勤表', '还没有导入成绩登记表'])
    const refused = await refusalOf(complete())
    expect(refused).toMatchObject({ status: 409, code: 'class-not-completable' })
    expect(refused.items).toHaveLength(2)
  })

  it('takes the attendance and the mark sheet whole', async () => {
    expect(await sendAttendance(ofClass)).toMatchObject({ outcome: 'imported', version: 1, rowCount: 40, marks: [] })
    expect(await sendMarks(ofClass)).toMatchObject({ outcome: 'imported', version: 1, rowCount: 40, marks: [] })
  })

  it('shows those below a line first, each with the reason, and 37 who meet all', async () => {
    const { people, counts, sessions, obstacles } = await muster()
    expect(counts).toEqual({ people: 40, attendanceMet: 39, marksMet: 38, certificates: 38, allMet: 37 })
    expect(obstacles).toEqual([])
    expect(sessions).toHaveLength(20)
    expect(people.slice(0, 4).map(({ seq, below }) => [seq, ...zh(below)])).toEqual([
      [6, '出勤 9/20(45%),低于 80%'],
      [8, '理论成绩58分低于60分'],
      [12, '技能成绩缺考'],
      [1],
    ])
    expect(people[0]).toMatchObject({ maskedName: '马*强', maskedIdentity: '339901********8501', musterId: null })
    expect(people[0]?.attended).toMatchObject({
      attendedSessions: 9,
      plannedSessions: 20,
      attendedMinutes: 1620,
      plannedMinutes: 3600,
    })
    expect(people.every(({ signs }) => signs.every((sign) => sign !== null))).toBe(true)
    expect(JSON.stringify(people)).not.toContain('马建强')
  })

  it('is completed once by its provider, and everybody’s completion becomes a fact', async () => {
    expect(await complete()).toMatchObject({ status: 'completed', people: 40, completedOn: '2022-03-28' })
    const { facts, row, events, acts } = await house.within(async (tx) => ({
      facts: await listFacts(tx, ofClass.classId, 'training.completed'),
      row: await getClassRow(tx, ofClass.provider.actor, ofClass.classId),
      events: await listEvents(tx, ofClass.classId),
      acts: await listActs(tx, 'class', ofClass.classId),
    }))
    expect(row.status).toBe('completed')
    expect(events.at(-1)).toMatchObject({ statusFrom: 'filed', statusTo: 'completed' })
    expect(acts.map(({ act }) => act)).toEqual([
      'roster.imported',
      'attendance.imported',
      'marks.imported',
      'class.completed',
    ])
    expect(facts).toHaveLength(40)
    const sixth = facts.find(({ body }) => body.position === 6)
    expect(sixth).toMatchObject({
      version: 1,
      groupId: ofClass.classId,
      occurredOn: '2022-03-18',
      source: { kind: 'muster' },
    })
    expect(CompletionBody.parse(sixth?.body)).toMatchObject({
      groupKind: 'class',
      groupTitle: '2022年第3期 养老护理员(五级/初级工)',
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
      organisationId: ofClass.provider.organisationId,
      during: { from: '2022-03-07', to: '2022-03-18' },
      dates: { certificate: '2022-03-25' },
      attendedSessions: 9,
      plannedSessions: 20,
      groupCode: 'HARD_TO_EMPLOY',
    })
    // Whoever taught the class, submitted it and put it on file is known to whoever decides on its money.
    const { hands } = CompletionBody.parse(sixth?.body)
    const of = (duty: string) => hands.filter((hand) => hand.duty === duty).map((hand) => hand.personId)
    const byStatus = (status: string) => events.find(({ statusTo }) => statusTo === status)?.personId
    expect(of('instruction').length).toBeGreaterThan(0)
    expect([of('class.file'), of('class.review')]).toEqual([
      [byStatus('submitted')].filter(Boolean),
      [byStatus('filed')].filter(Boolean),
    ])
    expect(JSON.stringify(facts)).not.toMatch(/\d{15}|马建强/)
  })

  it('gives policy what it asks for, and absent is not applicable, not a zero', async () => {
    const all = await house.within(factsOf)
    const of = (seq: number) => all.find(({ body }) => body.position === seq)?.values
    expect(of(1)).toMatchObject({
      'training.kind': { state: 'known', value: 'EMPLOYMENT_SKILLS' },
      'class.level': { state: 'known', value: 'L5_JUNIOR' },
      'person.group@training': { state: 'known', value: 'RURAL_TRANSFER' },
      'training.attendedRatio': { state: 'known', value: { numerator: 19, denominator: 20 } },
      'marks.theory': { state: 'known', value: 90 },
      'certificate.number': { state: 'known', value: 'S000033000001225000001' },
    })
    expect(of(8)).toMatchObject({ 'marks.theory': { value: 58 }, 'certificate.number': { state: 'notApplicable' } })
    expect(of(12)).toMatchObject({ 'marks.practice': { state: 'notApplicable', why: { zh: '缺考' } } })
    expect(of(1)['marks.theory'].source).toMatch(/^mark:/)
  })

  it('records the certificates of those who earned one beside it, for the fund that pays for certificates', async () => {
    const { completed, certified, supplied } = await house.within(async (tx) => {
      const ofCompletion = await listFacts(tx, ofClass.classId, 'training.completed')
      const first = ofCompletion.find(({ body }) => body['certificateId'] !== null)!
      const [fact] = await listVersionsOfFact(tx, 'certificate.issued', first.subjectId)
      const all = await listFacts(tx, fact!.groupId, 'certificate.issued')
      const told = [await issuedSupplier.supply(tx, all), await employmentSupplier.supply(tx, all)]
      const values: Facts = Object.assign({}, ...told.map((each) => each.get(fact!.id)))
      return { completed: ofCompletion, certified: all, supplied: values }
    })
    expect(certified).toHaveLength(completed.filter(({ body }) => body['certificateId'] !== null).length)
    expect(new Set(certified.map(({ body }) => `${String(body['fund'])} ${String(body['unasked'])}`))).toEqual(
      new Set(['TALENT_FUND true']),
    )
    expect(supplied).toMatchObject({
      'certificate.kind': { state: 'known', value: 'SKILL_LEVEL' },
      'certificate.level': { state: 'known', value: 'L5_JUNIOR' },
      'certificate.issuedOn': { state: 'known', value: '2022-03-25' },
      'certificate.matchesPost': { state: 'unknown', why: { zh: '用人单位还没有确认' } },
      'employment.employerKind@certificate': {
        state: 'unknown',
        why: { zh: '2022-03 的参保名单上没有本人,或名单还没有导入' },
      },
    })
  })

  it('comes to 37 people due a thousand yuan each under the county’s pack', async () => {
    const day = civilDate('2022-03-28')
    const dates = { training: civilDate('2022-03-07'), certificate: civilDate('2022-03-25'), claim: day }
    const schemes = shippedSchemes(LIANDU).answering('training.completed', dates, parametersOn(LIANDU, dates.training))
    const scheme = schemes.find(({ pack }) => pack.scheme === 'liandu.training-subsidy')
    // What the claim itself adds: nobody had anything before.
    const from = { source: 'test', asOf: day }
    const claimed = (level: string): Facts => ({
      'claim.on': known(day, from),
      'claim.level': known(level, from),
      'claim.occupation': known('2022/养老护理员', from),
      'history.receipts': known({ receipts: [] }, from),
    })
    const answers = (await house.within(factsOf)).map(({ body, values }) => ({
      seq: body.position,
      answer: scheme!.program.decide({ ...values, ...claimed(body.level) }),
    }))
    expect(answers.filter(({ answer }) => answer.kind === 'eligible' && answer.effectiveFen === 100_000n)).toHaveLength(
      37,
    )
    expect(
      answers
        .filter(({ answer }) => answer.kind === 'ineligible')
        .map(({ seq }) => seq)
        .sort((a, b) => a - b),
    ).toEqual([6, 8, 12])
  })

  it('cannot be completed twice, and its sheets can no longer be corrected', async () => {
    expect(await refusalOf(complete())).toMatchObject({
      status: 409,
      code: 'class-completed',
      detail: '本班已于 2022-03-28 结业,不能重复结业。请刷新后查看。',
    })
    expect(await refusalOf(sendAttendance(ofClass))).toMatchObject({ status: 409, code: 'class-completed' })
    const { completedOn, obstacles, people } = await muster()
    expect(completedOn).toBe('2022-03-28')
    expect(obstacles).toEqual([])
    expect(people.every(({ musterId }) => musterId !== null)).toBe(true)
  })
})

describe('another class', () => {
  it('is not found by another provider, and not completed by the bureau', async () => {
    const other = await house.within((tx) => givenProvider(tx, house.vault))
    const { classId } = ofClass
    const foreign = house.as(other.actor)
    expect(await refusalOf(foreign.call(musterOfClass, { params: { classId } }))).toMatchObject({ status: 404 })
    expect(await refusalOf(foreign.call(completeClass, { params: { classId } }))).toMatchObject({ status: 404 })
    const clerk = house.as(givenActor('clerk'))
    expect((await clerk.call(musterOfClass, { params: { classId } })).people).toHaveLength(40)
    expect(await refusalOf(clerk.call(completeClass, { params: { classId } }))).toMatchObject({ status: 403 })
  })
})

it('calls its people as its own roster does, though an earlier draft of another provider called them otherwise', async () => {
  const fresh = await givenClosingHouse()
  try {
    const other = await fresh.within((tx) => givenProvider(tx, fresh.vault))
    const draft = await fresh.within((tx) => givenClass(tx, fresh.vault, other))
    const sheet = withoutRows(withCells(await sampleGrid('01'), { B5: '欧阳', B6: '司马' }), 1, 2, 3)
    const first = { params: { classId: draft }, query: { fileName: '草稿.csv' }, file: fileOf(csvOfGrid(sheet)) }
    expect(await fresh.as(other.actor).call(uploadRoster, first)).toMatchObject({ outcome: 'imported', marks: [] })

    const ours = await givenSampleClass(fresh)
    expect(await sendAttendance(ours)).toMatchObject({ outcome: 'imported', marks: [] })
    expect(await sendMarks(ours)).toMatchObject({ outcome: 'imported', marks: [] })
    await ours.someone.call(completeClass, { params: { classId: ours.classId } })
    const { people } = await ours.someone.call(musterOfClass, { params: { classId: ours.classId } })
    const names = new Map(people.map((person) => [person.seq, person]))
    expect([1, 2].map((seq) => names.get(seq)?.maskedName)).toEqual(['王*', '胡*平'])

    const trails = [
      ...attendanceTrails,
      ...completionTrails,
      ...rosterTrails,
      ...markingTrails({ assessments: [classAssessment] }),
      ...credentialTrails({ groups: classCertificates, parametersOn, tellers: [markSheetTeller([classAssessment])] }),
    ]
    await fresh.within(async (tx) => {
      const seen = await walkFrom(tx, trails, { kind: 'muster', id: names.get(1)!.musterId! })
      expect([...seen.keys()].sort()).toEqual([
        'attendance-sheet',
        'attendance-sign',
        'certificate',
        'enrolment',
        'mark',
        'mark-sheet',
        'muster',
        'roster-import',
      ])
      for (const kind of ['attendance-sign', 'certificate', 'enrolment', 'mark', 'muster'])
        expect([kind, seen.get(kind)?.includes('王*')]).toEqual([kind, true])
      expect([...seen.values()].join().match(/欧|司\*/)).toBeNull()
    })
  } finally {
    await fresh.close()
  }
})

/** What the first step of every kind says, walking down from one. */
async function walkFrom(tx: Tx, trails: readonly Trail[], from: { kind: string; id: string }) {
  const seen = new Map<string, string>()
  const waiting = [from]
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const step = seen.has(at.kind) ? undefined : await trails.find(({ kind }) => kind === at.kind)?.describe(tx, at.id)
    if (!step) continue
    seen.set(at.kind, JSON.stringify(step))
    waiting.push(...step.restsOn)
  }
  return seen
}
