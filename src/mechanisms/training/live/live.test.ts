import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openIdentityNumbers } from '../../../kernel/people/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { attendanceTrails } from '../attendance/trails.ts'
import { findLatestSheet, listSigns } from '../attendance/store.ts'
import { findClass, updateStatus } from '../classes/store.ts'
import { gatherResults } from '../completion/results.ts'
import { atTime } from '../completion/testing.ts'
import { listRoster } from '../rosters/listing.ts'
import {
  givenActor,
  givenClass,
  givenPerson,
  givenProvider,
  type GivenProvider,
  givenSigned,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { listSessions, type SessionRow } from '../timetable/store.ts'
import { codeAt, digitsAt, type SignPhase } from './code.ts'
import { closeAndDraw, drawSheet, drawWhenOver } from './drawing.ts'
import {
  addPhoto,
  callRoll,
  getHeld,
  type Holding,
  moveSession,
  openSession,
  sessionsToday,
  signAssisted,
  signByCard,
  strikeSign,
} from './holding.ts'
import { givePass, readSeen, seeCode, seeDigits, signSelf, whosePhone } from './signing.ts'
import { stateOf } from './state.ts'
import { endPasses, sweepLive } from './pass-store.ts'
import { findLiveSessionOf, listLiveEvents, lockLiveSession } from './store.ts'
import { listLiveSigns, listSignsDrawnFrom } from './sign-store.ts'
import { listPhotos } from './photo-store.ts'
import { listRefusalsOfClass } from './refusal-store.ts'
import { trainingWays } from '../ways.ts'
import { liveTrails } from './trails.ts'
import { givenDevice } from './testing.ts'
import { ASSIST_REASONS } from './words.ts'

const DAY = '2022-03-07'
const PEOPLE = 5
const IN: SignPhase = 'in'

let house: TrainingHouse
let provider: GivenProvider
let instructor: Actor
let classId = ''
let morning: SessionRow
let afternoon: SessionRow
let everybody: { enrolmentId: string; personId: string }[] = []

const within = <T>(work: (tx: Tx) => Promise<T>) => house.within(work)
/** Half a minute past it: the clock is moved by whole seconds. */
const at = (time: string, day = DAY) => atTime(house, `${day}T${time}:30+08:00`)

beforeAll(async () => {
  house = await givenTrainingHouse()
})
afterAll(() => house?.close())

/** A class of one day with a morning and an afternoon, five people, on file; it is 8:25. */
beforeEach(async () => {
  provider = await within((tx) => givenProvider(tx, house.vault))
  instructor = givenActor('instructor', {
    organisationId: provider.organisationId,
    personId: provider.instructorPersonId,
  })
  classId = await within((tx) =>
    givenClass(tx, house.vault, provider, {
      people: PEOPLE,
      plan: { startsOn: civilDate(DAY), endsOn: civilDate(DAY) },
      sessions: [session(provider, DAY, '08:30', '11:30'), session(provider, DAY, '13:30', '16:30')],
    }),
  )
  await within((tx) => updateStatus(tx, classId, { status: 'filed' }))
  ;[morning, afternoon] = (await within((tx) => listSessions(tx, classId))) as [SessionRow, SessionRow]
  everybody = await within((tx) => listRoster(tx, classId))
  await at('08:25')
})

const holding = (tx: Tx, actor = instructor): Holding => ({
  actor,
  device: givenDevice('tablet'),
  deviceAt: null,
  now: tx.now,
})
const open = (which = morning, actor = instructor) => within((tx) => openSession(tx, holding(tx, actor), which.id))
const move = (to: 'in' | 'out' | 'closed', which = morning) =>
  within((tx) => moveSession(tx, holding(tx), which.id, to))
const live = async (which = morning) => (await within((tx) => findLiveSessionOf(tx, which.id)))!
const standing = async (which = morning) => {
  const held = await live(which)
  return (await within((tx) => stateOf(tx, held))).people
}

/** Scans what the screen shows and signs, on a phone of one's own unless said otherwise. */
async function scan(
  who: number,
  { phone = `phone ${who}`, phase = IN, which = morning, ago = 0 } = {},
): Promise<{ outcome: string; zh: string; at?: string; late?: number }> {
  const device = givenDevice(phone)
  const code = codeAt(house.vault, { district: 331102, liveSessionId: (await live(which)).id, phase }, Date.now() - ago)
  return within(async (tx) => {
    const seen = await seeCode(tx, house.vault, { code, device })
    if (seen.outcome === 'refused') return { outcome: seen.outcome, zh: seen.sentence.zh }
    const read = await readSeen(tx, house.vault, { ticket: seen.ticket, device })
    if (read.outcome === 'refused') return { outcome: read.outcome, zh: read.sentence.zh }
    const signed = await signSelf(tx, { ticket: read.read, personId: everybody[who]!.personId, device, deviceAt: null })
    if (signed.outcome === 'refused') return { outcome: signed.outcome, zh: signed.sentence.zh }
    return { outcome: signed.outcome, zh: signed.maskedName, at: signed.at, late: signed.minutesLate }
  })
}

describe('who holds a session', () => {
  it('is its instructor, on the day, and the provider; nobody else finds it', async () => {
    expect((await within((tx) => sessionsToday(tx, holding(tx)))).map(({ id }) => id)).toEqual([
      morning.id,
      afternoon.id,
    ])
    await within((tx) => getHeld(tx, provider.actor, morning.id))
    const colleague = givenActor('instructor', { organisationId: provider.organisationId })
    expect(await within((tx) => sessionsToday(tx, holding(tx, colleague)))).toEqual([])
    expect(await refusedAs(open(morning, colleague))).toBe('not-found')
    const other = await within((tx) => givenProvider(tx, house.vault))
    expect(await refusedAs(open(morning, other.actor))).toBe('not-found')
    expect(await refusedAs(open(morning, givenActor('clerk')))).toBe('forbidden')
  })

  it('opens it once, on the day itself and not when it is over', async () => {
    await at('08:25', '2022-03-06')
    expect(await refusedAs(open())).toBe('conflict')
    await at('12:01')
    expect(await refusedAs(open())).toBe('session-over')
    await at('08:25')
    const [one, two] = await Promise.all([open(), open()])
    expect(one.id).toBe(two.id)
    expect(await within((tx) => listLiveEvents(tx, one.id))).toMatchObject([{ phase: 'in' }])
  })

  it('begins the sign-out only near the end, and goes on after an end by mistake', async () => {
    await open()
    expect(await refusedAs(move('out'))).toBe('conflict')
    await at('11:20')
    await move('out')
    await move('closed')
    await move('out')
    const events = await within(async (tx) => listLiveEvents(tx, (await findLiveSessionOf(tx, morning.id))!.id))
    expect(events.map(({ phase }) => phase)).toEqual(['in', 'out', 'closed', 'out'])
  })
})

describe('a trainee’s own phone', () => {
  it('signs once, and is told when it did', async () => {
    await open()
    await at('08:31')
    expect(await scan(0)).toMatchObject({ outcome: 'signed', at: '08:31', late: 1 })
    await at('08:40')
    expect(await scan(0)).toMatchObject({ outcome: 'already', at: '08:31' })
    const [sign] = await within(async (tx) => listLiveSigns(tx, (await findLiveSessionOf(tx, morning.id))!.id))
    expect(sign).toMatchObject({ kind: 'in', method: 'qr', operator: null, minutesLate: 1, quality: 'strong' })
    expect(sign!.device.equals(givenDevice('phone 0'))).toBe(true)
  })

  it('is refused a screenshot a minute later, with what to do', async () => {
    await open()
    expect(await scan(0, { ago: 61_000 })).toEqual({
      outcome: 'refused',
      zh: '这个码已经换了,请对着老师屏幕再扫一次。',
    })
    expect((await scan(0, { ago: 30_000 })).outcome).toBe('signed')
  })

  it('is told when it is too early, too late, another day’s code, and when signing is over', async () => {
    await at('08:10')
    await open()
    expect((await scan(0)).zh).toBe('08:30 上课,08:20 起可以签到,请稍后再试。')
    await at('09:01')
    expect((await scan(0)).zh).toBe('自己签到到 09:00 为止,现在请找老师,由老师登记。')
    await at('08:30', '2022-03-08')
    expect((await scan(0)).zh).toBe('这是 3月7日那节课的码,今天不能用。请扫老师今天屏幕上的码。')
    await at('08:30')
    await move('closed')
    expect((await scan(0)).zh).toMatch(/^3月7日上午 08:30–11:30 的签到已经结束/)
  })

  it('is refused for somebody of no or another roster, and that is kept', async () => {
    await open()
    everybody[0] = { enrolmentId: '', personId: await within((tx) => givenPerson(tx, house.vault)) }
    expect((await scan(0)).zh).toMatch(/^您不在“.+”的花名册上/)
    const refusals = await within((tx) => listRefusalsOfClass(tx, classId))
    expect(refusals).toMatchObject([{ why: 'not-on-roster', enrolmentId: null, method: 'qr' }])
  })

  it('signs for one person: the second is sent to the instructor, and both are kept as evidence', async () => {
    await open()
    await scan(0)
    expect((await scan(1, { phone: 'phone 0' })).zh).toMatch(/一部手机只能签一个人。请找老师代签/)
    const [refusal] = await within((tx) => listRefusalsOfClass(tx, classId))
    expect(refusal).toMatchObject({
      why: 'phone-of-another',
      enrolmentId: everybody[1]!.enrolmentId,
      otherEnrolmentId: everybody[0]!.enrolmentId,
    })
    expect((await standing()).filter((person) => person.in)).toHaveLength(1)
    // At the next session the phone may be somebody else’s.
    await at('13:25')
    await open(afternoon)
    expect((await scan(1, { phone: 'phone 0', which: afternoon })).outcome).toBe('signed')
  })

  it('shared by two at the very same moment signs one of them', async () => {
    const { id } = await open()
    const waiting = () =>
      within(async (tx) => {
        const { rows } = await sql<{ count: bigint }>`select count(*) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(tx.db)
        return Number(rows[0]?.count)
      })
    // The session is held until both wait for it: without taking turns each would see nobody before them.
    const { both } = await within(async (tx) => {
      await lockLiveSession(tx, id)
      const both = Promise.all([scan(0, { phone: 'shared' }), scan(1, { phone: 'shared' })])
      while ((await waiting()) < 2) await setTimeout(20)
      return { both }
    })
    expect((await both).map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'signed'])
  })

  it('signs out only after signing in, from ten minutes before the end', async () => {
    await open()
    await scan(0)
    await at('11:25')
    await move('out')
    expect((await scan(1, { phase: 'out' })).zh).toMatch(/没有签到记录,不能签退/)
    expect((await scan(0, { phase: 'in' })).zh).toMatch(/已在 08:25 签到|这个码已经换了/)
    expect(await scan(0, { phase: 'out' })).toMatchObject({ outcome: 'signed', at: '11:25' })
    expect((await standing())[0]!.out).toMatchObject({ kind: 'out', minutesEarly: 5 })
  })

  it('types six digits as well; wrong ones are counted, and after ten no digits are taken', async () => {
    const held = await open()
    const digits = digitsAt(house.vault, { district: 331102, liveSessionId: held.id, phase: 'in' }, Date.now())
    const wrong = digits === '000000' ? '111111' : '000000'
    const type = (text: string, name = 'typing') =>
      within((tx) =>
        seeDigits(tx, house.vault, { digits: text, device: givenDevice(name), address: `198.51.100.7 ${classId}` }),
      )
    expect(await type('12 34')).toMatchObject({ outcome: 'refused', status: 422 })
    expect((await type(`${digits.slice(0, 3)} ${digits.slice(3)}`)).outcome).toBe('seen')
    for (let nth = 0; nth < 10; nth += 1) expect(await type(wrong)).toMatchObject({ status: 404 })
    expect(await type(digits)).toMatchObject({ outcome: 'refused', status: 429 })
    // Another phone of the same room goes on, until the room’s address has had enough.
    expect((await type(digits, 'neighbour')).outcome).toBe('seen')
    for (let nth = 0; nth < 110; nth += 1) await type(wrong, `phone ${nth}`)
    expect(await type(digits, 'one more')).toMatchObject({ status: 429 })
    expect(await within((tx) => sweepLive(tx))).toBe(false)
  })

  it('is remembered for the class until it ends, on that phone alone, and can be forgotten', async () => {
    const device = givenDevice('phone 0')
    const { personId } = everybody[0]!
    const { token, seconds } = await within((tx) => givePass(tx, { classId, personId, device }))
    expect(seconds).toBeGreaterThan(15 * 3600)
    expect(seconds).toBeLessThan(16 * 3600)
    const whose = (over: object = {}) => within((tx) => whosePhone(tx, { token, classId, device, ...over }))
    expect(await whose()).toBe(personId)
    expect(await whose({ device: givenDevice('phone 1') })).toBeUndefined()
    expect(await whose({ classId: morning.id })).toBeUndefined()
    expect(await whose({ token: '331121.x' })).toBeUndefined()
    await within((tx) => endPasses(tx, { classId, personId }))
    expect(await whose()).toBeUndefined()
  })
})

describe('the instructor', () => {
  it('calls the roll in one go; who signed already stays as they are', async () => {
    await open()
    await scan(0)
    await at('08:45')
    const all = everybody.map(({ enrolmentId }) => enrolmentId)
    expect(await within((tx) => callRoll(tx, holding(tx), morning.id, all.slice(0, 4)))).toBe(3)
    const people = await standing()
    expect(people.map((person) => person.in?.method)).toEqual(['qr', 'roll-call', 'roll-call', 'roll-call', undefined])
    expect(people[1]!.in).toMatchObject({ minutesLate: 15, operator: { personId: instructor.personId } })
    expect(await refusedAs(within((tx) => callRoll(tx, holding(tx), morning.id, [])))).toBe('nobody')
  })

  it('signs by identity card: a wrong number is refused, a stranger too, and nothing of it is kept', async () => {
    await open()
    const { personId } = everybody[2]!
    const number = (await within((tx) => openIdentityNumbers(tx, house.vault, [personId]))).get(personId)!
    const card = (typed: string) => within((tx) => signByCard(tx, house.vault, holding(tx), morning.id, typed))
    expect(await card(`${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`)).toHaveProperty('refused')
    const stranger = await within((tx) => givenPerson(tx, house.vault))
    const foreign = (await within((tx) => openIdentityNumbers(tx, house.vault, [stranger]))).get(stranger)!
    expect(await card(foreign)).toMatchObject({ refused: { zh: '本班花名册上没有这个人。' } })
    expect(await card(number)).toMatchObject({ sign: { method: 'card', enrolmentId: everybody[2]!.enrolmentId } })
    expect(await card(number)).toMatchObject({ refused: { zh: expect.stringMatching(/已在 08:25 签过/) } })
    const kept = await within(async (tx) => listLiveSigns(tx, (await findLiveSessionOf(tx, morning.id))!.id))
    expect(JSON.stringify(kept)).not.toContain(number)
  })

  it('takes no more cards of strangers after thirty in an hour', async () => {
    await open()
    const stranger = await within((tx) => givenPerson(tx, house.vault))
    const foreign = (await within((tx) => openIdentityNumbers(tx, house.vault, [stranger]))).get(stranger)!
    const card = () => within((tx) => signByCard(tx, house.vault, holding(tx), morning.id, foreign))
    for (let nth = 0; nth < 30; nth += 1) await card()
    expect(await card()).toMatchObject({ refused: { zh: expect.stringMatching(/次数太多/) } })
  })

  it('signs for somebody, or gives leave, only with a reason', async () => {
    await open()
    const assist = (who: number, kind: 'in' | 'out' | 'leave', reason: string) =>
      within((tx) =>
        signAssisted(tx, holding(tx), morning.id, { enrolmentId: everybody[who]!.enrolmentId, kind, reason }),
      )
    expect(await assist(0, 'in', ' ')).toHaveProperty('refused')
    expect(await assist(0, 'in', ASSIST_REASONS[0]!.zh)).toMatchObject({
      sign: { method: 'assisted', reason: '没有手机', quality: 'weak' },
    })
    expect(await assist(0, 'leave', '孩子生病')).toHaveProperty('refused')
    expect(await assist(1, 'leave', '孩子生病')).toMatchObject({ sign: { kind: 'leave' } })
    expect(await assist(2, 'out', '提前走')).toHaveProperty('refused')
  })

  it('strikes a mistake with a reason; the sign stays, and the person can sign anew', async () => {
    await open()
    await scan(0)
    const [first] = await standing()
    const strike = (reason: string) =>
      within((tx) => strikeSign(tx, holding(tx), morning.id, { signId: first!.in!.id, reason }))
    expect(await strike('')).not.toBeNull()
    expect(await strike('扫错了人')).toBeNull()
    expect(await strike('扫错了人')).not.toBeNull()
    expect((await standing())[0]).toMatchObject({ in: undefined, struck: { in: 1 } })
    expect((await scan(0)).outcome).toBe('signed')
    expect((await standing())[0]!.in).toMatchObject({ nth: 2 })
  })

  it('adds a photo that is one by its own bytes, sealed', async () => {
    const held = await open()
    const photo = (bytes: Buffer) => within((tx) => addPhoto(tx, house.vault, holding(tx), morning.id, bytes))
    expect(await photo(Buffer.from('<svg onload=alert(1)>'))).toMatchObject({
      zh: expect.stringMatching(/不是完整的照片/),
    })
    expect(await photo(Buffer.from('%PDF-1.7 … %%EOF'))).not.toBeNull()
    expect(await photo(Buffer.alloc(0))).not.toBeNull()
    expect(await photo(PNG)).toBeNull()
    expect(await within((tx) => listPhotos(tx, held.id))).toHaveLength(1)
  })

  it('signs nobody before the session is opened, nor after it is closed or over', async () => {
    const roll = () => within((tx) => callRoll(tx, holding(tx), morning.id, [everybody[0]!.enrolmentId]))
    expect(await refusedAs(roll())).toBe('live-session-not-open')
    await open()
    await at('12:01')
    expect(await refusedAs(roll())).toBe('session-over')
    await at('08:40')
    await move('closed')
    expect(await refusedAs(roll())).toBe('live-session-closed')
  })
})

describe('the sheet of a class that is over', () => {
  const draw = () => within((tx) => drawSheet(tx, house.vault, classId, { by: provider.actor, now: tx.now }))
  const attended = async () =>
    within(async (tx) => {
      const { results } = await gatherResults(tx, (await findClass(tx, classId))!)
      return results.map((result) => result.attended?.attendedSessions)
    })

  it('is drawn from the live signs, each of its signs resting on them, and counts as one of paper does', async () => {
    await open()
    await scan(0)
    await at('08:36')
    await scan(1)
    await within((tx) =>
      signAssisted(tx, holding(tx), morning.id, {
        enrolmentId: everybody[2]!.enrolmentId,
        kind: 'leave',
        reason: '孩子生病',
      }),
    )
    expect(await refusedAs(draw())).toBe('class-not-over')
    await move('closed')
    await at('13:30')
    await open(afternoon)
    await scan(0, { which: afternoon })
    await at('16:31')
    await move('closed', afternoon)
    expect(await draw()).toEqual({ outcome: 'drawn', version: 1 })
    expect(await draw()).toEqual({ outcome: 'unchanged', version: 1 })
    const sheet = (await within((tx) => findLatestSheet(tx, classId)))!
    expect(sheet).toMatchObject({ method: 'live', fileName: expect.stringMatching(/^考勤表-实时签到-.+\.xlsx$/) })
    const signs = await within((tx) => listSigns(tx, sheet.id))
    const credit = (who: number, which: SessionRow) =>
      signs.find((sign) => sign.enrolmentId === everybody[who]!.enrolmentId && sign.sessionId === which.id)!
    expect([0, 1, 2, 3].map((who) => credit(who, morning).written)).toEqual(['√', '迟到', '请假', '×'])
    expect(await attended()).toEqual([2, 1, 0, 0, 0])
    const first = credit(0, morning)
    expect(first.liveSignId).toBe((await standing())[0]!.in!.id)
    expect(await within((tx) => listSignsDrawnFrom(tx, first.liveSignId!))).toMatchObject([{ id: first.id }])
  })

  it('is drawn by itself when the last session is closed, and by the platform when that was forgotten', async () => {
    await open()
    await scan(0)
    await move('closed')
    expect(await within((tx) => drawWhenOver(tx, house.vault, classId, { by: null, now: tx.now }))).toBe(false)
    await at('13:30')
    await open(afternoon)
    await at('16:45')
    await within((tx) => closeAndDraw(tx, house.vault))
    expect((await live(afternoon)).phase).toBe('in')
    await at('17:01')
    await within((tx) => closeAndDraw(tx, house.vault))
    expect((await live(afternoon)).phase).toBe('closed')
    expect(await attended()).toEqual([1, 0, 0, 0, 0])
  })

  it('does not take the place of paper by itself, but as the next version where the provider asks', async () => {
    await open()
    await scan(0)
    await move('closed')
    await at('18:00')
    await within((tx) => givenSigned(tx, house.vault, classId, tx.now))
    expect(await within((tx) => drawWhenOver(tx, house.vault, classId, { by: null, now: tx.now }))).toBe(false)
    expect(await draw()).toEqual({ outcome: 'drawn', version: 2 })
  })

  it('needs something live, and a class that is not completed', async () => {
    await at('18:00')
    expect(await refusedAs(draw())).toBe('nothing-live')
    await within((tx) => updateStatus(tx, classId, { status: 'completed' }))
    expect(await refusedAs(draw())).toBe('class-not-filed')
  })
})

describe('the trail', () => {
  it('leads from a sign of the drawn sheet to the live sign, to the second and the device, and back', async () => {
    await open()
    await scan(0)
    await at('18:00')
    await within((tx) => closeAndDraw(tx, house.vault))
    const describeIt = (kind: string, id: string) =>
      within((tx) => [...attendanceTrails, ...liveTrails].find((trail) => trail.kind === kind)!.describe(tx, id))
    const sheet = (await within((tx) => findLatestSheet(tx, classId)))!
    const sign = (await within((tx) => listSigns(tx, sheet.id))).find(({ liveSignId }) => liveSignId)!
    const drawn = (await describeIt('attendance-sign', sign.id))!
    const link = drawn.restsOn.find(({ kind }) => kind === 'live-sign')!
    const step = (await describeIt('live-sign', link.id))!
    expect(step.leadsTo).toMatchObject([{ kind: 'attendance-sign', id: sign.id }])
    const said = step.says.map(({ label, value }) => `${label.zh}:${value.zh}`)
    expect(said).toContain('方式:扫码')
    expect(said).toContain(`设备尾号:${givenDevice('phone 0').toString('hex').slice(-6).toUpperCase()}`)
    expect(said.some((each) => /^服务器时间:\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(each))).toBe(true)
    const heldAt = (await describeIt('live-session', step.restsOn[0]!.id))!
    expect(heldAt.leadsTo).toContainEqual(expect.objectContaining({ kind: 'live-sign', id: link.id }))
    expect(heldAt.says.map(({ value }) => value.zh).join()).toMatch(/平台\(到时自动结束\)/)
    const ways = await within(
      async (tx) =>
        (await trainingWays.leadsTo(tx, [{ kind: 'session', id: morning.id }])).get(`session.${morning.id}`)!,
    )
    expect(ways).toContainEqual(expect.objectContaining({ kind: 'live-session', id: heldAt.id }))
  })
})

/** The code of a refusal. */
async function refusedAs(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const { code } = error as { code?: string }
    if (code) return code
    throw error
  }
  throw new Error('it was not refused')
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
