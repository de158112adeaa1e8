import pg from 'pg'

/** The three roles of the database: one owns and migrates, one works, one looks. None is a superuser. */
export const OWNER = 'shanjiang_owner'
export const APP = 'shanjiang_app'
export const READER = 'shanjiang_reader'

export type RolePasswords = { readonly owner: string; readonly app: string; readonly reader: string }

const quoteLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`
const quoteName = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Creates the roles (or gives them these passwords) and the database if it is absent. `adminUrl` may create both. */
export async function prepareDatabase(adminUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    // Two processes starting at once take turns; released with the transaction.
    await client.query('select pg_advisory_xact_lock(20261123)')
    for (const [role, password] of [
      [OWNER, passwords.owner],
      [APP, passwords.app],
      [READER, passwords.reader],
    ] as const) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = known.rowCount ? 'alter' : 'create'
      await client.query(
        `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoteLiteral(password)}`,
      )
    }
    await client.query(`alter role ${APP} set citus.propagate_set_commands = 'local'`)
    await client.query('commit')
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!exists.rowCount) await client.query(`create database ${quoteName(database)} owner ${OWNER}`)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    // Another process created the same database a moment ago.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}

/** The same server and database for another role. */
export function urlFor(url: string, role: string, password: string, database?: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = encodeURIComponent(password)
  if (database) changed.pathname = `/${database}`
  return changed.href
}
