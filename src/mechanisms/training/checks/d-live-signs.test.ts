import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import type { Check } from '../../../kernel/record/public.ts'
import { civilDate, newId } from '../../../kernel/values/public.ts'
import { listSheets } from '../attendance/store.ts'
import { updateStatus } from '../classes/store.ts'
import { insertMusters } from '../completion/store.ts'
import { atTime } from '../completion/testing.ts'
import { drawSheet } from '../live/drawing.ts'
import { insertStrike, listLiveSigns, type LiveSign } from '../live/sign-store.ts'
import { type LiveSession, updatePhase } from '../live/store.ts'
import { givenDevice, givenLiveSession, givenLiveSign } from '../live/testing.ts'
import { listRoster } from '../rosters/listing.ts'
import {
  askCheck,
  givenClass,
  givenProvider,
  givenSigned,
  type GivenProvider,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { listSessions, type SessionRow } from '../timetable/store.ts'
import { signedInTimeCheck } from './d03-signed-in-time.ts'
import { ownDeviceCheck } from './d04-own-device.ts'
import { rhythmCheck } from './d05-rhythm.ts'
import { lateEntryCheck } from './d11-late-entry.ts'
import { correctionsCheck } from './d12-corrections.ts'

const DAY = '2022-03-07'
const PEOPLE = 16
let house: TrainingHouse
let provider: GivenProvider
let classId = ''
let morning: SessionRow
let live: LiveSession
let everybody: { enrolmentId: string; personId: string }[] = []

const within = <T>(work: (tx: Tx) => Promise<T>) => house.within(work)
const at = (time: string, day = DAY) => new Date(`${day}T${time}+08:00`)
const ask = (check: Check, of = classId) => askCheck(house, check, of, { now: `${DAY}T18:00:00+08:00` })
const outcomes = async (check: Check) => [...new Set((await ask(check)).map(({ outcome }) => outcome))]

async function taught(): Promise<string> {
  const id = await within((tx) =>
    givenClass(tx, house.vault, provider, {
      people: PEOPLE,
      plan: { startsOn: civilDate(DAY), endsOn: civilDate(DAY) },
      sessions: [session(provider, DAY, '08:30', '11:30')],
    }),
  )
  await within((tx) => updateStatus(tx, id, { status: 'filed' }))
  return id
}

beforeAll(async () => {
  house = await givenTrainingHouse()
})
afterAll(() => house?.close())

beforeEach(async () => {
  provider = await within((tx) => givenProvider(tx, house.vault))
  classId = await taught()
  morning = (await within((tx) => listSessions(tx, classId)))[0]!
  everybody = await within((tx) => listRoster(tx, classId))
  await atTime(house, `${DAY}T17:00:00+08:00`)
})

const opened = async () => {
  live = await within((tx) => givenLiveSession(tx, { classId, sessionId: morning.id, at: at('08:25:00') }))
}
const sign = (who: number, over: Partial<LiveSign> = {}) =>
  within((tx) => givenLiveSign(tx, live, { enrolmentId: everybody[who]!.enrolmentId, ...over }))
/** Everybody on a phone of their own, as people come: further apart each time. */
const everybodySigns = async () => {
  await opened()
  for (const who of everybody.keys())
    await sign(who, { signedAt: new Date(at('08:21:00').getTime() + who * 20_000 + who * who * 700) })
}
const drawn = async () => {
  await within((tx) => updatePhase(tx, live.id, 'closed'))
  await within((tx) => drawSheet(tx, house.vault, classId, { by: provider.actor, now: tx.now }))
}

describe('a class that signed as people do', () => {
  it('passes them all', async () => {
    await everybodySigns()
    await drawn()
    for (const check of [signedInTimeCheck, ownDeviceCheck, rhythmCheck, lateEntryCheck, correctionsCheck])
      expect([check.id, ...(await outcomes(check))]).toEqual([check.id, 'passed'])
  })
})

describe('a class on paper alone', () => {
  it('is told that phones and rhythm do not apply; without any attendance that nothing is known', async () => {
    expect(await outcomes(ownDeviceCheck)).toEqual(['unavailable'])
    expect(await outcomes(rhythmCheck)).toEqual(['unavailable'])
    await onPaper()
    expect((await ask(ownDeviceCheck))[0]).toMatchObject({
      outcome: 'not-applicable',
      zh: '本班用纸质考勤,没有现场签到,这一项不适用',
    })
    expect(await outcomes(rhythmCheck)).toEqual(['not-applicable'])
  })
})

/** A sheet that signs everybody in, handed in at business time now. */
const onPaper = () => within((tx) => givenSigned(tx, house.vault, classId, tx.now))

describe('D03', () => {
  it('holds whoever counts though their sign was struck after the sheet was drawn', async () => {
    await everybodySigns()
    await drawn()
    const signs = await within((tx) => listLiveSigns(tx, live.id))
    const first = signs.find(({ enrolmentId }) => enrolmentId === everybody[0]!.enrolmentId)!
    const by = { accountId: newId(), personId: newId(), device: givenDevice('tablet') }
    await within((tx) => insertStrike(tx, { id: newId(), signId: first.id, reason: '误点', businessAt: tx.now, ...by }))
    const answers = await ask(signedInTimeCheck)
    expect(answers[0]).toMatchObject({
      outcome: 'failed',
      zh: '2022-03-07 08:30计了出勤,但没有有效的签到。请培训机构提出考勤更正,或说明原因、附上材料',
      evidence: [{ kind: 'attendance-sign' }],
    })
    expect(answers.slice(1).map(({ outcome }) => outcome)).toEqual(Array(PEOPLE - 1).fill('passed'))
  })
})

describe('D04', () => {
  it('holds both who signed on one phone, with both signs, and nobody else', async () => {
    await everybodySigns()
    await drawn()
    const other = classId
    // The same phone in a class of another day: two people are two people wherever they sit.
    classId = await taught()
    morning = (await within((tx) => listSessions(tx, classId)))[0]!
    const phone = givenDevice(everybody[3]!.enrolmentId)
    everybody = await within((tx) => listRoster(tx, classId))
    await opened()
    await sign(0, { device: phone })
    await sign(1)
    const here = await ask(ownDeviceCheck)
    expect(here[0]).toMatchObject({ outcome: 'failed', evidence: [{ kind: 'live-sign' }, { kind: 'live-sign' }] })
    expect(here[0]?.zh).toMatch(/^同一部手机\(尾号 [0-9A-F]{6}\)为 2 人签过到/)
    expect(here[1]).toMatchObject({ outcome: 'passed' })
    expect((await ask(ownDeviceCheck, other)).map(({ outcome }) => outcome).indexOf('failed')).toBe(3)
  })

  it('holds who signed as themself on the instructor’s tablet, and nobody the instructor signed for', async () => {
    await opened()
    await sign(0, { device: givenDevice('tablet') })
    for (const who of [1, 2, 3]) await sign(who, { method: who === 1 ? 'assisted' : 'roll-call' })
    const answers = await ask(ownDeviceCheck)
    expect(answers.slice(0, 4).map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'passed', 'passed'])
    expect(answers[0]?.zh).toContain('用教师的设备')
  })
})

