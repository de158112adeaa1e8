import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { unfencedTables } from './fence.ts'
import { runMatrix } from './matrix.ts'
import { connect } from './pool.ts'

const HOME = 331102
const FOREIGN = 331121

async function clientAt(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** The matrix on a database of its own, after `plant` has done its harm as superuser. */
async function matrixAfter(plant: string[]) {
  const database = await freshDatabase()
  const superuser = await clientAt(database.superuserUrl)
  const roles = {
    app: await clientAt(database.appUrl),
    reader: await clientAt(database.readerUrl),
    owner: await clientAt(database.ownerUrl),
  }
  try {
    for (const statement of plant) await superuser.query(statement)
    return await runMatrix(superuser, roles, HOME, FOREIGN)
  } finally {
    for (const client of [superuser, ...Object.values(roles)]) await client.end()
    await database.drop()
  }
}

describe('row-level security, every tenant table × role × verb', () => {
  it('lets no district reach another, nor anybody without a district', async () => {
    const { tables, tried, leaks } = await matrixAfter([])
    expect(tables).toBeGreaterThan(30)
    expect(tried).toBe(tables * 3 * 2 * 6)
    expect(leaks).toEqual([])
  })

  it.each([
    ['row security switched off', ['alter table people.persons disable row level security'], 'people.persons', 'app'],
    [
      'row security not forced on its owner',
      ['alter table people.persons no force row level security'],
      'people.persons',
      'owner',
    ],
    ['the tenant policy dropped', ['drop policy own_district on funds.claims'], 'funds.claims', 'app'],
    [
      'the tenant policy made permissive beside an open one',
      [
        'drop policy own_district on training.classes',
        `create policy own_district on training.classes for all to public using (district = nullif(current_setting('app.district', true), '')::int)`,
      ],
      'training.classes',
      'app',
    ],
    [
      'a policy that forgets to check what is written',
      [
        'drop policy own_district on record.acts',
        `create policy own_district on record.acts as restrictive for all to public using (district = nullif(current_setting('app.district', true), '')::int) with check (true)`,
      ],
      'record.acts',
      'app',
    ],
  ])('finds the planted leak: %s', async (_, plant, table, role) => {
    const { leaks } = await matrixAfter(plant)
    expect(leaks.map((leak) => leak.table)).toEqual(leaks.map(() => table))
    expect(leaks.some((leak) => leak.role === role)).toBe(true)
  })
})

describe('the fences as the app sees them at boot', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  const faults = async () => {
    const connection = connect(database.appUrl)
    const found = await unfencedTables(connection.db)
    await connection.close()
    return found
  }

  it('finds no fault in our schema', async () => {
    expect(await faults()).toEqual([])
  })

  it('names a table without a fence, a view of its owner and a materialised view', async () => {
    const owner = await clientAt(database.superuserUrl)
    await owner.query('create table training.planted (district int not null, id uuid not null)')
    await owner.query('create view training.planted_view as select * from people.persons')
    await owner.query('create materialized view training.planted_matview as select * from people.persons')
    await owner.end()
    const found = await faults()
    expect(found.sort()).toEqual([
      'training.planted: no restrictive tenant policy for every verb',
      'training.planted: row security is not forced',
      'training.planted_matview: a materialised view has no row security',
      'training.planted_view: a view that does not run as its caller',
    ])
  })
})
