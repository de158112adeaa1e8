import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { listDecidedFacts, listFacts } from '../kernel/policy/public.ts'
import { listActs, type TrailPlace } from '../kernel/record/public.ts'
import {
  addAmendmentEvidence,
  amendmentsOfClass,
  amendmentsToAnswer,
  answerAmendment,
  openAmendmentEvidence,
  proposeAmendment,
} from '../mechanisms/training/amendments/contract.ts'
import { musterOfClass } from '../mechanisms/training/completion/contract.ts'
import { CompletionBody, TRAINING_COMPLETED } from '../mechanisms/training/completion/fact-body.ts'
import {
  addInspectionPhoto,
  confirmInspection,
  inspectionsOfClass,
  openInspectionPhoto,
  recordInspection,
} from '../mechanisms/training/inspections/contract.ts'
import { providerTimeline } from '../kernel/record/timelines/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import type { Tx } from '../platform/db/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let reviewer: Someone
let classId = ''

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(house.connection.db, LIANDU, work)
const params = () => ({ params: { classId } })
const picture = (n = 1) => new Blob([new Uint8Array(givenPng(n))])

beforeAll(async () => {
  house = await givenHouse()
  ;[school, clerk, reviewer] = (await Promise.all(['school', 'clerk', 'reviewer'].map((name) => house.as(name)))) as [
    Someone,
    Someone,
    Someone,
  ]
  classId = await givenTaughtClass(house, school, clerk)
}, 120_000)
afterAll(() => house.close())

async function refused(work: Promise<unknown>): Promise<{ code: string; said: string[] }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, detail, items } = error.problem
    return { code, said: [detail, ...items.map((item) => item.detail)] }
  }
  throw new Error('it was not refused')
}

const muster = () => school.call(musterOfClass, params())
const person = async (seq: number) => (await muster()).people.find((each) => each.seq === seq)!
const openClaims = async () =>
  (await clerk.call(listClaims, { query: {} })).items.filter(({ status }) => status !== 'returned')
const facts = () => within((tx) => listFacts(tx, classId, TRAINING_COMPLETED))
const factOf = async (enrolmentId: string) => (await facts()).find(({ subjectId }) => subjectId === enrolmentId)!

async function evidence(): Promise<string> {
  const sent = { ...params(), query: { fileName: '点名册.png' }, file: picture() }
  return (await school.call(addAmendmentEvidence, sent)).evidenceId
}

/** Every sign and sheet as they are in the database. */
async function rows(): Promise<Map<string, string>> {
  const { rows: kept } = await within((tx) =>
    tx.db
      .selectFrom('training.attendance_signs')
      .selectAll()
      .where('district', '=', LIANDU)
      .execute()
      .then((all) => ({ rows: all })),
  )
  return new Map(kept.map((row) => [row.id, JSON.stringify(row)]))
}

