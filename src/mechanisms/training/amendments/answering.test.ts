import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenPng } from '../../../kernel/credentials/look-ups/testing.ts'
import { musterOfClass } from '../completion/contract.ts'
import {
  givenClosingHouse,
  givenSampleClass,
  refusalOf,
  type SampleClass,
  sendAttendance,
} from '../completion/testing.ts'
import { correctionsCheck } from '../checks/d12-corrections.ts'
import { askCheck, givenActor, type TrainingHouse } from '../testing.ts'
import { addAmendmentEvidence, amendmentsToAnswer, answerAmendment, proposeAmendment } from './contract.ts'
import { amendmentRoutes } from './routes.ts'

let house: TrainingHouse
let sample: SampleClass
let amendmentId = ''

beforeAll(async () => {
  house = await givenClosingHouse(({ vault }) => amendmentRoutes({ vault }))
  sample = await givenSampleClass(house)
  await sendAttendance(sample)
  const { someone, classId } = sample
  const params = { classId }
  const { people } = await someone.call(musterOfClass, { params })
  const absent = people.flatMap(({ signs }) => signs).find((sign) => sign?.credit === 'absent')!
  const photo = { query: { fileName: '点名册.png' }, file: new Blob([new Uint8Array(givenPng(1))]) }
  const { evidenceId } = await someone.call(addAmendmentEvidence, { params, ...photo })
  const signs = [{ signId: absent.id, becomes: 'present' as const }]
  amendmentId = (await someone.call(proposeAmendment, { params, body: { signs, reason: '录入时漏记', evidenceId } })).id
})
afterAll(() => house.close())

const answering = (as: ReturnType<TrainingHouse['as']>) =>
  as.call(answerAmendment, { params: { amendmentId }, body: { outcome: 'confirmed', reason: '' } })
const instructor = (personId?: string, organisationId = sample.provider.organisationId) =>
  house.as(givenActor('instructor', { organisationId, ...(personId ? { personId } : {}) }))

describe('who answers an amendment', () => {
  it('is nobody who proposed it, whatever account they use', async () => {
    const { personId } = sample.provider.actor
    expect((await refusalOf(answering(instructor(personId)))).code).toBe('own-amendment')
    expect((await refusalOf(answering(house.as(givenActor('clerk', { personId }))))).code).toBe('own-amendment')
  })

  it('is no clerk who teaches the class, and no instructor of other sessions', async () => {
    const teacher = house.as(givenActor('clerk', { personId: sample.provider.instructorPersonId }))
    expect((await refusalOf(answering(teacher))).code).toBe('own-class')
    const colleague = instructor()
    expect((await refusalOf(answering(colleague))).code).toBe('not-your-sessions')
    expect((await colleague.call(amendmentsToAnswer)).amendments).toEqual([])
  })

  it('is nobody of another organisation: to them it does not exist', async () => {
    const { instructorPersonId } = sample.provider
    const elsewhere = instructor(instructorPersonId, givenActor('instructor').personId)
    expect((await refusalOf(answering(elsewhere))).status).toBe(404)
  })

  it('is the instructor of its sessions: before completion too it becomes the next version', async () => {
    const teacher = instructor(sample.provider.instructorPersonId)
    expect((await teacher.call(amendmentsToAnswer)).amendments).toMatchObject([{ id: amendmentId, mayAnswer: true }])
    expect((await answering(teacher)).version).toBe(2)
    const { params } = { params: { classId: sample.classId } }
    expect(await sample.someone.call(musterOfClass, { params })).toMatchObject({
      attendance: { version: 2 },
      changed: 1,
    })
  })
})

describe('D12', () => {
  it('holds a class that pays its provider, once its own side has made attendance count; where people are paid it passes', async () => {
    const ask = async () => (await askCheck(house, correctionsCheck, sample.classId))[0]!
    expect(await ask()).toMatchObject({ outcome: 'passed' })
    const superuser = new pg.Client({ connectionString: house.superuserUrl })
    await superuser.connect()
    await superuser.query("update training.classes set payee = 'provider' where id = $1", [sample.classId])
    const held = await ask()
    expect(held).toMatchObject({
      outcome: 'failed',
      zh: '1 次改成计出勤的更正由机构一方自己提出、自己确认,而补贴付给该机构。请经办人员对照材料重新核实;查清以前全班暂缓',
    })
    expect(held.evidence.map(({ kind }) => kind)).toEqual(['amendment', 'attendance-sheet'])
    // The same word of the bureau's is no own side.
    await superuser.query("update training.amendment_answers set side = 'bureau' where amendment_id = $1", [
      amendmentId,
    ])
    expect(await ask()).toMatchObject({ outcome: 'passed' })
    await superuser.end()
  })
})
