import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate, migrationsIn } from '../../../platform/db/migrate.ts'
import { OWNER, prepareDatabase, urlFor } from '../../../platform/db/roles.ts'
import { testServerUrl } from '../../../platform/testing/server.ts'
import { newId } from '../../values/public.ts'

const MIGRATION = '202611252041-insured-employers.sql'

it('names the employers of the lists that were imported before employers were kept', async () => {
  const server = await testServerUrl()
  const name = `test_earlier_${newId().replaceAll('-', '').slice(-12)}`
  const onServer = new pg.Client({ connectionString: server })
  await onServer.connect()
  // Roles belong to the server: those who prepare a database take turns, as the templates do.
  await onServer.query('select pg_advisory_lock(20261124)')
  await prepareDatabase(server, name, { owner: 'owner-of-tests', app: 'app-of-tests', reader: 'reader-of-tests' })
  await onServer.query('select pg_advisory_unlock(20261124)')
  const owner = urlFor(server, OWNER, 'owner-of-tests', name)
  const migrations = migrationsIn()
  await migrate(
    owner,
    migrations.filter((migration) => migration.name < MIGRATION),
  )
  const superuser = new pg.Client({ connectionString: urlFor(server, undefined, undefined, name) })
  await superuser.connect()
  try {
    const [importId, fileId] = [newId(), newId()]
    await superuser.query(`set session_replication_role = replica`)
    await superuser.query(
      `insert into people.insured_imports (district, id, file_id, file_name, sha256, source, as_of, row_count, account_id, business_at)
       values (331102, $1, $2, '名单.csv', '\\x01', '区社会保险中心', '2022-03-25', 3, $2, now())`,
      [importId, fileId],
    )
    for (const [uscc, employer] of [
      ['甲', '甲公司'],
      ['甲', '甲公司'],
      ['乙', '乙公司'],
    ])
      await superuser.query(
        `insert into people.insured_staff (district, id, import_id, uscc, employer_name, identity_lookup, from_month)
         values (331102, $1, $2, $3, $4, '\\x02', '2020-03')`,
        [newId(), importId, uscc, employer],
      )
    await migrate(owner, migrations)
    const { rows } = await superuser.query(
      'select uscc, employer_name, row_count from people.insured_employers order by row_count',
    )
    expect(rows).toEqual([
      { uscc: '乙', employer_name: '乙公司', row_count: 1 },
      { uscc: '甲', employer_name: '甲公司', row_count: 2 },
    ])
    const forced = await superuser.query(
      `select relforcerowsecurity from pg_class where oid = 'people.insured_staff'::regclass`,
    )
    expect(forced.rows).toEqual([{ relforcerowsecurity: true }])
  } finally {
    await superuser.end()
    await onServer.query(`drop database if exists ${name} with (force)`)
    await onServer.end()
  }
})