describe('an amendment of attendance', () => {
  let signIds: string[] = []
  let enrolmentId = ''
  let before: Map<string, string>
  let amendmentId = ''

  it('is proposed by the provider with evidence; every problem is told at once', async () => {
    const six = await person(6)
    enrolmentId = six.enrolmentId
    const absent = six.signs.flatMap((sign) => (sign && sign.credit === 'absent' ? [sign.id] : []))
    signIds = absent.slice(0, 8)
    const reason = '教师点名册上有本人签字,录入时漏记'
    const wanted = signIds.map((signId) => ({ signId, becomes: 'present' as const }))
    const present = six.signs.find((sign) => sign?.credit === 'present')!.id
    const bad = [...wanted, { signId: present, becomes: 'present' as const }]
    const wrong = { ...params(), body: { signs: bad, reason, evidenceId: six.enrolmentId } }
    expect(await refused(school.call(proposeAmendment, wrong))).toEqual({
      code: 'amendment',
      said: ['更正没有提出,请改正下面各处。', '第 9 项现在就是“出勤”,不用更正', '没有这份更正材料,请重新上传'],
    })
    const body = { signs: wanted, reason, evidenceId: await evidence() }
    amendmentId = (await school.call(proposeAmendment, { ...params(), body })).id
    expect((await refused(school.call(proposeAmendment, { ...params(), body }))).code).toBe('amendment-waits')
    // Nothing follows from it yet.
    expect(await muster()).toMatchObject({ attendance: { version: 1 }, changed: 0 })
  })

  it('is confirmed by the bureau’s clerk and becomes the next version; the old one is as it was', async () => {
    before = await rows()
    const { amendments } = await clerk.call(amendmentsToAnswer)
    expect(amendments).toMatchObject([
      { id: amendmentId, mayAnswer: true, version: 1, signs: signIds.map(() => ({ seq: 6, was: 'absent' })) },
    ])
    const opened = (await clerk.call(openAmendmentEvidence, { params: { amendmentId } })) as Blob
    expect(opened.size).toBe(picture().size)
    const declined = { params: { amendmentId }, body: { outcome: 'declined' as const, reason: '' } }
    expect((await refused(clerk.call(answerAmendment, declined))).said[0]).toContain('不予更正须写明理由')

    const claims = await openClaims()
    expect(claims).toHaveLength(1)
    const answered = await clerk.call(answerAmendment, {
      params: { amendmentId },
      body: { outcome: 'confirmed', reason: '' },
    })
    expect(answered.version).toBe(2)
    const again = { params: { amendmentId }, body: { outcome: 'confirmed' as const, reason: '' } }
    expect((await refused(clerk.call(answerAmendment, again))).code).toBe('amendment-answered')

    const after = await rows()
    for (const [id, row] of before) expect(after.get(id)).toBe(row)
    expect(after.size).toBe(2 * before.size)
    const acts = await within((tx) => listActs(tx, 'amendment', amendmentId))
    expect(acts.map(({ act }) => act)).toEqual([
      'attendance.amendment-proposed',
      'attendance.amendment-evidence-opened',
      'attendance.amendment-confirmed',
    ])
  })

  it('marks what changed since the version before, and nothing else', async () => {
    const shown = await muster()
    expect(shown).toMatchObject({ attendance: { version: 2 }, changed: signIds.length })
    const changed = shown.people.flatMap(({ seq, signs }) =>
      signs.flatMap((sign) => (sign?.was ? [[seq, sign.was]] : [])),
    )
    expect(changed).toEqual(signIds.map(() => [6, 'absent']))
    expect((await person(6)).attended).toMatchObject({ attendedSessions: 17, plannedSessions: 20 })
  })

  it('is a new fact of the person concerned alone, which cites the new version', async () => {
    const fact = await factOf(enrolmentId)
    const body = CompletionBody.parse(fact.body)
    const { attendance } = await muster()
    expect([fact.version, body.attendedSessions, body.attendanceSheetId]).toEqual([2, 17, attendance!.sheetId])
    const others = (await facts()).filter(({ subjectId }) => subjectId !== enrolmentId)
    expect(new Set(others.map(({ version }) => version))).toEqual(new Set([1]))
  })

  it('makes the open claim anew, with what was amended, and whoever is due now among its people', async () => {
    const [old] = await openClaims()
    await house.outbox.drain(LIANDU)
    const claims = await openClaims()
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({ number: `${old!.number}R2`, status: 'assembled' })
    expect(claims[0]!.headCount).toBe(old!.headCount + 1)
    const decided = await within((tx) =>
      tx.db
        .selectFrom('funds.claim_people')
        .select('decision_id')
        .where('district', '=', LIANDU)
        .where('claim_id', '=', claims[0]!.id)
        .execute(),
    )
    const of = await within((tx) =>
      listDecidedFacts(
        tx,
        decided.map((row) => row.decision_id),
      ),
    )
    expect([...of.values()].find(({ subjectId }) => subjectId === enrolmentId)?.version).toBe(2)
  })

  it('leads from the new sign over the amendment to the sign it was, and back', async () => {
    const shown = await person(6)
    const amended = shown.signs.find((sign) => sign?.was)!
    const step = (place: TrailPlace) => within((tx) => house.walking.step(tx, place, null))
    const sign = await step({ kind: 'attendance-sign', id: amended.id })
    expect(sign?.restsOn).toContainEqual(expect.objectContaining({ kind: 'amendment', id: amendmentId }))
    const amendment = await step({ kind: 'amendment', id: amendmentId })
    expect(amendment?.restsOn.map(({ id }) => id).toSorted()).toEqual(signIds.toSorted())
    expect(amendment?.leadsTo.map(({ id }) => id)).toContain(amended.id)
    const repeated = shown.signs.find((each) => each && !each.was)!
    const same = await step({ kind: 'attendance-sign', id: repeated.id })
    const former = same!.restsOn.find(({ kind }) => kind === 'attendance-sign')!
    const back = await step(former)
    expect(back?.leadsTo).toContainEqual(expect.objectContaining({ kind: 'attendance-sign', id: repeated.id }))
  })

  it('is one version after another, whatever is declined between', async () => {
    const becomes = 'late' as const
    const propose = async () => {
      const sign = (await person(7)).signs.find((each) => each && each.credit !== 'late')!
      const body = {
        signs: [{ signId: sign.id, becomes }],
        reason: '当天迟到,误记为出勤',
        evidenceId: await evidence(),
      }
      return (await school.call(proposeAmendment, { ...params(), body })).id
    }
    const answer = (id: string, outcome: 'confirmed' | 'declined') =>
      clerk.call(answerAmendment, { params: { amendmentId: id }, body: { outcome, reason: '没有签字,不予更正' } })
    expect((await answer(await propose(), 'declined')).version).toBeNull()
    expect((await answer(await propose(), 'confirmed')).version).toBe(3)
    expect((await answer(await propose(), 'confirmed')).version).toBe(4)
    await house.outbox.drain(LIANDU)
    const { amendments } = await school.call(amendmentsOfClass, params())
    expect(amendments.map((each) => [each.version, each.answer?.outcome, each.answer?.version])).toEqual([
      [3, 'confirmed', 4],
      [2, 'confirmed', 3],
      [2, 'declined', null],
      [1, 'confirmed', 2],
    ])
    const fact = await factOf((await person(7)).enrolmentId)
    expect(fact.version).toBe(3)
  })

  it('is kept by the database: nothing of a version is changed, and nobody answers their own', async () => {
    const tables = ['attendance_signs', 'attendance_sheets', 'amendments', 'amendment_lines', 'amendment_answers']
    for (const table of tables) {
      const asked = sql.table(`training.${table}`)
      await expect(
        within(async (tx) => {
          await sql`update ${asked} set district = district where district = ${LIANDU}`.execute(tx.db)
        }),
      ).rejects.toThrow(/permission denied/)
    }
    const owner = new pg.Client({ connectionString: house.database.superuserUrl })
    await owner.connect()
    await expect(
      owner.query('update training.amendment_answers set person_id = proposer_person_id where district = $1', [LIANDU]),
    ).rejects.toThrow(/nobody_answers_their_own_amendment/)
    await owner.end()
  })

  it('is refused with a sentence once the money is approved, until it is paid', async () => {
    const claim = (await openClaims())[0]!
    const owner = new pg.Client({ connectionString: house.database.superuserUrl })
    await owner.connect()
    const setStatus = (status: string) =>
      owner.query('update funds.claims set status = $1 where district = $2 and id = $3', [status, LIANDU, claim.id])
    const why = async () => (await school.call(amendmentsOfClass, params())).mayNot?.zh
    expect(await why()).toBeUndefined()
    await setStatus('approved')
    expect(await why()).toContain('请先由复核或财务退回这张申领单')
    await setStatus('batched')
    expect(await why()).toContain('差额补发或追回')
    await setStatus('paid')
    expect(await why()).toBeUndefined()
    await setStatus('batched')
    const sign = (await person(8)).signs[0]!
    const becomes = sign.credit === 'late' ? ('present' as const) : ('late' as const)
    const body = { signs: [{ signId: sign.id, becomes }], reason: '当天迟到,误记', evidenceId: await evidence() }
    expect((await refused(school.call(proposeAmendment, { ...params(), body }))).code).toBe('money-moved-on')
    await setStatus(claim.status)
    await owner.end()
  })
})

