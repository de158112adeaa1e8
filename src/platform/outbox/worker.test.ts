import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../contract/public.ts'
import { connect, type Connection, inDistrict, type Tx } from '../db/public.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { MOST_TRIES } from './rules.ts'
import { announce, countGivenUp, listStuck, putBack } from './store.ts'
import { type Mishap, outboxOf, type Reaction } from './worker.ts'

const HERE = 331102
const THERE = 331121

let database: TestDatabase
let connection: Connection
let owner: pg.Client
let serial = 0
let reports: { error: unknown; mishap: Mishap }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 4 })
  owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
})
beforeEach(async () => {
  await owner.query('truncate outbox.events')
  reports = []
})
afterAll(async () => {
  await owner.end()
  await connection.close()
  await database.drop()
})

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const within = <T>(work: (tx: Tx) => Promise<T>, district = HERE) => inDistrict(connection.db, district, work)

/** Something happened to a subject; later calls are later. */
async function happens(subject: number, district = HERE): Promise<string> {
  const id = idOf(++serial)
  await within((tx) => announce(tx, { id, kind: 'thing', subjectId: idOf(subject), body: { serial } }), district)
  return id
}

function outboxThat(run: Reaction['run']) {
  const reaction: Reaction = {
    on: 'thing',
    name: 'test: follow',
    title: { zh: '跟着办', en: 'Follow' },
    about: { name: { zh: '东西', en: 'Thing' }, page: '/things/:id', may: 'thing.read' },
    run,
  }
  return outboxOf(connection.db, [reaction], (error, mishap) => reports.push({ error, mishap }))
}

/** Hours pass: every pause is over. */
const pausesPass = () => owner.query('update outbox.events set next_try_at = now() where gave_up_at is null')
const stuck = () => within((tx) => listStuck(tx, { limit: 50 }))
const fails = () => Promise.reject(new Error('身份证 339901198507014422 的人'))

describe('a reaction that fails', () => {
  it('is tried once, then waits its pause, however often the outbox is polled', async () => {
    await happens(1)
    const outbox = outboxThat(fails)
    for (let round = 0; round < 20; round += 1) await outbox.drain(HERE)
    const [event] = await stuck()
    expect(event).toMatchObject({ attempts: 1, state: 'trying', kind: 'thing' })
    const pause = event!.nextTryAt!.getTime() - event!.failedAt.getTime()
    expect(pause).toBe(15_000)
  })

  it('gives up after twelve tries, says so once, and is not tried any more', async () => {
    await happens(1)
    const outbox = outboxThat(fails)
    for (let round = 0; round < MOST_TRIES + 5; round += 1) {
      await outbox.drain(HERE)
      await pausesPass()
    }
    expect(reports.map(({ mishap }) => mishap.gaveUp)).toEqual([...Array(MOST_TRIES - 1).fill(false), true])
    expect(await stuck()).toMatchObject([{ attempts: MOST_TRIES, state: 'gave-up', nextTryAt: null }])
    expect(await within(countGivenUp)).toBe(1)
    expect(await within(countGivenUp, THERE)).toBe(0)
  })

  it('is done when it succeeds at last', async () => {
    await happens(1)
    let tries = 0
    const outbox = outboxThat(() => (++tries < 3 ? fails() : Promise.resolve()))
    for (let round = 0; round < 5; round += 1) {
      await outbox.drain(HERE)
      await pausesPass()
    }
    expect(tries).toBe(3)
    expect(await stuck()).toEqual([])
  })

  it('keeps why without the value in the failure, under the number that the log has', async () => {
    await happens(1)
    await outboxThat(fails).drain(HERE)
    const [event] = await stuck()
    expect(event!.failure).toMatchObject({ reaction: 'test: follow', id: reports[0]!.mishap.id })
    expect(JSON.stringify(event)).not.toMatch(/\d{5}14422|身份证/)
    expect(event!.failure.sentence.zh).toMatch(/程序出错\(Error\)/)
  })

  it('keeps a refusal in its own words, long numbers masked', async () => {
    await happens(1)
    await outboxThat(() => {
      throw new Problem('conflict', { zh: '卡号 6217 0012 3456 7890 不符,2022-03-07', en: 'no 62170012345 fits' })
    }).drain(HERE)
    expect((await stuck())[0]!.failure.sentence).toEqual({ zh: '卡号 **** 不符,2022-03-07', en: 'no **** fits' })
  })

  it('does not use up a try when the rows were contended or the database was away', async () => {
    await happens(1)
    const outbox = outboxThat(() => Promise.reject(Object.assign(new Error('serialize'), { code: '40001' })))
    for (let round = 0; round < MOST_TRIES + 3; round += 1) {
      await outbox.drain(HERE)
      await pausesPass()
    }
    expect(await stuck()).toMatchObject([{ attempts: 0, state: 'trying' }])
  })
})

