import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { type Migration, migrate, migrationsIn } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const extra = (name: string, sql: string): Migration => ({ name, sql, sha256: `sha of ${sql}` })

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relname like 'planted%' order by 1`,
  )
  await client.end()
  return rows.map((row) => row.relname)
}

describe('migrations', () => {
  it('run in the one order of their names, whichever room they lie in', () => {
    const names = migrationsIn().map((migration) => migration.name)
    expect(names.length).toBeGreaterThan(10)
    expect(names).toEqual([...names].sort())
  })

  it('change nothing when run again', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([])
  })

  it('are refused when one was edited after it was applied', async () => {
    const edited = migrationsIn().map((migration, at) => (at === 0 ? { ...migration, sha256: 'another' } : migration))
    await expect(migrate(database.ownerUrl, edited)).rejects.toThrow(/edited after it was applied/)
  })

  it('leave nothing of a file that fails half-way, and take it up when it is mended', async () => {
    const half = [
      ...migrationsIn(),
      extra('209901010000-planted.sql', 'create table public.planted_a (x int); create table public.planted_a (x int)'),
    ]
    await expect(migrate(database.ownerUrl, half)).rejects.toThrow(/209901010000-planted/)
    expect(await tables()).toEqual([])
    const mended = [
      ...migrationsIn(),
      extra('209901010000-planted.sql', 'create table public.planted_a (x int); create table public.planted_b (x int)'),
    ]
    expect(await migrate(database.ownerUrl, mended)).toEqual(['209901010000-planted.sql'])
    expect(await tables()).toEqual(['planted_a', 'planted_b'])
  })

  it('are applied once when two processes start together', async () => {
    const both = [
      ...migrationsIn(),
      extra('209901010000-planted.sql', 'create table public.planted_a (x int); create table public.planted_b (x int)'),
      extra('209901010001-planted.sql', 'create table public.planted_c (x int)'),
    ]
    const applied = await Promise.all([migrate(database.ownerUrl, both), migrate(database.ownerUrl, both)])
    expect(applied.flat()).toEqual(['209901010001-planted.sql'])
  })

  it('begin in an empty database though four processes come at once', async () => {
    const superuser = new pg.Client({ connectionString: database.superuserUrl })
    await superuser.connect()
    for (let round = 0; round < 5; round += 1) {
      await superuser.query('drop table public.applied_migrations')
      const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, [])))
      expect(applied).toEqual([[], [], [], []])
    }
    await superuser.query('drop table public.applied_migrations')
    await superuser.end()
  })
})