describe('D05', () => {
  it('flags people who sign every two seconds, and says from when', async () => {
    await opened()
    for (const who of everybody.keys())
      await sign(who, { signedAt: new Date(at('08:26:00').getTime() + who * 2000 + who * who) })
    const [answer] = await ask(rhythmCheck)
    expect(answer).toMatchObject({
      outcome: 'failed',
      evidence: [{ kind: 'live-sign' }, { kind: 'live-session' }, {}, {}],
    })
    expect(answer?.zh).toContain('2022-03-07 08:26:00 起 16 人连续签到,每人只隔 1 至 3 秒')
  })

  it('flags one beat, however slow', async () => {
    await opened()
    for (const who of everybody.keys()) await sign(who, { signedAt: new Date(at('08:21:00').getTime() + who * 20_000) })
    expect((await ask(rhythmCheck))[0]?.zh).toBe('2022-03-07 08:21:00 起 16 人签到的间隔完全相同,请核对是否由程序签到')
  })

  it('does not flag a roll-call', async () => {
    await opened()
    for (const who of everybody.keys())
      await sign(who, { method: 'roll-call', signedAt: new Date(at('08:21:00').getTime() + who * 2000) })
    expect(await outcomes(rhythmCheck)).toEqual(['passed'])
  })
})

describe('D11', () => {
  it('flags a sheet that came late, by the days of the county', async () => {
    await atTime(house, '2022-04-06T09:00:00+08:00')
    await onPaper()
    expect(await outcomes(lateEntryCheck)).toEqual(['passed'])
    classId = await taught()
    await atTime(house, '2022-04-07T09:00:00+08:00')
    await onPaper()
    expect((await ask(lateEntryCheck))[0]).toMatchObject({
      outcome: 'failed',
      zh: '考勤表 2022-04-07 才报送,距班级结束 31 天(超过 30 天)。请对照签到原件核对',
      evidence: [{ kind: 'attendance-sheet' }],
    })
  })

  it('flags a sheet of paper that came two weeks after the class and within a day of its completion', async () => {
    const completedHoursLater = async (brought: string, hours: number) => {
      classId = await taught()
      const [one] = await within((tx) => listRoster(tx, classId))
      await atTime(house, `${brought}T09:00:00+08:00`)
      await onPaper()
      await within(async (tx) => {
        const [sheet] = await listSheets(tx, classId)
        const at = new Date(sheet!.businessAt.getTime() + hours * 3_600_000)
        const of = { id: newId(), classId, enrolmentId: one!.enrolmentId, sheetId: sheet!.id, businessAt: at }
        await insertMusters(tx, [
          { ...of, plannedSessions: 1, attendedSessions: 1, plannedMinutes: 180, attendedMinutes: 180 },
        ])
      })
      return (await ask(lateEntryCheck))[0]!
    }
    expect(await completedHoursLater('2022-03-22', 23)).toMatchObject({
      outcome: 'failed',
      zh: '考勤表 2022-03-22 报送,距班级结束 15 天,报送后 24 小时内就确认结业。请对照签到原件核对',
      evidence: [{ kind: 'attendance-sheet' }],
    })
    // A day later, or two weeks to the day, is in time.
    expect((await completedHoursLater('2022-03-22', 24)).outcome).toBe('passed')
    expect((await completedHoursLater('2022-03-21', 1)).outcome).toBe('passed')
  })

  it('flags a session opened on another day', async () => {
    live = await within((tx) =>
      givenLiveSession(tx, { classId, sessionId: morning.id, at: at('08:25:00', '2022-03-09') }),
    )
    await sign(0)
    await drawn()
    expect((await ask(lateEntryCheck))[0]?.zh).toBe(
      '2022-03-07 的课次在 2022-03-09 才开始签到,不是当天。请核对当天是否上课',
    )
  })
})

describe('D12', () => {
  it('holds a class whose paper credits sessions for which nobody signed live', async () => {
    await opened()
    await sign(0)
    await onPaper()
    expect((await ask(correctionsCheck))[0]).toMatchObject({
      outcome: 'failed',
      zh: '16 次签到中人工更正 15 次,超过 5%。请逐条核对更正材料;查清以前全班暂缓;纸质考勤表把 15 次没有现场签到的课次记成出勤',
    })
    expect((await ask(signedInTimeCheck)).filter(({ outcome }) => outcome === 'failed')).toHaveLength(15)
  })
})
