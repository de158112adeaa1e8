import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { countStatements } from '../testing/counting.ts'
import { connect, type Connection } from './pool.ts'
import { remembering } from './remembering.ts'
import { brokenConstraint, databaseIsAway, inDistrict, mayHaveTakenEffect, type Tx } from './transaction.ts'

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 1 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve = () => undefined as void
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

const seen = async (district: number) =>
  inDistrict(
    connection.db,
    district,
    async (tx) => (await sql<{ d: string }>`select current_setting('app.district') as d`.execute(tx.db)).rows[0]!.d,
  )

describe('a transaction in a district', () => {
  it('sees its district, and leaves none of it on the pooled connection', async () => {
    expect(await seen(331102)).toBe('331102')
    const { rows } = await sql<{ d: string }>`select current_setting('app.district', true) as d`.execute(connection.db)
    expect(rows[0]!.d).toBe('')
    expect(await seen(331121)).toBe('331121')
  })

  it('leaves no open transaction behind for the next district, even when it cannot be rolled back', async () => {
    const killed = inDistrict(connection.db, 331102, (tx) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db),
    )
    await expect(killed).rejects.toThrow()
    expect(await seen(331121)).toBe('331121')
  })

  it('is refused for anything that is not a district', async () => {
    await expect(inDistrict(connection.db, 1, async () => 0)).rejects.toThrow(RangeError)
    await expect(inDistrict(connection.db, '331102; drop table x' as unknown as number, async () => 0)).rejects.toThrow(
      RangeError,
    )
  })

  it('is tried again after a serialization failure, and only a few times', async () => {
    let tries = 0
    const failing = () =>
      inDistrict(connection.db, 331102, async () => {
        tries += 1
        throw Object.assign(new Error('could not serialize'), { code: '40001' })
      })
    await expect(failing()).rejects.toThrow('could not serialize')
    expect(tries).toBe(3)
  })

  it('is tried again after a real deadlock, so that both who were in it come through', async () => {
    const two = connect(database.appUrl, { max: 2 })
    const lock = (tx: Tx, key: number) => sql`select pg_advisory_xact_lock(${key})`.execute(tx.db)
    let tries = 0
    let waiting = 0
    const bothHoldOne = withResolvers()
    const work = (first: number, second: number) =>
      inDistrict(two.db, 331102, async (tx) => {
        tries += 1
        await lock(tx, first)
        waiting += 1
        if (waiting === 2) bothHoldOne.resolve()
        await bothHoldOne.promise
        await lock(tx, second)
        return first
      })
    expect(await Promise.all([work(771, 772), work(772, 771)])).toEqual([771, 772])
    expect(tries).toBe(3)
    await two.close()
  })

  it('keeps no connection that broke', async () => {
    const broken = inDistrict(connection.db, 331102, (tx) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db),
    )
    await expect(broken).rejects.toSatisfy(databaseIsAway)
    expect(await seen(331102)).toBe('331102')
  })

  it('knows that it cannot know when the connection is lost at the commit', async () => {
    const superuser = connect(database.superuserUrl, { max: 1 })
    const lost = inDistrict(connection.db, 331102, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
      await sql`select pg_terminate_backend(${rows[0]!.pid}, 2000)`.execute(superuser.db)
    })
    await expect(lost).rejects.toSatisfy(mayHaveTakenEffect)
    await superuser.close()
  })

  it('may not write when it only reads', async () => {
    const write = inDistrict(
      connection.db,
      331102,
      (tx) => sql`insert into clock.offsets values (331102, 0)`.execute(tx.db),
      { readOnly: true },
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })
})

describe('database errors', () => {
  it('name the broken constraint, also where Citus hides it and adds a shard number', () => {
    expect(brokenConstraint({ code: '23505', constraint: 'one_claim_number' })).toBe('one_claim_number')
    expect(
      brokenConstraint({
        code: '23505',
        message: 'duplicate key value violates unique constraint "one_claim_number_102041"',
      }),
    ).toBe('one_claim_number')
    expect(brokenConstraint({ code: '42601', message: 'syntax' })).toBeUndefined()
  })

  it('tell a database that is away from a request that is wrong', () => {
    expect(databaseIsAway({ code: 'ECONNREFUSED' })).toBe(true)
    expect(databaseIsAway({ code: '57P01' })).toBe(true)
    expect(databaseIsAway({ code: '23505' })).toBe(false)
  })
})

describe('a steady transaction that remembers', () => {
  const asked = (tx: Tx, what: number) => sql<{ what: number }>`select ${what}::int as what`.execute(tx.db)

  it('asks the database the same question once, and gives everybody rows of their own', async () => {
    const counted = countStatements(connection.pool)
    await inDistrict(
      connection.db,
      331102,
      async (tx) => {
        const reading = remembering(tx)
        const before = counted()
        const first = await asked(reading, 1)
        first.rows.length = 0
        expect((await asked(reading, 1)).rows).toEqual([{ what: 1 }])
        expect((await asked(reading, 2)).rows).toEqual([{ what: 2 }])
        expect(counted() - before).toBe(2)
      },
      { steady: true },
    )
  })

  it('keeps so many answers, and asks again for what nobody asked for lately', async () => {
    const counted = countStatements(connection.pool)
    await inDistrict(
      connection.db,
      331102,
      async (tx) => {
        const reading = remembering(tx, 2)
        const before = counted()
        for (const what of [1, 2, 1, 3, 1, 2]) await asked(reading, what)
        expect(counted() - before).toBe(4)
      },
      { steady: true },
    )
  })
})
