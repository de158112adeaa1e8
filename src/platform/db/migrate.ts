import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { mayDieAt } from '../faults/public.ts'
import { statementsOf } from './statements.ts'

const SOURCE = fileURLToPath(new URL('../..', import.meta.url))

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

/** Every migration of every room, in the one global order of their names (YYYYMMDDHHMM-name.sql). */
export function migrationsIn(folder = SOURCE): Migration[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[\\/]schema[\\/][^\\/]+\.sql$/.test(path),
  )
  const migrations = files.map((path) => {
    const sql = readFileSync(join(folder, path), 'utf8')
    return { name: basename(path), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  const misnamed = migrations.find((m) => !/^\d{12}-[a-z0-9-]+\.sql$/.test(m.name))
  if (misnamed) throw new Error(`A migration must be named YYYYMMDDHHMM-name.sql: ${misnamed.name}`)
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = migrations.find((m, i) => i > 0 && m.name === migrations[i - 1]?.name)
  if (twice) throw new Error(`Two migrations have one name: ${twice.name}`)
  return migrations
}

/** A hash over all migrations: names the test template that holds exactly this schema. */
export function schemaHash(migrations = migrationsIn()): string {
  return createHash('sha256')
    .update(migrations.map((m) => `${m.name} ${m.sha256}`).join('\n'))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Brings the database to the newest schema as its owner; safe when two processes start at once and after a kill in
 * the middle (each file is one transaction). Returns the names applied now. Throws when an applied file was edited.
 */
export async function migrate(ownerUrl: string, migrations = migrationsIn()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const appliedNow: string[] = []
  try {
    // "If not exists" alone fails for one of two that make it at once.
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(20261127)')
    await client.query(
      'create table if not exists public.applied_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    await client.query('commit')
    for (const migration of migrations) {
      await client.query('begin')
      try {
        await client.query('lock table public.applied_migrations in exclusive mode')
        const before = await client.query<{ sha256: string }>(
          'select sha256 from public.applied_migrations where name = $1',
          [migration.name],
        )
        if (before.rows[0] && before.rows[0].sha256 !== migration.sha256)
          throw new Error(`Migration ${migration.name} was edited after it was applied; write a new one.`)
        if (!before.rows[0]) {
          for (const statement of statementsOf(migration.sql)) {
            await run(client, migration.name, statement)
            mayDieAt('migrate.statement')
          }
          await client.query('insert into public.applied_migrations (name, sha256) values ($1, $2)', [
            migration.name,
            migration.sha256,
          ])
          mayDieAt('migrate.recorded')
          appliedNow.push(migration.name)
        }
        await client.query('commit')
        if (appliedNow.at(-1) === migration.name) mayDieAt('migrate.file')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    }
  } finally {
    await client.end()
  }
  return appliedNow
}

async function run(client: pg.Client, name: string, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    throw new Error(`Migration ${name} failed at:\n${statement}\n${(error as Error).message}`, { cause: error })
  }
}
