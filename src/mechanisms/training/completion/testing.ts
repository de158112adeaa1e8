import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import { setBusinessNow } from '../../../platform/clock/public.ts'
import { sample } from '../../../platform/office/testing.ts'
import { listCodes } from '../../../kernel/reference/public.ts'
import { attendanceRoutes } from '../attendance/routes.ts'
import { uploadAttendance } from '../attendance/contract.ts'
import { lockClass } from '../classes/public-to-room.ts'
import { updateStatus } from '../classes/store.ts'
import { uploadMarks } from '../evaluation/contract.ts'
import { evaluationRoutes } from '../evaluation/routes.ts'
import { uploadRoster } from '../rosters/contract.ts'
import { rosterRoutes } from '../rosters/routes.ts'
import {
  givenClass,
  givenProvider,
  type GivenProvider,
  givenTrainingHouse,
  type Someone,
  type TrainingHouse,
} from '../testing.ts'
import { completionRoutes } from './routes.ts'

/** The training house with everything from the roster to completion. */
export function givenClosingHouse(more: Parameters<typeof givenTrainingHouse>[0] = () => []): Promise<TrainingHouse> {
  return givenTrainingHouse(({ vault, integrity }) => [
    ...more({ vault, integrity }),
    ...rosterRoutes({
      vault,
      integrity,
      personGroups: (tx) => listCodes(tx, 'person-groups'),
      isDemonstration: () => true,
    }),
    ...attendanceRoutes({ vault }),
    ...evaluationRoutes({ vault }),
    ...completionRoutes(),
  ])
}

export type SampleClass = { readonly classId: string; readonly provider: GivenProvider; readonly someone: Someone }

/** The class of sample 01 with its forty people, filed; business time is a day after its certificates were issued. */
export async function givenSampleClass(house: TrainingHouse, name = '丽水市演示职业培训学校'): Promise<SampleClass> {
  const provider = await house.within((tx) => givenProvider(tx, house.vault, { name }))
  const classId = await house.within((tx) => givenClass(tx, house.vault, provider, { plan: { number: '2022年第3期' } }))
  const someone = house.as(provider.actor)
  const roster = { params: { classId }, query: { fileName: '01-花名册-规范.xlsx' }, file: fileOf(sample('01')) }
  const outcome = await someone.call(uploadRoster, roster)
  if (outcome.outcome !== 'imported') throw new Error(JSON.stringify(outcome.marks))
  await house.within((tx) => updateStatus(tx, classId, { status: 'filed' }))
  await atTime(house, '2022-03-28T09:00:00+08:00')
  return { classId, provider, someone }
}

/**
 * Does these things at one moment: the class is held until every one of them waits for it. Without waiting for the class
 * they would all see what was before the first of them.
 */
export async function atOnce<T>(
  house: TrainingHouse,
  { classId, provider }: SampleClass,
  things: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  // Read in a transaction of its own each time: one transaction sees one picture of who waits.
  const waiting = () =>
    house.within(async (tx) => {
      const { rows } = await sql<{ count: bigint }>`select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(tx.db)
      return Number(rows[0]?.count)
    })
  const { done } = await house.within(async (tx) => {
    await lockClass(tx, provider.actor, classId)
    const doing = Promise.allSettled(things.map((thing) => thing()))
    while ((await waiting()) < things.length) await setTimeout(20)
    return { done: doing }
  })
  return done
}

export function atTime(house: TrainingHouse, instant: string): Promise<void> {
  return house.within((tx) => setBusinessNow(tx, new Date(instant)))
}

export function fileOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)])
}

export function sendAttendance({ someone, classId }: SampleClass, bytes = sample('05'), fileName = '05-考勤表.xlsx') {
  return someone.call(uploadAttendance, { params: { classId }, query: { fileName }, file: fileOf(bytes) })
}

export function sendMarks(
  { someone, classId }: SampleClass,
  bytes = sample('06'),
  query: { fileName?: string; issuedOn?: string } = {},
) {
  return someone.call(uploadMarks, {
    params: { classId },
    query: { fileName: '06-成绩登记表.xlsx', issuedOn: '2022-03-25', ...query },
    file: fileOf(bytes),
  })
}

/** What a refusal said, with its items. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ status: number; code: string; detail: string; items: string[] }> {
  try {
    await work
  } catch (error) {
    const { problem } = error as {
      problem?: { status: number; code: string; detail: string; items: { detail: string }[] }
    }
    if (problem) return { ...problem, items: problem.items.map((item) => item.detail) }
    throw error
  }
  throw new Error('it was not refused')
}

export const zh = (sentences: readonly Sentence[]) => sentences.map((sentence) => sentence.zh)