describe('an inspection on the spot', () => {
  let inspectionId = ''
  const record =
    (by: Someone, over: Partial<{ at: string; headCount: number }> = {}) =>
    async () => {
      const { sessions } = await by.call(inspectionsOfClass, params())
      const sessionId = sessions.find((each) => each.day === '2022-03-08' && each.from === '08:30')!.id
      const body = { sessionId, at: '09:40', headCount: 20, note: '部分学员不在教室', ...over }
      return by.call(recordInspection, { ...params(), body })
    }

  it('is recorded within the session and confirmed by another person; the count is set against the signs', async () => {
    expect((await refused(record(clerk, { at: '12:40', headCount: 400 })())).said).toEqual([
      '现场检查没有登记,请改正下面各处。',
      '清点时间不在这次课内,应在 08:30 至 11:30 之间',
      '实到人数多于花名册的 40 人,请只清点本班学员',
    ])
    inspectionId = (await record(clerk)()).id
    const one = { params: { classId, inspectionId } }
    expect((await refused(clerk.call(confirmInspection, one))).code).toBe('same-inspector')
    const waiting = (await reviewer.call(inspectionsOfClass, params())).inspections[0]
    expect(waiting).toMatchObject({ id: inspectionId, confirmed: null, mayConfirm: true, short: true })
    await reviewer.call(confirmInspection, one)
    expect((await refused(reviewer.call(confirmInspection, one))).code).toBe('inspection-confirmed')
    const sent = { ...one, query: { fileName: '现场.png' }, file: picture(2) }
    const { id: photoId } = await clerk.call(addInspectionPhoto, sent)
    const bytes = (await reviewer.call(openInspectionPhoto, { params: { classId, inspectionId, photoId } })) as Blob
    expect(bytes.size).toBe(picture(2).size)
  })

  it('is on the timeline of the provider and rests on its session', async () => {
    const organisationId = (await openClaims())[0]!.organisationId
    const told = await clerk.call(providerTimeline, { params: { organisationId }, query: {} })
    expect(told.items.map(({ opens }) => opens?.id)).toContain(inspectionId)
    const step = await within((tx) => house.walking.step(tx, { kind: 'inspection', id: inspectionId }, null))
    expect(step?.restsOn).toMatchObject([{ kind: 'session' }])
    const session = await within((tx) => house.walking.step(tx, step!.restsOn[0]!, null))
    expect(session?.leadsTo).toContainEqual(expect.objectContaining({ kind: 'inspection', id: inspectionId }))
  })

  it('that found far fewer people than had signed holds the whole class and opens a case, from then on', async () => {
    await house.outbox.drain(LIANDU)
    const found = await within((tx) =>
      tx.db
        .selectFrom('integrity.cases as c')
        .innerJoin('integrity.case_evidence as e', (join) =>
          join.onRef('e.district', '=', 'c.district').onRef('e.case_id', '=', 'c.id'),
        )
        .select(['c.check_id', 'c.group_id', 'e.trail_kind', 'e.trail_id'])
        .where('c.district', '=', LIANDU)
        .where('e.trail_kind', '=', 'inspection')
        .execute(),
    )
    expect(found).toEqual([{ check_id: 'D10', group_id: classId, trail_kind: 'inspection', trail_id: inspectionId }])
  })
})