describe('events about one subject', () => {
  const failingOn = (subject: number, done: string[]) =>
    outboxThat(async (_tx, event) => {
      if (event.subjectId === idOf(subject)) throw new Error('no')
      done.push(event.subjectId)
    })

  it('stay in order: a later one waits while an earlier one is still being tried; others go on', async () => {
    const done: string[] = []
    await happens(1)
    await happens(1)
    await happens(2)
    await failingOn(1, done).drain(HERE)
    expect(done).toEqual([idOf(2)])
    expect(await stuck()).toHaveLength(1)
    const order: string[] = []
    await pausesPass()
    await outboxThat(async (_tx, event) => void order.push(event.id)).drain(HERE)
    expect(order).toEqual([idOf(serial - 2), idOf(serial - 1)])
  })

  it('go on once an earlier one has given up', async () => {
    const first = await happens(1)
    const outbox = failingOn(1, [])
    for (let round = 0; round < MOST_TRIES; round += 1) {
      await outbox.drain(HERE)
      await pausesPass()
    }
    const later = await happens(1)
    const order: string[] = []
    await outboxThat(async (_tx, event) => void order.push(event.id)).drain(HERE)
    expect(order).toEqual([later])
    expect((await stuck()).map((event) => event.id)).toEqual([first])
  })

  it('are never worked on by two workers at once, nor overtake one another', async () => {
    for (let n = 0; n < 12; n += 1) await happens(1 + (n % 2))
    const under = new Map<string, number>()
    const order = new Map<string, string[]>()
    let most = 0
    const slow = outboxThat(async (_tx, event) => {
      under.set(event.subjectId, (under.get(event.subjectId) ?? 0) + 1)
      most = Math.max(most, under.get(event.subjectId)!)
      order.set(event.subjectId, [...(order.get(event.subjectId) ?? []), event.id])
      await new Promise((resolve) => setTimeout(resolve, 15))
      under.set(event.subjectId, under.get(event.subjectId)! - 1)
    })
    while ((await Promise.all([slow.drain(HERE), slow.drain(HERE), slow.drain(HERE)])).some((done) => done > 0));
    expect(most).toBe(1)
    for (const ids of order.values()) expect(ids).toEqual([...ids].sort())
    expect([...order.values()].flat()).toHaveLength(12)
  })
})

describe('putting back', () => {
  it('gives all tries again to one that gave up, once; one that waits already stays as it is', async () => {
    const id = await happens(1)
    const outbox = outboxThat(fails)
    for (let round = 0; round < MOST_TRIES; round += 1) {
      await outbox.drain(HERE)
      await pausesPass()
    }
    expect(await within((tx) => putBack(tx, id))).toMatchObject({ state: 'put-back', attempts: MOST_TRIES })
    expect(await within((tx) => putBack(tx, id))).toMatchObject({ state: 'waiting' })
    await outboxThat(async () => undefined).drain(HERE)
    expect(await within((tx) => putBack(tx, id))).toMatchObject({ state: 'done' })
    expect(await within((tx) => putBack(tx, idOf(999_999)))).toBeUndefined()
    expect(await within((tx) => putBack(tx, id), THERE)).toBeUndefined()
  })
})

describe('the polling', () => {
  it('goes on in the next district when one is in trouble, and does chores until nothing is left of them', async () => {
    await happens(1)
    const done: string[] = []
    let left = 3
    const outbox = outboxThat(async (_tx, event) => void done.push(event.id))
    const swept: number[] = []
    const stop = outbox.start(async () => [1, HERE], 5, [
      {
        name: 'sweep',
        everyMs: 3_600_000,
        run: async (tx) => {
          swept.push(tx.district)
          left -= 1
          return left > 0
        },
      },
    ])
    await expect.poll(() => left).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await stop()
    expect(done).toHaveLength(1)
    expect(swept).toEqual([HERE, HERE, HERE])
    expect(reports[0]!.mishap).toMatchObject({ district: 1, what: 'poll' })
  })
})
