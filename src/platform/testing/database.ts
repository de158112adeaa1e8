import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate, migrationsIn, schemaHash } from '../db/migrate.ts'
import { APP, OWNER, prepareDatabase, READER, urlFor } from '../db/roles.ts'
import { testServerUrl } from './server.ts'

/** A database of its own for one test file, cloned in a tenth of a second from a migrated template. */
export type TestDatabase = {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
  drop(): Promise<void>
}

const PASSWORDS = { owner: 'owner-of-tests', app: 'app-of-tests', reader: 'reader-of-tests' }

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The template that holds exactly today's schema; made once, by whichever process comes first. */
async function templateAt(serverUrl: string): Promise<string> {
  const template = `template_${schemaHash()}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(20261124)')
    const ready = await client.query(`select 1 from pg_database where datname = $1 and datistemplate`, [template])
    if (ready.rowCount) return
    await client.query(`drop database if exists ${template}`)
    await prepareDatabase(serverUrl, template, PASSWORDS)
    await migrate(urlFor(serverUrl, OWNER, PASSWORDS.owner, template))
    await client.query(`alter database ${template} is_template true`)
  })
  return template
}

export async function freshDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const template = await templateAt(serverUrl)
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(20261125)')
    await client.query(`create database ${name} template ${template} owner ${OWNER}`)
  })
  return databaseAt(serverUrl, name)
}

/** A copy of a database that nobody is connected to. */
export async function cloneOf(database: TestDatabase): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(database.superuserUrl).pathname.slice(1)
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(20261125)')
    await client.query(`create database ${name} template ${template} owner ${OWNER}`)
  })
  return databaseAt(serverUrl, name)
}

/** An empty database with the schema as it was before this migration, for seeing what the migration does to rows. */
export async function databaseBefore(migration: string): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await prepareDatabase(serverUrl, name, PASSWORDS)
  const database = databaseAt(serverUrl, name)
  await migrate(
    database.ownerUrl,
    migrationsIn().filter((each) => each.name < migration),
  )
  return database
}

/** Such a database with rows put into it: they stand for themselves, what they refer to is not made. */
export type RowsBefore = TestDatabase & {
  readonly looker: pg.Client
  insert(table: string, row: Record<string, unknown>): Promise<unknown>
}

export async function rowsBefore(migration: string): Promise<RowsBefore> {
  const database = await databaseBefore(migration)
  const looker = new pg.Client({ connectionString: database.superuserUrl })
  await looker.connect()
  await looker.query('set session_replication_role = replica')
  return {
    ...database,
    looker,
    insert(table, row) {
      const names = Object.keys(row)
      const places = names.map((_, at) => `$${at + 1}`).join(', ')
      return looker.query(`insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(row))
    },
    async drop() {
      await looker.end()
      await database.drop()
    },
  }
}

function databaseAt(serverUrl: string, name: string): TestDatabase {
  return {
    superuserUrl: urlForDatabase(serverUrl, name),
    ownerUrl: urlFor(serverUrl, OWNER, PASSWORDS.owner, name),
    appUrl: urlFor(serverUrl, APP, PASSWORDS.app, name),
    readerUrl: urlFor(serverUrl, READER, PASSWORDS.reader, name),
    drop: () =>
      onServer(serverUrl, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}

function urlForDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
