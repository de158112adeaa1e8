import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { connect, type Connection } from './pool.ts'
import { brokenConstraint, databaseIsAway, inDistrict } from './transaction.ts'

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
